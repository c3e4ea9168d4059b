import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { Count } from "./tally.ts";

/**
 * Adds to the stored counts in one statement. Numbers that are no live article of the site are left out: anybody can
 * send any number. Rows are written in one order, so that two instances never wait for each other in a circle.
 */
export async function addViews(counts: Count[]): Promise<void> {
  const ids = sql.param(counts.map(({ articleId }) => articleId));
  const sites = sql.param(counts.map(({ siteId }) => siteId));
  const hours = sql.param(counts.map(({ hour }) => new Date(hour).toISOString()));
  const views = sql.param(counts.map((count) => count.views));
  await database("front").execute(sql`
    insert into article_views (article_id, hour, count)
    select a.id, seen.hour, seen.views
    from unnest(${sites}::integer[], ${ids}::integer[], ${hours}::timestamptz[], ${views}::integer[])
      as seen (site_id, article_id, hour, views)
    join documents a on a.id = seen.article_id and a.site_id = seen.site_id and a.visibility = 'live'
    order by a.id, seen.hour
    on conflict (article_id, hour) do update set count = article_views.count + excluded.count`);
}
