import { and, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";
import { revisions } from "#db/schema/revisions.ts";
import { linesFrom, newestInTopic } from "./list-parts-store.ts";
import { LINE, type Line, toLine } from "./live-store.ts";

/** The topic at an address: which one it is, and whether readers may see it. */
export async function findTopicAt(siteId: number, slug: string) {
  const [found] = await database("front")
    .select({ number: documents.id, visibility: documents.visibility, slug: documents.slug })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), eq(documents.kind, "topic"), eq(documents.slug, slug)));
  return found;
}

/** The text of a topic that is live. There is no way to ask for another one. */
export async function findLiveTopic(siteId: number, number: number) {
  const [found] = await database("front")
    .select({
      canonical: revisions.canonical,
      contentVersion: revisions.contentVersion,
      shownAt: documents.shownAt,
      firstLiveAt: documents.firstLiveAt,
      liveSince: documents.liveSince,
    })
    .from(documents)
    .innerJoin(revisions, eq(revisions.id, documents.liveRevisionId))
    .where(
      and(
        eq(documents.siteId, siteId),
        eq(documents.kind, "topic"),
        eq(documents.visibility, "live"),
        eq(documents.id, number),
      ),
    );
  return found;
}

/** What is pinned to the top of a topic, the newest first: a handful (`check_choice`). */
export async function findPinned(siteId: number, topicId: number) {
  const { rows } = await database("front").execute<Line>(sql`
    select ${LINE}
    from listings l join documents d on d.id = l.document_id join sections s on s.id = d.section_id
    where l.list = 'topic_pinned' and l.of_id = ${topicId} and d.site_id = ${siteId}
    order by l.day desc, l.at desc, l.document_id desc`);
  return rows.map(toLine);
}

/** The topics in which an article stands, those that readers do not get among them: they may come. */
export async function findTopicsOf(siteId: number, number: number) {
  const { rows } = await database("front").execute<TopicRow & { isLive: boolean }>(sql`
    select d.id as number, d.slug, d.title, d.visibility = 'live' as "isLive"
    from listings l join documents d on d.id = l.of_id
    where l.document_id = ${number} and l.list in ('topic', 'topic_pinned') and d.site_id = ${siteId}
    order by d.live_since desc nulls last, d.id desc`);
  return rows;
}

type TopicRow = { number: number; slug: string | null; title: string };

/**
 * The newest of each of these topics, whether pinned or not.
 *
 * @param without numbers of articles that are left out
 */
export async function findNewestInTopics(siteId: number, topicIds: number[], without: number[], limit: number) {
  if (topicIds.length === 0) return [];
  const { rows } = await database("front").execute<Line & { topicId: number }>(sql`
    with newest as (
      select topic.id as topic_id, l.document_id, l.at
      from unnest(${sql.param(topicIds)}::integer[]) as topic (id) cross join lateral (${newestInTopic(sql`topic.id`, limit, without)}) l
    )
    select ${LINE}, n.topic_id as "topicId"
    from newest n join documents d on d.id = n.document_id join sections s on s.id = d.section_id
    where d.site_id = ${siteId}
    order by n.topic_id, n.at desc, n.document_id desc`);
  return rows.map(({ topicId, ...row }) => ({ ...toLine(row), topicId }));
}

type CardRow = TopicRow & { card: Record<string, unknown>; changedAt: string };

/** The topics of a site from a place on, the newest first. */
export async function findTopics(siteId: number, offset: number, limit: number) {
  const { rows } = await database("front").execute<CardRow>(sql`
    with ${linesFrom({ list: "topics", ofId: siteId }, offset, limit)}
    select d.id as number, d.slug, d.title, d.card, d.live_since as "changedAt"
    from lines l join documents d on d.id = l.document_id
    where d.site_id = ${siteId}
    order by l.day desc, l.at desc, l.document_id desc`);
  return rows.map(({ changedAt, ...row }) => ({ ...row, changedAt: new Date(changedAt) }));
}

/** How many articles each of these topics has, pinned ones among them. */
export async function countInTopics(topicIds: number[]) {
  if (topicIds.length === 0) return [];
  const { rows } = await database("front").execute<{ number: number; total: number }>(sql`
    select topic.id as number, sum(m.listed)::integer as total
    from unnest(${sql.param(topicIds)}::integer[]) as topic (id)
      join listed_months m on m.of_id = topic.id and m.list in ('topic', 'topic_pinned')
    group by topic.id`);
  return rows;
}

/** Where the live topics of a site are, the newest first, and since when they say what they say. */
export async function findTopicAddresses(siteId: number, limit: number) {
  const { rows } = await database("front").execute<{ slug: string; changedAt: string }>(sql`
    select d.slug, d.live_since as "changedAt" from listings l join documents d on d.id = l.document_id
    where l.list = 'topics' and l.of_id = ${siteId}
    order by l.day desc, l.at desc, l.document_id desc limit ${limit}`);
  return rows.map(({ slug, changedAt }) => ({ slug, changedAt: new Date(changedAt) }));
}
