import { cache } from "react";
import { translationPath } from "#features/addresses/english.ts";
import { articlePath, pagePath } from "#features/addresses/public.ts";
import type { Picture } from "#features/files/picture.ts";
import { type ArticleContent, article, endsAt } from "#features/kinds/article.ts";
import { type LeadPicture, NO_LEAD } from "#features/kinds/lead.ts";
import { type TranslationContent, translation } from "#features/kinds/translation.ts";
import { mediaIn, pictureIn, usesOf } from "#features/text/figures.ts";
import { type Note, notesOf } from "#features/text/notes.ts";
import { signedContent } from "#features/text/signed.ts";
import type { Correction, Paged } from "./lists.ts";
import { PAGE_SIZE, pagesFor } from "./page-size.ts";
import { readersFiles, readersPictures } from "./pictures.ts";
import { later, shareBeside } from "./queries.ts";
import { reads } from "./reads.ts";
import type { LivePage } from "./types.ts";

type Called = { path: string; title: string };

/** An English sister on its own page. The desk fills it as it does an article. */
export type LiveTranslation = Omit<LivePage, "content"> & {
  content: TranslationContent;
  /** What it is the sister of; null while readers do not have that, and so not this one either. */
  original: Original | null;
  /** What readers were told beside it, and beside what it is the sister of, the newest first. */
  notes: (Note & { ofOriginal: boolean })[];
  /** When what it is the sister of went out once more, after it; null while it has not. */
  behindSince: Date | null;
  /** Those files of subtitles that are in Vietnamese, by their hashes. */
  inVietnamese: ReadonlySet<string>;
};

/** What an English text is the sister of, as far as the English page says it as well; `said` null of a page, which says nothing of the kind. */
type Original = Called & {
  kind: "article" | "page";
  number: number;
  said: SaidByOriginal | null;
  changedAt: Date | null;
};
export type SaidByOriginal = Pick<ArticleContent, "kind" | "aiLabel" | "byline" | "source"> & { endsAt: Date | null };

/** An English sister as a line of a list. */
export type EnglishCard = Called & {
  number: number;
  standfirst: string;
  lead: LeadPicture;
  /** As readers get it. */
  picture: Picture | null;
  /** When the article in Vietnamese holds no more. */
  endsAt: Date | null;
  shownAt: Date;
  /** When readers got the text that they have now. */
  changedAt: Date;
};

/** The public path of the English sister of an article or a page that readers have; null where it has none. Of the document itself nothing is asked. */
export const englishSister = cache(async (siteId: number, number: number): Promise<string | null> => {
  const found = await reads.findSister(siteId, number);
  return found ? translationPath(found.slug, found.number) : null;
});

/** What an English sister is the sister of, where readers have that; null where they do not. */
export const originalOf = cache(async (siteId: number, number: number): Promise<LiveTranslation["original"] | null> => {
  const found = await reads.findOriginal(siteId, number);
  if (found?.visibility !== "live" || found.slug === null) return null;
  const { kind, slug, title, sectionSlug, number: original } = found;
  const called = {
    kind,
    title,
    number: original,
    changedAt: found.changedAt === null ? null : new Date(found.changedAt),
  };
  if (kind === "page") return { ...called, path: pagePath(slug), said: null };
  const said = await saidBy(siteId, original);
  return sectionSlug === null || said === null
    ? null
    : { ...called, path: articlePath(sectionSlug, slug, original), said };
});

async function saidBy(siteId: number, number: number): Promise<SaidByOriginal | null> {
  const live = await reads.findLive(siteId, number);
  if (!live?.canonical) return null;
  const { kind, aiLabel, byline, source, validUntil } = signedContent(article, live.canonical, live.contentVersion);
  return { kind, aiLabel, byline, source, endsAt: endsAt({ kind, validUntil }) };
}

/** The notes of an English text and of what it is the sister of as one list, the newest first: first of all what goes out next. */
export async function notesInBoth(own: readonly Note[], original: Original | null): Promise<LiveTranslation["notes"]> {
  const theirs = original === null ? [] : notesOf(await reads.findNoted([original.number]));
  const all = [
    ...own.map((note) => ({ ...note, ofOriginal: false })),
    ...theirs.map((note) => ({ ...note, ofOriginal: true })),
  ];
  return all.toSorted((one, other) => (other.at?.getTime() ?? Infinity) - (one.at?.getTime() ?? Infinity) || 0);
}

