import {
  type EnglishList,
  englishAsked,
  englishCorrectionsPath,
  englishPath,
  isEnglish,
} from "#features/addresses/english.ts";
import {
  type FeedFormat,
  feedPath,
  feedsPath,
  isForPrograms,
  manifestPath,
  openSearchPath,
  securityPath,
} from "#features/addresses/machines.ts";
import {
  fileSpelling,
  homePath,
  isChosenByQuery,
  robotsPath,
  searchAsked,
  searchPath,
  searchQuery,
  sitemapPath,
  spellingsOf,
  whatIsAsked,
} from "#features/addresses/public.ts";
import { findInApi } from "./find-in-api.ts";
import { findOwn } from "./find-own.ts";
import { pagesFor } from "./page-size.ts";
import { reads } from "./reads.ts";
import {
  type Resolution,
  resolveArticle,
  resolveFile,
  resolveOwnPage,
  resolvePaper,
  resolveSection,
  resolveTopic,
  resolveTranslation,
  resolveWeek,
} from "./resolve.ts";
import { formerSectionAt, sectionAt, sectionCalled } from "./section-at.ts";

/**
 * Says what a public address is. An address in its right spelling is what it is, unless an older system's address
 * with the same path carries a query of its own; then redirects; then another spelling of something that is there.
 *
 * @param path decoded, beginning with one slash, without one at the end
 * @param query with its `?`, or ""
 */
export async function find(siteId: number, path: string, query: string): Promise<Resolution> {
  const found = inLanguage(await look(siteId, path, query), path);
  const isFinal = (query === "" || isChosenByQuery(path)) && isExactly(found, path);
  // No older system's address was ours for programs.
  if (isFinal || isForPrograms(path)) return found;
  return (await findOldAddress(siteId, path, query)) ?? found;
}

/** Where an address of an older system leads now; null when it was none. */
export async function findOldAddress(siteId: number, path: string, query: string): Promise<Resolution | null> {
  const spellings = spellingsOf(path, query);
  const kept = await reads.findRedirects(siteId, spellings);
  const redirect = spellings.flatMap((spelling) => kept.filter(({ fromPath }) => fromPath === spelling))[0];
  if (!redirect) return null;
  if (redirect.toUrl !== null) return { kind: "moved", to: redirect.toUrl };
  if (redirect.toDocumentId === null) return null;
  const { toDocumentId: number } = redirect;
  const target = await resolveNumber(siteId, number, await reads.findStanding(siteId, number));
  return "path" in target ? { kind: "moved", to: target.path } : target;
}

/** What is said instead of something is said in the language in which it was asked for. */
function inLanguage(found: Resolution, path: string): Resolution {
  if (found.kind !== "unknown" && found.kind !== "gone" && found.kind !== "hidden") return found;
  return isEnglish(path) ? { ...found, english: true } : found;
}

function isExactly(found: Resolution, path: string): boolean {
  return found.kind === "gone" || found.kind === "hidden" || ("path" in found && found.path === path);
}

async function look(siteId: number, path: string, query: string): Promise<Resolution> {
  const english = englishAsked(path);
  if (english !== null) return englishAt(siteId, english);
  const own = await findOwn(siteId, path, query);
  if (own.kind !== "unknown") return own;
  const asked = whatIsAsked(path);
  switch (asked.kind) {
    case "home":
      return { ...asked, path: homePath };
    case "robots":
      return { ...asked, path: robotsPath };
    case "search":
      return searchAt(siteId, query);
    case "sitemap":
      return { ...asked, path: sitemapPath(asked.part) };
    case "security":
      return { ...asked, path: securityPath };
    case "opensearch":
      return { ...asked, path: openSearchPath };
    case "manifest":
      return { ...asked, path: manifestPath };
    case "feeds":
      return { ...asked, path: feedsPath };
    case "feed":
      return feedAt(siteId, asked.format, asked.above);
    case "section":
      return atRoot(siteId, asked);
    case "article": {
      const standing = await reads.findStanding(siteId, asked.number);
      // A page has no number in its address.
      return standing?.kind === "page" ? { kind: "unknown" } : resolveNumber(siteId, asked.number, standing);
    }
    case "file":
      return resolveFile(await reads.findAttached(siteId, asked.id));
    case "api_articles":
    case "api_article":
    case "api_sections":
    case "api_search":
    case "api_description":
    case "api_nothing":
      return findInApi(siteId, asked, query);
    case "nothing": {
      const file = fileSpelling(path);
      return file === null ? { kind: "unknown" } : { kind: "moved", to: file };
    }
  }
}

