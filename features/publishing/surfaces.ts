/** Where readers meet a live article. */
export type Placed = {
  /** Public path of the article page. */
  address: string;
  /** Slugs of every section whose lists show it: its own, its second ones, and everything above them. */
  sections: readonly string[];
};

/** Names every page of a site. For what stands on all of them: menus, footer, banners, names of sections. */
export const EVERYWHERE = "/*";

/**
 * Every public path whose bytes show this article; a `*` at the end names all paths that begin so. `before` and `after`
 * differ when it went live or down, or when its slug or section moved.
 *
 * @param opened it is the first that readers ever find in one of its sections, which stands on every page from now on, in
 *   the menu or at the foot; an emptied one stays there
 */
export function surfacesOf(before: Placed | null, after: Placed | null, opened = false): string[] {
  if (opened) return [EVERYWHERE];
  const placed = [before, after].filter((place) => place !== null);
  if (placed.length === 0) return [];
  const pages = placed.flatMap(({ address, sections }) => [address, ...sections.flatMap(listsOf)]);
  return [...new Set(["/", "/sitemap*", ...pages])];
}

function listsOf(section: string): string[] {
  return [`/${section}`, `/${section}/trang/*`];
}
