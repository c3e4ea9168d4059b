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

/** @property about one sentence on what is there; "" where its name says it */
export type OwnLink = { words: string; path: string; about: string };

/** The ways to what is said of all of a site, without those whose address a section or a page of it has. */
export function ownLinks(tree: readonly TreeSection[], pages: readonly PageLink[]): OwnLink[] {
  const sections = tree.filter(({ opened }) => opened).map(({ slug }) => slug);
  const held = heldRoots([...sections, ...pages.map(({ path }) => rootOf(path))]);
  return OF_ALL.filter(({ path }) => !held.has(rootOf(path)));
}

const OF_ALL: readonly OwnLink[] = (
  [
    ["questions", questionsPath()],
    ["papers", papersPath],
    ["weeks", weeksPath],
    ["topics", topicsPath()],
    ["archive", archivePath()],
    ["corrections", correctionsPath()],
    ["overview", overviewPath],
    ["statistics", statisticsPath],
    ["feeds", feedsPath],
  ] as const
).map(([name, path]) => ({ words: say(`${name}.title`), path, about: say(`ownAbout.${name}`) }));

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
