import { createHash } from "node:crypto";

/**
 * The picture that programs of chats and social networks show of an article or a page that has none of its own: its headline on the
 * site's colours. It is drawn from these words and nothing else, so that other words are another picture.
 */
export type ShareWords = {
  /** The document's public number. */
  number: number;
  headline: string;
  /** "" where it stands in none. */
  section: string;
  /** What the site calls itself. */
  site: string;
};

/** A live article or page: what its picture for sharing says, whether it needs one, and which one was drawn last. */
export type Sharing = ShareWords & {
  siteId: number;
  /** What it is the sister of in another language. */
  sisterOfId: number | null;
  /** Readers get a picture with its text. */
  hasOwn: boolean;
  /** Of the words that the last one was drawn from, and its size in bytes; null where none was. */
  drawn: string | null;
  bytes: number | null;
};

/** In pixels, as such programs ask for it. */
export const SHARE_SIZE = { width: 1200, height: 630 } as const;

/**
 * Counts the ways in which such pictures were drawn. Whoever changes their looks (`features/renditions/share`) counts on: those that
 * were drawn before are not shown any more, and are drawn anew.
 */
export const SHARE_DRAWN_WITH = 1;

/** What names the picture of these words: a SHA-256 in hex digits. */
export function shareHash({ number, headline, section, site }: ShareWords): string {
  return createHash("sha256")
    .update(JSON.stringify([SHARE_DRAWN_WITH, number, site, section, headline]))
    .digest("hex");
}
