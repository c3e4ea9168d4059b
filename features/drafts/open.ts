import type { Tx } from "#db/transaction.ts";
import { type KindName, kindOf } from "#features/kinds/kinds.ts";
import { digestOf } from "#features/long-texts/hashes.ts";
import { newSalt } from "#features/text/canonical.ts";
import { begunContent } from "#features/text/content.ts";
import type { Content } from "#features/text/kind.ts";
import type { Cut } from "#features/workflow/four-eyes.ts";
import type { StartPermit } from "#features/workflow/policy.ts";
import { giveTo, insertDocument, insertEdition, remember } from "#features/workflow/store.ts";
import type { Story } from "#features/workflow/story.ts";
import { findStory } from "#features/workflow/story-store.ts";
import { cut } from "./cut.ts";
import { withSlug } from "./slug.ts";
import { insertBuffer, nameOf, siteNameOf, writeBuffer } from "./store.ts";
import { untouchedDraft } from "./untouched-store.ts";

type Made = { siteId: number; kind: KindName; by: number };

/**
 * An empty first draft, given to its starter, who stands as its author until somebody changes it. One in which its
 * starter has typed nothing yet is taken up again: pressing twice begins one document.
 * @returns the document's number
 */
export async function openEmptyDraft(tx: Tx, permit: StartPermit): Promise<number> {
  const made: Made = permit;
  const untouched = await untouchedDraft(tx, made);
  if (untouched !== null) return untouched;
  const [name, siteName] = [await nameOf(tx, made.by), await siteNameOf(tx, made.siteId)];
  const content = begunContent(kindOf(made), { personId: made.by, name, siteName });
  const documentId = await openFirst(tx, { ...made, content, unkeptBy: [], purpose: "first" });
  await remember(tx, documentId, made.by, STARTED);
  return documentId;
}

const STARTED = { kind: "moved", move: "start", from: null, to: "draft", visibility: "never_live" } as const;

/**
 * Makes a document whose first draft is a text that was there before: a copy, or one from an older system. Both count
 * as writing, so a revision is cut at once in that person's name.
 * @returns the document's number
 */
export async function openDraftFrom(
  tx: Tx,
  made: Made & {
    content: Content;
    imported?: { views: number; batchId: number | null; migrated: boolean };
  },
): Promise<number> {
  const { siteId, kind, by, content, imported } = made;
  const because: Cut = imported ? "import" : "duplicate";
  const documentId = await openFirst(tx, {
    ...{ siteId, kind, by, content, unkeptBy: [by], batchId: imported?.batchId ?? null },
    purpose: imported?.migrated ? "migrate" : "first",
    views: imported?.views,
    migrated: imported?.migrated,
  });
  await remember(tx, documentId, by, STARTED);
  const story = await findStory(tx, siteId, documentId);
  if (story) await cut(tx, story, because, by);
  return documentId;
}

/** Opens the next edition of a document, beginning from a text that was live. */
export async function openUpdate(
  tx: Tx,
  update: {
    document: { id: number; kind: KindName };
    purpose: "revise" | "correct" | "objection";
    by: number;
    from: { id: number; kept: Content };
  },
): Promise<void> {
  const { document, purpose, by, from } = update;
  const documentId = document.id;
  const edition = await insertEdition(tx, { documentId, purpose, openedBy: by, baseRevisionId: from.id });
  await insertBuffer(tx, {
    ...{ editionId: edition.id, documentId, content: from.kept, digest: await digestOf(kindOf(document), from.kept) },
    ...{ nextSalt: newSalt(), unkeptBy: [] },
  });
  await giveTo(tx, documentId, by, by);
}

/** An address nobody typed is made from the title. Not a person's writing: it stays in the names of those who wrote. */
export async function fillSlug(tx: Tx, story: Story, fallbackWriter: number): Promise<Story> {
  const { document, open, buffer, lastRevision } = story;
  if (!open || !buffer) return story;
  const kind = kindOf(document);
  const kept = withSlug(kind, buffer.kept);
  if (kept === buffer.kept) return story;
  const text = {
    content: kept,
    digest: await digestOf(kind, kept),
    unkeptBy: buffer.unkeptBy.length > 0 ? buffer.unkeptBy : (lastRevision?.writers ?? [fallbackWriter]),
  };
  const saved = await writeBuffer(tx, open.id, text);
  return { ...story, buffer: { ...buffer, ...text, ...saved, kept, content: withSlug(kind, buffer.content) } };
}

async function openFirst(
  tx: Tx,
  made: Made & {
    content: Content;
    unkeptBy: number[];
    purpose: "first" | "migrate";
    batchId?: number | null;
    views?: number;
    migrated?: boolean;
  },
): Promise<number> {
  const { siteId, kind, by, content, unkeptBy, purpose, batchId = null } = made;
  const document = await insertDocument(tx, {
    ...{ siteId, kind, createdBy: by },
    ...{ importedViews: made.views ?? 0, migrated: made.migrated ?? false },
  });
  const edition = await insertEdition(tx, {
    documentId: document.id,
    purpose,
    openedBy: by,
    baseRevisionId: null,
    batchId,
  });
  await insertBuffer(tx, {
    ...{ editionId: edition.id, documentId: document.id, content, digest: await digestOf(kindOf(made), content) },
    ...{ nextSalt: newSalt(), unkeptBy },
  });
  await giveTo(tx, document.id, by, by);
  return document.id;
}
