import type { Tx } from "#db/transaction.ts";
import { newSalt } from "#features/text/canonical.ts";
import { type Content, emptyContent } from "#features/text/content.ts";
import { digestOf } from "#features/text/hashes.ts";
import type { Cut } from "#features/workflow/four-eyes.ts";
import { giveTo, insertArticle, insertEdition, remember } from "#features/workflow/store.ts";
import type { Story } from "#features/workflow/story.ts";
import { findStory } from "#features/workflow/story-store.ts";
import { cut } from "./cut.ts";
import { withSlug } from "./slug.ts";
import { insertBuffer, nameOf, writeBuffer } from "./store.ts";
import { untouchedDraft } from "./untouched-store.ts";

/**
 * An empty first draft, given to its starter, who stands as its author until somebody changes it. One in which its
 * starter has typed nothing yet is taken up again: pressing twice begins one article.
 * @returns the article's number
 */
export async function openEmptyDraft(tx: Tx, made: { siteId: number; by: number }): Promise<number> {
  const untouched = await untouchedDraft(tx, made);
  if (untouched !== null) return untouched;
  const name = await nameOf(tx, made.by);
  const content = { ...emptyContent(), byline: { hidden: false, names: [{ name, post: "", personId: made.by }] } };
  const articleId = await openFirst(tx, { ...made, content, lastWriterId: null, purpose: "first" });
  await remember(tx, articleId, made.by, {
    kind: "moved",
    move: "start",
    from: null,
    to: "draft",
    visibility: "never_live",
  });
  return articleId;
}

/**
 * Makes an article whose first draft is a text that was there before: a copy, or one from an older system. Both count
 * as writing, so a revision is cut at once in that person's name.
 * @returns the article's number
 */
export async function openDraftFrom(
  tx: Tx,
  made: {
    siteId: number;
    by: number;
    content: Content;
    imported?: { views: number; batchId: number | null; migrated: boolean };
  },
): Promise<number> {
  const { siteId, by, content, imported } = made;
  const because: Cut = imported ? "import" : "duplicate";
  const articleId = await openFirst(tx, {
    ...{ siteId, by, content, lastWriterId: by, batchId: imported?.batchId ?? null },
    purpose: imported?.migrated ? "migrate" : "first",
    views: imported?.views,
    migrated: imported?.migrated,
  });
  await remember(tx, articleId, by, {
    kind: "moved",
    move: "start",
    from: null,
    to: "draft",
    visibility: "never_live",
  });
  const story = await findStory(tx, siteId, articleId);
  if (story) await cut(tx, story, because, by);
  return articleId;
}

/** Opens the next edition of an article, beginning from a text that was live. */
export async function openUpdate(
  tx: Tx,
  update: {
    articleId: number;
    purpose: "revise" | "correct" | "objection";
    by: number;
    from: { id: number; content: Content };
  },
): Promise<void> {
  const { articleId, purpose, by, from } = update;
  const edition = await insertEdition(tx, { articleId, purpose, openedBy: by, baseRevisionId: from.id });
  await insertBuffer(tx, {
    ...{ editionId: edition.id, articleId, content: from.content, digest: await digestOf(from.content) },
    ...{ nextSalt: newSalt(), lastWriterId: null },
  });
  await giveTo(tx, articleId, by, by);
}

/** An address nobody typed is made from the headline. Not a person's writing: it stays in the last writer's name. */
export async function fillSlug(tx: Tx, story: Story, fallbackWriter: number): Promise<Story> {
  const { open, buffer, lastRevision } = story;
  if (!open || !buffer || buffer.content.slug !== "") return story;
  const kept = withSlug(buffer.kept);
  const text = {
    content: kept,
    digest: await digestOf(kept),
    lastWriterId: buffer.lastWriterId ?? lastRevision?.writerId ?? fallbackWriter,
  };
  const saved = await writeBuffer(tx, open.id, text);
  return { ...story, buffer: { ...buffer, ...text, ...saved, kept, content: withSlug(buffer.content) } };
}

async function openFirst(
  tx: Tx,
  made: {
    siteId: number;
    by: number;
    content: Content;
    lastWriterId: number | null;
    purpose: "first" | "migrate";
    batchId?: number | null;
    views?: number;
    migrated?: boolean;
  },
): Promise<number> {
  const { siteId, by, content, lastWriterId, purpose, batchId = null } = made;
  const article = await insertArticle(tx, siteId, by, {
    importedViews: made.views ?? 0,
    migrated: made.migrated ?? false,
  });
  const edition = await insertEdition(tx, {
    articleId: article.id,
    purpose,
    openedBy: by,
    baseRevisionId: null,
    batchId,
  });
  await insertBuffer(tx, {
    ...{ editionId: edition.id, articleId: article.id, content, digest: await digestOf(content) },
    ...{ nextSalt: newSalt(), lastWriterId },
  });
  await giveTo(tx, article.id, by, by);
  return article.id;
}
