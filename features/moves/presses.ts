import { type DocumentMove, type Move, ruleOf, type Says } from "#features/workflow/machine.ts";

/** What a person presses: one move, or two that are one press for the person and two lines of history. */
export const PRESSES = {
  approve_and_publish: ["approve", "publish"],
  approve_and_schedule: ["approve", "schedule"],
  approve: ["approve"],
  publish: ["publish"],
  schedule: ["schedule"],
  submit: ["submit"],
  confirm: ["confirm"],
  return: ["return"],
  countersign: ["countersign"],
  object: ["object"],
  revise: ["revise"],
  correct: ["correct"],
  recover: ["recover"],
  take_back: ["take_back"],
  reschedule: ["unschedule", "schedule"],
  unschedule: ["unschedule"],
  cancel_approval: ["cancel_approval"],
  restore: ["restore"],
  hide: ["hide"],
  withdraw: ["withdraw"],
  emergency_publish: ["emergency_publish"],
  refuse: ["refuse"],
  hand_over: ["hand_over"],
  duplicate: ["duplicate"],
  discard: ["discard"],
} as const satisfies Record<string, readonly Exclude<DocumentMove, "go_live" | "miss">[]>;

export type Press = keyof typeof PRESSES;

/**
 * The presses that are open while these moves are. The second move of a press starts from where the first one leads,
 * and is made by the same person in the same moment.
 */
export function pressesFor(moves: readonly Move[]): Press[] {
  return (Object.keys(PRESSES) as Press[]).filter((press) => {
    const [first, second] = PRESSES[press] as readonly Move[];
    if (first === undefined || !moves.includes(first)) return false;
    if (second === undefined) return true;
    const { from, by } = ruleOf(second);
    const { to, by: firstBy } = ruleOf(first);
    return to !== "same" && from.includes(to) && firstBy.every((who) => by.includes(who));
  });
}

/** What has to be said with a press. */
export function saidWith(press: Press): Says | null {
  const rules = (PRESSES[press] as readonly Move[]).map(ruleOf);
  return rules.find(({ says }) => says !== undefined)?.says ?? null;
}

/** Moves about the text that readers get now: their hash is the live text's. */
const ABOUT_THE_LIVE_TEXT: readonly Press[] = ["countersign", "object", "hide", "withdraw", "restore"];

/** Whether a press signs the text on the screen, by its hash. */
export function isSigned(press: Press): boolean {
  return PRESSES[press].some((move) => ruleOf(move).shows === "hash");
}

export function isAboutLiveText(press: Press): boolean {
  return ABOUT_THE_LIVE_TEXT.includes(press);
}
