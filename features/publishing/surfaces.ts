/** Where readers meet a live article. */
export type Placed = {
  /** Public path of the article page. */
  address: string;
  /** Slugs of every section whose lists show it: its own, its second ones, and everything above them. */
  sections: readonly string[];
  /**
   * One of those sections is filled by it alone, or by it and one other, which may be leaving at this moment as well;
   * filled sections stand on every page: in the menu or at the foot.
   */
  fillsSection: boolean;
};

/** Names every page of a site. For what stands on all of them: menus, footer, banners, names of sections. */
export const EVERYWHERE = "/*";

/**
 * Every public path whose bytes show this article; a `*` at the end names all paths that begin so. `before` and `after`
 * differ when it went live or down, or when its slug or section moved.
 */
export function surfacesOf(before: Placed | null, after: Placed | null): string[] {
  const placed = [before, after].filter((place) => place !== null);
  if (placed.length === 0) return [];
  if (placed.some(({ fillsSection }) => fillsSection)) return [EVERYWHERE];
  const pages = placed.flatMap(({ address, sections }) => [address, ...sections.flatMap(listsOf)]);
  return [...new Set(["/", "/sitemap*", ...pages])];
}

function listsOf(section: string): string[] {
  return [`/${section}`, `/${section}/trang/*`];
}
