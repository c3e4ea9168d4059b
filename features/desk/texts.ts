import { transaction } from "#db/transaction.ts";
import type { Known } from "#features/drafts/known.ts";
import type { Pictures } from "#features/files/picture.ts";
import type { ArticleContent } from "#features/kinds/article.ts";
import type { BannerContent } from "#features/kinds/banner.ts";
import type { FrontContent } from "#features/kinds/front.ts";
import { contentAs, kindOf } from "#features/kinds/kinds.ts";
import { compareTexts } from "#features/long-texts/on-thread.ts";
import { type LiveTranslation, notesInBoth, originalOf, subtitlesInVietnamese } from "#features/reading/english.ts";
import { paperWith } from "#features/reading/papers.ts";
import { notesWith, sectionTree } from "#features/reading/queries.ts";
import type { LiveArticle, LivePage, LivePaper, LiveTopic, LiveWeek, Site } from "#features/reading/types.ts";
import { tagsOf } from "#features/sites/tags-store.ts";
import { pathTo } from "#features/sites/tree.ts";
import { withOwn } from "#features/text/carried.ts";
import type { Comparison } from "#features/text/compare.ts";
import { upgradeContent } from "#features/text/content.ts";
import type { Content } from "#features/text/kind.ts";
import { revisionText } from "#features/workflow/store.ts";
import type { DeskDocument } from "./desk-document.ts";
import { picturesForStaff } from "./pictures.ts";

/** Which text of a document is looked at: the one being written, the one readers have, or an earlier version. */
export type Which = "open" | "live" | number;

/** A text in the shape of the reader's page of its kind, with the hash it goes by. */
export type Preview = { content: Content; hash: string } & (
  | { kind: "article"; article: LiveArticle }
  | { kind: "banner"; banner: BannerContent }
  | { kind: "front"; front: FrontContent }
  | { kind: "page"; page: LivePage }
  | { kind: "paper"; paper: LivePaper }
  | { kind: "topic"; topic: LiveTopic }
  | { kind: "week"; week: LiveWeek }
  | { kind: "translation"; translation: LiveTranslation }
  | { kind: "site"; site: Site; pictures: Pictures }
);

/** @returns null when there is no such text */
export async function previewOf(site: Site, shown: DeskDocument, which: Which): Promise<Preview | null> {
  const text = await textOf(shown, which);
  if (!text) return null;
  const { content, hash } = text;
  const { document } = shown.story;
  const pictures = await picturesForStaff(site.id, kindOf(shown.story.document), content);
  switch (document.kind) {
    case "article": {
      const article = await articleOf(site.id, shown, { ...text, content: contentAs("article", document, content) });
      return { content, hash, kind: "article", article: { ...article, pictures } };
    }
    case "banner":
      return { content, hash, kind: "banner", banner: contentAs("banner", document, content) };
    case "front":
      return { content, hash, kind: "front", front: contentAs("front", document, content) };
    case "page": {
      const page = { ...NOT_LIVE, number: shown.number, content: contentAs("page", document, content), pictures };
      return { content, hash, kind: "page", page };
    }
    case "paper": {
      const said = contentAs("paper", document, content);
      return { content, hash, kind: "paper", paper: await paperWith(site.id, shown.number, said, pictures) };
    }
    case "topic": {
      const topic = { ...NOT_LIVE, number: shown.number, content: contentAs("topic", document, content), pictures };
      return { content, hash, kind: "topic", topic };
    }
    case "week": {
      const said = contentAs("week", document, content);
      const week = { number: shown.number, content: said, shownAt: null, updatedAt: null };
      return { content, hash, kind: "week", week };
    }
    case "translation": {
      const said = contentAs("translation", document, content);
      const { number, story, versions } = shown;
      const original = await originalOf(site.id, number);
      const edition = editionOf(story, versions, text.revisionId);
      const own = await notesWith(number, { edition, revisionId: text.revisionId, content: said });
      const notes = await notesInBoth(own, original);
      const inVietnamese = await subtitlesInVietnamese(said, original);
      const translation = {
        ...NOT_LIVE,
        ...{ number, content: said, pictures, original, notes, behindSince: null, inVietnamese },
      };
      return { content, hash, kind: "translation", translation };
    }
    case "site":
      return { content, hash, kind: "site", site: { ...site, ...contentAs("site", document, content) }, pictures };
  }
}

