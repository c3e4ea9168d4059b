import { archivePath, authorPath, heldRoots, rootOf, tagPath } from "#features/addresses/lists.ts";
import { papersPath } from "#features/addresses/papers.ts";
import { reads } from "./reads.ts";
import type { Entry } from "./sitemap-xml.ts";

/** As many tags, and as many authors, as a site may have in one file of its sitemap beside its sections and pages. */
const MOST = 10_000;

/**
 * The lists of a site that search engines should find: tags and authors that gather two articles at least, and the months of the
 * archive. @param slugs what sections and pages have at its root
 */
export async function listAddresses(siteId: number, slugs: readonly (string | null)[]): Promise<Entry[]> {
  const held = heldRoots(slugs);
  const [tags, authors, months, forms] = await Promise.all([
    reads.findTagAddresses(siteId, MOST),
    reads.findAuthorAddresses(siteId, MOST),
    reads.findMonths(siteId, null),
    reads.findPaperForms(siteId),
  ]);
  const hasPapers = forms.length > 0;
  const paths = [
    ...tags.map(({ slug }) => tagPath(slug)),
    ...authors.map(({ slug }) => authorPath(slug)),
    ...(hasPapers ? [papersPath] : []),
    ...months.map(({ date }) => archivePath(date)),
  ];
  return paths.filter((path) => !held.has(rootOf(path))).map((path) => ({ path }));
}
