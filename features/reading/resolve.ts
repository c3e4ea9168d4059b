import { articlePath, homePath, numberIn, pagePath, sectionPath } from "./paths.ts";

/** What an address is, decided before anything is drawn. Paths are public ones, in their only right spelling. */
export type Resolution =
  | { kind: "article"; path: string }
  | { kind: "page"; path: string }
  /** A page that somebody has written, by its number; the pages above are made of what others wrote. */
  | { kind: "own_page"; path: string; number: number }
  | { kind: "moved"; to: string }
  | { kind: "gone"; number: number }
  | { kind: "hidden"; of: "article" | "page" }
  | { kind: "unknown" };

/** What a path asks for, before anybody knows whether it is there. */
type Asked =
  | { kind: "home" }
  | { kind: "file"; path: string }
  | { kind: "section"; slug: string; page: number }
  | { kind: "article"; number: number }
  | { kind: "nothing" };

/** @param path decoded, beginning with one slash, without one at the end */
export function whatIsAsked(path: string): Asked {
  if (path === homePath) return { kind: "home" };
  const lower = path.toLowerCase();
  if (FILES.test(lower)) return { kind: "file", path: lower };
  const [slug = "", second, third, ...more] = lower.slice(1).split("/");
  if (second === undefined) return { kind: "section", slug, page: 1 };
  if (second === "trang" && more.length === 0 && PAGE.test(third ?? "")) {
    return { kind: "section", slug, page: Number(third) };
  }
  const number = third === undefined ? numberIn(second) : null;
  return number === null ? { kind: "nothing" } : { kind: "article", number };
}

/** Where an article stands; the section and the slug are those of the text that was live last. */
type Standing = {
  visibility: "never_live" | "live" | "hidden" | "withdrawn";
  slug: string | null;
  sectionSlug: string | null;
};

/** Nothing, for an article that readers never met: its number is no secret, its existence is. */
export function resolveArticle(number: number, standing: Standing | undefined): Resolution {
  if (standing?.visibility === "hidden") return { kind: "hidden", of: "article" };
  if (standing?.visibility === "withdrawn") return { kind: "gone", number };
  if (standing?.visibility !== "live" || !standing.slug || !standing.sectionSlug) return { kind: "unknown" };
  return { kind: "article", path: articlePath(standing.sectionSlug, standing.slug, number) };
}

/** The same of a page that stands for itself. */
export function resolveOwnPage(
  standing: (Pick<Standing, "visibility" | "slug"> & { number: number }) | undefined,
): Resolution {
  if (standing?.visibility === "hidden") return { kind: "hidden", of: "page" };
  if (standing?.visibility === "withdrawn") return { kind: "gone", number: standing.number };
  if (standing?.visibility !== "live" || !standing.slug) return { kind: "unknown" };
  return { kind: "own_page", path: pagePath(standing.slug), number: standing.number };
}

/** @param pages how many pages the section has; undefined when there is no such section */
export function resolveSection(slug: string, page: number, pages: number | undefined): Resolution {
  if (pages === undefined || page > pages) return { kind: "unknown" };
  return { kind: "page", path: sectionPath(slug, page) };
}

/** How an older address may have been kept: with and without its query, as sent and as read, most exact first. */
export function spellingsOf(path: string, query: string): string[] {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const paths = [...new Set([path, encoded, encodeURI(path), path.toLowerCase()])].flatMap((one) => [one, `${one}/`]);
  const spellings = query === "" ? paths : [...paths.map((one) => one + query), ...paths];
  return [...new Set(spellings)];
}

const FILES = /^\/(?:robots\.txt|sitemap(?:-\d{1,9})?\.xml)$/;
const PAGE = /^0*[1-9]\d{0,5}$/;
