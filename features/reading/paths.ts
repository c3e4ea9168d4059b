/** Public paths: what stands in an address bar after the host. */
export const homePath = "/";
export const sectionPath = (slug: string, page = 1) => (page === 1 ? `/${slug}` : `/${slug}/trang/${page}`);
/** A page that stands for itself, at the site's root. */
export const pagePath = (slug: string) => `/${slug}`;
export const articlePath = (sectionSlug: string, slug: string, number: number) => `/${sectionSlug}/${slug}-${number}`;

/** Articles on one page of a section. */
export const PAGE_SIZE = 20;

/** Pages of a section with `total` articles; an empty section still has its first page. */
export const pagesFor = (total: number) => Math.max(1, Math.ceil(total / PAGE_SIZE));

/**
 * The article's public number at the end of a path segment, or null. The number is the key, the words are not; mail and
 * chat programs take the signs that end a sentence for a part of the address.
 */
export function numberIn(segment: string): number | null {
  const digits = /(?:^|-)([1-9]\d{0,9})[\s.,;:!?…)\]"'”’»]*$/.exec(segment)?.[1];
  const number = Number(digits);
  return digits !== undefined && number <= 2_147_483_647 ? number : null;
}

/**
 * Next's own paths, behind the front. Pages without a public address of their own stand under `-`, which can be no
 * section's slug; and so does the sitemap, for Next takes a folder named `sitemap.xml` for a file of its own making.
 */
export const inside = {
  page(siteKey: string, path: string): string {
    const [, isSitemap, part] = /^\/(sitemap)(?:-(\d+))?\.xml$/.exec(path) ?? [];
    if (isSitemap) return `/${siteKey}/-/sitemap/${part ?? "all"}`;
    return path === homePath ? `/${siteKey}` : `/${siteKey}${path}`;
  },
  /** A page that stands for itself, by its number. */
  ownPage: (siteKey: string, number: number) => `/${siteKey}/-/page/${number}`,
  gone: (siteKey: string, number: number) => `/${siteKey}/-/gone/${number}`,
  hidden: (siteKey: string, of: "article" | "page") => `/${siteKey}/-/hidden/${of}`,
  unknown: (siteKey: string) => `/${siteKey}/-/unknown`,
};
