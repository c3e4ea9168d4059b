import { sql } from "drizzle-orm";
import type { Tx } from "#db/transaction.ts";
import { calledWeek } from "#features/kinds/week.ts";
import type { GapFacts } from "#features/text/gaps.ts";
import { daysAfter, isoDayOf, mondayOf, weekOf } from "#lib/dates.ts";

type Asking = Pick<Tx, "execute">;

/** How the calendar of a week stands on a site: readers have it, know it at least, it is being written, or both. */
export type WeekStanding = { documentId: number; monday: string; isLive: boolean; isKnown: boolean; isOpen: boolean };

/** The calendars of these weeks that readers know, or knew, and those that are being written. @param mondays as yyyy-mm-dd */
export async function weeksAmong(tx: Asking, siteId: number, mondays: readonly string[]): Promise<WeekStanding[]> {
  const named = new Map(mondays.map((monday) => [weekOf(monday), monday] as const));
  const titled = new Map(mondays.map((monday) => [calledWeek(monday).title, monday] as const));
  const known = await tx.execute<{ id: number; slug: string; isLive: boolean }>(sql`
    select d.id, d.slug, d.visibility = 'live' as "isLive" from documents d
    where d.site_id = ${siteId} and d.kind = 'week' and d.slug is not null and d.slug = any(${sql.param([...named.keys()])}::text[])`);
  const open = await tx.execute<{ id: number; title: string }>(sql`
    select l.document_id as id, l.title from desk_lines l
    where l.site_id = ${siteId} and l.kind = 'week' and l.kind <> 'article' and l.state is not null
      and l.title = any(${sql.param([...titled.keys()])}::text[])`);
  const standing = new Map<number, WeekStanding>();
  for (const { id, slug, isLive } of known.rows)
    standing.set(id, { documentId: id, monday: named.get(slug) ?? "", isLive, isKnown: true, isOpen: false });
  for (const { id, title } of open.rows) {
    const monday = titled.get(title) ?? "";
    standing.set(id, {
      ...(standing.get(id) ?? { documentId: id, monday, isLive: false, isKnown: false }),
      isOpen: true,
    });
  }
  return [...standing.values()];
}

/** What a calendar stands beside on its site: whether another one is of its week. */
export async function weeksBeside(
  tx: Asking,
  { siteId, id }: { siteId: number; id: number },
  monday: string | null,
): Promise<Pick<GapFacts, "takenWeeks" | "openWeeks">> {
  if (monday === null) return {};
  const others = (await weeksAmong(tx, siteId, [monday])).filter(({ documentId }) => documentId !== id);
  return {
    takenWeeks: new Set(others.filter(({ isKnown }) => isKnown).map((one) => one.monday)),
    openWeeks: new Set(others.filter(({ isKnown, isOpen }) => isOpen && !isKnown).map((one) => one.monday)),
  };
}

/** Of two calendars of one week that are published at once the second one waits here, and finds what the first has become. */
export async function holdWeek(tx: Asking, siteId: number, monday: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`week ${siteId} ${monday}`}::text, 0))`);
}

/** So many weeks ahead a calendar is offered, this one included. */
const AHEAD = 13;

/** The Mondays of this week and of those to come, as far as calendars are offered for them. */
export function weeksAhead(now: Date): string[] {
  const monday = mondayOf(isoDayOf(now));
  return Array.from({ length: AHEAD }, (_, at) => daysAfter(monday, 7 * at));
}

/** The first week from this one on of which there is no calendar, known or being written; undefined where all have one. */
export async function freeWeek(tx: Asking, siteId: number, now: Date): Promise<string | undefined> {
  const ahead = weeksAhead(now);
  const held = new Set((await weeksAmong(tx, siteId, ahead)).map(({ monday }) => monday));
  return ahead.find((monday) => !held.has(monday));
}
