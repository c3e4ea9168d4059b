import { treeOf } from "#features/sites/tree.ts";
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
