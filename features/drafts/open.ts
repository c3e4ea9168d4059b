import { transactionNow } from "#db/now.ts";
import type { Tx } from "#db/transaction.ts";
import { kindOf } from "#features/kinds/kinds.ts";
import { digestOf } from "#features/long-texts/hashes.ts";
import { siteName } from "#features/sites/sites-store.ts";
import { freeWeek } from "#features/sites/weeks-store.ts";
import { newSalt } from "#features/text/canonical.ts";
import { begunContent } from "#features/text/content.ts";
import type { Content } from "#features/text/kind.ts";
import type { Cut } from "#features/workflow/four-eyes.ts";
import { type MovePermit, type Permit, personOf, type StartPermit } from "#features/workflow/policy.ts";
import { giveTo, insertDocument, insertEdition, remember } from "#features/workflow/store.ts";
import type { Story } from "#features/workflow/story.ts";
import { findStory } from "#features/workflow/story-store.ts";
import { cut, openTo } from "./cut.ts";
import { withSlug } from "./slug.ts";
import { insertBuffer, nameOf, writeBuffer } from "./store.ts";
import { untouchedDraft } from "./untouched-store.ts";

/**
 * An empty first draft, given to its starter, who stands as its author until somebody changes it. One in which its
 * starter has typed nothing yet is taken up again: pressing twice begins one document.
 * @returns the document's number
 */
export async function openEmptyDraft(tx: Tx, permit: StartPermit): Promise<number> {
  const { siteId, by } = permit;
  const untouched = await untouchedDraft(tx, permit);
  if (untouched !== null) return untouched;
  const [name, site] = [await nameOf(tx, by), await siteName(tx, siteId)];
  const kind = kindOf(permit);
  const week = kind.ofWeek === undefined ? undefined : await freeWeek(tx, siteId, await transactionNow(tx));
  const content = begunContent(kind, { personId: by, name, siteName: site, week });
  const begun = await openFirst(tx, permit, { content, unkeptBy: [], purpose: "first" });
  await remember(tx, begun, STARTED);
  return begun.documentId;
}

/**
 * A first draft that begins with what somebody has said elsewhere, such as a reader's question. The words stand in the name of whoever
 * begins it, who answers for them.
 * @param said fields of the text that are not as in an empty one
 */
export async function openDraftWith(tx: Tx, permit: StartPermit, said: object): Promise<number> {
  const { siteId, by } = permit;
  const [name, site] = [await nameOf(tx, by), await siteName(tx, siteId)];
  const content = { ...begunContent(kindOf(permit), { personId: by, name, siteName: site }), ...said };
  const begun = await openFirst(tx, permit, { content, unkeptBy: [by], purpose: "first" });
  await remember(tx, begun, STARTED);
  return begun.documentId;
}

const STARTED = { kind: "moved", move: "start", from: null, to: "draft", visibility: "never_live" } as const;

/**
 * Makes a document whose first draft is a text that was there before: a copy, or one from an older system. Both count
 * as writing, so a revision is cut at once in that person's name.
 * @returns the permit for it
 */
export async function openDraftFrom(tx: Tx, permit: StartPermit, { content, imported }: Brought): Promise<Permit> {
  const because: Cut = imported ? "import" : "duplicate";
  const begun = await openFirst(tx, permit, {
    ...{ content, unkeptBy: [permit.by], batchId: imported?.batchId ?? null },
    purpose: imported?.migrated ? "migrate" : "first",
    views: imported?.views,
    migrated: imported?.migrated,
  });
  await remember(tx, begun, STARTED);
  const story = await findStory(tx, begun.siteId, begun.documentId);
  if (story) await cut(tx, begun, story, because);
  return begun;
}

/** A text that was there before, and what is known of it where it comes from an older system. */
export type Brought = {
  content: Content;
  imported?: { views: number; batchId: number | null; migrated: boolean };
};

/** Opens the next edition of a document, beginning from a text that was live. */
export async function openUpdate(
  tx: Tx,
  permit: MovePermit,
  { purpose, from }: { purpose: "revise" | "correct" | "objection"; from: { id: number; kept: Content } },
): Promise<void> {
  const opened = await insertEdition(tx, permit, { purpose, baseRevisionId: from.id });
  const digest = await digestOf(kindOf(permit), from.kept);
  await insertBuffer(tx, opened, { content: from.kept, digest, nextSalt: newSalt(), unkeptBy: [] });
  await giveTo(tx, opened, personOf(opened));
}

/** An address nobody typed is made from the title. Not a person's writing: it stays in the names of those who wrote. */
export async function fillSlug(tx: Tx, permit: Permit, story: Story): Promise<Story> {
  const { document, buffer, lastRevision } = story;
  openTo(permit, story);
  if (!buffer) return story;
  const kind = kindOf(document);
  const kept = withSlug(kind, buffer.kept);
  if (kept === buffer.kept) return story;
  const text = {
    content: kept,
    digest: await digestOf(kind, kept),
    unkeptBy: buffer.unkeptBy.length > 0 ? buffer.unkeptBy : (lastRevision?.writers ?? [personOf(permit)]),
  };
  const saved = await writeBuffer(tx, permit, text);
  return { ...story, buffer: { ...buffer, ...text, ...saved, kept, content: withSlug(kind, buffer.content) } };
}

async function openFirst(
  tx: Tx,
  permit: StartPermit,
  made: {
    content: Content;
    unkeptBy: number[];
    purpose: "first" | "migrate";
    batchId?: number | null;
    views?: number;
    migrated?: boolean;
  },
): Promise<Permit> {
  const { content, unkeptBy, purpose, batchId = null, views = 0, migrated = false } = made;
  const document = await insertDocument(tx, permit, { importedViews: views, migrated });
  const begun = await insertEdition(tx, document, { purpose, baseRevisionId: null, batchId });
  const digest = await digestOf(kindOf(permit), content);
  await insertBuffer(tx, begun, { content, digest, nextSalt: newSalt(), unkeptBy });
  await giveTo(tx, begun, permit.by);
  return begun;
}
