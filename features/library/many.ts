import type { z } from "zod";
import type { FileRights } from "#features/files/rights.ts";
import { lacksName, type ManyRights, ManyRightsForm, rightsWith, saidRights, saysRights } from "./rights.ts";
import { ManyWordsForm } from "./words.ts";

/**
 * What is said of several files at once: a credit in the place of theirs, where one is said, more keywords, and of their rights
 * what is not left empty.
 */
export const ManyForm = ManyWordsForm.extend(ManyRightsForm.shape);
type ManyWords = Pick<z.output<typeof ManyForm>, "credit" | "keywords">;
export type Many = ManyWords & ManyRights;

/** A file that was chosen among others, with what it says now. */
export type Chosen = {
  id: number;
  sha256: string;
  name: string;
  caption: string;
  credit: string;
  keywords: readonly string[];
  version: number;
  rights: FileRights;
  mayChange: boolean;
  /** Whether a text names it, kept or being written. */
  used: boolean;
};

/** How often the words of a file, and its rights, were said when they were on the screen. */
export type Seen = Pick<Chosen, "version"> & Pick<FileRights, "rightsVersion">;

/** What a change would do to a file: nothing, something, something in the place of other words, or what cannot be. */
export type Effect = "none" | "changes" | "replaces" | "notYours" | "noName";

/** Whether anything is said. */
export const saysAnything = ({ credit, keywords, ...rights }: Many): boolean =>
  credit !== "" || keywords.length > 0 || saysRights(rights);

/** What a file would say; null where that is what it says already. */
export function changedBy(file: Pick<Chosen, "credit" | "keywords">, said: ManyWords): ManyWords | null {
  const credit = said.credit === "" ? file.credit : said.credit;
  const more = said.keywords.filter((word) => !file.keywords.includes(word));
  if (credit === file.credit && more.length === 0) return null;
  return { credit, keywords: [...file.keywords, ...more] };
}

/** What would be said of its rights; null where that is said already. */
export const rightsChangedBy = ({ rights }: Pick<Chosen, "rights">, { credit: _, keywords: _k, ...said }: Many) =>
  rightsWith(saidRights(rights), said);

/** What a change would do to a file, as whoever is about to press is told. */
export function effectOn(file: Chosen, said: Many): Effect {
  if (!file.mayChange) return "notYours";
  const [words, rights] = [changedBy(file, said), rightsChangedBy(file, said)];
  if (rights !== null && lacksName(rights)) return "noName";
  if (words === null && rights === null) return "none";
  return words !== null && file.credit !== "" && words.credit !== file.credit ? "replaces" : "changes";
}
