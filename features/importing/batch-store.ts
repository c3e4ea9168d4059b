import { and, eq, isNull, sql } from "drizzle-orm";
import { batches } from "#db/schema/publishing.ts";
import type { Tx } from "#db/transaction.ts";
import type { Batch } from "./batch.ts";

/** Who looks, and on which site. */
type Looker = { siteId: number; personId: number };

/** The batches in whose articles somebody has a say, or that they made; those that wait first. */
export async function findBatches(tx: Tx, { siteId, personId }: Looker, batchId: number | null): Promise<Batch[]> {
  const { rows } = await tx.execute<
    Omit<Batch, "madeAt" | "confirmedAt"> & { madeAt: string; confirmedAt: string | null }
  >(sql`
    with ranks as (
      select s.id, rank_in_section(${personId}, s.id) as rank from sections s where s.site_id = ${siteId}
    )
    select b.id, to_json(b.made_at) #>> '{}' as "madeAt", maker.name as "madeBy", b.made_by = ${personId} as "isMine",
      to_json(b.confirmed_at) #>> '{}' as "confirmedAt", confirmer.name as "confirmedBy",
      count(*)::integer as total,
      count(*) filter (where e.state = 'in_review')::integer as waiting,
      count(*) filter (where e.state = 'in_review' and ranks.rank >= 3 and e.opened_by <> ${personId})::integer as "waitingForMe",
      count(*) filter (where a.visibility = 'live')::integer as live,
      count(*) filter (where e.state = 'draft')::integer as returned
    from batches b
    join people maker on maker.id = b.made_by
    left join people confirmer on confirmer.id = b.confirmed_by
    join editions e on e.batch_id = b.id
    join documents a on a.id = e.document_id
    join lateral (
      select r.section_id from revisions r where r.edition_id = e.id order by r.id desc limit 1
    ) text on true
    left join ranks on ranks.id = text.section_id
    where b.site_id = ${siteId} and ${batchId === null ? sql`true` : sql`b.id = ${batchId}`}
    group by b.id, maker.name, confirmer.name
    having b.made_by = ${personId} or max(ranks.rank) >= 1
    order by count(*) filter (where e.state = 'in_review') = 0, b.id desc`);
  return rows.map((row) => ({
    ...row,
    madeAt: new Date(row.madeAt),
    confirmedAt: row.confirmedAt === null ? null : new Date(row.confirmedAt),
  }));
}

/** An article of a batch as it came. */
export type WaitingRow = { number: number; fileName: string; importedViews: number; oldPaths: string[] };

/**
 * The first articles of a batch that wait, in the order in which they came; first those of sections that the looker
 * decides about. Whether they may confirm one is asked of the policy.
 */
export async function findWaiting(tx: Tx, looker: Looker, batchId: number, limit: number): Promise<WaitingRow[]> {
  const { siteId, personId } = looker;
  const { rows } = await tx.execute<WaitingRow>(sql`
    with ranks as (
      select s.id, rank_in_section(${personId}, s.id) as rank from sections s where s.site_id = ${siteId}
    )
    select a.id as number, i.file_name as "fileName", a.imported_views as "importedViews",
      array(select r.from_path from redirects r where r.site_id = a.site_id and r.to_document_id = a.id order by r.id) as "oldPaths"
    from editions e
    join documents a on a.id = e.document_id
    join imports i on i.document_id = a.id
    join draft_buffers d on d.edition_id = e.id
    left join ranks on ranks.id = (d.content->>'sectionId')::integer
    where e.batch_id = ${batchId} and a.site_id = ${siteId} and e.state = 'in_review'
      and may_see(coalesce(ranks.rank, 0), has_role_on_site(${personId}, ${siteId}) and exists (
        select from document_writers w where w.document_id = a.id and w.person_id = ${personId}), e.state, null, a.visibility)
    order by ranks.rank >= 3 and e.opened_by <> ${personId} desc nulls last, a.id limit ${limit}`);
  return rows;
}

/** Whether an article waits in a batch of the site. */
export async function waitsIn(tx: Tx, siteId: number, batchId: number, documentId: number): Promise<boolean> {
  const { rows } = await tx.execute<{ waits: boolean }>(sql`
    select exists (select from editions e join documents a on a.id = e.document_id
      where e.batch_id = ${batchId} and a.id = ${documentId} and a.site_id = ${siteId} and e.state = 'in_review') as waits`);
  return rows[0]?.waits ?? false;
}

/** Notes who confirmed the last waiting article of a batch. While some wait, nothing is noted. */
export async function closeBatch(tx: Tx, siteId: number, batchId: number, personId: number): Promise<void> {
  await tx
    .update(batches)
    .set({ confirmedBy: personId, confirmedAt: sql`now()` })
    .where(
      and(
        eq(batches.id, batchId),
        eq(batches.siteId, siteId),
        isNull(batches.confirmedAt),
        sql`not exists (select from editions e where e.batch_id = ${batchId} and e.state = 'in_review')`,
      ),
    );
}
