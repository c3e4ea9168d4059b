import { and, eq, inArray, sql } from "drizzle-orm";
import { draftBuffers, draftSaves, editions } from "#db/schema/editions.ts";
import { people } from "#db/schema/people.ts";
import { revisions } from "#db/schema/revisions.ts";
import { type Given, statement } from "#db/statement.ts";
import type { Tx } from "#db/transaction.ts";
import { carriedOf } from "#features/text/carried.ts";
import type { Content, Fields, Kind } from "#features/text/kind.ts";
import { editionOf, type Permit, type TypingPermit } from "#features/workflow/policy.ts";

/** A text as the stores write it: already read, canonical, and with the salt of its next revision. */
type BufferText = { content: Content; digest: string };

/**
 * Versions count on from edition to edition: a save that was meant for an earlier one is stale, like every other.
 */
export async function insertBuffer(
  tx: Tx,
  permit: Permit,
  buffer: BufferText & { nextSalt: Buffer; unkeptBy: number[] },
): Promise<void> {
  const { documentId } = permit;
  await tx.insert(draftBuffers).values({
    ...buffer,
    documentId,
    editionId: editionOf(permit),
    contentVersion: buffer.content.version,
    version: sql`(select coalesce(max(b.version), 0) + 1 from ${editions} e join ${draftBuffers} b on b.edition_id = e.id
      where e.document_id = ${documentId})`,
  });
}

/**
 * Writes a text into the open buffer, under the edition's lock.
 * @returns the new version and when it was saved, by the database's clock
 */
export async function writeBuffer(
  tx: Tx,
  permit: Permit,
  text: BufferText & { unkeptBy: number[] },
): Promise<{ version: number; savedAt: Date }> {
  const [saved] = await writeOne(tx, valuesOf(permit, text));
  if (!saved) throw new Error(`edition ${permit.editionId} has no buffer`);
  return saved;
}

/** The same, and keeps the answer, in one statement: a save is the most frequent thing a desk does. */
export async function writeAnswered(
  tx: Tx,
  permit: TypingPermit,
  text: BufferText & { unkeptBy: number[] },
  { tabId, counter }: SaveId,
): Promise<{ version: number; savedAt: Date }> {
  const [kept] = await writeBoth(tx, { ...valuesOf(permit, text), tabId, counter, personId: permit.by });
  if (!kept) throw new Error(`edition ${permit.editionId} has no buffer`);
  return kept;
}

type Values = {
  editionId: number;
  content: Content;
  contentVersion: number;
  digest: string;
  unkeptBy: number[];
};

function valuesOf(permit: Permit, text: BufferText & { unkeptBy: number[] }): Values {
  const { content, digest, unkeptBy } = text;
  return { editionId: editionOf(permit), content, contentVersion: content.version, digest, unkeptBy };
}

function written(db: Pick<Tx, "update">, { editionId, content, contentVersion, digest, unkeptBy }: Given<Values>) {
  return db
    .update(draftBuffers)
    .set({
      content: sql`${sql.param(content, draftBuffers.content)}`,
      contentVersion: sql`${contentVersion}`,
      digest: sql`${digest}`,
      unkeptBy: sql`${unkeptBy}::integer[]`,
      version: sql`${draftBuffers.version} + 1`,
      savedAt: sql`now()`,
    })
    .where(eq(draftBuffers.editionId, editionId))
    .returning({ version: draftBuffers.version, savedAt: draftBuffers.savedAt });
}

const writeOne = statement("write_buffer", written);

const writeBoth = statement("write_answered", (db, given: Given<Values & SaveId & { personId: number }>) => {
  const saved = db.$with("saved").as(written(db, given));
  return db
    .with(saved)
    .insert(draftSaves)
    .select(
      db
        .select({
          editionId: sql`${given.editionId}::integer`.as("edition_id"),
          tabId: sql`${given.tabId}::uuid`.as("tab_id"),
          personId: sql`${given.personId}::integer`.as("person_id"),
          counter: sql`${given.counter}::integer`.as("counter"),
          version: saved.version,
          savedAt: saved.savedAt,
        })
        .from(saved),
    )
    .onConflictDoUpdate({
      target: [draftSaves.editionId, draftSaves.tabId],
      set: {
        counter: sql`excluded.counter`,
        version: sql`excluded.version`,
        savedAt: sql`excluded.saved_at`,
        personId: sql`excluded.person_id`,
      },
    })
    .returning({ version: draftSaves.version, savedAt: draftSaves.savedAt });
});

