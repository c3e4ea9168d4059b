import type { ButtonLook } from "#components/ui/button-class.ts";
import { type Press, saidWith } from "#features/moves/presses.ts";

/** Presses that stand on the bar, in this order: a no that takes away comes last. The rest is behind "more". */
const ON_THE_BAR: readonly Press[] = [
  "approve_and_publish",
  "publish",
  "submit",
  "countersign",
  "confirm",
  "restore",
  "revise",
  "recover",
  "approve_and_schedule",
  "schedule",
  "reschedule",
  "return",
  "take_back",
  "object",
];

/** What a page may be for. The first of them that is open, if it stands first on the bar, is the main one. */
const MAY_BE_MAIN: readonly Press[] = [
  "approve_and_publish",
  "publish",
  "submit",
  "countersign",
  "confirm",
  "revise",
  "recover",
];

/** Yes or no to a text that went out in an emergency. */
export const ANSWERS: readonly Press[] = ["countersign", "object"];

/** How many stand on the bar beside "more". */
const MOST_ON_THE_BAR = 3;

/** Presses after which readers see something else, or work is put away: they are asked twice. */
const ASKED_TWICE: readonly Press[] = [
  "approve_and_publish",
  "publish",
  "approve",
  "countersign",
  "restore",
  "discard",
  "cancel_approval",
  "duplicate",
];

const DANGEROUS: readonly Press[] = ["hide", "withdraw", "refuse", "discard", "emergency_publish", "object"];

/**
 * Which presses stand on the bar for one person, and which wait behind "more".
 *
 * Whoever has to answer for an emergency finds nothing beside the two answers, also where an update is open.
 *
 * @param isMine it was given to them, or their words are in it: a text that rests with others is not theirs to send on
 * @param isUrgent it is there for emergencies: to bring it to readers then, and to take it from them, is at hand
 */
export function split(presses: readonly Press[], isMine: boolean, isUrgent = false): { bar: Press[]; more: Press[] } {
  const answers = presses.includes("countersign");
  const order: readonly Press[] = isUrgent ? ["emergency_publish", ...ON_THE_BAR, "withdraw"] : ON_THE_BAR;
  const ordered = order.filter(
    (press) => presses.includes(press) && (isMine || press !== "submit") && (!answers || ANSWERS.includes(press)),
  );
  const back = presses.includes("return") && !answers ? (["return"] as Press[]) : [];
  const bar = [...new Set([...ordered.slice(0, MOST_ON_THE_BAR - back.length), ...back])];
  return { bar, more: presses.filter((press) => !bar.includes(press)) };
}

/** The no to what a page is for: it stands after all other ways on. */
export function saysNo(press: Press): boolean {
  return press === "return" || press === "object";
}

/** What a phone has room for beside "more": the first press, and the no to it. */
export function onPhone(bar: readonly Press[]): Press[] {
  return bar.filter((press, at) => at === 0 || saysNo(press));
}

/** Whether a dialog comes before the press. */
export function isAsked(press: Press): boolean {
  return saidWith(press) !== null || ASKED_TWICE.includes(press);
}

export function isDangerous(press: Press): boolean {
  return DANGEROUS.includes(press);
}

/** Presses that take an article from readers, or from the work: they stand apart from those that carry it on. */
const TAKE_AWAY: readonly Press[] = ["unschedule", "cancel_approval", "hide", "withdraw", "refuse", "discard"];

export function takesAway(press: Press): boolean {
  return TAKE_AWAY.includes(press);
}

/** What only the article as it stands can say of a press. */
export type Circumstances = {
  /** Pressing "restore" is the first agreement of two. */
  restoresLater: boolean;
  /** An update waits for its hour, which ends when the article is taken from readers. */
  putsOff: boolean;
};

/**
 * What a press will do, as keys under `desk.asks`.
 *
 * @param isUpdated an update is open: what readers get back is not the text that is being written
 */
export function askedWords(
  press: Press,
  { restoresLater, putsOff, isUpdated }: Circumstances & { isUpdated: boolean },
): (Press | "restoreFirst" | "restoreLast" | "putsOff")[] {
  if (press === "restore" && restoresLater) return ["restoreFirst"];
  if (press === "restore" && isUpdated) return ["restoreLast"];
  return putsOff && (press === "hide" || press === "withdraw") ? [press, "putsOff"] : [press];
}

/** @param at the place on the bar */
export function lookOf(press: Press, at: number): ButtonLook {
  if (isDangerous(press)) return "danger";
  return at === 0 && MAY_BE_MAIN.includes(press) ? "main" : "plain";
}
