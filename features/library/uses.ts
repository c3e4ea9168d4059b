import type { Line } from "#features/desk/lines.ts";

/** Documents on one page of where a file is used. */
export const USES_ON_A_PAGE = 12;

/** A document that names a file, where it does, and since when; null where it does not. */
export type FileUse = {
  line: Line;
  /** In the text that readers have, which is theirs since then. */
  liveSince: Date | null;
  /** When a text with it was first published, whether readers have it still or not. */
  outSince: Date | null;
  /** In the text that waits for its approvers, or for its hour: when that was sent. */
  sentAt: Date | null;
  /** In the text that is being written: since then. */
  draftSince: Date | null;
  /** In so many kept texts, between the first and the last of which so much time passed. */
  kept: { count: number; first: Date; last: Date } | null;
};

export type FileUses = {
  uses: FileUse[];
  /** How many others there are on this page, of which this person may not know more. */
  unseen: number;
  /** The number of the document from which the next page goes on; null on the last. */
  next: number | null;
};
