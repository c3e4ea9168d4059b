import { setTimeout as pause } from "node:timers/promises";

/** Asks again and again until the answer is yes; false when `withinMs` milliseconds went by first. */
export async function until(isSo: () => boolean | Promise<boolean>, withinMs: number, everyMs = 25): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    if (await isSo()) return true;
    if (Date.now() >= deadline) return false;
    await pause(everyMs);
  }
}
