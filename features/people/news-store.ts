import { sql } from "drizzle-orm";
import { officeEventsSeen } from "#db/schema/people.ts";
import type { Tx } from "#db/transaction.ts";
import { isInForce } from "#features/roles/in-force-store.ts";
import type { Role } from "#features/roles/roles.ts";

/** One line of what was done to accounts, as it was written down. */
export type NewsEvent = {
  id: number;
  kind: "first_administrator" | "invited" | "role_given" | "reset_asked" | "switched_on";
  personId: number;
  name: string;
  email: string;
  /** null is the operator at the machine. */
  byName: string | null;
  /** Of a role. */
  role: Role | null;
  sectionName: string | null;
  /** Until it counts when nobody agrees. */
  hours: number;
  at: Date;
};

/**
 * What lets somebody in on a site, since a person is its approver, and they have not put away; oldest first. A way in is the
 * business of every site where its person has a role, a role that of its own site.
 */
export async function newsOf(tx: Tx, siteId: number, approverId: number): Promise<NewsEvent[]> {
  const { rows } = await tx.execute<Omit<NewsEvent, "id" | "at"> & { id: string; at: string }>(sql`
    select e.id, e.kind, p.id as "personId", p.name, p.email, b.name as "byName", e.payload ->> 'role' as role,
           s.name as "sectionName", coalesce((e.payload ->> 'hours')::integer, 0) as hours, to_json(e.at) #>> '{}' as at
    from office_events e
    join people p on p.id = e.person_id
    left join people b on b.id = e.by_id
    left join sections s on s.id = (e.payload ->> 'sectionId')::integer
    where e.kind in ('first_administrator', 'invited', 'role_given', 'reset_asked', 'switched_on')
      and (e.site_id = ${siteId} or e.kind in ('reset_asked', 'switched_on') and exists (
        select from grants g where g.person_id = e.person_id and g.site_id = ${siteId} and g.ended_at is null))
      and e.at >= (select min(g.effective_from) from grants g
        where g.person_id = ${approverId} and g.site_id = ${siteId} and g.role = 'approver' and ${isInForce})
      and not exists (
        select from office_events_seen seen where seen.event_id = e.id and seen.person_id = ${approverId})
    order by e.id`);
  return rows.map((row) => ({ ...row, id: Number(row.id), at: new Date(row.at) }));
}

export async function putAway(tx: Tx, personId: number, eventIds: readonly number[]): Promise<void> {
  if (eventIds.length === 0) return;
  await tx
    .insert(officeEventsSeen)
    .values(eventIds.map((eventId) => ({ personId, eventId })))
    .onConflictDoNothing();
}