/**
 * A section and a page never have one address: the law refuses it. One that nothing has by now leads to the section that had it last,
 * as that is called today.
 */
async function atRoot(siteId: number, { slug, page }: { slug: string; page: number }): Promise<Resolution> {
  const section = resolveSection(await sectionAt(siteId, slug, page), page);
  if (section.kind !== "unknown") return section;
  const own = page > 1 ? section : resolveOwnPage(await reads.findPageAt(siteId, slug));
  if (own.kind !== "unknown") return own;
  const former = await formerSectionAt(siteId, slug, page);
  return former ? resolveSection(former, page) : own;
}

/** Whatever stands in its query is read as something; a section that is called otherwise by now is called so. */
async function searchAt(siteId: number, query: string): Promise<Resolution> {
  const asked = searchAsked(query);
  const section = asked.section === "" ? undefined : await sectionCalled(siteId, asked.section);
  const isFormer = section !== undefined && section.slug !== asked.section;
  const spelt = isFormer ? `?${searchQuery({ ...asked, section: section.slug })}` : query;
  return { kind: "search", path: searchPath, asked, query: { spelt, isKept: query === "" } };
}

/** Whatever has a page that grows has a feed beside it. */
async function feedAt(siteId: number, format: FeedFormat, above: string): Promise<Resolution> {
  if (above === homePath) return { kind: "feed", format, of: { of: "site" }, path: feedPath(format) };
  if (above === englishPath()) return { kind: "feed", format, of: { of: "english" }, path: feedPath(format, above) };
  const own = await findOwn(siteId, above);
  if ((own.kind === "tag" || own.kind === "author") && own.page === 1) {
    return { kind: "feed", format, of: { of: own.kind, id: own.id }, path: feedPath(format, own.path) };
  }
  if (own.kind === "topic" && own.page === 1) {
    return { kind: "feed", format, of: { of: "topic", id: own.number }, path: feedPath(format, own.path) };
  }
  if (own.kind === "questions" && own.page === 1) {
    return { kind: "feed", format, of: { of: "answers" }, path: feedPath(format, own.path) };
  }
  const page = own.kind === "unknown" ? await atRoot(siteId, { slug: above.slice(1), page: 1 }) : own;
  if (page.kind !== "section") return { kind: "unknown" };
  return { kind: "feed", format, of: { of: "section", id: page.id }, path: feedPath(format, page.path) };
}

/** A page of a list in English: the first is always there, and says so where there is nothing. */
async function englishAt(siteId: number, { kind, page }: EnglishList): Promise<Resolution> {
  const pages = pagesFor(await reads.countInList({ list: kind, ofId: siteId }));
  const path = kind === "english" ? englishPath(page) : englishCorrectionsPath(page);
  return page > pages ? { kind: "unknown" } : { kind, page, path };
}

type StandingRow = Awaited<ReturnType<typeof reads.findStanding>>;

/** What a document with an address is to readers; neither a site's own text nor what is not there has one. */
async function resolveNumber(siteId: number, number: number, standing: StandingRow): Promise<Resolution> {
  if (standing?.kind === "translation") {
    return resolveTranslation(number, standing, await reads.findOriginal(siteId, number));
  }
  if (standing?.kind === "page") return resolveOwnPage({ ...standing, number });
  if (standing?.kind === "paper") return resolvePaper(number, standing);
  if (standing?.kind === "week") return resolveWeek({ ...standing, number });
  if (standing?.kind === "topic") return resolveTopic({ ...standing, number });
  return standing?.kind === "article" ? resolveArticle(number, standing) : { kind: "unknown" };
}
