import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { isSeen, moment, type Ranks } from "#features/desk/lists-store.ts";
import type { Visibility } from "#features/workflow/machine.ts";
import type { Choice } from "./choice.ts";
import type { TopicLine } from "./lines.ts";

/**
 * The topics that somebody may choose for, by name: those that readers know, or knew, and those that the chooser may know of. Those
 * that nobody has written to the end come last.
 */
export async function topicsFor(ranks: Ranks, only: number | null = null): Promise<TopicLine[]> {
  const { rows } = await database().execute<TopicLine>(sql`
    select d.id, case when d.visibility = 'never_live' then l.title else d.title end as title, d.slug, d.visibility,
      (select coalesce(sum(m.listed), 0)::integer from listed_months m
       where m.list in ('topic', 'topic_pinned') and m.of_id = d.id) as listed
    from desk_lines l join documents d on d.id = l.document_id
    where l.kind = 'topic' and l.kind <> 'article' and d.site_id = ${ranks.siteId}
      and ${only === null ? sql`true` : sql`d.id = ${only}`}
      and (d.visibility <> 'never_live' or ${isSeen(ranks)})
    order by d.visibility <> 'live', l.state is null and d.visibility = 'never_live', title, d.id
    limit 500`);
  return rows;
}

/** The topics in which an article stands, or stood before it went, with whether it is pinned there. */
export async function topicsOf(articleId: number): Promise<{ topicId: number; choice: Choice }[]> {
  const { rows } = await database().execute<{ topicId: number; choice: Choice }>(sql`
    select topic_id as "topicId", choice from (
      select distinct on (topic_id) topic_id, choice from topic_choices
      where article_id = ${articleId} order by topic_id, id desc) newest
    where choice <> 'removed'`);
  return rows;
}

/** Articles that stand in a topic and that readers do not get now: they come back with it. */
export async function absentFrom(topicId: number, limit: number) {
  const { rows } = await database().execute<{ id: number; title: string; visibility: Visibility; choice: Choice }>(sql`
    select d.id, d.title, d.visibility, newest.choice from (
      select distinct on (article_id) article_id, choice, id from topic_choices
      where topic_id = ${topicId} order by article_id, id desc) newest
      join documents d on d.id = newest.article_id
    where newest.choice <> 'removed' and d.visibility <> 'live'
    order by newest.id desc limit ${limit}`);
  return rows;
}

/** What was pressed last for a topic, the newest first. */
export async function lastChoices(topicId: number, limit: number) {
  const { rows } = await database().execute<{
    id: number;
    choice: Choice;
    articleId: number;
    title: string;
    by: string;
    at: string;
  }>(sql`
    select c.id, c.choice, c.article_id as "articleId", d.title, p.name as by, ${moment(sql`c.at`)} as at
    from topic_choices c join documents d on d.id = c.article_id join people p on p.id = c.by_id
    where c.topic_id = ${topicId} order by c.id desc limit ${limit}`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}
