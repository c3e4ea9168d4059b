import { treeOf } from "#features/sites/tree.ts";
import { SLUG } from "#features/text/slug.ts";
import { pagesFor } from "./page-size.ts";
import { reads } from "./reads.ts";

/** A section's name is words that readers see: it is there once an article that two people confirmed stood in it. */
export async function sectionAt(siteId: number, slug: string, page: number) {
  const tree = treeOf(await reads.findSections(siteId));
  const section = tree.find((one) => one.slug === slug);
  if (!section?.opened) return undefined;
  const { id } = section;
  return { id, slug, pages: page === 1 ? 1 : pagesFor(await reads.countInSection(siteId, id)) };
}

/** The same by an address that nothing has by now: the section that had it last, as it is called today. @param slug whatever was typed */
export async function formerSectionAt(siteId: number, slug: string, page: number) {
  const former = SLUG.test(slug) ? await reads.findFormerSection(siteId, slug) : undefined;
  return former && sectionAt(siteId, former.slug, page);
}

/** What a query calls a section by: its slug of today, or one that it had before. */
export const sectionCalled = async (siteId: number, slug: string) =>
  (await sectionAt(siteId, slug, 1)) ?? formerSectionAt(siteId, slug, 1);