/** What readers' pages know of a text that is theirs. */
const NOT_LIVE = { share: null, shownAt: null, updatedAt: null };

async function articleOf(
  siteId: number,
  { number, story, versions }: DeskDocument,
  { content, revisionId }: Text & { content: ArticleContent },
): Promise<Omit<LiveArticle, "pictures">> {
  const [tree, tags] = await Promise.all([sectionTree(siteId), tagsOf(siteId)]);
  const edition = editionOf(story, versions, revisionId);
  return {
    ...{ number, content },
    share: null,
    notes: await notesWith(number, { edition, revisionId, content }),
    sectionPath: pathTo(tree, content.sectionId),
    // Their pages list what is live.
    tags: content.tagIds.flatMap((id) => tags.filter((tag) => tag.id === id)).map((tag) => ({ ...tag, path: null })),
    authors: new Map(),
    // An imported text will stand at the date it had.
    shownAt: story.document.shownAt ?? (content.datedAt === null ? null : new Date(content.datedAt)),
    ...{ updatedAt: null, views: null },
  };
}

/** What a text is compared with. */
export type Base = { since: Known["because"] /** Null is the text in the buffer itself. */; revisionId: number | null };

type Changes = {
  before: Content;
  after: Content;
  comparison: Comparison;
  /** Those of both texts. */
  pictures: Pictures;
};

/** What changed in a text since another one; null when one of the two is not there. */
export async function changesSince(
  document: DeskDocument,
  shown: "open" | "live",
  { revisionId }: Base,
): Promise<Changes | null> {
  const [after, before] = await Promise.all([textOf(document, shown), textOf(document, revisionId ?? shown)]);
  if (!before || !after) return null;
  // What readers have been told already is not this text's own.
  const { kind } = document.story.document;
  const own = withOwn(kindOf({ kind }), before.content, shown === "open" ? document.about.before : {});
  const [comparison, pictures] = await Promise.all([
    compareTexts(kind, own, after.content),
    picturesForStaff(document.story.document.siteId, kindOf({ kind }), own, after.content),
  ]);
  return { before: own, after: after.content, comparison, pictures };
}

/**
 * Whether this person is asked to sign the text that is shown, or looks at one that was signed: they see first what
 * changed since the text they know.
 */
export function signs({ story, moves }: DeskDocument, shown: "open" | "live"): boolean {
  return shown === "live" ? moves.includes("countersign") : story.open !== null && story.open.state !== "draft";
}

/** The texts there are to compare with, each once: the one that this person has to be shown first, then the others. */
export function basesOf(document: DeskDocument, shown: "open" | "live"): Base[] {
  const { story, about } = document;
  const known = shown === "live" ? document.live?.known : document.known;
  const bases: Base[] = [];
  if (signs(document, shown) && known) bases.push({ since: known.because, revisionId: known.revisionId });
  if (shown === "open" && story.open) {
    if (about.returnedRevisionId !== null) bases.push({ since: "returned", revisionId: about.returnedRevisionId });
    if (story.open.baseRevisionId !== null) bases.push({ since: "live", revisionId: story.open.baseRevisionId });
  }
  return bases.filter(({ revisionId }, at) => bases.findIndex((one) => one.revisionId === revisionId) === at);
}

type Text = { content: Content; hash: string; revisionId: number | null };

async function textOf(document: DeskDocument, which: Which): Promise<Text | null> {
  if (which === "open") {
    return document.text && { content: document.text.content, hash: document.hash ?? "", revisionId: null };
  }
  const id = which === "live" ? (document.live?.revisionId ?? null) : which;
  return id === null ? null : versionText(document, id);
}

/** An old text in the vocabulary of today. */
async function versionText({ number, story }: DeskDocument, revisionId: number): Promise<Text | null> {
  const row = await transaction((tx) => revisionText(tx, number, revisionId));
  if (!row?.content) return null;
  const content = upgradeContent(kindOf(story.document), row.content, row.contentVersion);
  return { content, hash: row.contentHash, revisionId };
}

function editionOf(
  story: DeskDocument["story"],
  versions: DeskDocument["versions"],
  revisionId: number | null,
): number {
  const open = (story.open ?? story.lastClosed)?.number ?? 1;
  return versions.find(({ id }) => id === revisionId)?.edition ?? open;
}
