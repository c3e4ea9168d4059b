import { type SQL, sql } from "drizzle-orm";
import { people } from "#db/schema/people.ts";
import type { Tx } from "#db/transaction.ts";
import { holdsOn } from "#features/roles/store.ts";
import type { Recipient } from "./whom-store.ts";

/** What became of a name that was proposed: it stands, or it is readers', put aside, or another one stands in its place. */
type NameOutcome = "waits" | "agreed" | "dropped" | "replaced";

/** A name that was proposed for a section, and what that was called then. */
export type NameProposal = {
  siteId: number;
  sectionId: number;
  byId: number;
  before: string;
  after: string;
  outcome: NameOutcome;
};

/** A proposal by its number on the office's record: what came of it is the next deed about that section's name. */
export async function nameProposal(tx: Tx, id: number): Promise<NameProposal | null> {
  const { rows } = await tx.execute<NameProposal>(sql`
    select p.site_id as "siteId", (p.payload ->> 'sectionId')::integer as "sectionId", p.by_id as "byId",
      p.payload #>> '{before,name}' as before, p.payload #>> '{after,name}' as after,
      case next.kind when 'section_renamed' then 'agreed' when 'section_name_dropped' then 'dropped'
        when 'section_name_proposed' then 'replaced' else 'waits' end as outcome
    from office_events p left join lateral (
        select e.kind from office_events e
        where e.site_id = p.site_id and e.id > p.id and e.payload -> 'sectionId' = p.payload -> 'sectionId'
          and e.kind in ('section_name_proposed', 'section_renamed', 'section_name_dropped')
        order by e.id limit 1
      ) next on true
    where p.id = ${id} and p.kind = 'section_name_proposed'`);
  return rows[0] ?? null;
}

/** Who may agree to a name that stands as proposed, and has not proposed it; the thing is the proposal. */
export async function askedAboutName(tx: Tx, proposalId: number): Promise<Recipient[]> {
  const found = await nameProposal(tx, proposalId);
  if (found?.outcome !== "waits") return [];
  const { siteId, sectionId, byId } = found;
  const approves = sql`${holdsOn(siteId, ["approver"])} and rank_at(${people.id}, ${siteId}, ${sectionId}::integer) >= 3
    and ${people.id} <> ${byId}`;
  return recipients(tx, approves, siteId, proposalId);
}

/** Who proposed it, once something became of it and while they keep the sections; the thing is the proposal. */
export async function toldOfName(tx: Tx, proposalId: number): Promise<Recipient[]> {
  const found = await nameProposal(tx, proposalId);
  if (found === null || found.outcome === "waits") return [];
  const { siteId, byId } = found;
  return recipients(tx, sql`${people.id} = ${byId} and ${holdsOn(siteId, ["administrator"])}`, siteId, proposalId);
}

async function recipients(tx: Tx, which: SQL, siteId: number, thing: number): Promise<Recipient[]> {
  const { rows } = await tx.execute<{ personId: number }>(sql`
    select ${people.id} as "personId" from ${people}
    where ${people.passwordHash} is not null and ${which} order by ${people.id}`);
  return rows.map(({ personId }) => ({ personId, siteId, thing }));
}
