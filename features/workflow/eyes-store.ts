import { and, eq, sql } from "drizzle-orm";
import { editions } from "#db/schema/editions.ts";
import { approvals, revisions } from "#db/schema/revisions.ts";
import type { Tx } from "#db/transaction.ts";
import type { Confirmation, Written } from "./four-eyes.ts";
import type { Document } from "./story.ts";

/** Who confirmed a revision and did not take it back, and whether as (or for) an approver who may decide about it. */
export async function confirmationsOf(tx: Tx, revisionId: number): Promise<Confirmation[]> {
  const { rows } = await tx.execute<{ personId: number; forPersonId: number | null; isApprover: boolean }>(sql`
    select a.person_id as "personId", a.for_person_id as "forPersonId",
           may_decide(coalesce(a.for_person_id, a.person_id), a.revision_id) as "isApprover"
    from approvals a
    where a.revision_id = ${revisionId} and a.kind in ('confirm', 'approve') and not is_taken_back(a)
    order by a.id`);
  return rows;
}

/** Whether somebody is an approver of a text. */
export async function mayDecide(tx: Tx, personId: number, revisionId: number): Promise<boolean> {
  const { rows } = await tx.execute<{ may: boolean }>(sql`select may_decide(${personId}, ${revisionId}) as may`);
  return rows[0]?.may ?? false;
}

/** One confirmation as it stands in the record of a text. */
export type Signature = {
  personId: number;
  /** In whose name, when it was a deputy's. */
  forPersonId: number | null;
  kind: typeof approvals.$inferSelect.kind;
  at: Date;
};

/** Everything that was confirmed of one text, in the order in which it was. */
export async function signaturesOf(tx: Tx, revisionId: number): Promise<Signature[]> {
  return tx
    .select({
      personId: approvals.personId,
      forPersonId: approvals.forPersonId,
      kind: approvals.kind,
      at: approvals.at,
    })
    .from(approvals)
    .where(and(eq(approvals.revisionId, revisionId), sql`not is_taken_back(${approvals})`))
    .orderBy(approvals.id);
}

/** Why a text went out in an emergency, and whether that was countersigned; null when it went out like any other. */
export async function emergencyOf(
  tx: Tx,
  revisionId: number,
): Promise<{ reason: string; countersigned: boolean } | null> {
  const [row] = await tx
    .select({ reason: editions.emergencyReason, countersignedAt: editions.countersignedAt })
    .from(editions)
    .where(eq(editions.publishedRevisionId, revisionId));
  return row?.reason ? { reason: row.reason, countersigned: row.countersignedAt !== null } : null;
}

/** The revisions of an edition up to one of them (all, when none is named), oldest first, without their texts. */
export async function writtenIn(tx: Tx, editionId: number, upTo?: number): Promise<Written[]> {
  const rows = await tx
    .select({ writers: revisions.writers, digest: revisions.digest, cutBecause: revisions.cutBecause })
    .from(revisions)
    .where(and(eq(revisions.editionId, editionId), upTo === undefined ? undefined : sql`${revisions.id} <= ${upTo}`))
    .orderBy(revisions.id);
  return rows.map((row) => ({ ...row, digest: row.digest ?? "", cutBecause: row.cutBecause }));
}

type BaseText = { digest: string; editionId: number; baseRevisionId: number | null; owing: boolean };

/** The live text an edition began from, and whether it went live without a regular approval. */
export async function baseText(tx: Tx, revisionId: number): Promise<BaseText | null> {
  const [row] = await tx
    .select({
      digest: sql<string>`coalesce(${revisions.digest}, '')`,
      editionId: editions.id,
      baseRevisionId: editions.baseRevisionId,
      owing: sql<boolean>`${editions.emergencyReason} is not null and ${editions.countersignedAt} is null
        and ${editions.publishedRevisionId} = ${revisions.id}
        and ${editions.approvedRevisionId} is distinct from ${revisions.id}`,
    })
    .from(revisions)
    .innerJoin(editions, eq(editions.id, revisions.editionId))
    .where(eq(revisions.id, revisionId));
  return row ?? null;
}

/** Who has agreed to give readers back what an authority had withdrawn, ascending; null where that takes no two people. */
export async function restorersOf(
  tx: Tx,
  { lastLiveRevisionId, withdrawnAt, withdrawnReason }: Withdrawn,
): Promise<number[] | null> {
  if (withdrawnReason !== "authority" || !withdrawnAt || lastLiveRevisionId === null) return null;
  const rows = await tx
    .selectDistinct({ personId: approvals.personId })
    .from(approvals)
    .where(
      and(
        eq(approvals.revisionId, lastLiveRevisionId),
        eq(approvals.kind, "restore"),
        sql`${approvals.at} >= ${withdrawnAt.toISOString()}`,
      ),
    )
    .orderBy(approvals.personId);
  return rows.map((row) => row.personId);
}

type Withdrawn = Pick<Document, "lastLiveRevisionId" | "withdrawnAt" | "withdrawnReason">;

/** Whether somebody holds a deputation of somebody else today. */
export async function isDeputyOf(tx: Tx, siteId: number, deputyId: number, giverId: number): Promise<boolean> {
  const { rows } = await tx.execute<{ holds: boolean }>(sql`
    select exists (select from deputies d where d.site_id = ${siteId} and d.deputy_id = ${deputyId}
      and d.giver_id = ${giverId} and d.ended_at is null and now() between d.from_at and d.until_at) as holds`);
  return rows[0]?.holds ?? false;
}

/** Whether this very confirmation is there already, and stands. */
export async function hasConfirmed(
  tx: Tx,
  approval: Pick<typeof approvals.$inferInsert, "revisionId" | "personId" | "forPersonId" | "kind">,
): Promise<boolean> {
  const rows = await tx
    .select({ id: approvals.id })
    .from(approvals)
    .where(
      and(
        eq(approvals.revisionId, approval.revisionId),
        eq(approvals.personId, approval.personId),
        eq(approvals.kind, approval.kind),
        sql`${approvals.forPersonId} is not distinct from ${approval.forPersonId ?? null}::integer`,
        sql`not is_taken_back(${approvals})`,
      ),
    );
  return rows.length > 0;
}
