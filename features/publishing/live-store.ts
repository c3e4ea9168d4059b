import { and, eq, inArray, sql } from "drizzle-orm";
import { documentSections, documents, documentTags } from "#db/schema/documents.ts";
import { sections, tags } from "#db/schema/sites.ts";
import { changeSealed } from "#db/seal.ts";
import type { Tx } from "#db/transaction.ts";
import type { Shown } from "#features/text/kind.ts";
import type { Visibility } from "#features/workflow/machine.ts";
import type { MovePermit } from "#features/workflow/policy.ts";

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

/** @throws when the move does not make readers get that: a bug */
export async function changeLive(tx: Tx, permit: MovePermit, change: LiveChange): Promise<void> {
  const { documentId } = permit;
  if (change.visibility !== undefined) refuseOther(permit, change.visibility);
  await changeSealed(tx, documents, eq(documents.id, documentId), () => change);
}

/**
 * Points a document at the text readers get from now on and projects it for lists. The first going live gives the
 * document its address and its date; an imported one keeps the date it had. Of an emergency it owes a countersign.
 */
export async function pointAt(tx: Tx, permit: MovePermit, revisionId: number, shown: Shown): Promise<void> {
  refuseOther(permit, "live");
  const isOwed = permit.rule.signs === "emergency";
  await changeSealed(tx, documents, eq(documents.id, permit.documentId), ({ firstLiveAt }, now) => ({
    visibility: "live" as const,
    liveRevisionId: revisionId,
    lastLiveRevisionId: revisionId,
    sectionId: shown.sectionId,
    title: shown.title,
    card: shown.card,
    ...(firstLiveAt === null ? firstTime(shown, now) : {}),
    liveSince: now,
    owedSince: isOwed ? now : null,
    owedBy: isOwed ? permit.by : null,
    hiddenAt: null,
    hiddenReason: null,
    withdrawnAt: null,
    withdrawnReason: null,
    mergedIntoId: null,
  }));
  await project(tx, permit, shown);
}

function refuseOther({ move, rule }: MovePermit, visibility: Visibility): void {
  if (rule.makes !== visibility) throw new Error(`"${move}" makes no document ${visibility}`);
}

/** What stays from the first going live on. */
function firstTime({ slug, datedAt }: Shown, now: Date) {
  return { slug, shownAt: datedAt === null ? now : new Date(datedAt), firstLiveAt: now };
}

async function project(
  tx: Tx,
  { documentId: id, siteId }: MovePermit,
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
