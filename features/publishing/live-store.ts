import { and, eq, inArray, sql } from "drizzle-orm";
import { documentSections, documents, documentTags } from "#db/schema/documents.ts";
import { sections, tags } from "#db/schema/sites.ts";
import { changeSealed } from "#db/seal.ts";
import type { Tx } from "#db/transaction.ts";
import type { Shown } from "#features/text/kind.ts";

/** What changes for readers on a document's row. */
export type LiveChange = Partial<
  Pick<
    typeof documents.$inferInsert,
    | "visibility"
    | "liveRevisionId"
    | "owedSince"
    | "owedBy"
    | "hiddenAt"
    | "hiddenReason"
    | "withdrawnAt"
    | "withdrawnReason"
    | "mergedIntoId"
  >
>;

export async function changeLive(tx: Tx, documentId: number, change: LiveChange): Promise<void> {
  await changeSealed(tx, documents, eq(documents.id, documentId), () => change);
}

/**
 * Points a document at the text readers get from now on and projects it for lists. The first going live gives the
 * document its address and its date; an imported one keeps the date it had.
 */
export async function pointAt(
  tx: Tx,
  document: { id: number; siteId: number },
  revisionId: number,
  shown: Shown,
  owed: { by: number } | null,
): Promise<void> {
  await changeSealed(tx, documents, eq(documents.id, document.id), ({ firstLiveAt }, now) => ({
    visibility: "live" as const,
    liveRevisionId: revisionId,
    lastLiveRevisionId: revisionId,
    sectionId: shown.sectionId,
    title: shown.title,
    card: shown.card,
    ...(firstLiveAt === null ? firstTime(shown, now) : {}),
    liveSince: now,
    owedSince: owed ? now : null,
    owedBy: owed?.by ?? null,
    hiddenAt: null,
    hiddenReason: null,
    withdrawnAt: null,
    withdrawnReason: null,
    mergedIntoId: null,
  }));
  await project(tx, document, shown);
}

/** What stays from the first going live on. */
function firstTime({ slug, datedAt }: Shown, now: Date) {
  return { slug, shownAt: datedAt === null ? now : new Date(datedAt), firstLiveAt: now };
}

/**
 * Opens the sections in which a live article is the first that readers find. Held in the order of their ids, so that two
 * articles that open the same ones wait for each other.
 * @returns whether there was one
 */
export async function openSections(tx: Tx, documentId: number): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update sections set opened_at = now() where id in (
      select s.id from sections s
      where s.opened_at is null and (s.id = (select a.section_id from documents a where a.id = ${documentId})
        or s.id in (select second.section_id from document_sections second where second.document_id = ${documentId}))
      order by s.id for no key update)
    and opened_at is null
    returning id`);
  return rows.length > 0;
}

async function project(
  tx: Tx,
  { id, siteId }: { id: number; siteId: number },
  { secondSectionIds, tagIds }: Shown,
): Promise<void> {
  await tx.delete(documentSections).where(eq(documentSections.documentId, id));
  await tx.delete(documentTags).where(eq(documentTags.documentId, id));
  const documentId = sql<number>`${id}::integer`.as("document_id");
  if (secondSectionIds.length > 0) {
    await tx.insert(documentSections).select(
      tx
        .select({ documentId, sectionId: sections.id })
        .from(sections)
        .where(and(inArray(sections.id, [...secondSectionIds]), eq(sections.siteId, siteId))),
    );
  }
  if (tagIds.length > 0) {
    await tx.insert(documentTags).select(
      tx
        .select({ documentId, tagId: tags.id })
        .from(tags)
        .where(and(inArray(tags.id, [...tagIds]), eq(tags.siteId, siteId))),
    );
  }
}
