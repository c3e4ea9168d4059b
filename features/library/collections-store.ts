import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { collectionFiles, collections } from "#db/schema/collections.ts";
import type { Tx } from "#db/transaction.ts";
import { type Collection, MOST_COLLECTIONS } from "./collections.ts";

const size = sql<number>`(select count(*)::integer from collection_files c join files f on f.id = c.file_id
  where c.collection_id = ${collections.id} and not f.erased and f.binned_at is null)`;
const shown = { id: collections.id, name: collections.name, madeBy: collections.madeBy };
const byName = asc(sql`lower(${collections.name})`);

/** The collections of a site by their names, with how many files lie in each. */
export async function collectionsOf(siteId: number): Promise<Collection[]> {
  return database()
    .select({ ...shown, size: sql<number>`(${size})` })
    .from(collections)
    .where(eq(collections.siteId, siteId))
    .orderBy(byName)
    .limit(MOST_COLLECTIONS);
}

/** In which collections of a site any of these files lie, and how many of them do. */
export async function collectionsWith(siteId: number, fileIds: readonly number[]): Promise<Collection[]> {
  if (fileIds.length === 0) return [];
  return database()
    .select({ ...shown, size: sql<number>`count(*)::integer` })
    .from(collections)
    .innerJoin(collectionFiles, eq(collectionFiles.collectionId, collections.id))
    .where(and(eq(collections.siteId, siteId), inArray(collectionFiles.fileId, [...fileIds])))
    .groupBy(collections.id)
    .orderBy(byName);
}

/** A collection of a site, held until the transaction ends; null where it has none of that number. */
export async function lockCollection(tx: Tx, siteId: number, id: number) {
  const [found] = await tx
    .select(shown)
    .from(collections)
    .where(and(eq(collections.siteId, siteId), eq(collections.id, id)))
    .for("no key update");
  return found ?? null;
}

/** How many collections a site has. Until the transaction ends nobody else makes one. */
export async function countCollections(tx: Tx, siteId: number): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`collections ${siteId}`}, 0))`);
  return tx.$count(collections, eq(collections.siteId, siteId));
}

/** The number of the collection that is called so, whatever its small and capital letters; null where none is. */
export async function findByName(tx: Tx, siteId: number, name: string): Promise<number | null> {
  const [found] = await tx
    .select({ id: collections.id })
    .from(collections)
    .where(and(eq(collections.siteId, siteId), sql`lower(${collections.name}) = lower(${name})`));
  return found?.id ?? null;
}

export async function insertCollection(
  tx: Tx,
  made: { siteId: number; name: string; madeBy: number },
): Promise<number> {
  const [row] = await tx.insert(collections).values(made).returning({ id: collections.id });
  if (!row) throw new Error("a collection that was made has a number");
  return row.id;
}

/** @returns how many of them did not lie there before */
export async function addFiles(tx: Tx, collectionId: number, fileIds: readonly number[], by: number): Promise<number> {
  const rows = fileIds.map((fileId) => ({ collectionId, fileId, addedBy: by }));
  const { rowCount } = await tx.insert(collectionFiles).values(rows).onConflictDoNothing();
  return rowCount ?? 0;
}

/** @returns how many of them lay there */
export async function takeFiles(tx: Tx, collectionId: number, fileIds: readonly number[]): Promise<number> {
  const { rowCount } = await tx
    .delete(collectionFiles)
    .where(and(eq(collectionFiles.collectionId, collectionId), inArray(collectionFiles.fileId, [...fileIds])));
  return rowCount ?? 0;
}

export const countFiles = (tx: Tx, collectionId: number): Promise<number> =>
  tx.$count(collectionFiles, eq(collectionFiles.collectionId, collectionId));

export async function nameCollection(tx: Tx, id: number, name: string): Promise<void> {
  await tx.update(collections).set({ name }).where(eq(collections.id, id));
}

export async function dropCollection(tx: Tx, id: number): Promise<void> {
  await tx.delete(collections).where(eq(collections.id, id));
}
