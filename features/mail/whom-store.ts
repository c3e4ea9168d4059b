import { type SQL, sql } from "drizzle-orm";
import { people } from "#db/schema/people.ts";
import type { Tx } from "#db/transaction.ts";
import { holdsOn } from "#features/roles/store.ts";
import { isMove, ofLastEvent } from "#features/workflow/last-event-store.ts";
import type { Story } from "#features/workflow/story.ts";
import { type Facts, LAST_STEPS } from "./reasons.ts";

/** Editors and approvers where a document stands or readers find it. What each may do, the policy says. */
export async function decidersOn(tx: Tx, { document, sectionId }: Story): Promise<number[]> {
  const { siteId, sectionId: liveIn } = document;
  const { rows } = await tx.execute<{ id: number }>(sql`
    select ${people.id} as id from ${people}
    where ${holdsOn(siteId, ["editor", "approver"])}
      and greatest(rank_at(${people.id}, ${siteId}, ${sectionId}::integer), rank_at(${people.id}, ${siteId}, ${liveIn}::integer)) >= 2
    order by ${people.id}`);
  return rows.map(({ id }) => id);
}

/** Those who can sign in, ascending: an address counts from when somebody there has set a password. */
export async function switchedOn(tx: Tx, personIds: readonly number[]): Promise<number[]> {
  const { rows } = await tx.execute<{ id: number }>(
    sql`select id from people where id = any(${ints(personIds)}) and switched_off_at is null
      and password_hash is not null order by id`,
  );
  return rows.map(({ id }) => id);
}

/** The last step of a document, and to whom it was handed over after it. */
export async function lastStepOf(tx: Tx, documentId: number): Promise<Pick<Facts, "lastStep" | "handedTo">> {
  const isStep = isMove(...LAST_STEPS);
  const handedAfter = sql`${isMove("hand_over")} and v.seq > coalesce(${ofLastEvent(documentId, sql`v.seq`, isStep)}, 0)`;
  const { rows } = await tx.execute<Pick<Facts, "lastStep" | "handedTo">>(sql`
    select ${ofLastEvent(documentId, sql`v.payload ->> 'move'`, isStep)} as "lastStep",
           ${ofLastEvent(documentId, sql`(v.payload ->> 'toPerson')::integer`, handedAfter)} as "handedTo"`);
  return rows[0] ?? { lastStep: null, handedTo: null };
}

export type Published = { id: number; purpose: string; baseRevisionId: number | null };

/** The edition by which readers got the text that they have; null when they have none. */
export async function publishedIn(tx: Tx, { document }: Story): Promise<Published | null> {
  const { rows } = await tx.execute<Published>(sql`
    select id, purpose, base_revision_id as "baseRevisionId" from editions
    where document_id = ${document.id} and published_revision_id = ${document.liveRevisionId}
    order by number desc limit 1`);
  return rows[0] ?? null;
}

/** What readers know a document by. */
export async function liveTitleOf(tx: Tx, documentId: number): Promise<string> {
  const { rows } = await tx.execute<{ title: string }>(sql`select title from documents where id = ${documentId}`);
  return rows[0]?.title ?? "";
}

/** On which site each document is. */
export async function sitesOf(tx: Tx, documentIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const { rows } = await tx.execute<{ id: number; siteId: number }>(
    sql`select id, site_id as "siteId" from documents where id = any(${ints(documentIds)})`,
  );
  return new Map(rows.map(({ id, siteId }) => [id, siteId]));
}

/** Whom something concerns, on which site; the thing is the number of what it is about. */
export type Recipient = { personId: number; siteId: number; thing: number };

/** Who may agree to a role that waits, and was not asked by nor is about themselves; the thing is the role. */
export async function askedAboutRole(tx: Tx, grantId: number): Promise<Recipient[]> {
  return asked(tx, sql`g.id = ${grantId} and ${WAITS}`, sql`g.id`, sql`grants g`, sql`g.given_by`);
}

/** The same of a way in for somebody, on every site where they have a role that takes two; the thing is the link. */
export async function askedAboutWayIn(tx: Tx, personId: number): Promise<Recipient[]> {
  const links = sql`grants g join one_time_links l on l.person_id = g.person_id
    and l.used_at is null and l.agreed_by is null and l.usable_from > now() and l.expires_at > now()`;
  return asked(
    tx,
    sql`g.person_id = ${personId} and is_by_two(g.role) and g.ended_at is null`,
    sql`l.id`,
    links,
    sql`l.made_by`,
  );
}

/** Who may be the second person by whom a file is erased; the thing is the asking. */
export async function askedAboutErasure(tx: Tx, eventId: number): Promise<Recipient[]> {
  const { rows } = await tx.execute<Recipient>(sql`
    select p.id as "personId", e.site_id as "siteId", e.id as thing
    from file_events e join people p on rank_anywhere(p.id, e.site_id) >= 3
    where e.id = ${eventId} and (asked_to_erase(e.site_id, e.sha256)).id = e.id and p.password_hash is not null and p.id <> e.by_id
    order by p.id`);
  return rows;
}

/** Of which file an asking for an erasure is. */
export async function fileAskedAbout(tx: Tx, eventId: number): Promise<string> {
  const { rows } = await tx.execute<{ sha256: string }>(sql`select sha256 from file_events where id = ${eventId}`);
  return rows[0]?.sha256 ?? "";
}

/** Whether somebody may still agree to it. */
export async function isStillAsked(
  tx: Tx,
  personId: number,
  about: { grantId: number | null; linkId: number | null; fileEventId: number | null },
): Promise<boolean> {
  if (about.fileEventId !== null)
    return (await askedAboutErasure(tx, about.fileEventId)).some((one) => one.personId === personId);
  const asked = about.grantId !== null ? await askedAboutRole(tx, about.grantId) : await wayInOf(tx, about.linkId);
  return asked.some((one) => one.personId === personId && one.thing === (about.grantId ?? about.linkId));
}

async function wayInOf(tx: Tx, linkId: number | null): Promise<Recipient[]> {
  const { rows } = await tx.execute<{ personId: number }>(
    sql`select person_id as "personId" from one_time_links where id = ${linkId}`,
  );
  return rows[0] ? askedAboutWayIn(tx, rows[0].personId) : [];
}

const WAITS = sql`is_by_two(g.role) and g.ended_at is null and g.agreed_by is null and g.effective_from > now()`;

/** One line a person and thing, though they answer for several sites. */
async function asked(tx: Tx, which: SQL, thing: SQL, from: SQL, askedBy: SQL): Promise<Recipient[]> {
  const { rows } = await tx.execute<Recipient>(sql`
    select distinct on (p.id, ${thing}) p.id as "personId", g.site_id as "siteId", ${thing} as thing
    from ${from} join people p on answers_for_roles(p.id, g.site_id)
    where ${which} and p.password_hash is not null and p.id <> g.person_id and p.id is distinct from ${askedBy}
    order by p.id, ${thing}, g.site_id`);
  return rows;
}

function ints(numbers: readonly number[]): SQL {
  return sql`${sql.param(`{${numbers.join(",")}}`)}::integer[]`;
}
