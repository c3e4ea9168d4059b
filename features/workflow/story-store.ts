import { and, eq, type SQL, sql } from "drizzle-orm";
import { documentKinds, documents, documentWriters } from "#db/schema/documents.ts";
import { draftBuffers, editions } from "#db/schema/editions.ts";
import { revisions } from "#db/schema/revisions.ts";
import { sections } from "#db/schema/sites.ts";
import { type Given, statement } from "#db/statement.ts";
import type { Tx } from "#db/transaction.ts";
import { kindOf } from "#features/kinds/kinds.ts";
import { upgradeContent } from "#features/text/content.ts";
import { sectionOf } from "#features/text/kind.ts";
import { DOCUMENT, EDITION } from "./columns.ts";
import type { Story } from "./story.ts";
import { textIn, textOf } from "./text-store.ts";

/**
 * Reads a document and everything a decision about it depends on, and holds its rows until the transaction ends:
 * every move and every save queues here. The document's row is locked first, then its edition's, always in that order.
 *
 * @returns null when the site has no such document
 */
export async function lockStory(tx: Tx, siteId: number, documentId: number): Promise<Story | null> {
  // A statement of its own: one that has waited for a row sees everything else as it was before the wait.
  const held = await holdDocument(tx, { siteId, documentId });
  if (held.length === 0) return null;
  const [row] = await lockRows(tx, { siteId, documentId });
  return row ? storyOf(row) : null;
}

type Which = { siteId: number; documentId: number };

const holdDocument = statement("hold_document", (db, { siteId, documentId }: Given<Which>) =>
  db
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.id, documentId), eq(documents.siteId, siteId)))
    .for("no key update"),
);
const lockRows = statement("lock_story", (db, which: Given<Which>) =>
  rowsOf(db, oneOf(which)).for("update", { of: editions }),
);
const findRows = statement("find_story", (db, which: Given<Which>) => rowsOf(db, oneOf(which)));
const findManyRows = statement("find_stories", (db, which: Given<{ siteId: number; documentIds: number[] }>) =>
  rowsOf(db, and(eq(documents.siteId, which.siteId), sql`${documents.id} = any(${which.documentIds}::integer[])`)),
);

function oneOf({ siteId, documentId }: Given<Which>) {
  return and(eq(documents.id, documentId), eq(documents.siteId, siteId));
}

/** The same without a lock, for showing. */
export async function findStory(tx: Tx, siteId: number, documentId: number): Promise<Story | null> {
  const [row] = await findRows(tx, { siteId, documentId });
  return row ? storyOf(row) : null;
}

/** Several at once, by their numbers. */
export async function findStories(
  tx: Tx,
  siteId: number,
  documentIds: readonly number[],
): Promise<ReadonlyMap<number, Story>> {
  const rows = await findManyRows(tx, { siteId, documentIds: [...documentIds] });
  return new Map(rows.map((row) => [row.document.id, storyOf(row)]));
}

/** All in one statement, because every autosave waits for it. */
function rowsOf(db: Pick<Tx, "select">, where: SQL | undefined) {
  const openElseNewest = sql`(select e.id from ${editions} e where e.document_id = ${documents.id}
    order by e.state = 'closed', e.number desc limit 1)`;
  const newestRevision = sql`(select max(r.id) from ${revisions} r where r.edition_id = ${editions.id})`;
  const writtenFor = sql`(${draftBuffers.content} ->> ${documentKinds.sectionField})::integer`;
  return db
    .select({
      document: DOCUMENT,
      edition: EDITION,
      buffer: {
        version: draftBuffers.version,
        ...textIn(draftBuffers.content),
        contentVersion: draftBuffers.contentVersion,
        digest: draftBuffers.digest,
        nextSalt: draftBuffers.nextSalt,
        unkeptBy: draftBuffers.unkeptBy,
        savedAt: draftBuffers.savedAt,
      },
      revision: {
        id: revisions.id,
        contentHash: revisions.contentHash,
        digest: revisions.digest,
        writers: revisions.writers,
        sectionId: revisions.sectionId,
      },
      keptDigest: sql<string | null>`kept_digest(${editions.id})`,
      writers: sql<number[]>`array(select w.person_id from ${documentWriters} w where w.document_id = ${documents.id})`,
      strict: sections.strict,
      // When the rows are held, not when the transaction began: what it waited for lies before it.
      now: sql`clock_timestamp()`.mapWith(editions.closedAt),
    })
    .from(documents)
    .innerJoin(documentKinds, eq(documentKinds.name, documents.kind))
    .innerJoin(editions, eq(editions.id, openElseNewest))
    .leftJoin(draftBuffers, eq(draftBuffers.editionId, editions.id))
    .leftJoin(revisions, and(eq(revisions.id, newestRevision), sql`${editions.state} <> 'closed'`))
    .leftJoin(
      sections,
      eq(
        sections.id,
        sql`case when ${editions.state} = 'closed' then coalesce(${documents.sectionId}, ${writtenFor}) else ${writtenFor} end`,
      ),
    )
    .where(where);
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function storyOf({ document, edition, buffer, revision, writers, strict, keptDigest, now }: Row): Story {
  const open = edition.state === "closed" ? null : edition;
  const kept = buffer && textOf(buffer);
  const kind = kindOf(document);
  const content = buffer && kept ? upgradeContent(kind, kept, buffer.contentVersion) : null;
  const writtenFor = content && sectionOf(kind, content);
  return {
    ...{ document, open, writers, keptDigest, now },
    lastClosed: open ? null : edition,
    buffer: buffer && kept && content ? { ...buffer, kept, content } : null,
    lastRevision: revision && { ...revision, digest: revision.digest ?? "" },
    sectionId: open ? writtenFor : (document.sectionId ?? writtenFor),
    strict: strict ?? false,
  };
}
