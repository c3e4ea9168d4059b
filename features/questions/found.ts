import type { CLOSINGS } from "#db/schema/questions.ts";
import type { Standing } from "./standing.ts";

export type Closing = (typeof CLOSINGS)[number];

/** What whoever has the code of a question gets to know: never a word of it, nor who asked. */
export type Found = {
  standing: Standing;
  sentAt: Date;
  /** The last day for an answer, as days are kept. */
  dueDay: string;
  /** When it was closed, and why; null where it is not. */
  closed: { at: Date; reason: Closing } | null;
  /** The live article that answers it, or that had answered it before. */
  answer: { title: string; path: string; shownAt: Date } | null;
};
