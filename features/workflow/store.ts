import { and, desc, eq, inArray, isNotNull, ne, type Placeholder, type SQL, sql } from "drizzle-orm";
import { documents, documentWriters } from "#db/schema/documents.ts";
import { editions } from "#db/schema/editions.ts";
import { people } from "#db/schema/people.ts";
import { approvals, events, revisions } from "#db/schema/revisions.ts";
import { sealed } from "#db/seal.ts";
import { type Given, statement } from "#db/statement.ts";
import type { Tx } from "#db/transaction.ts";
import { type KindName, kindOf } from "#features/kinds/kinds.ts";
import { type Happening, nextEvent } from "./history.ts";
import type { State, Visibility } from "./machine.ts";
import {
  type Asker,
  editionOf,
  inDocument,
  inEdition,
  type MovePermit,
  type Permit,
  personOf,
  type Starter,
  type StartPermit,
} from "./policy.ts";
import type { Edition, Story } from "./story.ts";
import { textIn, textOf } from "./text-store.ts";

/**
 * What somebody is to a document: in the section it is written for, in the one where readers find it, whether they were
 * given it, and whether they may know of it at all.
 */
export async function heldRolesOf(tx: Tx, personId: number, story: Story): Promise<HeldRoles> {
  const { document, sectionId, open, lastClosed, writers } = story;
  const [held] = await askHeldRoles(tx, {
    ...{
      personId,
      siteId: document.siteId,
      sectionId,
      liveIn: document.sectionId,
      isGiven: writers.includes(personId),
    },
    ...{ state: open?.state ?? null, outcome: lastClosed?.outcome ?? null, visibility: document.visibility },
  });
  if (!held) throw new Error("what somebody is comes back");
  return held;
}

type HeldRoles = Omit<Extract<Asker, { kind: "person" }>, "kind" | "personId">;
type Stood = {
  personId: number;
  siteId: number;
  sectionId: number | null;
  liveIn: number | null;
  isGiven: boolean;
  state: State | null;
  outcome: string | null;
  visibility: Visibility;
};

const askHeldRoles = statement("held_roles_of", (db, given: Given<Stood>) => {
  const { personId, siteId, sectionId, liveIn, isGiven, state, outcome, visibility } = given;
  return db
    .select({
      rank: sql<number>`s.rank`,
      liveRank: sql<number>`s.live_rank`,
      isWriter: sql<boolean>`s.is_writer`,
      sees: sql<boolean>`may_see(greatest(s.rank, s.live_rank), s.is_writer, ${state}::text, ${outcome}::text, ${visibility}::text)`,
    })
    .from(sql`(
      select here.rank, here.is_writer,
             case when ${liveIn}::integer is null or ${liveIn}::integer is not distinct from ${sectionId}::integer
               then here.rank else ${rankIn(personId, siteId, liveIn)} end as live_rank
      from (
        select ${rankIn(personId, siteId, sectionId)} as rank,
               ${isGiven}::boolean and has_role_on_site(${personId}, ${siteId}) as is_writer
        offset 0
      ) here
      offset 0
    ) s`);
});

function rankIn(personId: Value<number>, siteId: Value<number>, sectionId: Value<number | null>): SQL<number> {
  return sql<number>`rank_at(${personId}, ${siteId}, ${sectionId}::integer)`;
}

type Value<V> = V | Placeholder<string, V>;

/** Whether somebody may write anywhere on a site at all. */
export async function mayWriteSomewhere(tx: Tx, personId: number, siteId: number): Promise<boolean> {
  const { rows } = await tx.execute<{ may: boolean }>(sql`select has_role_on_site(${personId}, ${siteId}) as may`);
  return rows[0]?.may ?? false;
}

/**
 * What somebody is who would begin a document of a kind, and whether the site has the only one that it can have.
 *
 * @param there the section of the text that they bring along, null being the site as a whole
 */
export async function starterOf(
  tx: Tx,
  { siteId, personId }: { siteId: number; personId: number },
  kind: KindName,
  there?: { sectionId: number | null },
): Promise<Starter> {
  const { rows } = await tx.execute<Omit<Starter, "siteId" | "personId">>(sql`
    select has_role_on_site(${personId}, ${siteId}) as "mayWrite", rank_on_site(${personId}, ${siteId}) as "rankOnSite",
           ${there ? rankIn(personId, siteId, there.sectionId) : sql`null`} as "rankThere",
           k.single and exists (select from documents d where d.site_id = ${siteId} and d.kind = k.name) as "hasOne"
    from document_kinds k where k.name = ${kind}`);
  const [row] = rows;
  if (!row) throw new Error(`the database knows no kind ${kind}`);
  return { siteId, personId, ...row, rankThere: there && row.rankThere };
}

/** What is said of whoever cannot sign in, where somebody would give them a text or a question. */
export const NEVER_SIGNED_IN =
  "Người này chưa từng đặt mật khẩu nên chưa vào được Trang biên tập; cần chọn người khác, hoặc nhờ người quản trị gửi lại liên kết trước.";

/** Whether somebody has a password: who never set one cannot come in and write. */
export async function canSignIn(tx: Tx, personId: number): Promise<boolean> {
  const [row] = await tx
    .select({ hasPassword: isNotNull(people.passwordHash) })
    .from(people)
    .where(eq(people.id, personId));
  return Boolean(row?.hasPassword);
}

/**
 * The database's clock at this moment, not at the transaction's beginning: what waited for a row lies behind what it
 * waited for. Deadlines are decided by it, because instances' clocks differ.
 */
