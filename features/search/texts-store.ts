import { and, asc, eq, gt, inArray, isNull, not, or, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";
import { files, revisionFiles } from "#db/schema/files.ts";
import { revisions } from "#db/schema/revisions.ts";
import { searchEntries } from "#db/schema/search.ts";
import { tags } from "#db/schema/sites.ts";
import type { Tx } from "#db/transaction.ts";
import type { FoundKind } from "./engine.ts";

/** What may be found. A site's own text stands on every page, and is none. */
const FINDABLE: FoundKind[] = ["article", "page", "paper", "topic", "week", "translation"];

/** Of `documents` what readers may find now: of what is the sister of something, while they have that as well. */
export const isFindable = sql`(documents.visibility = 'live' and ${inArray(documents.kind, FINDABLE)}
  and (documents.sister_of_id is null or exists (
    select from documents original where original.id = documents.sister_of_id and original.visibility = 'live')))`;

const text = {
  documentId: documents.id,
  siteId: documents.siteId,
  kind: documents.kind,
  shownAt: documents.shownAt,
  revisionId: revisions.id,
  canonical: revisions.canonical,
  contentVersion: revisions.contentVersion,
};

/** The texts that readers get now of these documents; those that they do not get are not among them. */
export async function liveTexts(tx: Pick<Tx, "select">, documentIds: readonly number[]) {
  return tx
    .select(text)
    .from(documents)
    .innerJoin(revisions, eq(revisions.id, documents.liveRevisionId))
    .where(and(inArray(documents.id, [...documentIds]), isFindable));
}

/** These documents and, behind them, what is the sister of one: readers have it with the other alone. */
export async function withSisters(tx: Pick<Tx, "select">, documentIds: readonly number[]): Promise<number[]> {
  const sisters = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(inArray(documents.sisterOfId, [...documentIds]), eq(documents.visibility, "live")));
  return [...new Set([...documentIds, ...sisters.map(({ id }) => id)])];
}

export type LiveText = Awaited<ReturnType<typeof liveTexts>>[number];

/** Of each text the files that readers get with it, and the words in them. */
export async function filesOfTexts(tx: Pick<Tx, "select">, revisionIds: readonly number[]) {
  return tx
    .select({ revisionId: revisionFiles.revisionId, sha256: files.sha256, text: files.text })
    .from(revisionFiles)
    .innerJoin(documents, eq(documents.id, revisionFiles.documentId))
    .innerJoin(files, and(eq(files.siteId, documents.siteId), eq(files.sha256, revisionFiles.sha256)))
    .where(and(inArray(revisionFiles.revisionId, [...revisionIds]), eq(files.hidden, false), eq(files.erased, false)));
}

export async function namesOfTags(tx: Pick<Tx, "select">, tagIds: readonly number[]): Promise<Map<number, string>> {
  if (tagIds.length === 0) return new Map();
  const found = await tx
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(inArray(tags.id, [...tagIds]));
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** Documents whose text names a file of the site, and is live. */
export async function documentsWith(siteId: number, sha256: string): Promise<number[]> {
  const found = await database()
    .selectDistinct({ id: documents.id })
    .from(revisionFiles)
    .innerJoin(documents, and(eq(documents.id, revisionFiles.documentId), eq(documents.siteId, siteId)))
    .where(and(eq(revisionFiles.sha256, sha256), eq(documents.liveRevisionId, revisionFiles.revisionId)));
  return found.map(({ id }) => id);
}

export type LiveOne = { id: number; isKept: boolean; isCompared: boolean };

/** Findable documents from a number on, each with whether what is kept of it is of its live text, and whether that was compared. */
export async function liveAfter(after: number, most: number): Promise<LiveOne[]> {
  return database()
    .select({
      id: documents.id,
      isKept: sql<boolean>`${searchEntries.revisionId} is not distinct from ${documents.liveRevisionId}`,
      isCompared: sql<boolean>`coalesce(${searchEntries.compared}, false)`,
    })
    .from(documents)
    .leftJoin(searchEntries, eq(searchEntries.documentId, documents.id))
    .where(and(gt(documents.id, after), isFindable))
    .orderBy(asc(documents.id))
    .limit(most);
}

/** Documents that are kept from a number on and that readers get no more. */
export async function goneAfter(after: number, most: number): Promise<number[]> {
  const found = await database()
    .select({ id: searchEntries.documentId })
    .from(searchEntries)
    .leftJoin(documents, eq(documents.id, searchEntries.documentId))
    .where(and(gt(searchEntries.documentId, after), or(isNull(documents.liveRevisionId), not(isFindable))))
    .orderBy(asc(searchEntries.documentId))
    .limit(most);
  return found.map(({ id }) => id);
}
