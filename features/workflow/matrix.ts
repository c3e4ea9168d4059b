import type { Move, State, Visibility } from "./machine.ts";

/**
 * Who may do what, written by hand from the newsroom's table and not computed from `MOVES`: a matrix made of the code
 * only proves that the code equals itself. Specs try it through the commands and against the running server.
 */

/** Where an article may stand when somebody presses. */
export const PLACES = [
  "draft",
  "review",
  "approved",
  "scheduled",
  /** Readers have it and nothing is open. */
  "live",
  /** Readers have it and an update is being written. */
  "updating",
  /** Went out in an emergency by `approver`, and nobody has countersigned. */
  "owed",
  "hidden",
  "withdrawn",
  /** A first draft that was discarded. */
  "discarded",
] as const;
export type Place = (typeof PLACES)[number];

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

//                    writer reporter editor approver starter clock    where
const TABLE = {
  submit: /*       */ "yes    no       yes    yes      yes     no     | draft updating",
  take_back: /*    */ "yes    no       no     no       no      no     | review",
  return: /*       */ "no     no       yes    yes      yes     no     | review approved scheduled",
  refuse: /*       */ "no     no       no     yes      yes     no     | review",
  confirm: /*      */ "yes    yes      yes    yes      yes     no     | review",
  approve: /*      */ "no     no       no     yes      began   no     | review",
  cancel_approval: /**/ "no   no       no     yes      yes     no     | approved",
  schedule: /*     */ "no     no       no     yes      yes     no     | approved",
  unschedule: /*   */ "no     no       no     yes      yes     no     | scheduled",
  publish: /*      */ "no     no       no     yes      yes     no     | approved",
  go_live: /*      */ "no     no       no     no       no      yes    | scheduled",
  miss: /*         */ "no     no       no     no       no      yes    | scheduled",
  emergency_publish: /**/ "no no       no     yes      yes     no     | draft review updating",
  countersign: /*  */ "no     no       no     owes     yes     no     | owed",
  object: /*       */ "no     no       no     owes     yes     no     | owed",
  revise: /*       */ "yes    no       yes    yes      yes     no     | live owed hidden withdrawn",
  correct: /*      */ "yes    no       yes    yes      yes     no     | live owed hidden withdrawn",
  hide: /*         */ "no     no       yes    yes      yes     no     | live updating owed",
  withdraw: /*     */ "no     no       no     yes      yes     no     | live updating owed hidden",
  restore: /*      */ "no     no       no     yes      yes     no     | hidden withdrawn",
  discard: /*      */ "yes    no       yes    yes      yes     no     | draft updating",
  recover: /*      */ "yes    no       yes    yes      yes     no     | discarded",
  hand_over: /*    */ "yes    no       yes    yes      yes     no     | draft review approved scheduled updating",
  duplicate:
    /*    */ "yes    no       yes    yes      yes     no     | draft review approved scheduled live updating owed hidden withdrawn discarded",
} as const satisfies Record<Exclude<Move, "start">, string>;

/** What the open edition and the article become; "same" is as they were. */
export const AFTERWARDS: Record<Exclude<Move, "start">, [State | "same", Visibility | "same"]> = {
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
  object: ["draft", "live"],
  revise: ["draft", "same"],
  correct: ["draft", "same"],
  hide: ["same", "hidden"],
  withdraw: ["same", "withdrawn"],
  restore: ["same", "live"],
  discard: ["closed", "same"],
  recover: ["draft", "same"],
  hand_over: ["same", "same"],
  duplicate: ["same", "same"],
};

export const MATRIX_MOVES = Object.keys(TABLE) as Exclude<Move, "start">[];

export type Answer = "yes" | "not_found" | "not_allowed" | "wrong_state";

/** What somebody is told who tries a move where an article stands. */
export function answerTo(who: Somebody, move: Exclude<Move, "start">, place: Place): Answer {
  if (who === "stranger" || who === "administrator") return "not_found";
  if (who === "reporter" && (place === "draft" || place === "discarded")) return "not_found";
  const [cells = "", where = ""] = TABLE[move].split("|");
  const column = ["writer", "reporter", "editor", "approver", "starter", "clock"].indexOf(who);
  const cell = cells.trim().split(/ +/)[column] as Cell;
  const isOpen = ["draft", "review", "approved", "scheduled", "updating"].includes(place);
  if (cell === "no" || (cell === "owes" && place === "owed") || (cell === "began" && isOpen)) return "not_allowed";
  return where.trim().split(" ").includes(place) ? "yes" : "wrong_state";
}
