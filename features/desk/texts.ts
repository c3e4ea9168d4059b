import { transaction } from "#db/transaction.ts";
import type { Known } from "#features/drafts/known.ts";
import { tagsOf } from "#features/drafts/options-store.ts";
import { notesWith, sectionTree } from "#features/reading/queries.ts";
import { pathTo } from "#features/reading/tree.ts";
import type { LiveArticle } from "#features/reading/types.ts";
import type { Comparison } from "#features/text/compare.ts";
import { type Content, upgradeContent } from "#features/text/content.ts";
import { ownNote } from "#features/text/notes.ts";
import { compareTexts } from "#features/text/on-thread.ts";
import { revisionText } from "#features/workflow/store.ts";
import type { DeskArticle } from "./desk-article.ts";

/** Which text of an article is looked at: the one being written, the one readers have, or an earlier version. */
export type Which = "open" | "live" | number;

/** A text in the shape of the reader's page, with the hash it goes by; null when there is no such text. */
export async function previewOf(
  siteId: number,
  article: DeskArticle,
  which: Which,
): Promise<{ article: LiveArticle; hash: string } | null> {
  const text = await textOf(article, which);
  if (!text) return null;
  const [tree, tags] = await Promise.all([sectionTree(siteId), tagsOf(siteId)]);
  const { content, hash, revisionId } = text;
  return {
    hash,
    article: {
      number: article.number,
      content,
      corrections: await notesWith(article.number, {
        ...{ edition: editionOf(article, revisionId), revisionId, correction: content.correction },
      }),
      sectionPath: pathTo(tree, content.sectionId),
      tags: content.tagIds.flatMap((id) => tags.filter((tag) => tag.id === id)),
      // An imported text will stand at the date it had.
      shownAt: article.story.article.shownAt ?? (content.datedAt === null ? null : new Date(content.datedAt)),
      updatedAt: null,
      views: null,
    },
  };
}

/** What a text is compared with. */
export type Base = { since: Known["because"] /** Null is the text in the buffer itself. */; revisionId: number | null };

type Changes = { before: Content; after: Content; comparison: Comparison };

/** What changed in a text since another one; null when one of the two is not there. */
export async function changesSince(
  article: DeskArticle,
  shown: "open" | "live",
  { revisionId }: Base,
): Promise<Changes | null> {
  const [after, before] = await Promise.all([textOf(article, shown), textOf(article, revisionId ?? shown)]);
  if (!before || !after) return null;
  // A note that readers have already is not this text's own.
  const correction = ownNote(before.content.correction, shown === "open" ? article.about.noteBefore : "");
  const contents = { before: { ...before.content, correction }, after: after.content };
  return { ...contents, comparison: await compareTexts(contents.before, contents.after) };
}

/**
 * Whether this person is asked to sign the text that is shown, or looks at one that was signed: they see first what
 * changed since the text they know.
 */
export function signs({ story, moves }: DeskArticle, shown: "open" | "live"): boolean {
  return shown === "live" ? moves.includes("countersign") : story.open !== null && story.open.state !== "draft";
}

/** The texts there are to compare with, each once: the one that this person has to be shown first, then the others. */
export function basesOf(article: DeskArticle, shown: "open" | "live"): Base[] {
  const { story, about } = article;
  const known = shown === "live" ? article.live?.known : article.known;
  const bases: Base[] = [];
  if (signs(article, shown) && known) bases.push({ since: known.because, revisionId: known.revisionId });
  if (shown === "open" && story.open) {
    if (about.returnedRevisionId !== null) bases.push({ since: "returned", revisionId: about.returnedRevisionId });
    if (story.open.baseRevisionId !== null) bases.push({ since: "live", revisionId: story.open.baseRevisionId });
  }
  return bases.filter(({ revisionId }, at) => bases.findIndex((one) => one.revisionId === revisionId) === at);
}

type Text = { content: Content; hash: string; revisionId: number | null };

async function textOf(article: DeskArticle, which: Which): Promise<Text | null> {
  if (which === "open") {
    return article.text && { content: article.text.content, hash: article.hash ?? "", revisionId: null };
  }
  const id = which === "live" ? (article.live?.revisionId ?? null) : which;
  return id === null ? null : versionText(article.number, id);
}

/** An old body in the vocabulary of today. */
async function versionText(articleId: number, revisionId: number): Promise<Text | null> {
  const row = await transaction((tx) => revisionText(tx, articleId, revisionId));
  if (!row?.content) return null;
  return { content: upgradeContent(row.content, row.contentVersion), hash: row.contentHash, revisionId };
}

function editionOf({ story, versions }: DeskArticle, revisionId: number | null): number {
  const open = (story.open ?? story.lastClosed)?.number ?? 1;
  return versions.find(({ id }) => id === revisionId)?.edition ?? open;
}
