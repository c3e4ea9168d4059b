import { apiArticlesPath, apiSearchPath, type MachineAddress, machineAsked } from "./machines.ts";
import { asksWords, papersAsked, papersPath } from "./papers.ts";

/**
 * Public addresses: what stands in an address bar after the host, how it is written and how it is read. Nobody else puts one
 * together or takes one apart.
 */
export const homePath = "/";
export const robotsPath = "/robots.txt";
export const searchPath = "/tim-kiem";
/** Where a form says whether an article was of use. */
export const answersPath = "/api/useful";
export const sectionPath = (slug: string, page = 1) => furtherPath(`/${slug}`, page);
/** Page `page` of a list, of which the first one is the list's own address. */
export const furtherPath = (path: string, page: number) => (page === 1 ? path : `${path}/${FURTHER}/${page}`);
/** A page that stands for itself, at the site's root. */
export const pagePath = (slug: string) => `/${slug}`;
export const articlePath = (sectionSlug: string, slug: string, number: number) => `/${sectionSlug}/${slug}-${number}`;
/** @param part counted from 1, where the sitemap is too long for one file; "news" is the one of what came out lately */
export const sitemapPath = (part: SitemapPart | null = null) =>
  part === null ? "/sitemap.xml" : `/sitemap-${part}.xml`;
export type SitemapPart = number | "news";

/**
 * A picture as readers get it, by the SHA-256 of the file that it was made of, and the cut where there is one. No slug begins with `_`.
 * @param use as `pictureKey` spells it
 */
export const picturePath = (use: string, width: number, format: string) => `/${FILES}/${use}/${width}.${format}`;

/**
 * A document, or what is played, as readers get it, by the SHA-256 of its bytes.
 * @param slug of its name, for people; the file is found by its hash
 */
export const documentPath = (sha256: string, slug: string, ending: string) => `/${FILES}/${sha256}/${slug}.${ending}`;

/** The same shown by the browser's own viewer instead of being saved: a PDF, in its page or alone. */
export const shownDocumentPath = (sha256: string, slug: string, ending: string) =>
  `/${FILES}/${sha256}/${SHOWN}/${slug}.${ending}`;

/**
 * The page of a document that says what it is and shows it. The number is the file's: it is the key, the words are not.
 * @param slug of its name
 */
export const filePagePath = (id: number, slug: string) => `/${FILE_PAGES}/${id}/${slug}`;

/**
 * The picture that an article or a page without any is shared with, by its number and the SHA-256 of the words on it: other words
 * have another address, or programs would show the old ones for weeks.
 */
export const sharePath = (number: number, sha256: string) => `/${FILES}/${SHARED}/${number}-${sha256}.png`;

/** Whether an address can be nothing but a file's. */
export const isFileAddress = (url: string): boolean => url.startsWith(`/${FILES}/`);

/** What a path under that one asks for, a cut as it is spelt there; null where it is none of these. */
export function pictureAsked(path: string): { file: string; cut: string; width: number; format: string } | null {
  const [, file, cut = "", width, format] = PICTURE.exec(path) ?? [];
  return file && width && format ? { file, cut, width: Number(width), format } : null;
}

/** The same of a file that is handed out as it came, and whether it is to be shown. */
export function documentAsked(path: string): { sha256: string; ending: string; isShown: boolean } | null {
  const [, sha256, shown, ending] = DOCUMENT.exec(path) ?? [];
  return sha256 && ending ? { sha256, ending, isShown: shown !== undefined } : null;
}

/** The same of a picture for sharing. */
export function shareAsked(path: string): { number: number; share: string } | null {
  const [, number, share] = SHARE.exec(path) ?? [];
  return number && share && Number(number) <= MOST_NUMBER ? { number: Number(number), share } : null;
}

/** The right spelling of a path that is a file's in other letters; null of any other. @param path as of `whatIsAsked` */
export function fileSpelling(path: string): string | null {
  const lower = path.toLowerCase();
  return (pictureAsked(lower) ?? documentAsked(lower) ?? shareAsked(lower)) ? lower : null;
}

