import { and, eq, sql } from "drizzle-orm";
import { people } from "#db/schema/people.ts";
import type { Tx } from "#db/transaction.ts";
import { record } from "#features/office/store.ts";
import { holdsOn } from "#features/roles/store.ts";
import type { Name } from "#features/sites/names.ts";
import type { NamingPermit } from "#features/workflow/policy.ts";
import type { NameDeed } from "./types.ts";

/** What was done last about the name of each section of a site of which something was: what stands as proposed is the last of its section. */
export async function lastDeeds(tx: Pick<Tx, "execute">, siteId: number): Promise<NameDeed[]> {
  const { rows } = await tx.execute<NameDeed>(sql`
    select last.id::integer as id, last.kind, (last.payload ->> 'sectionId')::integer as "sectionId",
      last.payload -> 'before' as before, last.payload -> 'after' as after, to_json(last.at) #>> '{}' as at,
      last.by_id as "byId", doer.name as by, coalesce(proposer.name, doer.name) as "proposedBy"
    from (
      select distinct on (e.payload -> 'sectionId') e.* from office_events e
      where e.site_id = ${siteId} and e.kind in ('section_name_proposed', 'section_renamed', 'section_name_dropped')
      order by e.payload -> 'sectionId', e.id desc
    ) last
    join people doer on doer.id = last.by_id
    left join office_events proposal on proposal.id = (last.payload ->> 'proposalId')::bigint
    left join people proposer on proposer.id = proposal.by_id`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** Whether somebody is administrator of a site. */
export async function administers(tx: Tx, siteId: number, personId: number): Promise<boolean> {
  const found = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), holdsOn(siteId, ["administrator"])));
  return found.length > 0;
}

/** Takes the proof, not the ids: it cannot be called without asking. @returns the number of the proposal */
export async function writeProposal(
  tx: Tx,
  { siteId, sectionId, by }: NamingPermit,
  before: Name,
  after: Name,
): Promise<number> {
  return record(tx, { siteId, byId: by, kind: "section_name_proposed", payload: { sectionId, before, after } });
}

/** The same. */
export async function writeDropped(
  tx: Tx,
  { siteId, sectionId, by }: NamingPermit,
  { id, before, after }: NameDeed,
): Promise<void> {
  const payload = { sectionId, proposalId: id, before, after };
  await record(tx, { siteId, byId: by, kind: "section_name_dropped", payload });
}
