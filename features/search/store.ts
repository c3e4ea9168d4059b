import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { documentKinds, documents } from "#db/schema/documents.ts";
import { listedMonths } from "#db/schema/listings.ts";
import { revisions } from "#db/schema/revisions.ts";
import { searchEntries, searchWords } from "#db/schema/search.ts";
import type { Tx } from "#db/transaction.ts";
import type { Nearby } from "./engine.ts";

/** Its lexemes go as one text, a line each. */
type Kept = { documentId: number; siteId: number; revisionId: number; shownAt: Date; words: readonly string[] };

/** Whoever changes what is kept does it alone, and sees what whoever came before has kept. */
export async function holdEntries(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('entries of the search', 0))`);
}

/** @param areCompared whether they are now; one that was and has the same text stays so */
export async function upsertEntries(tx: Tx, kept: readonly Kept[], areCompared: boolean): Promise<void> {
  if (kept.length === 0) return;
  const column = <T>(of: (one: Kept) => T) => sql.param(kept.map(of));
  await tx.execute(sql`
    insert into search_entries as kept (document_id, site_id, revision_id, shown_at, words, compared)
    select id, site_id, revision_id, shown_at, array_to_tsvector(string_to_array(words, e'\n')), ${areCompared}::boolean
    from unnest(${column(({ documentId }) => documentId)}::integer[], ${column(({ siteId }) => siteId)}::integer[],
      ${column(({ revisionId }) => revisionId)}::integer[], ${column(({ shownAt }) => shownAt.toISOString())}::timestamptz[],
      ${column(({ words }) => words.join("\n"))}::text[]) c (id, site_id, revision_id, shown_at, words)
    on conflict (document_id) do update
      set revision_id = excluded.revision_id, shown_at = excluded.shown_at, words = excluded.words,
        compared = excluded.compared or (kept.compared and kept.revision_id = excluded.revision_id)`);
}

export async function deleteEntries(tx: Tx, documentIds: readonly number[]): Promise<void> {
  await tx.delete(searchEntries).where(inArray(searchEntries.documentId, [...documentIds]));
}

/** The titles that are kept of documents. One whose text was erased meanwhile has none. */
export async function keptTitles(
  tx: Tx,
  documentIds: readonly number[],
): Promise<{ documentId: number; siteId: number; title: string }[]> {
  return tx
    .select({
      documentId: searchEntries.documentId,
      siteId: searchEntries.siteId,
      title: sql<string>`coalesce(${revisions.head} ->> ${documentKinds.titleField}, '')`,
    })
    .from(searchEntries)
    .innerJoin(revisions, sql`${revisions.id} = ${searchEntries.revisionId}`)
    .innerJoin(documents, sql`${documents.id} = ${searchEntries.documentId}`)
    .innerJoin(documentKinds, sql`${documentKinds.name} = ${documents.kind}`)
    .where(inArray(searchEntries.documentId, [...documentIds]));
}

type Counted = { words: string; by: number };

/** Counts in how many titles words stand; what stands in none is forgotten. */
export async function countWords(tx: Tx, siteId: number, counted: readonly Counted[]): Promise<void> {
  if (counted.length === 0) return;
  const all = counted.toSorted((a, b) => (a.words < b.words ? -1 : 1));
  await tx.execute(sql`
    insert into search_words as kept (site_id, size, words, titles)
    select ${siteId}::integer, case when position(' ' in words) > 0 then 2 else 1 end, words, by
    from unnest(${sql.param(all.map(({ words }) => words))}::text[], ${sql.param(all.map(({ by }) => by))}::integer[]) c (words, by)
    on conflict (site_id, size, words) do update set titles = kept.titles + excluded.titles`);
  const less = all.filter(({ by }) => by < 0).map(({ words }) => words);
  if (less.length === 0) return;
  await tx.execute(sql`
    delete from search_words where site_id = ${siteId} and size in (1, 2) and words = any(${sql.param(less)}::text[]) and titles <= 0`);
}

/** A text search query; `within`: one that finds all that it finds, and more. */
export type Query = { query: string; within: string | null };

/** @param steps from the best to the weakest @param stretches as `stretches` says them; none: each is asked once over everything */
export async function findEntries(
  steps: readonly Query[],
  stretches: readonly string[],
  most: number,
  db: Pick<Tx, "execute"> = database("search"),
): Promise<Nearby[]> {
  if (steps.length === 0) return [];
  const texts = (all: readonly (string | null)[]) => sql`${sql.param([...all])}::text[]`;
  const { rows } = await db.execute<Nearby>(sql`
    select document_id as "documentId", step
    from find_entries(${texts(steps.map(({ query }) => query))}, ${texts(steps.map(({ within }) => within))},
      ${texts(stretches)}, ${most})`);
  return rows;
}

/** Of words, or of pairs, those that stand in titles of the site, and in how many. */
export async function knownWords(
  siteId: number,
  words: readonly string[],
  db: Pick<Tx, "select"> = database("search"),
): Promise<Map<string, number>> {
  if (words.length === 0) return new Map();
  const found = await db
    .select({ words: searchWords.words, titles: searchWords.titles })
    .from(searchWords)
    .where(ofSite(siteId, sql`size in (1, 2) and words = any(${sql.param([...words])}::text[])`));
  return new Map(found.map((row) => [row.words, row.titles]));
}

/** How many articles of a site readers get, as its months are counted. */
export async function countArticles(tx: Tx, siteId: number): Promise<number> {
  const [found] = await tx
    .select({ count: sql<number>`coalesce(sum(${listedMonths.listed}), 0)::integer` })
    .from(listedMonths)
    .where(and(eq(listedMonths.list, "site"), eq(listedMonths.ofId, siteId)));
  return found?.count ?? 0;
}

/** Words that begin so, those in the most titles first. @param begun without accents */
export async function wordsThatBegin(siteId: number, begun: string, most: number): Promise<string[]> {
  const after = `${begun}\u{10ffff}`;
  const found = await database("search")
    .select({ words: searchWords.words })
    .from(searchWords)
    .where(ofSite(siteId, sql`size = 1 and words >= ${begun} and words < ${after}`))
    .orderBy(sql`titles desc, words`)
    .limit(most);
  return found.map(({ words }) => words);
}

const ofSite = (siteId: number, which: SQL): SQL => sql`site_id = ${siteId} and ${which}`;
