import type { FileDetails } from "#features/library/types.ts";
import type { Places } from "./places.ts";

/** A file, where its newest uses are, and what would stand in its place; null until it was chosen. */
export type Replacement = Places & {
  old: FileDetails;
  next:
    | (FileDetails & {
        /** Why it cannot; null where it can. */
        whyNot: string | null;
        keepsCuts: boolean;
      })
    | null;
};

/** What became of one document: an update of it is open, its text was changed, or why not. */
export type Replaced = { documentId: number; done: "opens" | "changes" } | { documentId: number; sentence: string };
