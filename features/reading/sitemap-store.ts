import { and, asc, eq, or, type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";
import { files } from "#db/schema/files.ts";
import { leadPictures } from "#db/schema/lead-pictures.ts";
import { sectionListings } from "#db/schema/listings.ts";
import { sections } from "#db/schema/sites.ts";
import { isLive, isLivePage, isLivePaper, isLiveTranslation } from "./live-store.ts";

/** Where the live pages of a site are, by name, and since when they say what they say. */
export async function findPageAddresses(siteId: number) {
  return database("front")
    .select({ slug: documents.slug, changedAt: documents.liveSince })
    .from(documents)
    .where(isLivePage(siteId))
    .orderBy(asc(documents.title), asc(documents.id));
}

/** The sections of a site, and of what hour the newest is that each lists, with those below it; null where it lists nothing. */
export async function findSectionsChanged(siteId: number) {
  return database("front")
    .select({
      id: sections.id,
      newest:
        sql<Date | null>`(select max(l.shown_at) from section_listings l where l.section_id = sections.id)`.mapWith(
          sectionListings.shownAt,
        ),
    })
    .from(sections)
    .where(eq(sections.siteId, siteId))
    .orderBy(asc(sections.id));
}

/** Addresses of live articles whose numbers lie above `after` and up to `upTo`, in their order, and since when they say what they say. */
export async function findAddresses(siteId: number, after: number, upTo: number) {
  const { liveSince, firstLiveAt, shownAt, sectionId } = documents;
  const { rows } = await database("front").execute<Address & { sectionSlug: string }>(sql`
    select ${NAMED}, ${sections.slug} as "sectionSlug",
      case when ${liveSince} > ${firstLiveAt} then ${liveSince} else ${shownAt} end as "changedAt"
    from ${documents} join ${sections} on ${sections.id} = ${sectionId}
    where ${isLive(siteId)} and ${within(after, upTo)}`);
  return rows.map(dated);
}

/** The same of live papers. */
export const findPaperAddresses = (siteId: number, after: number, upTo: number) =>
  addressesOf(isLivePaper(siteId), after, upTo);

/** The same of live English sisters whose original readers have. */
export const findTranslationAddresses = (siteId: number, after: number, upTo: number) =>
  addressesOf(isReadTranslation(siteId), after, upTo);

/** The pictures beside the headlines of these, whether readers have the file or not (`findKeptBack`). */
export async function findLeadPictures(siteId: number, after: number, upTo: number) {
  const { documentId, fileId, use, widths } = leadPictures;
  const { rows } = await database("front").execute<LeadPicture>(sql`
    select ${documentId} as number, ${fileId} as "fileId", ${use} as use, ${widths} as widths from ${leadPictures}
    where ${leadPictures.siteId} = ${siteId} and ${documentId} > ${after} and ${documentId} <= ${upTo}`);
  return rows;
}

/** Those of these files of a site that readers do not have: few of all, which an index of their own knows. */
export async function findKeptBack(siteId: number, fileIds: readonly number[]) {
  return database("front")
    .select({ id: files.id })
    .from(files)
    .where(
      and(
        eq(files.siteId, siteId),
        sql`${files.id} = any(${sql.param([...fileIds])}::integer[])`,
        or(files.hidden, files.erased),
      ),
    );
}

/**
 * Which runs of `size` numbers hold live articles: run 0 is the numbers 1 to `size`. A number never changes its run. Each run is
 * found by one step from the one before, however many articles it holds; they come in their order.
 *
 * @param most how many of them, the first ones
 */
export const findRuns = (siteId: number, size: number, most = 1_000_000): Promise<number[]> =>
  runsOf(isLive(siteId), size, most);

/** The same of live papers. */
export const findPaperRuns = (siteId: number, size: number, most = 1_000_000): Promise<number[]> =>
  runsOf(isLivePaper(siteId), size, most);

/** The same of these. */
export const findTranslationRuns = (siteId: number, size: number, most = 1_000_000): Promise<number[]> =>
  runsOf(isReadTranslation(siteId), size, most);

/** Live, and what it is the sister of is live as well. */
const isReadTranslation = (siteId: number): SQL => sql`(${isLiveTranslation(siteId)} and exists (
  select from documents original where original.id = ${documents}.sister_of_id and original.visibility = 'live'))`;

/**
 * When one of these runs of numbers came to say what it says: the last that one of its texts came or changed.
 *
 * @param size that of a file (`NUMBERS_IN_A_FILE`), by which there is an index
 */
export async function findRunsChanged(siteId: number, size: number, runs: readonly number[]) {
  const { rows } = await database("front").execute<{ run: number; changedAt: string | null }>(sql`
    select r.run, (
      select max(d.live_since) from documents d
      where d.site_id = ${siteId} and d.kind in ('article', 'paper', 'translation') and d.visibility = 'live'
        and (d.id - 1) / ${sql.raw(String(size))} = r.run) as "changedAt"
    from unnest(${sql.param([...runs])}::integer[]) as r (run) order by r.run`);
  return rows.map(({ run, changedAt }) => ({ run, changedAt: changedAt === null ? null : new Date(changedAt) }));
}

/** As the driver gives it: of the thousands of rows of a file Drizzle's mapping would take as long as all the rest of it. */
type Address = { number: number; slug: string | null; changedAt: string };

/** `widths` are in pixels, the smallest first. */
type LeadPicture = { number: number; fileId: number; use: string; widths: number[] };

async function addressesOf(isOne: SQL, after: number, upTo: number) {
  const { rows } = await database("front").execute<Address>(sql`
    select ${NAMED}, ${documents.liveSince} as "changedAt" from ${documents} where ${isOne} and ${within(after, upTo)}`);
  return rows.map(dated);
}

const NAMED = sql`${documents.id} as number, ${documents.slug} as slug`;

/** Above the one number and up to the other, in their order. */
const within = (after: number, upTo: number): SQL =>
  sql`${documents.id} > ${after} and ${documents.id} <= ${upTo} order by ${documents.id}`;

const dated = <Row extends Address>(row: Row) => ({ ...row, changedAt: new Date(row.changedAt) });

async function runsOf(isOne: SQL, size: number, most: number): Promise<number[]> {
  const nextAfter = (upTo: SQL) =>
    sql`(select min(${documents.id}) from ${documents} where ${isOne} and ${documents.id} > ${upTo})`;
  const { rows } = await database("front").execute<{ run: number }>(sql`
    with recursive firsts as (
      select ${nextAfter(sql`0`)} as id
      union all
      select ${nextAfter(sql`((f.id - 1) / ${size}::integer + 1) * ${size}::integer`)} from firsts f where f.id is not null
    )
    select (id - 1) / ${size}::integer as run from firsts where id is not null limit ${most}`);
  return rows.map(({ run }) => run);
}
