import { and, asc, eq, inArray, notInArray, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";
import { editions } from "#db/schema/editions.ts";
import { listingMonths } from "#db/schema/listings.ts";
import { articleViews, redirects } from "#db/schema/publishing.ts";
import { revisions } from "#db/schema/revisions.ts";
import { sectionSlugs, sections, sites, tags } from "#db/schema/sites.ts";
import { sectionsOf } from "#features/sites/sections-store.ts";
import { CAME_AS_NEWS, CARD, isLive, isLivePage, LINE, type Line, NEWEST_FIRST, toLine } from "./live-store.ts";

/** A site with the text of its document that is live; before the first one, with the name that its maker gave it. */
const site = {
  ...{ id: sites.id, key: sites.key, host: sites.host, name: sites.name, language: sites.language, demo: sites.demo },
  ...{ canonical: revisions.canonical, contentVersion: revisions.contentVersion },
};

function withWords() {
  return database("front")
    .select(site)
    .from(sites)
    .leftJoin(documents, and(eq(documents.siteId, sites.id), eq(documents.kind, "site")))
    .leftJoin(revisions, eq(revisions.id, documents.liveRevisionId))
    .$dynamic();
}

export async function findSites() {
  return withWords().orderBy(asc(sites.id));
}

export async function findSite(key: string) {
  const [found] = await withWords().where(eq(sites.key, key));
  return found;
}

export const findSections = (siteId: number) => sectionsOf(database("front"), siteId);

/** The newest live articles of the site that came out here as news. */
export async function findNewest(siteId: number, limit: number) {
  return cards()
    .where(and(isLive(siteId), CAME_AS_NEWS))
    .orderBy(...NEWEST_FIRST)
    .limit(limit);
}

/** The newest live articles of each of the sections given, without some that were shown already. */
export async function findNewestBySection(siteId: number, sectionIds: number[], without: number[], limit: number) {
  if (sectionIds.length === 0) return [];
  const db = database("front");
  const newest = db
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(
        isLive(siteId),
        eq(documents.sectionId, sections.id),
        without.length === 0 ? sql`true` : notInArray(documents.id, without),
      ),
    )
    .orderBy(...NEWEST_FIRST)
    .limit(limit)
    .as("newest");
  return db
    .select(CARD)
    .from(sections)
    .innerJoinLateral(newest, sql`true`)
    .innerJoin(documents, eq(documents.id, newest.id))
    .where(and(eq(sections.siteId, siteId), inArray(sections.id, sectionIds)))
    .orderBy(...NEWEST_FIRST);
}

/**
 * What a section's pages list from a place on, the newest first: its own articles, those below it and those that stand in it
 * besides. The place is found by the months and days that were passed, not by walking there.
 *
 * @param offset how many come before, from 0
 */
export async function findInSection(
  siteId: number,
  sectionId: number,
  offset: number,
  limit: number,
): Promise<ReturnType<typeof toLine>[]> {
  const { rows } = await database("front").execute<Line>(sql`
    with months as (
      select month, sum(listed) as listed, sum(sum(listed)) over (order by month desc) as upto
      from listing_months where section_id = ${sectionId} group by month
    ), the_month as (
      select month, upto - listed as before from months where upto > ${offset}::bigint and listed > 0
      order by month desc limit 1
    ), days as (
      select d.day, sum(d.listed) as listed, m.before + sum(sum(d.listed)) over (order by d.day desc) as upto
      from the_month m join listing_days d
        on d.section_id = ${sectionId} and d.day >= m.month and d.day < m.month + interval '1 month'
      group by d.day, m.before
    ), the_day as (
      select day, upto - listed as before from days where upto > ${offset}::bigint and listed > 0 order by day desc limit 1
    ), lines as (
      select l.document_id, l.shown_at from section_listings l
      where l.section_id = ${sectionId} and l.shown_at < ((select day from the_day) + 1)::timestamp at time zone 'UTC'
      order by l.shown_at desc, l.document_id desc
      offset (select ${offset}::bigint - before from the_day)::bigint limit ${limit}
    )
    select ${LINE}
    from lines l join documents d on d.id = l.document_id join sections s on s.id = d.section_id
    where d.site_id = ${siteId}
    order by l.shown_at desc, l.document_id desc`);
  return rows.map(toLine);
}

/** How many articles a section's pages list. */
export async function countInSection(siteId: number, sectionId: number): Promise<number> {
  const [found] = await database("front")
    .select({ total: sql`coalesce(sum(${listingMonths.listed}), 0)`.mapWith(Number) })
    .from(listingMonths)
    .innerJoin(sections, eq(sections.id, listingMonths.sectionId))
    .where(and(eq(listingMonths.sectionId, sectionId), eq(sections.siteId, siteId)));
  return found?.total ?? 0;
}

