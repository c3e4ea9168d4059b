import { type SQL, sql } from "drizzle-orm";
import { people } from "#db/schema/people.ts";
import type { Tx } from "#db/transaction.ts";
import { DAYS_AHEAD } from "#features/files/rights.ts";
import { holdsOn } from "#features/roles/store.ts";

/** Of a file `f`: its licence ends within the days in which people are told of it, and has not ended. */
const ENDS_SOON = sql`f.licence_end is not null and not f.erased and f.binned_at is null
  and f.licence_end between today_here() and today_here() + ${DAYS_AHEAD}::integer`;

/**
 * Writes down of which files it is noticed today that their licences end soon, each once for the day on which it ends.
 * @returns the sites of all of which it was noticed today, and the day as yyyy-mm-dd
 */
export async function noticeLicences(tx: Tx): Promise<{ siteIds: number[]; day: string }> {
  await tx.execute(sql`
    insert into licence_notices (file_id, licence_end, noticed_on)
    select f.id, f.licence_end, today_here() from files f where ${ENDS_SOON} order by f.id
    on conflict do nothing`);
  const { rows } = await tx.execute<{ siteIds: number[]; day: string }>(sql`
    select array(select distinct f.site_id from licence_notices n join files f on f.id = n.file_id
      where n.noticed_on = today_here() order by 1) as "siteIds", today_here()::text as day`);
  const [noticed] = rows;
  if (!noticed) throw new Error("a statement without a table has a row");
  return noticed;
}

/** Those who decide what a site shows. */
const decides = (siteId: number): SQL => holdsOn(siteId, ["editor", "approver"]);

/** Whom what was noticed on a site that day concerns: its editors and approvers, and whoever brought such a file and still writes there. */
export async function toldOfLicences(tx: Tx, siteId: number, day: string): Promise<number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    select ${people.id} as id from ${people}
    where ${people.passwordHash} is not null and (${decides(siteId)} or (${holdsOn(siteId, ["reporter"])} and exists (
      select from licence_notices n join files f on f.id = n.file_id
      where n.noticed_on = ${day}::date and f.site_id = ${siteId} and f.uploaded_by = ${people.id})))
    order by ${people.id}`);
  return rows.map(({ id }) => id);
}

/** Licences that end soon, for one person: how many, the first day on which one ends, and what some of the files are called. */
export type Ending = { total: number; first: string; called: string[]; isOwn: boolean };

/** So many are named. */
const NAMED = 5;

/** What of that day's notices still holds for somebody; null where nothing does, or nothing of it is theirs to know. */
export async function endingFor(tx: Tx, siteId: number, personId: number, day: string): Promise<Ending | null> {
  const { rows } = await tx.execute<{ called: string; end: string; total: number; isOwn: boolean }>(sql`
    select coalesce(nullif(f.caption, ''), f.name) as called, f.licence_end::text as end, (count(*) over ())::integer as total,
      not ${decides(siteId)} as "isOwn"
    from licence_notices n join files f on f.id = n.file_id and f.licence_end = n.licence_end
      join ${people} on ${people.id} = ${personId}
    where n.noticed_on = ${day}::date and f.site_id = ${siteId} and ${ENDS_SOON}
      and (${decides(siteId)} or (f.uploaded_by = ${people.id} and ${holdsOn(siteId, ["reporter"])}))
    order by f.licence_end, f.id limit ${NAMED}`);
  const [first] = rows;
  if (!first) return null;
  return { total: first.total, first: first.end, called: rows.map(({ called }) => called), isOwn: first.isOwn };
}
