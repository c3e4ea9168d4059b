import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { batches } from "#db/schema/publishing.ts";
import type { Tx } from "#db/transaction.ts";
import type { Batch } from "./batch.ts";

/** Who looks, and on which site. */
type Looker = { siteId: number; personId: number };

/** One batch; those of which articles wait; or those that are done, the newest first, from one on. */
export type Which = { id: number } | "waiting" | { doneBefore: number | null };

/** The batches in whose articles somebody has a say, or that they made, the newest first. */
export async function findBatches(tx: Tx, looker: Looker, which: Which, limit: number): Promise<Batch[]> {
  const { siteId, personId } = looker;
  const { rows } = await tx.execute<
    Omit<Batch, "madeAt" | "confirmedAt"> & { madeAt: string; confirmedAt: string | null }
  >(sql`
    with place as materialized (${placesOf(looker)}), asked as materialized (${idsOf(looker, which, limit)})
    select b.id, to_json(b.made_at) #>> '{}' as "madeAt", maker.name as "madeBy", b.made_by = ${personId} as "isMine",
      to_json(b.confirmed_at) #>> '{}' as "confirmedAt", confirmer.name as "confirmedBy",
      counts.total, counts.waiting, counts.live, counts.returned,
      case when b.made_by <> ${personId} then counts.decided else 0 end as "waitingForMe"
    from asked join batches b on b.id = asked.id
    join people maker on maker.id = b.made_by
    left join people confirmer on confirmer.id = b.confirmed_by
    cross join lateral (
      select sum(c.total)::integer as total, sum(c.waiting)::integer as waiting, sum(c.live)::integer as live,
             sum(c.returned)::integer as returned,
             coalesce(sum(c.waiting) filter (where place.rank >= 3), 0)::integer as decided,
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

function idsOf(looker: Looker, which: Which, limit: number): SQL {
  if (which === "waiting") return sql`select distinct w.batch_id as id from batch_counts w where w.waiting > 0`;
  return "id" in which ? sql`select ${which.id}::integer as id` : doneBatches(looker, which.doneBefore, limit);
}

/** The newest that are done, of those that the looker made and of each section where they have a role. */
function doneBatches({ siteId, personId }: Looker, before: number | null, limit: number): SQL {
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
 * The first articles of a batch that wait, in the order in which they came; first those of sections that the looker
 * decides about. Whether they may confirm one is asked of the policy.
 */
export async function findWaiting(tx: Tx, looker: Looker, batchId: number, limit: number): Promise<WaitingRow[]> {
  const { siteId, personId } = looker;
  const inBatch = sql`l.batch_id = ${batchId} and l.site_id = ${siteId} and l.state = 'in_review' and l.purpose = 'migrate'`;
  const { rows } = await tx.execute<WaitingRow>(sql`
    select a.id as number, i.file_name as "fileName", a.imported_views as "importedViews",
      array(select r.from_path from redirects r where r.site_id = a.site_id and r.to_document_id = a.id order by r.id) as "oldPaths"
    from (
      (select first.* from (${placesOf(looker)}) place cross join lateral (
        select l.document_id, place.rank >= 3 and l.opened_by <> ${personId} as decides from desk_lines l
        where ${inBatch} and l.section_id = place.id order by l.document_id limit ${limit}) first
      where place.rank >= 1)
      union all
      (select l.document_id, false from desk_people g join desk_lines l on l.document_id = g.document_id
      where g.person_id = ${personId} and g.given and has_role_on_site(${personId}, ${siteId}) and ${inBatch}
        and l.section_id in (select place.id from (${placesOf(looker)}) place where place.rank = 0)
      order by l.document_id limit ${limit})
      order by decides desc, document_id limit ${limit}
    ) shown
    join documents a on a.id = shown.document_id
    join imports i on i.document_id = a.id
    order by shown.decides desc, a.id`);
  return rows;
}

/** Somebody's rank in each section of a site. */
function placesOf({ siteId, personId }: Looker): SQL {
  return sql`select s.id, rank_in_section(${personId}, s.id) as rank from sections s where s.site_id = ${siteId}`;
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
        sql`not exists (select from desk_lines l
          where l.batch_id = ${batchId} and l.state = 'in_review' and l.purpose = 'migrate')`,
      ),
    );
}
