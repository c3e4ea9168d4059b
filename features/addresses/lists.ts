import { PAPERS } from "./papers.ts";
import { FURTHER, PAGE, furtherPath as pageOf } from "./public.ts";
import { askPath, lookUpPath, QUESTIONS } from "./questions.ts";

/**
 * Addresses of what the program makes of texts beside their sections: tags, authors, days, corrections, topics, papers, weeks, questions, and what is said
 * of all of the site. A section or a page that had one of their first segments before they were kept free keeps it (`reading/find.ts`).
 */
const TAGS = "tu-khoa";
const AUTHORS = "tac-gia";
const ARCHIVE = "luu-tru";
const CORRECTIONS = "dinh-chinh";
const OVERVIEW = "so-do";
const STATISTICS = "thong-ke";
const TOPICS = "chu-de";
const WEEKS = "lich-cong-tac";

/** The first segments of all of these. */
export const OWN_ROOTS = [
  TAGS,
  AUTHORS,
  ARCHIVE,
  CORRECTIONS,
  OVERVIEW,
  STATISTICS,
  TOPICS,
  PAPERS,
  QUESTIONS,
  WEEKS,
] as const;

/** All days, a year, a month or a day, as ISO 8601 spells it: "", "2026", "2026-11", "2026-11-28". */
export type ArchiveDate = string;

export const tagPath = (slug: string, page = 1) => pageOf(`/${TAGS}/${slug}`, page);
export const authorPath = (slug: string, page = 1) => pageOf(`/${AUTHORS}/${slug}`, page);
export const archivePath = (date: ArchiveDate = "", page = 1) =>
  pageOf(["", ARCHIVE, ...date.split("-")].filter((one, at) => at === 0 || one !== "").join("/"), page);
export const correctionsPath = (page = 1) => pageOf(`/${CORRECTIONS}`, page);
/** A topic, or further pages of it. */
export const topicPath = (slug: string, page = 1) => pageOf(`/${TOPICS}/${slug}`, page);
/** All topics. */
export const topicsPath = (page = 1) => pageOf(`/${TOPICS}`, page);
/** What citizens have asked and the office has answered. */
export const questionsPath = (page = 1) => pageOf(`/${QUESTIONS}`, page);
/** The calendar of the week that it is. */
export const weeksPath = `/${WEEKS}`;
/** The calendar of a week. @param slug "2026-w49" */
export const weekPath = (slug: string) => `/${WEEKS}/${slug}`;
export const overviewPath = `/${OVERVIEW}`;
export const statisticsPath = `/${STATISTICS}`;

/** The first segment of a path, by which a section or a page may have it. */
export const rootOf = (path: string): string => path.split("/", 2)[1] ?? "";

/** Those of these segments that something has of which readers know the address. @param slugs of a site's sections and pages that readers find */
export function heldRoots(slugs: readonly (string | null)[]): Set<string> {
  return new Set(OWN_ROOTS.filter((root) => slugs.includes(root)));
}

/** What a path under one of these segments asks for, before anybody knows whether it is there. */
export type OwnAddress =
  | { kind: "tag"; slug: string; page: number }
  | { kind: "author"; slug: string; page: number }
  | { kind: "archive"; date: ArchiveDate; page: number }
  | { kind: "corrections"; page: number }
  | { kind: "topic"; slug: string; page: number }
  | { kind: "topics"; page: number }
  | { kind: "questions"; page: number }
  | { kind: "ask" }
  | { kind: "look_up" }
  | { kind: "weeks" }
  /** A week that some year may have. */
  | { kind: "week"; slug: string }
  | { kind: "overview" }
  | { kind: "statistics" }
  /** What of them, the query says. */
  | { kind: "papers" };

/**
 * @param path decoded, beginning with one slash, without one at the end
 * @returns null where it is none of these
 */
export function ownAsked(path: string): OwnAddress | null {
  const [root = "", ...segments] = path.toLowerCase().slice(1).split("/");
  const { rest, page } = withPage(segments);
  switch (root) {
    case TAGS:
    case AUTHORS: {
      const [slug, ...more] = rest;
      return slug && more.length === 0 ? { kind: root === TAGS ? "tag" : "author", slug, page } : null;
    }
    case ARCHIVE: {
      const date = dateIn(rest);
      return date === null || (page > 1 && date.length < A_DAY) ? null : { kind: "archive", date, page };
    }
    case CORRECTIONS:
      return rest.length === 0 ? { kind: "corrections", page } : null;
    case TOPICS: {
      const [slug, ...more] = rest;
      if (slug === undefined) return { kind: "topics", page };
      return more.length === 0 ? { kind: "topic", slug, page } : null;
    }
    case QUESTIONS: {
      const form = `/${[root, ...segments].join("/")}`;
      if (form === askPath || form === lookUpPath) return { kind: form === askPath ? "ask" : "look_up" };
      return rest.length === 0 ? { kind: "questions", page } : null;
    }
    case WEEKS: {
      const [week, ...more] = segments;
      if (week === undefined) return { kind: "weeks" };
      const [, year, number = ""] = more.length === 0 ? (WEEK.exec(week) ?? []) : [];
      return year === undefined ? null : { kind: "week", slug: `${year}-w${number.padStart(2, "0")}` };
    }
    case OVERVIEW:
      return segments.length === 0 ? { kind: "overview" } : null;
    case STATISTICS:
      return segments.length === 0 ? { kind: "statistics" } : null;
    case PAPERS:
      return segments.length === 0 ? { kind: "papers" } : null;
    default:
      return null;
  }
}

function withPage(segments: string[]): { rest: string[]; page: number } {
  const [further, number = ""] = segments.slice(-2);
  const isFurther = segments.length >= 2 && further === FURTHER && PAGE.test(number);
  return isFurther ? { rest: segments.slice(0, -2), page: Number(number) } : { rest: segments, page: 1 };
}

/** A day that the calendar has; null of anything else. */
function dateIn(segments: string[]): ArchiveDate | null {
  const [year, month, day] = segments;
  if (segments.length > 3) return null;
  if (year === undefined) return "";
  if (!/^[1-9]\d{3}$/.test(year) || ![month, day].every((one) => one === undefined || /^\d{1,2}$/.test(one)))
    return null;
  const date = [year, ...[month, day].flatMap((one) => (one === undefined ? [] : [one.padStart(2, "0")]))].join("-");
  const whole = `${date}${"-01".repeat(3 - segments.length)}`;
  const moment = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(whole) ? date : null;
}

/** As it may be typed: "2026-w49", "2026-W9", "2026w49". */
const WEEK = /^(\d{4})-?w(\d{1,2})$/;

const A_DAY = "2026-11-28".length;
