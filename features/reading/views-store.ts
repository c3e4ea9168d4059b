import { and, eq, gte, type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { viewDays } from "#db/schema/publishing.ts";
import { isListedIn, LINE, type Line, toLine } from "./live-store.ts";

const counted = sql`sum(${viewDays.count})`.mapWith(Number);

/** How often a site's articles were read on each day from one on; days on which nobody read are not there. @param since "2026-11-01" */
export async function findViewDays(siteId: number, since: string) {
  return database("front")
    .select({ date: sql<string>`to_char(${viewDays.day}, 'YYYY-MM-DD')`, views: counted })
    .from(viewDays)
    .where(and(eq(viewDays.siteId, siteId), gte(viewDays.day, since)))
    .groupBy(viewDays.day);
}

/** The same by months ("2026-11"). */
export async function findViewMonths(siteId: number, since: string) {
  const date = sql<string>`to_char(${viewDays.day}, 'YYYY-MM')`;
  return database("front")
    .select({ date, views: counted })
    .from(viewDays)
    .where(and(eq(viewDays.siteId, siteId), gte(viewDays.day, since)))
    .groupBy(date);
}

/** All views that were counted here, and those that articles brought along from an older system. */
export async function findAllViews(siteId: number): Promise<{ views: number; imported: number }> {
  const [found] = await database("front")
    .select({
      views: sql`coalesce(sum(${viewDays.count}), 0)`.mapWith(Number),
      imported: sql`coalesce(sum(${viewDays.imported}), 0)`.mapWith(Number),
    })
    .from(viewDays)
    .where(eq(viewDays.siteId, siteId));
  return found ?? { views: 0, imported: 0 };
}

/** The live articles that were read most often in the last hours, counted here alone. */
export const findMostRead = (siteId: number, hours: number, limit: number) => mostRead(siteId, hours, sql``, limit);

/** The same of those that a section's pages list. They are looked up one by one, by what was read: a section has any number of others. */
export const findMostReadInSection = (siteId: number, hours: number, sectionId: number, limit: number) =>
  mostRead(siteId, hours, sql`and ${isListedIn(sectionId)}`, limit);

async function mostRead(siteId: number, hours: number, narrowed: SQL, limit: number) {
  const { rows } = await database("front").execute<Line & { views: number }>(sql`
    with read as (
      select article_id, sum(count)::integer as views from article_views
      where hour > now() - make_interval(hours => ${hours}) group by article_id
    )
    select ${LINE}, read.views
    from read join documents d on d.id = read.article_id and d.site_id = ${siteId} and d.visibility = 'live'
      join sections s on s.id = d.section_id
    where true ${narrowed}
    order by read.views desc, d.id desc limit ${limit}`);
  return rows.map(({ views, ...row }) => ({ ...toLine(row), views }));
}
