import type { FeedFormat } from "./machines.ts";
import type { SitemapPart } from "./public.ts";

/** What the front has found out an address to be, and Next draws: a thing and its number, not an address to be read once more. */
export type Drawable =
  | { kind: "home" }
  | { kind: "robots" }
  | { kind: "security" }
  | { kind: "sitemap"; part: SitemapPart | null }
  /** All feeds, for people. */
  | { kind: "feeds" }
  | { kind: "feed"; format: FeedFormat; of: FeedOf }
  | { kind: "section"; id: number; page: number }
  | { kind: "article"; number: number }
  | { kind: "file"; id: number }
  /** A page that somebody has written; the others are made of what is written elsewhere. */
  | { kind: "own_page"; number: number }
  | { kind: "gone"; number: number }
  | { kind: "hidden"; of: "article" | "page" }
  | { kind: "unknown" };

/** What a feed follows. */
export type FeedOf = { of: "site" } | { of: "section"; id: number };

/** Next's own paths, behind the front, as the folders under `app/(site)` are called. */
export function insidePath(siteKey: string, what: Drawable): string {
  switch (what.kind) {
    case "home":
      return `/${siteKey}`;
    case "robots":
    case "security":
    case "feeds":
    case "unknown":
      return `/${siteKey}/${what.kind}`;
    case "sitemap":
      return `/${siteKey}/sitemap/${what.part ?? "all"}`;
    case "feed":
      return `/${siteKey}/feed/${what.format}/${what.of.of}/${what.of.of === "site" ? 0 : what.of.id}`;
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
