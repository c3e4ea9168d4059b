import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { Count } from "./tally.ts";

/**
 * Adds to the stored counts of articles, and of their sites by days, in one statement. Numbers that are no live article of the site are left out: anybody can
 * send any number. Rows are written in one order, so that two instances never wait for each other in a circle.
 */
export async function addViews(counts: Count[]): Promise<void> {
  const ids = sql.param(counts.map(({ articleId }) => articleId));
  const sites = sql.param(counts.map(({ siteId }) => siteId));
  const hours = sql.param(counts.map(({ hour }) => new Date(hour).toISOString()));
  const views = sql.param(counts.map((count) => count.views));
  await database("front").execute(sql`
    with seen as materialized (
      select a.id, a.site_id, seen.hour, seen.views
      from unnest(${sites}::integer[], ${ids}::integer[], ${hours}::timestamptz[], ${views}::integer[])
        as seen (site_id, article_id, hour, views)
      join documents a on a.id = seen.article_id and a.site_id = seen.site_id and a.visibility = 'live'
    ), counted as (
      insert into article_views (article_id, hour, count)
      select id, hour, views from seen order by id, hour
      on conflict (article_id, hour) do update set count = article_views.count + excluded.count
    ), more as (
      select seen.site_id, (seen.hour at time zone s.time_zone)::date as day, sum(seen.views) as views
      from seen join sites s on s.id = seen.site_id group by 1, 2
    ), held as materialized (
      select m.*, free.slot from more m left join lateral (
        select k.slot from view_days k where k.site_id = m.site_id and k.day = m.day
        limit 1 for no key update skip locked) free on true
    ), added as (
      update view_days k set count = k.count + h.views from held h
      where k.site_id = h.site_id and k.day = h.day and k.slot = h.slot
    )
    insert into view_days (site_id, day, count) select h.site_id, h.day, h.views from held h where h.slot is null`);
}
