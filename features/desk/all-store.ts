import { type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { bare } from "#db/schema/bare.ts";
import type { Line, Stand } from "./lines.ts";
import { LINE, type LineRow, lineOf, OPEN, type Ranks, seenBy } from "./lists-store.ts";

export const PAGE_SIZE = 40;

type Filter = { stand: Stand | null; words: string };

/**
 * The articles somebody may see, newest happening first, one page of them. What is being worked on is looked at text by
 * text; the archive, which is nearly all, is only counted and stepped through along its index.
 *
 * @param words found in headlines whatever their accents and case
 */
export async function articlesSeen(
  ranks: Ranks,
  { page, ...filter }: Filter & { page: number },
): Promise<{ lines: Line[]; total: number }> {
  const until = page * PAGE_SIZE;
  const { rows } = await database().execute<LineRow & { total: number }>(sql`
    with open_ones as materialized (select e.article_id as id from editions e where e.state <> 'closed'),
    worked_on as materialized (${workedOn(ranks, filter)}),
    archived as (${archived(ranks, filter)}),
    shown as materialized (
      select * from (
        (select * from worked_on) union all (select * from archived order by at desc, id desc limit ${until})
      ) both_kinds
      order by at desc, id desc limit ${PAGE_SIZE} offset ${until - PAGE_SIZE}
    )
    select ${LINE},
           ((select count(*) from worked_on) + (select count(*) from archived))::integer as total
    from (${seenBy(ranks, sql`a.id = any(array(select id from shown))`)}) story
    order by story.at desc, story.id desc`);
  const total = rows[0]?.total ?? (page > 1 ? (await articlesSeen(ranks, { ...filter, page: 1 })).total : 0);
  return { lines: rows.map(({ total: _, ...row }) => lineOf(row)), total };
}

/** Articles with an open edition, and those that readers never had. */
function workedOn(ranks: Ranks, { stand, words }: Filter): SQL {
  return sql`
    select story.id, story.at from (${seenBy(ranks, sql`a.visibility = 'never_live' or ${OPEN}`)}) story
    where ${stand === null ? sql`true` : standing(stand)}
      and ${words === "" ? sql`true` : like(bare(sql`story.headline`), words)}`;
}

/**
 * What readers have or had and nobody is working on. The same rule as `seenBy` for such articles: whoever has a role in
 * the section sees them, and their writers.
 */
function archived(ranks: Ranks, { stand, words }: Filter): SQL {
  const { siteId, personId, onSite, sectionIds, ranks: heights } = ranks;
  const mine = sectionIds.filter((_, at) => (heights[at] ?? 0) >= 1);
  return sql`
    select a.id, coalesce(a.withdrawn_at, a.hidden_at, a.live_since, a.created_at) as at
    from articles a
    where a.site_id = ${siteId} and a.visibility <> 'never_live'
      and a.id <> all(array(select id from open_ones))
      and (a.section_id = any(${sql.param(`{${mine.join(",")}}`)}::integer[])
        or a.section_id is null and ${onSite}::integer >= 1
        or a.id = any(array(select w.article_id from article_writers w where w.person_id = ${personId}
             and (select has_role_on_site(${personId}, ${siteId})))))
      and ${stand === null ? sql`true` : archivedAs(stand)}
      and ${words === "" ? sql`true` : like(sql`a.bare_headline`, words)}`;
}

function standing(stand: Stand): SQL {
  switch (stand) {
    case "draft":
    case "in_review":
    case "approved":
    case "scheduled":
      return sql`story.state = ${stand}`;
    case "live":
    case "hidden":
    case "withdrawn":
      return sql`story.visibility = ${stand}`;
    case "owed":
      return sql`story.owed_since is not null`;
    case "discarded":
    case "refused":
      return sql`story.state is null and story.outcome = ${stand}`;
  }
}

/** The same of an article `a` without an open edition. */
function archivedAs(stand: Stand): SQL {
  switch (stand) {
    case "draft":
    case "in_review":
    case "approved":
    case "scheduled":
      return sql`false`;
    case "live":
    case "hidden":
    case "withdrawn":
      return sql`a.visibility = ${stand}`;
    case "owed":
      return sql`a.owed_since is not null`;
    case "discarded":
    case "refused":
      return sql`a.id = any(array(select e.article_id from editions e where e.outcome = ${stand} and not exists (
        select from editions later where later.article_id = e.article_id and later.number > e.number)))`;
  }
}

function like(text: SQL, words: string): SQL {
  return sql`${text} like '%' || ${bare(sql`${words.replace(/[\\%_]/g, "\\$&")}::text`)} || '%'`;
}
