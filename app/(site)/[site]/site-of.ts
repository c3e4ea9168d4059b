import type { Picture } from "#features/files/picture.ts";
import { type Banners, bannersOf } from "#features/reading/banners.ts";
import { emblemOf, pageLinks, sectionTree, siteByKey } from "#features/reading/queries.ts";
import type { PageLink, Site } from "#features/reading/types.ts";
import type { TreeSection } from "#features/sites/tree.ts";

/** @throws for a key that is no site: the front never asks for one */
export async function siteOf(params: { site: string } | Promise<{ site: string }>): Promise<Site> {
  const { site: key } = await params;
  const site = await siteByKey(key);
  if (site === null) throw new Error(`There is no site "${key}".`);
  return site;
}

type Frame = {
  site: Site;
  tree: TreeSection[];
  pages: PageLink[];
  emblem: Picture | null;
  banners: Banners;
  now: Date;
};

/** What every page needs for its frame. */
export async function frameOf(params: Promise<{ site: string }>): Promise<Frame> {
  const site = await siteOf(params);
  const now = new Date();
  const [tree, pages, emblem, banners] = await Promise.all([
    sectionTree(site.id),
    pageLinks(site.id),
    emblemOf(site),
    bannersOf(site.id, now),
  ]);
  return { site, tree, pages, emblem, banners, now };
}
