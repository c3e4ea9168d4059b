import { PROBLEMS, type Problem } from "#features/addresses/inside.ts";
import { apiArticlesPath, FEED_FORMATS, feedPath } from "#features/addresses/machines.ts";
import { sectionPath } from "#features/addresses/public.ts";
import { dayInWords } from "#lib/dates.ts";
import { linesOf } from "./lines.ts";
import { type Ninjs, ninjsOfArticle, ninjsOfLine } from "./ninjs.ts";
import { goneDocument, liveArticle, sectionTree } from "./queries.ts";
import { reads } from "./reads.ts";
import type { Site } from "./types.ts";
import { say } from "./words.ts";

/** Articles in one answer. */
const LENGTH = 50;

/** @property next where the list goes on, in full; null at its end */
type ArticleList = { articles: Ninjs[]; next: string | null };

/** Live articles, the newest first. @param after the number of the one behind whose place they stand */
export async function articlesInApi(
  site: Site,
  origin: string,
  { sectionId, after }: { sectionId: number | null; after: number | null },
): Promise<ArticleList | null> {
  const section = sectionId === null ? null : (await sectionTree(site.id)).find(({ id }) => id === sectionId);
  if (section === undefined) return null;
  // One more tells whether there are more.
  const rows = section
    ? await reads.findLinesInSection(site.id, section.id, after, LENGTH + 1)
    : await reads.findLines(site.id, after, LENGTH + 1);
  const lines = await linesOf(site.id, rows.slice(0, LENGTH));
  const last = rows.length > LENGTH ? lines.at(-1) : undefined;
  const query = new URLSearchParams({ ...(section && { section: section.slug }), after: String(last?.number) });
  return {
    articles: lines.map((line) => ninjsOfLine(site, origin, line)),
    next: last ? `${origin}${apiArticlesPath}?${query}` : null,
  };
}

/** A live article, whole; null of another one. */
export async function articleInApi(site: Site, origin: string, number: number): Promise<Ninjs | null> {
  const live = await liveArticle(site.id, number);
  return live && ninjsOfArticle(site, origin, live);
}

/** The sections that readers know, in the order of the tree, each with where its articles and its feeds are. */
export async function sectionsInApi(site: Site, origin: string) {
  const tree = (await sectionTree(site.id)).filter(({ opened }) => opened);
  return {
    sections: tree.map(({ id, parentId, name, slug }) => {
      const path = sectionPath(slug);
      const feeds = Object.fromEntries(FEED_FORMATS.map((format) => [format, origin + feedPath(format, path)]));
      const articles = `${origin}${apiArticlesPath}?${new URLSearchParams({ section: slug })}`;
      return { id, parent: parentId, name, slug, href: origin + path, articles, feeds };
    }),
  };
}

/** What is said instead. Source: RFC 9457. */
export const problemInApi = (why: Problem) => ({
  title: say(`api.problem.${why}.title`),
  status: PROBLEMS[why],
  detail: say(`api.problem.${why}.detail`),
});

/** The same of an article that was taken down, with the reason as one word; null of another one. */
export async function goneInApi(siteId: number, number: number) {
  const gone = await goneDocument(siteId, number);
  if (!gone) return null;
  const detail = say("api.problem.gone.detail", { day: dayInWords(gone.withdrawnAt) });
  return { title: say("api.problem.gone.title"), status: 410, detail, reason: gone.reason };
}
