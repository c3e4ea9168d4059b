import { and, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";
import { revisions } from "#db/schema/revisions.ts";

/** The calendar at the address of a week: which document it is, and whether readers may see it. */
export async function findWeekAt(siteId: number, slug: string) {
  const { rows } = await database("front").execute<{ number: number; visibility: Visibility; slug: string }>(sql`
    select d.id as number, d.visibility, d.slug from documents d
    where d.site_id = ${siteId} and d.kind = 'week' and d.slug is not null and d.slug = ${slug}`);
  return rows[0];
}

type Visibility = (typeof documents.$inferSelect)["visibility"];

/** The text of a calendar that is live. There is no way to ask for another one. */
export async function findLiveWeek(siteId: number, number: number) {
  const [found] = await database("front")
    .select({
      canonical: revisions.canonical,
      contentVersion: revisions.contentVersion,
      firstLiveAt: documents.firstLiveAt,
      shownAt: documents.shownAt,
      liveSince: documents.liveSince,
    })
    .from(documents)
    .innerJoin(revisions, eq(revisions.id, documents.liveRevisionId))
    .where(
      and(
        eq(documents.siteId, siteId),
        eq(documents.kind, "week"),
        eq(documents.visibility, "live"),
        eq(documents.id, number),
      ),
    );
  return found;
}

/** Of the live calendars the one of the nearest week before another one, or after it; null where there is none. */
export async function findWeekNextTo(siteId: number, slug: string, side: "before" | "after") {
  const { rows } = await database("front").execute<WeekRow>(sql`
    select d.id as number, d.slug from documents d
    where d.site_id = ${siteId} and d.kind = 'week' and d.visibility = 'live'
      and ${side === "before" ? sql`d.slug < ${slug}` : sql`d.slug > ${slug}`}
    order by ${side === "before" ? sql`d.slug desc` : sql`d.slug`} limit 1`);
  return rows[0] ?? null;
}

/** The weeks of live calendars from one to another, both included, in their order. They are to be of one year: there are 53 at most. */
export async function findWeeksBetween(siteId: number, first: string, last: string) {
  const { rows } = await database("front").execute<WeekRow>(sql`
    select d.id as number, d.slug from documents d
    where d.site_id = ${siteId} and d.kind = 'week' and d.visibility = 'live' and d.slug between ${first} and ${last}
    order by d.slug`);
  return rows;
}

type WeekRow = { number: number; slug: string };

/** Where the live calendars of a site are, the newest week first, and since when they say what they say. */
export async function findWeekAddresses(siteId: number, limit: number) {
  const { rows } = await database("front").execute<{ slug: string; changedAt: string }>(sql`
    select d.slug, d.live_since as "changedAt" from documents d
    where d.site_id = ${siteId} and d.kind = 'week' and d.visibility = 'live'
    order by d.slug desc limit ${limit}`);
  return rows.map(({ slug, changedAt }) => ({ slug, changedAt: new Date(changedAt) }));
}
