import { cache } from "react";
import { translationPath } from "#features/addresses/english.ts";
import { articlePath, pagePath } from "#features/addresses/public.ts";
import type { Picture } from "#features/files/picture.ts";
import { type LeadPicture, NO_LEAD } from "#features/kinds/lead.ts";
import { type TranslationContent, translation } from "#features/kinds/translation.ts";
import { pictureIn, usesOf } from "#features/text/figures.ts";
import { signedContent } from "#features/text/signed.ts";
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
  original: (Called & { kind: "article" | "page" }) | null;
};

/** An English sister as a line of a list. */
export type EnglishCard = Called & {
  number: number;
  standfirst: string;
  lead: LeadPicture;
  /** As readers get it. */
  picture: Picture | null;
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
  const { kind, slug, title, sectionSlug } = found;
  if (kind === "page") return { kind, title, path: pagePath(slug) };
  return sectionSlug === null ? null : { kind, title, path: articlePath(sectionSlug, slug, found.number) };
});

/** What a live English sister says; null of one that readers do not get, for itself or for what it is the sister of. */
export const liveTranslation = cache(async (siteId: number, number: number): Promise<LiveTranslation | null> => {
  const [found, original] = await Promise.all([reads.findLiveTranslation(siteId, number), originalOf(siteId, number)]);
  if (!found || original === null) return null;
  const content = signedContent(translation, found.canonical, found.contentVersion);
  const pictures = await readersFiles(siteId, usesOf(translation, content));
  return {
    ...{ number, content, pictures, original },
    share: await shareBeside(pictures, siteId, number),
    shownAt: found.shownAt,
    updatedAt: later(found.liveSince, found.firstLiveAt),
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
  const cards = rows.map(({ number, slug, title, card, shownAt, changedAt }) => {
    const { standfirst, lead } = { ...translation.bare, ...card };
    const path = translationPath(slug, number);
    return { number, title, shownAt, changedAt, path, standfirst, lead: { ...NO_LEAD, ...lead } };
  });
  const pictures = await readersPictures(siteId, [...new Set(cards.flatMap(({ lead }) => pictureIn(lead) ?? []))]);
  return cards.map((card) => ({ ...card, picture: pictures.get(pictureIn(card.lead) ?? "") ?? null }));
}
