import { inArray, or, sql } from "drizzle-orm";
import { documents } from "#db/schema/documents.ts";
import { nearTexts, searchEntries } from "#db/schema/search.ts";
import type { Tx } from "#db/transaction.ts";

/** That one article is near another one, and how much. */
export type Near = typeof nearTexts.$inferSelect;

/** What stands beside these, in no order. */
export async function nearOf(tx: Tx, documentIds: readonly number[]): Promise<Near[]> {
  return tx
    .select()
    .from(nearTexts)
    .where(inArray(nearTexts.documentId, [...documentIds]));
}

/** Has these stand beside those documents instead of whatever did. */
export async function replaceNear(tx: Tx, documentIds: readonly number[], near: readonly Near[]): Promise<void> {
  if (documentIds.length === 0) return;
  await tx.delete(nearTexts).where(inArray(nearTexts.documentId, [...documentIds]));
  if (near.length > 0) await tx.insert(nearTexts).values([...near]);
}

/** Takes these away from beside all others, and whatever stands beside them. @returns beside which something stood */
export async function deleteNear(
  tx: Tx,
  documentIds: readonly number[],
): Promise<{ documentId: number; siteId: number }[]> {
  if (documentIds.length === 0) return [];
  const gone = await tx
    .delete(nearTexts)
    .where(or(inArray(nearTexts.documentId, [...documentIds]), inArray(nearTexts.nearId, [...documentIds])))
    .returning({ documentId: nearTexts.documentId });
  if (gone.length === 0) return [];
  return tx
    .select({ documentId: documents.id, siteId: documents.siteId })
    .from(documents)
    .where(
      inArray(
        documents.id,
        gone.map(({ documentId }) => documentId),
      ),
    );
}

/** The dates that readers see of these, as they are kept. */
export async function datesOf(tx: Tx, documentIds: readonly number[]): Promise<Map<number, Date>> {
  if (documentIds.length === 0) return new Map();
  const found = await tx
    .select({ id: searchEntries.documentId, shownAt: searchEntries.shownAt })
    .from(searchEntries)
    .where(inArray(searchEntries.documentId, [...documentIds]));
  return new Map(found.map(({ id, shownAt }) => [id, shownAt]));
}

/** Those of these documents of which just this text was compared already. @param texts by their documents */
export async function comparedAmong(tx: Tx, texts: ReadonlyMap<number, number>): Promise<Set<number>> {
  const found = await tx
    .select({ id: searchEntries.documentId, revisionId: searchEntries.revisionId, compared: searchEntries.compared })
    .from(searchEntries)
    .where(inArray(searchEntries.documentId, [...texts.keys()]));
  return new Set(
    found.filter(({ id, revisionId, compared }) => compared && texts.get(id) === revisionId).map(({ id }) => id),
  );
}

/** From here on the texts that are kept of these are compared; of which another one is kept are not. */
export async function setCompared(
  tx: Tx,
  entries: readonly { documentId: number; revisionId: number }[],
): Promise<void> {
  if (entries.length === 0) return;
  const ids = entries.map(({ documentId }) => documentId);
  const revisions = entries.map(({ revisionId }) => revisionId);
  await tx.execute(sql`
    update search_entries kept set compared = true
    from unnest(${sql.param(ids)}::integer[], ${sql.param(revisions)}::integer[]) as done(document_id, revision_id)
    where kept.document_id = done.document_id and kept.revision_id = done.revision_id`);
}
