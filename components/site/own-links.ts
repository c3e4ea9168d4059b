import {
  archivePath,
  authorPath,
  correctionsPath,
  heldRoots,
  overviewPath,
  questionsPath,
  rootOf,
  statisticsPath,
  tagPath,
  topicsPath,
  weeksPath,
} from "#features/addresses/lists.ts";
import { feedsPath } from "#features/addresses/machines.ts";
import { papersPath } from "#features/addresses/papers.ts";
import { searchPath } from "#features/addresses/public.ts";
import type { PageLink } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import type { TreeSection } from "#features/sites/tree.ts";

/** The ways to what is said of all of a site, without those whose address a section or a page of it has. */
export function ownLinks(tree: readonly TreeSection[], pages: readonly PageLink[]): { words: string; path: string }[] {
  const sections = tree.filter(({ opened }) => opened).map(({ slug }) => slug);
  const held = heldRoots([...sections, ...pages.map(({ path }) => rootOf(path))]);
  return OF_ALL.filter(({ path }) => !held.has(rootOf(path)));
}

const OF_ALL = [
  { words: say("questions.title"), path: questionsPath() },
  { words: say("papers.title"), path: papersPath },
  { words: say("weeks.title"), path: weeksPath },
  { words: say("topics.title"), path: topicsPath() },
  { words: say("archive.title"), path: archivePath() },
  { words: say("corrections.title"), path: correctionsPath() },
  { words: say("overview.title"), path: overviewPath },
  { words: say("statistics.title"), path: statisticsPath },
  { words: say("feeds.title"), path: feedsPath },
];

/** To these no link at the foot leads. */
const OTHERS = [
  { words: say("search.link"), path: searchPath },
  { words: say("tags"), path: tagPath("") },
  { words: say("author.name"), path: authorPath("") },
];

/** What a page is called that the program makes of all of a site, or what such a page lies in; null of any other path. */
export function ownPlace(path: string): string | null {
  return [...OF_ALL, ...OTHERS].find((one) => rootOf(one.path) === rootOf(path))?.words ?? null;
}
