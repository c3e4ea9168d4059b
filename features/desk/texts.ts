import { transaction } from "#db/transaction.ts";
import { tagsOf } from "#features/drafts/options-store.ts";
import { notesWith, sectionTree } from "#features/reading/queries.ts";
import { pathTo } from "#features/reading/tree.ts";
import type { LiveArticle } from "#features/reading/types.ts";
import { type Comparison, compare } from "#features/text/compare.ts";
import { type Content, upgradeContent } from "#features/text/content.ts";
import { ownNote } from "#features/text/notes.ts";
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

/** What a text under review is compared with. */
export type Since = "returned" | "live";

type Changes = { since: Since; before: Content; after: Content; comparison: Comparison };

/** What changed in the open text since it was sent back, or since what readers have; null when there is nothing to compare. */
export async function changesSince(article: DeskArticle, since: Since): Promise<Changes | null> {
  const id = baseOf(article, since);
  const text = id === null ? null : await versionText(article.number, id);
  if (!text || !article.text) return null;
  const correction = ownNote(text.content.correction, article.about.noteBefore);
  const [before, after] = [{ ...text.content, correction }, article.text.content];
  return { since, before, after, comparison: compare(before, after) };
}

/** The texts there are to compare with, the closest first. */
export function basesOf(article: DeskArticle): Since[] {
  return (["returned", "live"] as const).filter((since) => baseOf(article, since) !== null);
}

function baseOf({ story, about }: DeskArticle, since: Since): number | null {
  if (!story.open) return null;
  return since === "returned" ? about.returnedRevisionId : story.open.baseRevisionId;
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
  return { content: upgradeContent(row.content as Content, row.bodyVersion), hash: row.contentHash, revisionId };
}

function editionOf({ story, versions }: DeskArticle, revisionId: number | null): number {
  const open = (story.open ?? story.lastClosed)?.number ?? 1;
  return versions.find(({ id }) => id === revisionId)?.edition ?? open;
}