/** The text that is live. There is no way to ask for another one. */
export async function findLive(siteId: number, number: number) {
  const db = database("front");
  const views = db
    .select({ sum: sql`coalesce(sum(${articleViews.count}), 0)` })
    .from(articleViews)
    .where(eq(articleViews.articleId, documents.id));
  const [found] = await db
    .select({
      number: documents.id,
      canonical: revisions.canonical,
      contentVersion: revisions.contentVersion,
      sectionId: documents.sectionId,
      shownAt: documents.shownAt,
      firstLiveAt: documents.firstLiveAt,
      liveSince: documents.liveSince,
      views: sql<number>`(${documents.importedViews} + (${views}))::integer`,
    })
    .from(documents)
    .innerJoin(revisions, eq(revisions.id, documents.liveRevisionId))
    .where(and(isLive(siteId), eq(documents.id, number)));
  return found;
}

/** The notes that the published texts of these documents carry, of each in the order in which readers got them. */
export async function findNoted(numbers: readonly number[]) {
  if (numbers.length === 0) return [];
  return database("front")
    .select({
      number: editions.documentId,
      revisionId: revisions.id,
      edition: editions.number,
      correction: sql<string>`coalesce(${revisions.head} ->> 'correction', '')`,
      update: sql<string>`coalesce(${revisions.head} ->> 'update', '')`,
      at: editions.closedAt,
    })
    .from(editions)
    .innerJoin(revisions, eq(revisions.id, editions.publishedRevisionId))
    .where(inArray(editions.documentId, [...numbers]))
    .orderBy(asc(editions.documentId), asc(editions.number));
}

export async function findTags(siteId: number, tagIds: number[]) {
  if (tagIds.length === 0) return [];
  return database("front")
    .select({ id: tags.id, name: tags.name, slug: tags.slug })
    .from(tags)
    .where(and(eq(tags.siteId, siteId), inArray(tags.id, tagIds)));
}

/** What the section is called by now that had a slug last. */
export async function findFormerSection(siteId: number, slug: string) {
  const [found] = await database("front")
    .select({ slug: sections.slug })
    .from(sectionSlugs)
    .innerJoin(sections, eq(sections.id, sectionSlugs.sectionId))
    .where(and(eq(sectionSlugs.siteId, siteId), eq(sectionSlugs.slug, slug)));
  return found;
}

/** How many articles the pages of each of these sections list. */
export async function countInSections(siteId: number, sectionIds: number[]) {
  if (sectionIds.length === 0) return [];
  return database("front")
    .select({ id: sections.id, total: sql`sum(${listingMonths.listed})`.mapWith(Number) })
    .from(listingMonths)
    .innerJoin(sections, eq(sections.id, listingMonths.sectionId))
    .where(and(inArray(listingMonths.sectionId, sectionIds), eq(sections.siteId, siteId)))
    .groupBy(sections.id);
}

/** The page at an address of the site's root: which one it is, and whether readers may see it. */
export async function findPageAt(siteId: number, slug: string) {
  const [found] = await database("front")
    .select({ number: documents.id, visibility: documents.visibility, slug: documents.slug })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), eq(documents.kind, "page"), eq(documents.slug, slug)));
  return found;
}

/** The live pages of a site by name, with where readers find the way to them. */
export async function findPages(siteId: number) {
  return database("front")
    .select({
      number: documents.id,
      title: documents.title,
      slug: documents.slug,
      card: documents.card,
    })
    .from(documents)
    .where(isLivePage(siteId))
    .orderBy(asc(documents.title), asc(documents.id));
}

/** The text of a page that is live. There is no way to ask for another one. */
export async function findLivePage(siteId: number, number: number) {
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
    .where(and(isLivePage(siteId), eq(documents.id, number)));
  return found;
}

/** Where a document stands and whether readers may see it. */
export async function findStanding(siteId: number, number: number) {
  const [found] = await database("front")
    .select({
      kind: documents.kind,
      visibility: documents.visibility,
      slug: documents.slug,
      sectionSlug: sections.slug,
      headline: documents.title,
      withdrawnAt: documents.withdrawnAt,
      withdrawnReason: documents.withdrawnReason,
      mergedIntoId: documents.mergedIntoId,
    })
    .from(documents)
    .leftJoin(sections, eq(sections.id, documents.sectionId))
    .where(and(eq(documents.siteId, siteId), eq(documents.id, number)));
  return found;
}

/** Where addresses of an older system lead: those of the given spellings that were kept. */
export async function findRedirects(siteId: number, fromPaths: string[]) {
  return database("front")
    .select({ fromPath: redirects.fromPath, toDocumentId: redirects.toDocumentId, toUrl: redirects.toUrl })
    .from(redirects)
    .where(and(eq(redirects.siteId, siteId), inArray(redirects.fromPath, fromPaths)));
}

function cards() {
  return database("front")
    .select(CARD)
    .from(documents)
    .innerJoin(sections, eq(sections.id, documents.sectionId))
    .$dynamic();
}
