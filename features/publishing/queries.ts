import { countDue } from "./schedule-store.ts";

/** Publications whose hour has come and that are not out: a second's worth, unless the clock stands still. */
export function schedulesDue(): Promise<number> {
  return countDue();
}
