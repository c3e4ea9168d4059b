/**
 * What a public page was drawn from. A query of `features/reading` says which of these it has read; a transaction that changes
 * what readers see announces which of these are others now; whatever was drawn from one of them is forgotten.
 *
 * A fact about a thing is about what readers get of it. A fact about a list is about what stands in it, and where: a page that
 * shows a list shows something new once another thing comes in or leaves, which no fact about what stood there before could say.
 */
export type Fact =
  | `document:${number}`
  | `tag:${number}`
  /** Whether readers get a file: a text that they read names it. */
  | `file:${number}`
  /** What was made of a file for readers. */
  | `picture:${number}`
  /** The bytes of a file, by its hash: nothing of an erased one stays in any memory. */
  | `bytes:${string}`
  /** Whether the picture is drawn that a document without any is shared with. */
  | `share:${number}`
  /** What stands on every page of a site: its own words, its sections and which of them are open. */
  | `site:${number}`
  /** What a section's page lists: what stands in it or below it, and what it is a second section of. */
  | `list:section:${number}`
  /** The same of one day, here: what stands next to what. */
  | `list:section:${number}:${string}`
  | `list:home:${number}`
  /** How the front of a site or of a section is arranged, and what somebody has put there by hand. */
  | `front:site:${number}`
  | `front:section:${number}`
  /** What live articles have a tag, or somebody is named in; the corrections of a site. */
  | `list:tag:${number}`
  | `list:author:${number}`
  | `list:corrections:${number}`
  /** Which articles stand in a topic, and which of them are pinned; which topics a site has. */
  | `list:topic:${number}`
  | `list:topics:${number}`
  /** Which questions of a site are answered. */
  | `list:answers:${number}`
  /** Which English sisters a site has that readers get. */
  | `list:english:${number}`
  /** The corrections of what a site has in English. */
  | `list:english_corrections:${number}`
  /** Whether a document has a sister in English that readers get. */
  | `list:sister:${number}`
  /** Which articles are near one by their texts. */
  | `list:near:${number}`
  /** Which articles of a site there are of a date: "" (any), "2026", "2026-11", "2026-11-28". */
  | `list:site:${number}:${string}`
  /** The live pages of a site by name, with where the way to them is found. */
  | `list:pages:${number}`
  /** The live papers of a site, and what lists show of them. */
  | `list:papers:${number}`
  /** What is said above all pages of a site until an hour. */
  | `list:banners:${number}`
  /** Of which weeks the live calendars of a site are. */
  | `list:weeks:${number}`
  | `list:sitemap:${number}`
  /** Where older addresses of a site lead. */
  | `list:redirects:${number}`;

/** Why nothing that anybody could announce makes something another one. */
export type FromNothing = { readonly because: string };

export const fromNothing = (because: string): FromNothing => ({ because });

/** What something was drawn from: one fact at least, or the reason why there is none. */
export type DrawnFrom = readonly [Fact, ...Fact[]] | FromNothing;

export const documentFact = (number: number): Fact => `document:${number}`;
export const tagFact = (id: number): Fact => `tag:${id}`;
export const fileFact = (id: number): Fact => `file:${id}`;
export const pictureFact = (id: number): Fact => `picture:${id}`;
export const bytesFact = (sha256: string): Fact => `bytes:${sha256}`;
export const shareFact = (number: number): Fact => `share:${number}`;
export const siteFact = (id: number): Fact => `site:${id}`;
export const inSection = (sectionId: number): Fact => `list:section:${sectionId}`;
export const inSectionOn = (sectionId: number, day: string): Fact => `list:section:${sectionId}:${day}`;
export const inList = (
  list:
    | ("tag" | "author" | "corrections" | "topic" | "topics" | "answers")
    | ("english" | "english_corrections" | "sister" | "near"),
  ofId: number,
): Fact => `list:${list}:${ofId}`;
export const ofDate = (siteId: number, date: string): Fact => `list:site:${siteId}:${date}`;
export const ofFront = (siteId: number, sectionId: number | null): Fact =>
  sectionId === null ? `front:site:${siteId}` : `front:section:${sectionId}`;
export const onHome = (siteId: number): Fact => `list:home:${siteId}`;
export const amongPages = (siteId: number): Fact => `list:pages:${siteId}`;
export const amongPapers = (siteId: number): Fact => `list:papers:${siteId}`;
export const amongBanners = (siteId: number): Fact => `list:banners:${siteId}`;
export const amongWeeks = (siteId: number): Fact => `list:weeks:${siteId}`;
export const inSitemap = (siteId: number): Fact => `list:sitemap:${siteId}`;
export const amongRedirects = (siteId: number): Fact => `list:redirects:${siteId}`;

/** Whether the words of a site, or which sites there are, may be others now. */
export const isOfSite = (fact: string): boolean => fact.startsWith("site:");

/** Of which bytes a fact is; null of another one. */
export const hashIn = (fact: Fact): string | null => (fact.startsWith("bytes:") ? fact.slice("bytes:".length) : null);
