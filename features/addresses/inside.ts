import type { ArchiveDate } from "./lists.ts";
import type { FeedFormat } from "./machines.ts";
import { type PapersAsked, papersQuery } from "./papers.ts";
import { type SearchAsked, type SitemapPart, searchQuery } from "./public.ts";

/** What the front has found out an address to be, and Next draws: a thing and its number, not an address to be read once more. */
export type Drawable =
  | { kind: "home" }
  | { kind: "robots" }
  | { kind: "search"; asked: SearchAsked }
  | { kind: "security" }
  | { kind: "opensearch" }
  | { kind: "manifest" }
  | { kind: "sitemap"; part: SitemapPart | null }
  /** All feeds, for people. */
  | { kind: "feeds" }
  | { kind: "feed"; format: FeedFormat; of: FeedOf }
  /** @property after the number of the article behind whose place the list goes on */
  | { kind: "api_articles"; sectionId: number | null; after: number | null }
  | { kind: "api_article"; number: number }
  | { kind: "api_sections" }
  | { kind: "api_search"; asked: SearchAsked }
  | { kind: "api_description" }
  /** Why a program of others gets nothing. */
  | { kind: "api_problem"; why: Problem }
  | { kind: "api_gone"; number: number }
  | { kind: "section"; id: number; page: number }
  | { kind: "tag"; id: number; page: number }
  | { kind: "author"; id: number; page: number }
  /** All years, a year, a month or a day that has articles; only a day has further pages. */
  | { kind: "archive"; date: ArchiveDate; page: number }
  | { kind: "corrections"; page: number }
  | { kind: "papers"; asked: PapersAsked }
  /** What stands in a topic, by the topic's number. */
  | { kind: "topic"; number: number; page: number }
  | { kind: "topics"; page: number }
  /** Questions of citizens with their answers. */
  | { kind: "questions"; page: number }
  /** The form of a question, and the one of a code: what was sent with them comes beside the address (`features/questions/given.ts`). */
  | { kind: "ask" }
  | { kind: "look_up" }
  /** The calendar of the week that it is when it is drawn. */
  | { kind: "weeks" }
  | { kind: "week"; number: number }
  /** All that a site says in English, what was wrong in it, and the English sister of an article or a page. */
  | { kind: "english"; page: number }
  | { kind: "english_corrections"; page: number }
  | { kind: "translation"; number: number }
  | { kind: "overview" }
  | { kind: "statistics" }
  | { kind: "article"; number: number }
  | { kind: "paper"; number: number }
  | { kind: "file"; id: number }
  /** A page that somebody has written; the others are made of what is written elsewhere. */
  | { kind: "own_page"; number: number }
  /** `english`: where English was asked for, it is said in English. */
  | { kind: "gone"; number: number; english?: true }
  | { kind: "hidden"; of: "article" | "page" | "paper" | "topic" | "week"; english?: true }
  | { kind: "unknown"; english?: true };

/** Why a program of others gets nothing, each with its status. */
export const PROBLEMS = { nothing: 404, unknown: 404, hidden: 503, section: 404, after: 400, search: 400 } as const;
export type Problem = keyof typeof PROBLEMS;

/** What a feed follows: a list of which a site has one, or one of many. */
export type FeedOf =
  | { of: "site" | "answers" }
  | { of: "english" }
  | { of: "section" | "tag" | "author" | "topic"; id: number };

/** Next's own paths, behind the front, as the folders under `app/(site)` are called. */
export function insidePath(siteKey: string, what: Drawable): string {
  switch (what.kind) {
    case "home":
      return `/${siteKey}`;
    case "robots":
    case "security":
    case "opensearch":
    case "manifest":
    case "feeds":
    case "overview":
    case "statistics":
    case "ask":
    case "weeks":
      return `/${siteKey}/${what.kind}`;
    case "look_up":
      return `/${siteKey}/look-up`;
    case "unknown":
      return `/${siteKey}${inLanguage(what)}/unknown`;
    case "english":
      return `/${siteKey}/en/all/${what.page}`;
    case "english_corrections":
      return `/${siteKey}/en/corrections/${what.page}`;
    case "translation":
      return `/${siteKey}/en/translation/${what.number}`;
    case "search":
      return `/${siteKey}/search?${searchQuery(what.asked)}`;
    case "papers":
      return `/${siteKey}/papers${papersQuery(what.asked)}`;
    case "sitemap":
      return `/${siteKey}/sitemap/${what.part ?? "all"}`;
    case "feed":
      return `/${siteKey}/feed/${what.format}/${what.of.of}/${"id" in what.of ? what.of.id : 0}`;
    case "api_articles":
      return `/${siteKey}/api/articles/${what.sectionId ?? "all"}/${what.after ?? "first"}`;
    case "api_article":
      return `/${siteKey}/api/article/${what.number}`;
    case "api_sections":
      return `/${siteKey}/api/sections`;
    case "api_search":
      return `/${siteKey}/api/search?${searchQuery(what.asked)}`;
    case "api_description":
      return `/${siteKey}/api/description`;
    case "api_problem":
      return `/${siteKey}/api/problem/${what.why}`;
    case "api_gone":
      return `/${siteKey}/api/gone/${what.number}`;
    case "section":
      return `/${siteKey}/section/${what.id}/${what.page}`;
    case "tag":
    case "author":
      return `/${siteKey}/${what.kind}/${what.id}/${what.page}`;
    case "archive":
      return `/${siteKey}/archive/${what.date || "all"}/${what.page}`;
    case "topic":
      return `/${siteKey}/topic/${what.number}/${what.page}`;
    case "paper":
    case "week":
      return `/${siteKey}/${what.kind}/${what.number}`;
    case "corrections":
    case "topics":
    case "questions":
      return `/${siteKey}/${what.kind}/${what.page}`;
    case "article":
      return `/${siteKey}/article/${what.number}`;
    case "file":
      return `/${siteKey}/file/${what.id}`;
    case "own_page":
      return `/${siteKey}/own-page/${what.number}`;
    case "gone":
      return `/${siteKey}${inLanguage(what)}/gone/${what.number}`;
    case "hidden":
      return `/${siteKey}${inLanguage(what)}/hidden${what.english ? "" : `/${what.of}`}`;
  }
}

/** Pages in English lie in a folder of their own, whose documents say what language they are in. */
const inLanguage = ({ english }: { english?: true }) => (english ? "/en" : "");
