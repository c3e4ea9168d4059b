import { DateTime } from "luxon";
import { at, HOUR_MS, ZONE } from "#lib/dates.ts";

/**
 * When an older article appeared: so many hours before the demo was made; or on a day of the year ("09-05 07:15", by the clock
 * here), when that last came round, and so many years before that. What belongs to a season stands in it, whenever a demo is made.
 */
export type Dated = { hoursAgo: number } | { on: string; yearsBack?: number };

/** What goes by a day of the year leaves the newest places to what goes by hours. */
const NEWEST_DAYS = 5;

/** The moment that is meant. */
export function datedOf(dated: Dated, now: Date): Date {
  if ("hoursAgo" in dated) return new Date(now.getTime() - dated.hoursAgo * HOUR_MS);
  const before = at(now).minus({ days: NEWEST_DAYS });
  const thisYear = DateTime.fromFormat(`${before.year}-${dated.on}`, "yyyy-MM-dd HH:mm", { zone: ZONE });
  if (!thisYear.isValid) throw new Error(`"${dated.on}" is no day of the year`);
  const last = thisYear <= before ? thisYear : thisYear.minus({ years: 1 });
  return last.minus({ years: dated.yearsBack ?? 0 }).toJSDate();
}
