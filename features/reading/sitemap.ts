import { translationPath } from "#features/addresses/english.ts";
import { paperPath } from "#features/addresses/papers.ts";
import { articlePath, homePath, pagePath, picturePath, sectionPath, sitemapPath } from "#features/addresses/public.ts";
import { sharedSizeOf, sharedWidth } from "#features/files/picture.ts";
import { listAddresses } from "./list-addresses.ts";
import { sectionTree, toCard, withPictures } from "./queries.ts";
import { reads } from "./reads.ts";
import { type Entry, indexOf, newsSetOf, urlSetOf } from "./sitemap-xml.ts";
import type { Site } from "./types.ts";

/**
 * Numbers in one file, and so at most as many addresses. The protocol allows 50,000 and 50 MB; smaller files are cheaper to
 * make again. An address stays in its file, whatever comes and goes around it.
 */
export const NUMBERS_IN_A_FILE = 2_000;

/** Files that one index may name, the one of pages among them. Source: sitemaps.org, protocol. */
const MOST_FILES = 50_000;

/** For programs that look for news, what came out within two days, and no more. Source: Google's rules for sitemaps of news. */
const NEWS_LASTS_MS = 48 * 3_600_000;
const MOST_NEWS = 1_000;

/** The last number that a document can have. */
const LAST_NUMBER = 2_147_483_647;

/** Every address of the site in one file, or, when they are too many, the index of the files. */
export async function sitemap(siteId: number, origin: string, size = NUMBERS_IN_A_FILE): Promise<string> {
  const runs = await runsOf(siteId, size, MOST_FILES - 1);
  if (runs.length <= 1) {
    return urlSetOf(origin, [...(await pagesOf(siteId)), ...(await numberedIn(siteId, runs[0] ?? 0, size))]);
  }
  const [runsChanged, pages] = await Promise.all([reads.findRunsChanged(siteId, size, runs), pagesOf(siteId)]);
  // Whatever comes or changes stands in a list of the first file as well; topics and calendars stand there alone.
  const own = pages.map(({ changed }) => (changed === undefined ? null : new Date(changed)));
  const first = latest([...runsChanged.map(({ changedAt }) => changedAt), ...own]);
  return indexOf(origin, [
    entryOf(sitemapPath(1), first),
    ...runsChanged.map(({ run, changedAt }) => entryOf(sitemapPath(run + 2), changedAt)),
  ]);
}

/** The last of these moments; null of none. */
const latest = (moments: readonly (Date | null)[]): Date | null =>
  moments.flatMap((at) => at ?? []).toSorted((one, other) => +other - +one)[0] ?? null;

/**
 * File 1 holds home page, sections and pages, the others the articles, papers and English sisters by their numbers, file 2 those of the first run; null
 * when there is no such file.
 */
export async function sitemapPart(
  siteId: number,
  origin: string,
  part: number,
  size = NUMBERS_IN_A_FILE,
): Promise<string | null> {
  if (!Number.isInteger(part) || part < 1 || (part - 1) * size > LAST_NUMBER) return null;
  const [runs, entries] = await Promise.all([
    runsOf(siteId, size, 2),
    part === 1 ? [] : numberedIn(siteId, part - 2, size),
  ]);
  if (runs.length < 2) return null;
  if (part === 1) return urlSetOf(origin, await pagesOf(siteId));
  return entries.length === 0 ? null : urlSetOf(origin, entries);
}

/** The first runs of numbers that hold one of these, in their order. */
async function runsOf(siteId: number, size: number, most: number): Promise<number[]> {
  const asked = [siteId, size, most] as const;
  const runs = await Promise.all([
    reads.findRuns(...asked),
    reads.findPaperRuns(...asked),
    reads.findTranslationRuns(...asked),
  ]);
  return [...new Set(runs.flat())].sort((a, b) => a - b).slice(0, most);
}

/** What came out lately, with the pictures beside the headlines. It is made anew within minutes of whatever is too old by then (`KEEP_FOR_MS`). */
export async function newsSitemap(site: Site, origin: string, now: Date): Promise<string> {
  const found = await reads.findNewsSince(site.id, new Date(now.getTime() - NEWS_LASTS_MS), MOST_NEWS);
  const cards = await withPictures(site.id, found.map(toCard));
  const entries = cards.map((card) => ({
    ...{ path: card.path, headline: card.headline, published: card.shownAt.toISOString() },
    picture: card.picture && (sharedSizeOf(card.picture)?.address ?? null),
  }));
  return newsSetOf(origin, site, entries);
}

async function pagesOf(siteId: number): Promise<Entry[]> {
  const opened = (await sectionTree(siteId)).filter((section) => section.opened);
  const [pages, changed] = await Promise.all([reads.findPageAddresses(siteId), reads.findSectionsChanged(siteId)]);
  const newestIn = new Map(changed.map(({ id, newest }) => [id, newest]));
  return [
    entryOf(homePath, latest([...newestIn.values()])),
    ...opened.map(({ id, slug }) => entryOf(sectionPath(slug), newestIn.get(id) ?? null)),
    ...pages.map(({ slug, changedAt }) => entryOf(pagePath(slug ?? ""), changedAt)),
    ...(await listAddresses(
      siteId,
      [...opened, ...pages].map(({ slug }) => slug),
    )),
  ];
}

async function numberedIn(siteId: number, run: number, size: number): Promise<Entry[]> {
  const numbers = [siteId, run * size, (run + 1) * size] as const;
  const [articles, papers, english, pictures] = await Promise.all([
    reads.findAddresses(...numbers),
    reads.findPaperAddresses(...numbers),
    reads.findTranslationAddresses(...numbers),
    picturesIn(...numbers),
  ]);
  return [
    ...articles.map(({ sectionSlug, ...one }) => ({
      ...one,
      path: articlePath(sectionSlug, one.slug ?? "", one.number),
    })),
    ...papers.map((one) => ({ ...one, path: paperPath(one.slug ?? "", one.number) })),
    ...english.map((one) => ({ ...one, path: translationPath(one.slug ?? "", one.number) })),
  ].map(({ number, path, changedAt }) => {
    const picture = pictures.get(number);
    return { ...entryOf(path, changedAt), ...(picture === undefined ? {} : { picture }) };
  });
}

/** The pictures beside their headlines that readers may have, by number, in the size for a program that shows one. */
async function picturesIn(...numbers: Parameters<typeof reads.findLeadPictures>): Promise<Map<number, string>> {
  const found = await reads.findLeadPictures(...numbers);
  const fileIds = [...new Set(found.map(({ fileId }) => fileId))];
  const kept = new Set((await reads.findKeptBack(numbers[0], fileIds)).map(({ id }) => id));
  return new Map(
    found.flatMap(({ number, fileId, use, widths }): [number, string][] => {
      const width = sharedWidth(widths);
      return width === null || kept.has(fileId) ? [] : [[number, picturePath(use, width, "jpeg")]];
    }),
  );
}

const entryOf = (path: string, changed: Date | null): Entry =>
  changed === null ? { path } : { path, changed: changed.toISOString() };
