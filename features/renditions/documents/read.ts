import type { Sheet } from "../open.ts";

/** What was read of a document. */
export type Read = {
  /** Null where it has none, or says none that holds. */
  pages: number | null;
  text: string;
  /** What it says of itself: title, subject, keywords. */
  about: string[];
  /** Its first page. */
  sheet: Sheet | null;
};
