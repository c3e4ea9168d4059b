import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";
import { listings, sectionListings } from "#db/schema/listings.ts";
import { revisions } from "#db/schema/revisions.ts";
import { sections } from "#db/schema/sites.ts";
import { newestInTopic } from "./list-parts-store.ts";
import { CAME_AS_NEWS, isLive } from "./live-store.ts";
import type { List } from "./types.ts";

/** What its live text says beside its body, as far as lists for machines need it; a field as on an empty text is left out. */
type Head = {
  byline?: { hidden?: boolean; names?: { name?: string }[] };
  tagIds?: number[];
};

/** An article as machines get it in a list. */
const line = {
  number: documents.id,
  slug: documents.slug,
  headline: documents.title,
  card: documents.card,
  shownAt: documents.shownAt,
  firstLiveAt: documents.firstLiveAt,
  liveSince: documents.liveSince,
  isNews: CAME_AS_NEWS,
  section: { id: sections.id, parentId: sections.parentId, name: sections.name, slug: sections.slug },
  head: sql<Head>`jsonb_build_object('byline', ${revisions.head} -> 'byline', 'tagIds', ${revisions.head} -> 'tagIds')`,
};

/** How far back a section's feed looks for what is new, in articles: an older system's may have come in between. */
const LOOKED_BACK = 100;
/** The same of a tag and of an author, of which few have so many. */
const LISTED_BACK = 40;

/** The newest of a site that came out here: what was brought along from an older system is no news. */
export async function findFeedOfSite(siteId: number, limit: number) {
  return lines()
    .where(and(isLive(siteId), CAME_AS_NEWS))
    .orderBy(...newestFirst)
    .limit(limit);
}

/** The same of a section, those below it and those that stand in it besides. */
export async function findFeedOfSection(siteId: number, sectionId: number, limit: number) {
  const listed = listedIn(sectionId, undefined, LOOKED_BACK);
  return lines()
    .innerJoin(listed, eq(listed.documentId, documents.id))
    .where(and(isLive(siteId), CAME_AS_NEWS))
    .orderBy(...newestFirst)
    .limit(limit);
}

/** The same of a tag, or of an author. */
export async function findFeedOfList(siteId: number, { list, ofId }: List, limit: number) {
  const listed = database("front")
    .select({ documentId: listings.documentId })
    .from(listings)
    .where(and(eq(listings.list, list), eq(listings.ofId, ofId)))
    .orderBy(desc(listings.day), desc(listings.at), desc(listings.documentId))
    .limit(LISTED_BACK)
    .as("listed");
  return lines()
    .innerJoin(listed, eq(listed.documentId, documents.id))
    .where(and(isLive(siteId), CAME_AS_NEWS))
    .orderBy(...newestFirst)
    .limit(limit);
}

/** The same of a topic, whether pinned or not. */
export async function findFeedOfTopic(siteId: number, topicId: number, limit: number) {
  const listed = sql`${documents.id} in (select document_id from (${newestInTopic(topicId, LISTED_BACK)}) newest)`;
  return lines()
    .where(and(isLive(siteId), CAME_AS_NEWS, listed))
    .orderBy(...newestFirst)
    .limit(limit);
}

/** What came out since a moment, for the sitemap of news. */
export async function findNewsSince(siteId: number, since: Date, limit: number) {
  return lines()
    .where(and(isLive(siteId), CAME_AS_NEWS, sql`${documents.shownAt} > ${since}`))
    .orderBy(...newestFirst)
    .limit(limit);
}

/** Those of these articles that are live now, in no order. */
export async function findLinesAmong(siteId: number, numbers: number[]) {
  if (numbers.length === 0) return [];
  return lines().where(and(isLive(siteId), inArray(documents.id, numbers)));
}

/** @param after the number of the article behind whose place they stand; it keeps that when it goes. Null: the first of all */
export async function findLines(siteId: number, after: number | null, limit: number) {
  const behind = after === null ? undefined : sql`(${documents.shownAt}, ${documents.id}) < ${placeOf(siteId, after)}`;
  return lines()
    .where(and(isLive(siteId), behind))
    .orderBy(...newestFirst)
    .limit(limit);
}

/** The same of a section, those below it and those that stand in it besides. */
export async function findLinesInSection(siteId: number, sectionId: number, after: number | null, limit: number) {
  const behind = sql`(${sectionListings.shownAt}, ${sectionListings.documentId}) < ${placeOf(siteId, after ?? 0)}`;
  const listed = listedIn(sectionId, after === null ? undefined : behind, limit);
  return lines()
    .innerJoin(listed, eq(listed.documentId, documents.id))
    .where(isLive(siteId))
    .orderBy(...newestFirst);
}

const placeOf = (siteId: number, number: number) =>
  sql`(select p.shown_at, p.id from documents p where p.site_id = ${siteId} and p.id = ${number} and p.kind = 'article')`;

/** @param limit how many, the first of them */
function listedIn(sectionId: number, after: SQL | undefined, limit: number) {
  return database("front")
    .select({ documentId: sectionListings.documentId })
    .from(sectionListings)
    .where(and(eq(sectionListings.sectionId, sectionId), after))
    .orderBy(desc(sectionListings.shownAt), desc(sectionListings.documentId))
    .limit(limit)
    .as("listed");
}

function lines() {
  return database("front")
    .select(line)
    .from(documents)
    .innerJoin(sections, eq(sections.id, documents.sectionId))
    .innerJoin(revisions, eq(revisions.id, documents.liveRevisionId))
    .$dynamic();
}

/** Spelled as the indexes are. */
const newestFirst = [sql`${documents.shownAt} desc nulls last`, desc(documents.id)] as const;