/** Whether the query belongs to the address below this path; anywhere else it chooses nothing. */
export const isChosenByQuery = (path: string): boolean => BY_QUERY.includes(path);

const BY_QUERY: readonly string[] = [searchPath, apiArticlesPath, apiSearchPath, papersPath];

/** Whether something is looked for by words, which costs what a dozen pages do. @param query with its `?`, or "" */
export const isSearching = (path: string, query: string): boolean =>
  query !== "" &&
  (path === searchPath || path === apiSearchPath || (path === papersPath && asksWords(papersAsked(query))));

/** What a search asks for, as its address says it. */
export type SearchAsked = {
  /** As it was typed; "" before anybody has typed anything. */
  words: string;
  /** The slug of a section; "" for all. */
  section: string;
  /** A word for a form of texts, of the search's own; "" for all. */
  form: string;
  /** "" for all. */
  year: string;
  /** From 1. */
  page: number;
};

export const NOTHING_ASKED: SearchAsked = { words: "", section: "", form: "", year: "", page: 1 };

/** How the fields of a search are called in its address, and in its form. */
export const SEARCH_FIELDS = { words: "q", section: "chuyen-muc", form: "loai", year: "nam", page: "trang" } as const;

export function searchAddress(asked: Partial<SearchAsked>): string {
  const query = searchQuery({ ...NOTHING_ASKED, ...asked });
  return query === "" ? searchPath : `${searchPath}?${query}`;
}

/** The query of such an address, without its `?`; what is left open is left out. */
export function searchQuery({ page, ...asked }: SearchAsked): string {
  const query = new URLSearchParams();
  for (const name of ["words", "section", "form", "year"] as const)
    if (asked[name] !== "") query.append(SEARCH_FIELDS[name], asked[name]);
  if (page > 1) query.append(SEARCH_FIELDS.page, String(page));
  return query.toString();
}

/** How programs call the same fields. */
const API_SEARCH_FIELDS = { words: "q", section: "section", form: "kind", year: "year", page: "page" } as const;

/** Of the search for programs, the query without its `?`; as `searchQuery`. */
export function apiSearchQuery({ page, ...asked }: SearchAsked): string {
  const query = new URLSearchParams();
  for (const name of ["words", "section", "form", "year"] as const)
    if (asked[name] !== "") query.append(API_SEARCH_FIELDS[name], asked[name]);
  if (page > 1) query.append(API_SEARCH_FIELDS.page, String(page));
  return query.toString();
}

/** The other way round; null where no words are asked for, or the year or the page is none. */
export function apiSearchAsked(query: string): SearchAsked | null {
  const said = new URLSearchParams(query);
  const one = (name: keyof typeof API_SEARCH_FIELDS) => said.get(API_SEARCH_FIELDS[name]) ?? "";
  const [words, year, page] = [one("words"), one("year"), one("page") || "1"];
  if (words.trim() === "" || !/^(?:[12]\d{3})?$/.test(year) || !PAGE.test(page)) return null;
  return { words, section: one("section"), form: one("form"), year, page: Number(page) };
}

/** The other way round: whatever stands there is read as something. @param query with or without its `?` */
export function searchAsked(query: string): SearchAsked {
  const said = new URLSearchParams(query);
  const one = (name: keyof typeof SEARCH_FIELDS) => said.get(SEARCH_FIELDS[name]) ?? "";
  const page = PAGE.test(one("page")) ? Number(one("page")) : 1;
  return { words: one("words"), section: one("section"), form: one("form"), year: one("year"), page };
}

/** What a path asks for, before anybody knows whether it is there. */
export type PublicAddress =
  | { kind: "home" }
  | { kind: "search" }
  | { kind: "robots" }
  | { kind: "sitemap"; part: SitemapPart | null }
  /** Or a page that stands for itself, which has its address at the root as well. */
  | { kind: "section"; slug: string; page: number }
  | { kind: "article"; number: number }
  /** The page of a document that a live text hands out. */
  | { kind: "file"; id: number }
  | MachineAddress
  | { kind: "nothing" };

