import type { CLOSINGS } from "#db/schema/questions.ts";
import type { Standing } from "./standing.ts";

export type Closing = (typeof CLOSINGS)[number];

/** What whoever has the code of a question gets to know: never a word of it, nor who asked. */
export type Found = {
  /** "erased" where its answer was taken down and its words are erased: nobody answers it any more. */
  standing: Standing | "erased";
  sentAt: Date;
  /** The last day for an answer, as days are kept; null where nothing is owed. */
  dueDay: string | null;
  /** When it was closed, and why; null where it is not. */
  closed: { at: Date; reason: Closing } | null;
  /** The live article that answers it, or that had answered it before. */
  answer: { title: string; path: string; shownAt: Date } | null;
};
