import {
  archivePath,
  correctionsPath,
  heldRoots,
  overviewPath,
  questionsPath,
  rootOf,
  statisticsPath,
  topicsPath,
  weeksPath,
} from "#features/addresses/lists.ts";
import { feedsPath } from "#features/addresses/machines.ts";
import { papersPath } from "#features/addresses/papers.ts";
import type { PageLink } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import type { TreeSection } from "#features/sites/tree.ts";

/** @property about one sentence on what is there; "" where its name says it */
export type OwnLink = { words: string; path: string; about: string };

/** The ways to what is said of all of a site, without those whose address a section or a page of it has. */
export function ownLinks(tree: readonly TreeSection[], pages: readonly PageLink[]): OwnLink[] {
  const sections = tree.filter(({ opened }) => opened).map(({ slug }) => slug);
  const held = heldRoots([...sections, ...pages.map(({ path }) => rootOf(path))]);
  const ways = [
    ["questions", questionsPath()],
    ["papers", papersPath],
    ["weeks", weeksPath],
    ["topics", topicsPath()],
    ["archive", archivePath()],
    ["corrections", correctionsPath()],
    ["overview", overviewPath],
    ["statistics", statisticsPath],
    ["feeds", feedsPath],
  ] as const;
  return ways
    .filter(([, path]) => !held.has(rootOf(path)))
    .map(([name, path]) => ({ words: say(`${name}.title`), path, about: say(`ownAbout.${name}`) }));
}