async function databaseNow(tx: Tx): Promise<Date> {
  const { rows } = await tx.execute<{ now: string }>(sql`select to_json(clock_timestamp()) #>> '{}' as now`);
  return new Date(rows[0]?.now ?? Number.NaN);
}

/** @returns the permit for the document that was made */
export async function insertDocument(
  tx: Tx,
  permit: StartPermit,
  made: { importedViews: number; migrated: boolean },
): Promise<Permit> {
  const { siteId, kind, by, sisterOfId } = permit;
  const { sister: language = "vi" } = kindOf({ kind });
  const [document] = await tx
    .insert(documents)
    .values({ ...made, siteId, kind, createdBy: by, sisterOfId, language })
    .returning({ id: documents.id });
  if (!document) throw new Error("an inserted document comes back");
  return inDocument(permit, document.id);
}

/**
 * Opens an edition. The number follows the article's last one.
 * @returns the permit for the edition that was opened
 */
export async function insertEdition(
  tx: Tx,
  permit: Permit,
  edition: { purpose: Edition["purpose"]; baseRevisionId: number | null; batchId?: number | null },
): Promise<Permit> {
  const { documentId } = permit;
  const [made] = await tx
    .insert(editions)
    .values({
      ...edition,
      documentId,
      openedBy: personOf(permit),
      number: sql`(select coalesce(max(e.number), 0) + 1 from editions e where e.document_id = ${documentId})`,
    })
    .returning({ id: editions.id });
  if (!made) throw new Error("an inserted edition comes back");
  return inEdition(permit, made.id);
}

/** What a move writes on its edition, beside the state. */
export type EditionChange = Partial<
  Pick<
    typeof editions.$inferInsert,
    | "submittedBy"
    | "submittedAt"
    | "returnedRevisionId"
    | "returnReason"
    | "returnWords"
    | "approvedRevisionId"
    | "publishedRevisionId"
    | "outcome"
    | "closedAt"
    | "closedBy"
    | "emergencyReason"
    | "countersignedAt"
    | "countersignedBy"
  >
>;

/** Takes the proof, not the ids: it cannot be called without asking. */
export async function applyMove(tx: Tx, permit: MovePermit, change: EditionChange): Promise<void> {
  const editionId = editionOf(permit);
  const state = permit.to ?? undefined;
  const moved = await tx
    .update(editions)
    .set({ ...change, ...(state ? { state } : {}) })
    .where(and(eq(editions.id, editionId), eq(editions.documentId, permit.documentId)))
    .returning({ id: editions.id });
  if (moved.length !== 1) throw new Error(`edition ${editionId} is not of document ${permit.documentId}`);
}

/** Adds the next line to a document's chain, under the document's lock. */
export async function remember(tx: Tx, permit: Permit, happening: Happening): Promise<void> {
  const { documentId, by: actorId } = permit;
  const [last] = await tx
    .select({ seq: events.seq, hash: events.hash })
    .from(events)
    .where(eq(events.documentId, documentId))
    .orderBy(desc(events.seq))
    .limit(1);
  const at = await databaseNow(tx);
  await tx.insert(events).values(sealed(events, nextEvent(last ?? null, { documentId, actorId, at, happening })));
}

/** What the move says of a text, in the name of whoever makes it. @throws when it says nothing of one: a bug */
export async function insertApproval(
  tx: Tx,
  permit: MovePermit,
  of: { revisionId: number; contentHash: string; forPersonId: number | null },
): Promise<void> {
  const { documentId, move, rule } = permit;
  if (!rule.signs) throw new Error(`"${move}" confirms nothing`);
  const approval = { ...of, documentId, personId: personOf(permit), kind: rule.signs };
  await tx.insert(approvals).values(sealed(approvals, approval));
}

export async function revisionText(tx: Tx, documentId: number, revisionId: number) {
  const [row] = await tx
    .select({
      id: revisions.id,
      editionId: revisions.editionId,
      ...textIn(revisions.content),
      contentVersion: revisions.contentVersion,
      contentHash: revisions.contentHash,
      digest: revisions.digest,
      sectionId: revisions.sectionId,
    })
    .from(revisions)
    .where(and(eq(revisions.id, revisionId), eq(revisions.documentId, documentId)));
  return row ? { ...row, content: textOf(row) } : null;
}

export async function giveTo(tx: Tx, { documentId, by: givenBy }: Permit, personId: number): Promise<void> {
  await tx.insert(documentWriters).values({ documentId, personId, givenBy }).onConflictDoNothing();
}

/** Handing over: the new writer in, the one who hands over out; everybody else stays. */
export async function takeFrom(tx: Tx, { documentId }: Permit, personId: number): Promise<void> {
  await tx
    .delete(documentWriters)
    .where(and(eq(documentWriters.documentId, documentId), eq(documentWriters.personId, personId)));
}

/** The edition that published what is live now without a regular approval. */
export async function owedEdition(tx: Tx, documentId: number, revisionId: number): Promise<number | null> {
  const [row] = await tx
    .select({ id: editions.id })
    .from(editions)
    .where(
      and(
        eq(editions.documentId, documentId),
        eq(editions.publishedRevisionId, revisionId),
        ne(editions.emergencyReason, ""),
      ),
    );
  return row?.id ?? null;
}

/** Names of people, in the order asked for. */
export async function namesOf(tx: Tx, ids: readonly number[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...ids]));
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return ids.map((id) => names.get(id) ?? "");
}