/** After a cut the buffer holds nobody's unkept words, and the next revision gets a salt of its own. */
export async function markCut(tx: Tx, permit: Permit, nextSalt: Buffer): Promise<void> {
  const own = eq(draftBuffers.editionId, editionOf(permit));
  await tx.update(draftBuffers).set({ nextSalt, unkeptBy: [] }).where(own);
}

export async function insertRevision(
  tx: Tx,
  permit: Permit,
  revision: BufferText & {
    /** Where the text says that it stands. */
    sectionId: number | null;
    salt: Buffer;
    contentHash: string;
    canonical: string;
    writers: number[];
    cutBecause: typeof revisions.$inferInsert.cutBecause;
  },
): Promise<{ id: number; contentHash: string; digest: string; writers: number[]; sectionId: number | null }> {
  const { documentId } = permit;
  const [made] = await tx
    .insert(revisions)
    .values({
      ...revision,
      documentId,
      editionId: editionOf(permit),
      contentVersion: revision.content.version,
      sectionId: sql`(select s.id from sections s join documents d on d.site_id = s.site_id
        where d.id = ${documentId} and s.id = ${revision.sectionId}::integer)`,
      number: sql`(select coalesce(max(r.number), 0) + 1 from revisions r where r.document_id = ${documentId})`,
    })
    .returning({ id: revisions.id, sectionId: revisions.sectionId });
  if (!made) throw new Error("an inserted revision comes back");
  const { contentHash, digest, writers } = revision;
  return { ...made, contentHash, digest, writers };
}

/** The answer a tab got last, if it was for this very save. */
export async function answerGiven(tx: Tx, editionId: number, tabId: string, personId: number) {
  const [row] = await findAnswer(tx, { editionId, tabId, personId });
  return row ?? null;
}

type SaveLookup = { editionId: number; tabId: string; personId: number };

const findAnswer = statement("answer_given", (db, { editionId, tabId, personId }: Given<SaveLookup>) =>
  db
    .select({ counter: draftSaves.counter, version: draftSaves.version, savedAt: draftSaves.savedAt })
    .from(draftSaves)
    .where(and(eq(draftSaves.editionId, editionId), eq(draftSaves.tabId, tabId), eq(draftSaves.personId, personId))),
);

type Tabs = { documentId: number; personId: number; tabs: readonly string[] };

/** The number of the last save of each of a person's tabs, over all editions of the article. */
export async function savesOf(tx: Tx, { documentId, personId, tabs }: Tabs): Promise<Record<string, number>> {
  if (tabs.length === 0) return {};
  const found = await tx
    .select({ tab: draftSaves.tabId, counter: sql`max(${draftSaves.counter})`.mapWith(Number) })
    .from(draftSaves)
    .innerJoin(editions, eq(editions.id, draftSaves.editionId))
    .where(
      and(eq(editions.documentId, documentId), eq(draftSaves.personId, personId), inArray(draftSaves.tabId, [...tabs])),
    )
    .groupBy(draftSaves.tabId);
  return Object.fromEntries(found.map(({ tab, counter }) => [tab, counter]));
}

/** To whom a save is answered, so that a repeat of it gets the same answer. */
export type SaveId = { tabId: string; counter: number };

export async function keepAnswer(
  tx: Tx,
  { editionId, by: personId }: TypingPermit,
  answer: SaveId & { version: number; savedAt: Date },
): Promise<void> {
  const { counter, version, savedAt } = answer;
  await tx
    .insert(draftSaves)
    .values({ ...answer, editionId, personId })
    .onConflictDoUpdate({
      target: [draftSaves.editionId, draftSaves.tabId],
      set: { counter, version, savedAt, personId },
    });
}

export async function nameOf(tx: Tx, personId: number | null): Promise<string> {
  if (personId === null) return "";
  const [row] = await tx.select({ name: people.name }).from(people).where(eq(people.id, personId));
  return row?.name ?? "";
}

/** What a revision says in the fields that its kind's updates carry. */
export async function carriedIn(tx: Tx, kind: Kind, revisionId: number): Promise<Fields> {
  const [row] = await tx
    .select({ head: sql<Fields | null>`${revisions.head}` })
    .from(revisions)
    .where(eq(revisions.id, revisionId));
  return carriedOf(kind, row?.head ?? {});
}
