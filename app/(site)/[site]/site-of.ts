import { sectionTree, siteByKey } from "#features/reading/queries.ts";
import type { Site, TreeSection } from "#features/reading/types.ts";

/** @throws for a key that is no site: the front never asks for one */
export async function siteOf(params: Promise<{ site: string }>): Promise<Site> {
  const { site: key } = await params;
  const site = await siteByKey(key);
  if (site === null) throw new Error(`There is no site "${key}".`);
  return site;
}

/** What every page needs for its frame. */
export async function frameOf(
  params: Promise<{ site: string }>,
): Promise<{ site: Site; tree: TreeSection[]; now: Date }> {
  const site = await siteOf(params);
  return { site, tree: await sectionTree(site.id), now: new Date() };
}
