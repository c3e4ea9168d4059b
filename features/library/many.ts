import type { FileWordsTyped } from "./words.ts";

/** What is said of several files at once: a credit in the place of theirs, where one is said, and more keywords. */
export type ManyWords = Pick<FileWordsTyped, "credit" | "keywords">;

/** As many as stand on a page of the library. */
export const MOST_CHOSEN = 48;

/** A file that was chosen among others, with what it says now. */
export type Chosen = {
  id: number;
  sha256: string;
  name: string;
  caption: string;
  credit: string;
  keywords: readonly string[];
  version: number;
  mayChange: boolean;
};

/** What a change would do to a file: nothing, something, or something in the place of other words. */
export type Effect = "none" | "changes" | "replaces" | "notYours";

/** What a file would say; null where that is what it says already. */
export function changedBy(file: Pick<Chosen, "credit" | "keywords">, said: ManyWords): ManyWords | null {
  const credit = said.credit === "" ? file.credit : said.credit;
  const more = said.keywords.filter((word) => !file.keywords.includes(word));
  if (credit === file.credit && more.length === 0) return null;
  return { credit, keywords: [...file.keywords, ...more] };
}

/** What a change would do to a file, as whoever is about to press is told. */
export function effectOn(file: Chosen, said: ManyWords): Effect {
  if (!file.mayChange) return "notYours";
  const changed = changedBy(file, said);
  if (changed === null) return "none";
  return file.credit !== "" && changed.credit !== file.credit ? "replaces" : "changes";
}
