import type { DocumentMove, State, Visibility } from "./machine.ts";

/**
 * Who may do what, written by hand from the newsroom's table and not computed from `MOVES`: a matrix made of the code
 * only proves that the code equals itself. Specs try it through the commands and against the running server.
 */

/** Where an open edition may be. */
const OPEN = ["draft", "review", "approved", "scheduled"] as const;
/**
 * What readers get of an article that was published: the text, a text that went out in an emergency by `approver` and that
 * nobody has countersigned, that it is being looked at, or that it is gone.
 */
const READERS = ["live", "owed", "hidden", "withdrawn"] as const;

/**
 * Where an article may stand when somebody presses: a first edition, an update of what readers get, nothing open, or a
 * first draft that was discarded.
 */
export type Situation = Open | `${Open}_of_${Readers}` | Readers | "discarded";
export const SITUATIONS: readonly Situation[] = [
  ...OPEN,
  ...OPEN.flatMap((open) => READERS.map((readers) => `${open}_of_${readers}` as const)),
  ...READERS,
  "discarded",
];
type Open = (typeof OPEN)[number];
type Readers = (typeof READERS)[number];

/** What is open in a place, and what readers get there. */
export function partsOf(place: Situation): { open: Open | "none" | "discarded"; readers: Readers | "nothing" } {
  const [first = "", readers] = place.split("_of_");
  return {
    open: OPEN.find((one) => one === first) ?? (place === "discarded" ? place : "none"),
    readers: READERS.find((one) => one === (readers ?? first)) ?? "nothing",
  };
}

/**
 * `writer` was given the article; `reporter` has that role in its section and was not; `starter` is an approver who
 * opened the edition and handed it over; `stranger` is an approver of another section.
 */
export const PEOPLE = [
  "writer",
  "reporter",
  "editor",
  "approver",
  "starter",
  "stranger",
  "administrator",
  "clock",
] as const;
export type Somebody = (typeof PEOPLE)[number];

/** `owes`: no, where they themselves published it in an emergency. `began`: no, where they opened the edition. */
type Cell = "yes" | "no" | "owes" | "began";

//                      writer reporter editor approver starter clock | what is open | what readers get
const TABLE = {
  submit: /*         */ "yes    no       yes    yes      yes     no    | draft        | anything",
  take_back: /*      */ "yes    no       no     no       no      no    | review       | anything",
  return: /*         */ "no     no       yes    yes      yes     no    | review approved scheduled | anything",
  refuse: /*         */ "no     no       no     yes      yes     no    | review       | anything",
  confirm: /*        */ "yes    yes      yes    yes      yes     no    | review       | anything",
  approve: /*        */ "no     no       no     yes      began   no    | review       | anything",
  cancel_approval: /**/ "no     no       no     yes      yes     no    | approved     | anything",
  schedule: /*       */ "no     no       no     yes      yes     no    | approved     | anything",
  unschedule: /*     */ "no     no       no     yes      yes     no    | scheduled    | anything",
  publish: /*        */ "no     no       no     yes      yes     no    | approved     | anything",
  go_live: /*        */ "no     no       no     no       no      yes   | scheduled    | anything",
  miss: /*           */ "no     no       no     no       no      yes   | scheduled    | anything",
  emergency_publish: /**/ "no   no       no     yes      yes     no    | draft review | anything",
  countersign: /*    */ "no     no       no     owes     yes     no    | anything     | owed",
  object: /*         */ "no     no       no     owes     yes     no    | anything     | owed",
  revise: /*         */ "yes    no       yes    yes      yes     no    | none         | live owed hidden withdrawn",
  correct: /*        */ "yes    no       yes    yes      yes     no    | none         | live owed hidden withdrawn",
  hide: /*           */ "no     no       yes    yes      yes     no    | anything     | live owed",
  withdraw: /*       */ "no     no       no     yes      yes     no    | anything     | live owed hidden",
  restore: /*        */ "no     no       no     yes      yes     no    | anything     | hidden withdrawn",
  discard: /*        */ "yes    no       yes    yes      yes     no    | draft        | anything",
  recover: /*        */ "yes    no       yes    yes      yes     no    | discarded    | anything",
  hand_over: /*      */ "yes    no       yes    yes      yes     no    | draft review approved scheduled | anything",
  duplicate: /*      */ "yes    no       yes    yes      yes     no    | anything     | anything",
} as const satisfies Record<DocumentMove, string>;

/**
 * What the open edition and the article become. "same" is as they were; `put_off`: an update that waited for its hour waits
 * no longer and stays approved; `opened`: a draft where nothing was open.
 */
export const AFTERWARDS: Record<DocumentMove, [State | "same" | "put_off" | "opened", Visibility | "same"]> = {
  submit: ["in_review", "same"],
  take_back: ["draft", "same"],
  return: ["draft", "same"],
  refuse: ["closed", "same"],
  confirm: ["in_review", "same"],
  approve: ["approved", "same"],
  cancel_approval: ["in_review", "same"],
  schedule: ["scheduled", "same"],
  unschedule: ["approved", "same"],
  publish: ["closed", "live"],
  go_live: ["closed", "live"],
  miss: ["approved", "same"],
  emergency_publish: ["closed", "live"],
  countersign: ["same", "live"],
  object: ["opened", "live"],
  revise: ["draft", "same"],
  correct: ["draft", "same"],
  hide: ["put_off", "hidden"],
  withdraw: ["put_off", "withdrawn"],
  restore: ["same", "live"],
  discard: ["closed", "same"],
  recover: ["draft", "same"],
  hand_over: ["same", "same"],
  duplicate: ["same", "same"],
};

export const MATRIX_MOVES = Object.keys(TABLE) as DocumentMove[];

export type Ruling = "yes" | "not_found" | "not_allowed" | "wrong_state";

/** Whether somebody may know of an article where it stands. */
export function sees(who: Somebody, place: Situation): boolean {
  if (who === "stranger" || who === "administrator") return false;
  return who !== "reporter" || (place !== "draft" && place !== "discarded");
}

/** What somebody is told who tries a move where an article stands. */
export function answerTo(who: Somebody, move: DocumentMove, place: Situation): Ruling {
  if (!sees(who, place)) return "not_found";
  const { open, readers } = partsOf(place);
  const [cells = "", whereOpen = "", whereReaders = ""] = TABLE[move].split("|");
  const column = ["writer", "reporter", "editor", "approver", "starter", "clock"].indexOf(who);
  const cell = cells.trim().split(/ +/)[column] as Cell;
  const isOpen = open !== "none" && open !== "discarded";
  if (cell === "no" || (cell === "owes" && readers === "owed") || (cell === "began" && isOpen)) return "not_allowed";
  return isAmong(open, whereOpen) && isAmong(readers, whereReaders) ? "yes" : "wrong_state";
}

function isAmong(one: string, places: string): boolean {
  return places.trim() === "anything" || places.trim().split(" ").includes(one);
}
