import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { batches } from "#db/schema/publishing.ts";
import type { Tx } from "#db/transaction.ts";
import { type AtSite, ints, isSeen, type Ranks, withRank } from "#features/desk/lists-store.ts";
import type { BatchPermit, Closer } from "#features/workflow/policy.ts";
import type { Batch } from "./batch.ts";

/** One batch; those of which articles wait; or those that are done, the newest first, from one on. */
export type Which = { id: number } | "waiting" | { doneBefore: number | null };

/** A batch as it is kept: who made it, and how many of its articles wait in which sections (0 for a text that says none). */
export type BatchRow = Omit<Batch, "isMine" | "waitingForMe"> & {
  madeById: number;
  waitingIn: { sectionId: number; waiting: number }[];
};

/** The batches in whose articles somebody has a say, or that they made, the newest first. */
export async function findBatches(tx: Tx, looker: Ranks, which: Which, limit: number): Promise<BatchRow[]> {
  const { siteId, personId, sectionIds, ranks } = looker;
  const { rows } = await tx.execute<
    Omit<BatchRow, "madeAt" | "confirmedAt"> & { madeAt: string; confirmedAt: string | null }
  >(sql`
    with place as materialized (select * from unnest(${ints(sectionIds)}, ${ints(ranks)}) as place (id, rank)),
      asked as materialized (${idsOf(looker, which, limit)})
    select b.id, to_json(b.made_at) #>> '{}' as "madeAt", maker.name as "madeBy", b.made_by as "madeById",
      to_json(b.confirmed_at) #>> '{}' as "confirmedAt", confirmer.name as "confirmedBy",
      counts.total, counts.waiting, counts.live, counts.returned, counts."waitingIn"
    from asked join batches b on b.id = asked.id
    join people maker on maker.id = b.made_by
    left join people confirmer on confirmer.id = b.confirmed_by
    cross join lateral (
      select sum(c.total)::integer as total, sum(c.waiting)::integer as waiting, sum(c.live)::integer as live,
             sum(c.returned)::integer as returned,
             coalesce(json_agg(json_build_object('sectionId', c.section_id, 'waiting', c.waiting))
               filter (where c.waiting > 0), '[]') as "waitingIn",
             max(place.rank) filter (where c.total > 0) as rank
      from batch_counts c left join place on place.id = c.section_id where c.batch_id = b.id
    ) counts
    where b.site_id = ${siteId} and counts.total > 0 and (b.made_by = ${personId} or counts.rank >= 1)
    order by b.id desc limit ${limit}`);
  return rows.map((row) => ({
    ...row,
    madeAt: new Date(row.madeAt),
    confirmedAt: row.confirmedAt === null ? null : new Date(row.confirmedAt),
  }));
}

function idsOf(looker: AtSite, which: Which, limit: number): SQL {
  if (which === "waiting") return sql`select distinct w.batch_id as id from batch_counts w where w.waiting > 0`;
  return "id" in which ? sql`select ${which.id}::integer as id` : doneBatches(looker, which.doneBefore, limit);
}

/** The newest that are done, of those that the looker made and of each section where they have a role. */
function doneBatches({ siteId, personId }: AtSite, before: number | null, limit: number): SQL {
  const newest = (id: SQL) => sql`${before === null ? sql`true` : sql`${id} < ${before}`}
    and not exists (select from batch_counts w where w.batch_id = ${id} and w.waiting > 0)
    order by ${id} desc limit ${limit}`;
  return sql`
    (select o.id from batches o where o.site_id = ${siteId} and o.made_by = ${personId}
      and exists (select from batch_counts c where c.batch_id = o.id and c.total > 0) and ${newest(sql`o.id`)})
    union
    select there.batch_id from place cross join lateral (
      select c.batch_id from batch_counts c where c.section_id = place.id and c.total > 0 and ${newest(sql`c.batch_id`)}
    ) there where place.rank >= 1
    order by 1 desc limit ${limit}`;
}

/** An article of a batch as it came. */
export type WaitingRow = { number: number; fileName: string; importedViews: number; oldPaths: string[] };

/**
 * The first articles of a batch that wait and that somebody may see, in the order in which they came; first those of
 * sections where they decide. In each section, and of what they were given where they have no role, no more are looked at.
 */
export async function findWaiting(
  tx: Tx,
  looker: Ranks,
  { batchId, decided, limit }: { batchId: number; decided: readonly number[]; limit: number },
): Promise<WaitingRow[]> {
  const seen = sql`l.batch_id = ${batchId} and l.state = 'in_review' and l.purpose = 'migrate' and ${isSeen(looker)}`;
  const theirs = withRank(looker, 1);
  const others = looker.sectionIds.filter((id) => !theirs.includes(id));
  const { rows } = await tx.execute<WaitingRow>(sql`
    select l.document_id as number, i.file_name as "fileName", a.imported_views as "importedViews",
      array(select r.from_path from redirects r where r.site_id = a.site_id and r.to_document_id = a.id order by r.id) as "oldPaths"
    from (
      (select first.id from unnest(${ints(theirs)}) as place (id) cross join lateral (
        select l.document_id as id from desk_lines l where ${seen} and l.section_id = place.id
        order by l.document_id limit ${limit}) first)
      union all
      (select l.document_id from desk_people g join desk_lines l on l.document_id = g.document_id
      where g.person_id = ${looker.personId} and g.given and ${seen} and l.section_id = any(${ints(others)})
      order by l.document_id limit ${limit})
    ) found
    join desk_lines l on l.document_id = found.id
    join documents a on a.id = found.id
    join imports i on i.document_id = found.id
    order by l.section_id = any(${ints(decided)}) desc, l.document_id limit ${limit}`);
  return rows;
}

/** Who would close a batch, after a press that confirmed some documents: they count where they are of it. */
export async function closerOf(
  tx: Tx,
  { siteId, personId }: AtSite,
  batchId: number,
  documentIds: readonly number[],
): Promise<Closer> {
  const { rows } = await tx.execute<{ has: boolean }>(sql`
    select exists (select from approvals y join editions e on e.document_id = y.document_id and e.batch_id = ${batchId}
      where y.document_id = any(${ints(documentIds)}) and y.person_id = ${personId} and y.kind = 'approve') as has`);
  return { siteId, personId, batchId, hasConfirmed: rows[0]?.has ?? false };
}

/** Notes who confirmed the last waiting article of a batch. While some wait, nothing is noted. */
export async function closeBatch(tx: Tx, { siteId, batchId, by }: BatchPermit): Promise<void> {
  await tx
    .update(batches)
    .set({ confirmedBy: by, confirmedAt: sql`now()` })
    .where(
      and(
        eq(batches.id, batchId),
        eq(batches.siteId, siteId),
        isNull(batches.confirmedAt),
        sql`not exists (select from desk_lines l
          where l.batch_id = ${batchId} and l.state = 'in_review' and l.purpose = 'migrate')`,
      ),
    );
}
