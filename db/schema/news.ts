import { type SQL, sql } from "drizzle-orm";

/**
 * Whether a text was new when it came here. What was brought along from an older system with a date that lay longer back
 * is found under its date, and is never shown as new, however little else there is. Two moments that never change decide,
 * so that it is the same on every page and in an index.
 */
export function isNews(shownAt: unknown, firstLiveAt: unknown): SQL {
  return sql`${firstLiveAt} - ${shownAt} <= interval '90 days'`;
}
