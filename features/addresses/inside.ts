/** What the front has found out an address to be, and Next draws: a thing and its number, not an address to be read once more. */
export type Drawable =
  | { kind: "home" }
  | { kind: "robots" }
  | { kind: "sitemap"; part: number | null }
  | { kind: "section"; id: number; page: number }
  | { kind: "article"; number: number }
  | { kind: "file"; id: number }
  /** A page that somebody has written; the others are made of what is written elsewhere. */
  | { kind: "own_page"; number: number }
  | { kind: "gone"; number: number }
  | { kind: "hidden"; of: "article" | "page" }
  | { kind: "unknown" };

/** Next's own paths, behind the front, as the folders under `app/(site)` are called. */
export function insidePath(siteKey: string, what: Drawable): string {
  switch (what.kind) {
    case "home":
      return `/${siteKey}`;
    case "robots":
    case "unknown":
      return `/${siteKey}/${what.kind}`;
    case "sitemap":
      return `/${siteKey}/sitemap/${what.part ?? "all"}`;
    case "section":
      return `/${siteKey}/section/${what.id}/${what.page}`;
    case "article":
      return `/${siteKey}/article/${what.number}`;
    case "file":
      return `/${siteKey}/file/${what.id}`;
    case "own_page":
      return `/${siteKey}/own-page/${what.number}`;
    case "gone":
      return `/${siteKey}/gone/${what.number}`;
    case "hidden":
      return `/${siteKey}/hidden/${what.of}`;
  }
}
