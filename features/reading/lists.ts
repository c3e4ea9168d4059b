import { cache } from "react";
import type { ArchiveDate } from "#features/addresses/lists.ts";
import { articlePath } from "#features/addresses/public.ts";
import { PAGE_SIZE, pagesFor } from "./page-size.ts";
import { cardsOf } from "./queries.ts";
import { reads } from "./reads.ts";
import type { Card, List } from "./types.ts";

/** One page of a list, counted from 1, and how many there are. */
export type Paged = { page: number; pages: number };

type Named = Paged & { name: string; slug: string; listed: number; cards: Card[] };

/** What has a tag; null when there is no such tag or page. */
export const tagList = cache(async (siteId: number, id: number, page: number): Promise<Named | null> => {
  const tag = await reads.findTag(siteId, { id });
  return tag ? namedList(siteId, { list: "tag", ofId: id }, tag, page) : null;
});

/** What somebody has written; null when there is no such author or page. */
export const authorList = cache(async (siteId: number, id: number, page: number): Promise<Named | null> => {
  const author = await reads.findAuthor(siteId, { id });
  return author ? namedList(siteId, { list: "author", ofId: id }, author, page) : null;
});

async function namedList(
  siteId: number,
  list: List,
  { name, slug }: { name: string; slug: string },
  page: number,
): Promise<Named | null> {
  const listed = await reads.countInList(list);
  const pages = pagesFor(listed);
  if (listed === 0 || page < 1 || page > pages) return null;
  const found = await reads.findInList(siteId, list, (page - 1) * PAGE_SIZE, PAGE_SIZE);
  return { name, slug, listed, page, pages, cards: await cardsOf(siteId, found) };
}

/** How many articles there are of a year, a month or a day. */
export type Dated = { date: ArchiveDate; listed: number };

/** The years in which there are articles, the newest first. */
export const archiveYears = cache(async (siteId: number): Promise<Dated[]> => {
  const years = Map.groupBy(await reads.findMonths(siteId, null), ({ date }) => date.slice(0, 4));
  return [...years]
    .map(([date, months]) => ({ date, listed: months.reduce((sum, { listed }) => sum + listed, 0) }))
    .reverse();
});

/** The months of a year in which there are articles, the first one first. */
export const archiveMonths = cache((siteId: number, year: string): Promise<Dated[]> => reads.findMonths(siteId, year));

/** The days of a month on which there are articles, the first one first. */
export const archiveDays = cache((siteId: number, month: string): Promise<Dated[]> => reads.findDays(siteId, month));

/** The articles of a day, the newest first; null when there is no such page. */
export const archiveDay = cache(
  async (siteId: number, day: string, page: number): Promise<(Paged & { listed: number; cards: Card[] }) | null> => {
    const listed = await reads.countOnDay(siteId, day);
    const pages = pagesFor(listed);
    if (listed === 0 || page < 1 || page > pages) return null;
    const found = await reads.findOnDay(siteId, day, (page - 1) * PAGE_SIZE, PAGE_SIZE);
    return { page, pages, listed, cards: await cardsOf(siteId, found) };
  },
);

/** What readers were told about a mistake in an article that they still get. */
export type Correction = { number: number; headline: string; path: string; note: string; at: Date };

/** The corrections of a site, the newest first; null when there is no such page. */
export const corrections = cache(
  async (siteId: number, page: number): Promise<(Paged & { notes: Correction[] }) | null> => {
    const pages = pagesFor(await reads.countInList({ list: "corrections", ofId: siteId }));
    if (page < 1 || page > pages) return null;
    const found = await reads.findCorrections(siteId, (page - 1) * PAGE_SIZE, PAGE_SIZE);
    const notes = found.map(({ slug, sectionSlug, ...note }) => ({
      ...note,
      path: articlePath(sectionSlug, slug, note.number),
    }));
    return { page, pages, notes };
  },
);

/** Questions of citizens that are answered, the newest first; null when there is no such page. */
export const answeredQuestions = cache(
  async (siteId: number, page: number): Promise<(Paged & { cards: Card[] }) | null> => {
    const list = { list: "answers", ofId: siteId } as const;
    const pages = pagesFor(await reads.countInList(list));
    if (page < 1 || page > pages) return null;
    const found = await reads.findInList(siteId, list, (page - 1) * PAGE_SIZE, PAGE_SIZE);
    return { page, pages, cards: await cardsOf(siteId, found) };
  },
);

/** How many articles the pages of some sections list, by the sections' ids; none where nothing stands there now. */
export async function listedInSections(siteId: number, sectionIds: number[]): Promise<Map<number, number>> {
  const found = await reads.countInSections(siteId, sectionIds);
  return new Map(found.map(({ id, total }) => [id, total]));
}
