import { PRESSES, type Press } from "#features/moves/presses.ts";
import type { Visibility } from "#features/workflow/machine.ts";

/** What was pressed on the page before. */
type Done = Press | "version";

/** A key under `desk.done`. */
type Words = Done | "restoreFirst" | `readers.${Exclude<Visibility, "never_live"> | "still"}`;

export function isDone(given: string): given is Done {
  return given === "version" || Object.hasOwn(PRESSES, given);
}

/** After these it is said what readers get now. */
const ABOUT_READERS: readonly Done[] = [
  "approve_and_publish",
  "publish",
  "emergency_publish",
  "restore",
  "hide",
  "withdraw",
  "object",
  "revise",
  "correct",
  "refuse",
];
/** After these the live page stays what it was. */
const LEAVE_IT: readonly Done[] = ["object", "revise", "correct", "refuse"];

/**
 * What a press has done, as keys under `desk.done`: what was pressed, and what readers get. The second is asked of the
 * article as it stands: restoring what an authority had taken down may still wait for a second person.
 *
 * @param seen null when nothing is known of it
 * @param waitsForSecond one person has agreed to restore it, and it takes two
 */
export function doneWords(done: Done, seen: Visibility | null, waitsForSecond = false): Words[] {
  if (done === "restore" && waitsForSecond) return ["restoreFirst"];
  if (!ABOUT_READERS.includes(done) || seen === null || seen === "never_live") return [done];
  return [done, `readers.${LEAVE_IT.includes(done) && seen === "live" ? "still" : seen}`];
}
