import { articlePath, homePath, pagePath, sectionPath, sitemapPath } from "#features/addresses/public.ts";
import { isoOf } from "#lib/dates.ts";
import { sectionTree } from "./queries.ts";
import { reads } from "./reads.ts";
import { type Entry, indexOf, urlSetOf } from "./sitemap-xml.ts";

/** Addresses in one file. The protocol allows 50,000 and 50 MB; smaller files are cheaper to make again. */
const URLS_IN_A_FILE = 5_000;

/** Every address of the site in one file, or, when they are too many, the index of the files. */
export async function sitemap(siteId: number, origin: string, size = URLS_IN_A_FILE): Promise<string> {
  const breaks = await reads.findBreaks(siteId, size);
  if (breaks.length === 0) {
    return urlSetOf(origin, [...(await pagesOf(siteId)), ...(await articlesAfter(siteId, 0, size))]);
  }
  const files = [1, ...breaks.map((_, at) => at + 2), breaks.length + 2];
  return indexOf(origin, files.map(sitemapPath));
}

/** File 1 holds home page, sections and pages, the others the articles in the order of their numbers; null when there is no such file. */
export async function sitemapPart(
  siteId: number,
  origin: string,
  part: number,
  size = URLS_IN_A_FILE,
): Promise<string | null> {
  const breaks = await reads.findBreaks(siteId, size);
  if (breaks.length === 0 || !Number.isInteger(part) || part < 1 || part > breaks.length + 2) return null;
  if (part === 1) return urlSetOf(origin, await pagesOf(siteId));
  return urlSetOf(origin, await articlesAfter(siteId, breaks[part - 3] ?? 0, size));
}

async function pagesOf(siteId: number): Promise<Entry[]> {
  const opened = (await sectionTree(siteId)).filter((section) => section.opened);
  const pages = await reads.findPageAddresses(siteId);
  return [
    { path: homePath },
    ...opened.map(({ slug }) => ({ path: sectionPath(slug) })),
    ...pages.map(({ slug, changedAt }) => ({
      path: pagePath(slug ?? ""),
      ...(changedAt === null ? {} : { changed: isoOf(changedAt) }),
    })),
  ];
}

async function articlesAfter(siteId: number, after: number, size: number): Promise<Entry[]> {
  const found = await reads.findAddresses(siteId, after, size);
  return found.map(({ number, slug, sectionSlug, changedAt }) => ({
    path: articlePath(sectionSlug, slug ?? "", number),
    ...(changedAt === null ? {} : { changed: isoOf(changedAt) }),
  }));
}
