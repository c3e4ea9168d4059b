import type { Entry } from "#features/kinds/week.ts";
import { daysAfter, startOfDay } from "#lib/dates.ts";
import { say } from "./words.ts";

/** "07:30 – 09:00", "07:30", "Buổi sáng"; "" where nobody has said yet. */
export function timeOfEntry({ when, from, to }: Pick<Entry, "when" | "from" | "to">): string {
  if (when !== "at") return say(`weeks.times.${when}`);
  return to === "" ? from : `${from} – ${to}`;
}

/** What is said of an entry that is not as it was planned first; null of the others. */
export const stateOfEntry = ({ state }: Pick<Entry, "state">): string | null =>
  state === "planned" ? null : say(`weeks.states.${state}`);

/** Whether readers of a week's page are told which day is today, and until when that is true, at midnight here; null: for ever. */
export function lastsOn(today: string, monday: string): Date | null {
  if (today < monday) return startOfDay(monday);
  return today > daysAfter(monday, 6) ? null : startOfDay(daysAfter(today, 1));
}