/** @param path decoded, beginning with one slash, without one at the end */
export function whatIsAsked(path: string): PublicAddress {
  if (path === homePath) return { kind: "home" };
  const lower = path.toLowerCase();
  if (lower === robotsPath) return { kind: "robots" };
  if (lower === searchPath) return { kind: "search" };
  const sitemap = SITEMAP.exec(lower);
  if (sitemap) return { kind: "sitemap", part: partIn(sitemap[1]) };
  const machine = machineAsked(lower);
  if (machine) return machine;
  const [slug = "", second, third, ...more] = lower.slice(1).split("/");
  if (second === undefined) return { kind: "section", slug, page: 1 };
  if (slug === FILE_PAGES && third !== undefined && more.length === 0 && WHOLE_NUMBER.test(second)) {
    return Number(second) <= MOST_NUMBER ? { kind: "file", id: Number(second) } : { kind: "nothing" };
  }
  if (second === FURTHER && more.length === 0 && PAGE.test(third ?? "")) {
    return { kind: "section", slug, page: Number(third) };
  }
  const number = third === undefined ? numberIn(second) : null;
  return number === null ? { kind: "nothing" } : { kind: "article", number };
}

/**
 * The slug of a section that an address can only be ours below; null where an older system's may be kept.
 * @param path beginning with one slash, without a query
 */
export function sectionAbove(path: string): string | null {
  const [first = "", second, ...more] = path.slice(1).split("/");
  const isOurs = second === undefined || second === FURTHER || (more.length === 0 && numberIn(second) !== null);
  return isOurs ? first : null;
}

/** How an older address may have been kept: with and without its query, as sent and as read, most exact first. */
export function spellingsOf(path: string, query: string): string[] {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const paths = [...new Set([path, encoded, encodeURI(path), path.toLowerCase()])].flatMap((one) => [one, `${one}/`]);
  const spellings = query === "" ? paths : [...paths.map((one) => one + query), ...paths];
  return [...new Set(spellings)];
}

/**
 * The article's public number at the end of a path segment, or null. The number is the key, the words are not; mail and
 * chat programs take the signs that end a sentence for a part of the address.
 */
function numberIn(segment: string): number | null {
  const digits = /(?:^|-)([1-9]\d{0,9})[\s.,;:!?…)\]"'”’»]*$/.exec(segment)?.[1];
  const number = Number(digits);
  return digits !== undefined && number <= MOST_NUMBER ? number : null;
}

function partIn(spelt: string | undefined): SitemapPart | null {
  if (spelt === undefined || spelt === "news") return spelt ?? null;
  return Number(spelt);
}

/** Under a section, before the number of a further page of it: no slug. */
export const FURTHER = "trang";
/** As the database counts. */
const MOST_NUMBER = 2_147_483_647;
const FILES = "_tep";
const SHARED = "chia-se";
const SHOWN = "xem";
/** Above a number and a name no section's page lies, and no article. */
const FILE_PAGES = "tep";
const WHOLE_NUMBER = /^[1-9]\d{0,9}$/;
const PICTURE = /^\/_tep\/([0-9a-f]{64})(?:\/([\d-]+))?\/([1-9]\d{0,4})\.(avif|webp|jpeg)$/;
const DOCUMENT = /^\/_tep\/([0-9a-f]{64})\/(?:(xem)\/)?[a-z0-9]+(?:-[a-z0-9]+)*\.([a-z][a-z0-9]{2,3})$/;
const SHARE = /^\/_tep\/chia-se\/([1-9]\d{0,9})-([0-9a-f]{64})\.png$/;
/** The number of a further page as it may be written. */
export const PAGE = /^0*[1-9]\d{0,5}$/;
const SITEMAP = /^\/sitemap(?:-(\d{1,9}|news))?\.xml$/;
