import { amongPages, type Fact, inSection, inSitemap, onHome, siteFact } from "#features/facts/facts.ts";
import type { Listed, LiveChange } from "#features/text/kind.ts";

/**
 * Lists show an article's own words from the article: they are forgotten with it. They change in themselves when it comes or goes,
 * and then as a whole, for what follows moves up or down. The sitemap says of each when it changed last.
 */
export function touchedByArticle({ siteId, before, after }: LiveChange): Fact[] {
  if (before === null && after === null) return [];
  const [were, are] = [before?.listedIn ?? [], after?.listedIn ?? []];
  const changed = [...were, ...are].filter((id) => !were.includes(id) || !are.includes(id));
  // At home an article stands under its own section alone.
  const isElsewhere = before?.sectionId !== after?.sectionId;
  return [...changed.map(inSection), ...(isElsewhere ? [onHome(siteId)] : []), inSitemap(siteId)];
}

/** The way to a page is in the menu or at the foot of every other one, by its name. */
export function touchedByPage({ siteId, before, after }: LiveChange): Fact[] {
  if (before === null && after === null) return [];
  const isListedAnew = nameOf(before) !== nameOf(after);
  return [...(isListedAnew ? [amongPages(siteId)] : []), inSitemap(siteId)];
}

/** What a site says of itself stands on all its pages. */
export const touchedBySite = ({ siteId }: LiveChange): Fact[] => [siteFact(siteId)];

/** Whatever of a page stands in the way to it. */
const nameOf = (listed: Listed | null) => listed && JSON.stringify([listed.title, listed.slug, listed.card]);
