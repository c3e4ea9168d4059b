import {
  archivePath,
  authorPath,
  correctionsPath,
  heldRoots,
  overviewPath,
  ownAsked,
  questionsPath,
  rootOf,
  statisticsPath,
  tagPath,
  topicsPath,
  weeksPath,
} from "#features/addresses/lists.ts";
import { askPath, lookUpPath } from "#features/addresses/questions.ts";
import { treeOf } from "#features/sites/tree.ts";
import { findPapersAt } from "./find-papers.ts";
import { pagesFor } from "./page-size.ts";
import { reads } from "./reads.ts";
import { type Resolution, resolveTopic, resolveWeek } from "./resolve.ts";
import type { List } from "./types.ts";

const UNKNOWN = { kind: "unknown" } as const;

/**
 * What an address is of those that the program makes itself; unknown where it is none, where nothing would stand there, or where a
 * section or a page of the site had its first segment before.
 *
 * @param path decoded, beginning with one slash, without one at the end
 * @param query with its `?`, or ""
 */
export async function findOwn(siteId: number, path: string, query = ""): Promise<Resolution> {
  const asked = ownAsked(path);
  if (asked === null || heldRoots(await slugsAtRoot(siteId)).has(rootOf(path.toLowerCase()))) return UNKNOWN;
  switch (asked.kind) {
    case "tag": {
      const tag = await reads.findTag(siteId, asked);
      const isThere = tag !== undefined && (await hasPage({ list: "tag", ofId: tag.id }, asked.page));
      return isThere ? { ...asked, id: tag.id, path: tagPath(tag.slug, asked.page) } : UNKNOWN;
    }
    case "author": {
      const author = await reads.findAuthor(siteId, asked);
      const isThere = author !== undefined && (await hasPage({ list: "author", ofId: author.id }, asked.page));
      return isThere ? { ...asked, id: author.id, path: authorPath(author.slug, asked.page) } : UNKNOWN;
    }
    case "archive":
      return (await hasDate(siteId, asked)) ? { ...asked, path: archivePath(asked.date, asked.page) } : UNKNOWN;
    case "corrections": {
      const pages = pagesFor(await reads.countInList({ list: "corrections", ofId: siteId }));
      return asked.page <= pages ? { ...asked, path: correctionsPath(asked.page) } : UNKNOWN;
    }
    case "papers":
      return findPapersAt(siteId, query);
    case "topic": {
      const topic = resolveTopic(await reads.findTopicAt(siteId, asked.slug), asked.page);
      const isBeyond = topic.kind === "topic" && asked.page > pagesFor(await reads.countInList(listOf(topic)));
      return isBeyond ? UNKNOWN : topic;
    }
    case "topics": {
      const pages = pagesFor(await reads.countInList({ list: "topics", ofId: siteId }));
      return asked.page <= pages ? { ...asked, path: topicsPath(asked.page) } : UNKNOWN;
    }
    case "questions": {
      const pages = pagesFor(await reads.countInList({ list: "answers", ofId: siteId }));
      return asked.page <= pages ? { ...asked, path: questionsPath(asked.page) } : UNKNOWN;
    }
    // Each has a secret of its own, or what one reader has sent: nothing of them is kept.
    case "ask":
      return { ...asked, path: askPath, query: { spelt: "", isKept: false } };
    case "look_up":
      return { ...asked, path: lookUpPath, query: { spelt: "", isKept: false } };
    case "weeks":
      return { ...asked, path: weeksPath };
    case "week":
      return resolveWeek(await reads.findWeekAt(siteId, asked.slug));
    case "overview":
      return { ...asked, path: overviewPath };
    case "statistics":
      return { ...asked, path: statisticsPath };
  }
}

/** What fills the pages of a topic: what is pinned stands above them. */
const listOf = ({ number }: { number: number }): List => ({ list: "topic", ofId: number });

/** What is there by its slug, and could have had it before it was kept free. */
async function slugsAtRoot(siteId: number): Promise<(string | null)[]> {
  const sections = treeOf(await reads.findSections(siteId)).filter(({ opened }) => opened);
  return [...sections, ...(await reads.findPages(siteId))].map(({ slug }) => slug);
}

async function hasPage(list: List, page: number): Promise<boolean> {
  const listed = await reads.countInList(list);
  return listed > 0 && page <= pagesFor(listed);
}

/** All dates are there always: before the first article the archive says so. */
async function hasDate(siteId: number, { date, page }: { date: string; page: number }): Promise<boolean> {
  switch (date.split("-").length) {
    case 1:
      return date === "" || (await reads.findMonths(siteId, date)).length > 0;
    case 2:
      return (await reads.findDays(siteId, date)).length > 0;
    default: {
      const listed = await reads.countOnDay(siteId, date);
      return listed > 0 && page <= pagesFor(listed);
    }
  }
}
