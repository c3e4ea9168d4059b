import type { Picture } from "#features/files/picture.ts";
import type { TreeSection } from "#features/sites/tree.ts";
import { type Banners, bannersOf } from "./banners.ts";
import { emblemOf, pageLinks, sectionTree, siteOf } from "./queries.ts";
import type { PageLink, Site } from "./types.ts";

/** What the frame of every English page is drawn with. */
export type EnglishFrame = {
  site: Site;
  /** Beside the site's name. */
  emblem: Picture | null;
  /** What stands above the page for now. */
  banners: Banners;
  now: Date;
};

/** What that of every other page is drawn with. */
export type PageFrame = EnglishFrame & {
  tree: TreeSection[];
  /** The pages that readers may go to. */
  pages: PageLink[];
};

/** What every page needs for its frame. */
export async function frameOf(params: Promise<{ site: string }>): Promise<PageFrame> {
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

/** What every English page needs for its own: it names no sections and no pages of the site. */
export async function englishFrameOf(params: Promise<{ site: string }>): Promise<EnglishFrame> {
  const site = await siteOf(params);
  const now = new Date();
  const [emblem, banners] = await Promise.all([emblemOf(site), bannersOf(site.id, now)]);
  return { site, emblem, banners, now };
}
