import { and, eq, isNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { schedules } from "#db/schema/publishing.ts";
import { sealed } from "#db/seal.ts";
import type { Tx } from "#db/transaction.ts";
import { editionOf, type MovePermit, personOf } from "#features/workflow/policy.ts";

export async function insertSchedule(
  tx: Tx,
  permit: MovePermit,
  { revisionId, dueAt }: { revisionId: number; dueAt: Date },
): Promise<void> {
  const { documentId, move, to } = permit;
  if (to !== "scheduled") throw new Error(`"${move}" sets no hour`);
  const set = { documentId, editionId: editionOf(permit), revisionId, setBy: personOf(permit) };
  await tx.insert(schedules).values(sealed(schedules, { ...set, move: "go_live", dueAt, nextTryAt: dueAt }));
}

/** Ends whatever waits for an edition. */
export async function endSchedule(tx: Tx, permit: MovePermit, outcome: "done" | "failed" | "cancelled"): Promise<void> {
  await tx
    .update(schedules)
    .set({ outcome, endedAt: sql`now()` })
    .where(and(eq(schedules.editionId, editionOf(permit)), isNull(schedules.endedAt)));
}

export type Due = {
  scheduleId: number;
  documentId: number;
  siteId: number;
  editionId: number;
  revisionId: number;
  attempts: number;
};

/**
 * Claims one schedule whose hour has come, by the database's clock. The article's row is locked first, like in every
 * move. What another instance holds, or has ended or put off since we looked, is passed over in the same statement, so
 * that one row that cannot be had hides no other.
 *
 * @param not schedules that failed in this tick already
 */
export async function claimDue(tx: Tx, not: readonly number[] = []): Promise<Due | null> {
  const { rows } = await tx.execute<Due>(sql`
    select s.id as "scheduleId", s.document_id as "documentId", a.site_id as "siteId", s.edition_id as "editionId",
           s.revision_id as "revisionId", s.attempts
    from schedules s join documents a on a.id = s.document_id
    where s.ended_at is null and s.next_try_at <= now() and s.id <> all(${sql.param([...not])}::integer[])
    order by s.next_try_at, s.id
    limit 1
    for no key update of a skip locked
    for update of s skip locked`);
  return rows[0] ?? null;
}

/** How many schedules of all sites have had their hour, by the database's clock, and are not ended. */
export async function countDue(): Promise<number> {
  const { rows } = await database("front").execute<{ due: number }>(
    sql`select count(*)::integer as due from schedules where ended_at is null and due_at <= now()`,
  );
  return rows[0]?.due ?? 0;
}

/**
 * Notes a try that did not succeed; the next comes later each time.
 * @returns false when another instance has noted one, or ended the schedule, since it was claimed
 */
export async function noteFailedTry(
  tx: Tx,
  permit: MovePermit,
  due: Due,
  sentence: string,
  waitSeconds: number,
): Promise<boolean> {
  const noted = await tx
    .update(schedules)
    .set({
      attempts: sql`${schedules.attempts} + 1`,
      error: sentence,
      nextTryAt: sql`now() + make_interval(secs => ${waitSeconds})`,
    })
    .where(
      and(
        eq(schedules.id, due.scheduleId),
        eq(schedules.editionId, editionOf(permit)),
        eq(schedules.attempts, due.attempts),
        isNull(schedules.endedAt),
      ),
    )
    .returning({ id: schedules.id });
  return noted.length === 1;
}