/**
 * Which subtitles of an English text are in Vietnamese: those that readers got with what it is the sister of, also where that has
 * others by now. A film comes over with them, and keeps them until it is given a file of its own.
 */
export async function subtitlesInVietnamese(
  { body }: Pick<TranslationContent, "body">,
  original: Original | null,
): Promise<ReadonlySet<string>> {
  const hashes = mediaIn(body).flatMap((media) => (media.type === "video" && media.attrs.subtitles?.file) || []);
  const found = original === null ? [] : await reads.findPublishedFiles(original.number, hashes);
  return new Set(found.map(({ sha256 }) => sha256));
}

/** What a live English sister says; null of one that readers do not get, for itself or for what it is the sister of. */
export const liveTranslation = cache(async (siteId: number, number: number): Promise<LiveTranslation | null> => {
  const [found, original, noted] = await Promise.all([
    reads.findLiveTranslation(siteId, number),
    originalOf(siteId, number),
    reads.findNoted([number]),
  ]);
  if (!found || original === null) return null;
  const content = signedContent(translation, found.canonical, found.contentVersion);
  const pictures = await readersFiles(siteId, usesOf(translation, content));
  return {
    ...{ number, content, pictures, original },
    share: await shareBeside(pictures, siteId, number),
    shownAt: found.shownAt,
    updatedAt: later(found.liveSince, found.firstLiveAt),
    notes: await notesInBoth(notesOf(noted), original),
    behindSince: later(original.changedAt, found.liveSince),
    inVietnamese: await subtitlesInVietnamese(content, original),
  };
});

/** One page, counted from 1, of all that a site has in English; the pages that stand for themselves are on the first. */
export type EnglishPage = { own: EnglishCard[]; cards: EnglishCard[]; page: number; pages: number };

/** @returns null when there is no such page */
export const englishPage = cache(async (siteId: number, page: number): Promise<EnglishPage | null> => {
  const pages = pagesFor(await reads.countInList({ list: "english", ofId: siteId }));
  if (page < 1 || page > pages) return null;
  const lists = await Promise.all([
    page === 1 ? reads.findEnglishPages(siteId) : [],
    reads.findEnglish(siteId, (page - 1) * PAGE_SIZE, PAGE_SIZE),
  ]);
  const [own = [], listed = []] = lists.map((found) => found.filter(({ isLive }) => isLive));
  const drawn = await cardsOf(siteId, [...own, ...listed]);
  return { own: drawn.slice(0, own.length), cards: drawn.slice(own.length), page, pages };
});

/** The corrections of what a site has in English and readers have now, the newest first; null when there is no such page. */
export const englishCorrections = cache(
  async (siteId: number, page: number): Promise<(Paged & { notes: Correction[] }) | null> => {
    const pages = pagesFor(await reads.countInList({ list: "english_corrections", ofId: siteId }));
    if (page < 1 || page > pages) return null;
    const found = await reads.findEnglishCorrections(siteId, (page - 1) * PAGE_SIZE, PAGE_SIZE);
    const notes = found
      .filter(({ isLive }) => isLive)
      .map(({ number, slug, title, note, at }) => ({
        ...{ number, note, at, headline: title },
        path: translationPath(slug, number),
      }));
    return { page, pages, notes };
  },
);

/** The newest English sisters of articles that readers have, as many or fewer: those whose original they do not have now are left out. */
export async function newestInEnglish(siteId: number, most: number): Promise<EnglishCard[]> {
  const listed = await reads.findEnglish(siteId, 0, most);
  return cardsOf(
    siteId,
    listed.filter(({ isLive }) => isLive),
  );
}

type Row = Awaited<ReturnType<typeof reads.findEnglish>>[number];

async function cardsOf(siteId: number, rows: readonly Row[]): Promise<EnglishCard[]> {
  const cards = rows.map(({ number, slug, title, card, holds, shownAt, changedAt }) => {
    const { standfirst, lead } = { ...translation.bare, ...card };
    const path = translationPath(slug, number);
    const { kind, validUntil } = { ...article.bare, ...holds };
    const said = { standfirst, lead: { ...NO_LEAD, ...lead }, endsAt: endsAt({ kind, validUntil }) };
    return { number, title, shownAt, changedAt, path, ...said };
  });
  const pictures = await readersPictures(siteId, [...new Set(cards.flatMap(({ lead }) => pictureIn(lead) ?? []))]);
  return cards.map((card) => ({ ...card, picture: pictures.get(pictureIn(card.lead) ?? "") ?? null }));
}
