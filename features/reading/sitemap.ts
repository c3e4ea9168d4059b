import { articlePath, homePath, pagePath, sectionPath, sitemapPath } from "#features/addresses/public.ts";
import { sectionTree } from "./queries.ts";
import { reads } from "./reads.ts";
import { type Entry, indexOf, urlSetOf } from "./sitemap-xml.ts";

/**
 * Numbers in one file, and so at most as many addresses. The protocol allows 50,000 and 50 MB; smaller files are cheaper to
 * make again. An address stays in its file, whatever comes and goes around it.
 */
export const NUMBERS_IN_A_FILE = 2_500;

/** The last number that a document can have. */
const LAST_NUMBER = 2_147_483_647;

/** Every address of the site in one file, or, when they are too many, the index of the files. */
export async function sitemap(siteId: number, origin: string, size = NUMBERS_IN_A_FILE): Promise<string> {
  const runs = await reads.findRuns(siteId, size);
  if (runs.length <= 1) {
    return urlSetOf(origin, [...(await pagesOf(siteId)), ...(await articlesIn(siteId, runs[0] ?? 0, size))]);
  }
  return indexOf(origin, [1, ...runs.map((run) => run + 2)].map(sitemapPath));
}

/**
 * File 1 holds home page, sections and pages, the others the articles by their numbers, file 2 those of the first run; null
 * when there is no such file.
 */
export async function sitemapPart(
  siteId: number,
  origin: string,
  part: number,
  size = NUMBERS_IN_A_FILE,
): Promise<string | null> {
  if (!Number.isInteger(part) || part < 1 || (part - 1) * size > LAST_NUMBER) return null;
  const isParted = (await reads.findRuns(siteId, size, 2)).length === 2;
  if (!isParted) return null;
  if (part === 1) return urlSetOf(origin, await pagesOf(siteId));
  const articles = await articlesIn(siteId, part - 2, size);
  return articles.length === 0 ? null : urlSetOf(origin, articles);
}

async function pagesOf(siteId: number): Promise<Entry[]> {
  const opened = (await sectionTree(siteId)).filter((section) => section.opened);
  const pages = await reads.findPageAddresses(siteId);
  return [
    { path: homePath },
    ...opened.map(({ slug }) => ({ path: sectionPath(slug) })),
    ...pages.map(({ slug, changedAt }) => ({
      path: pagePath(slug ?? ""),
      ...(changedAt === null ? {} : { changed: changedAt.toISOString() }),
    })),
  ];
}

async function articlesIn(siteId: number, run: number, size: number): Promise<Entry[]> {
  const found = await reads.findAddresses(siteId, run * size, (run + 1) * size);
  return found.map(({ number, slug, sectionSlug, changedAt }) => ({
    path: articlePath(sectionSlug, slug ?? "", number),
    ...(changedAt === null ? {} : { changed: changedAt.toISOString() }),
  }));
}
