import type { DEEDS } from "#db/schema/questions.ts";
import type { Closing } from "./found.ts";
import type { Standing } from "./standing.ts";

/** A question as lists of the desk have it. Nothing in it says who asked. */
export type QuestionLine = {
  id: number;
  subject: string;
  sentAt: Date;
  /** The last day for an answer, as days are kept. */
  dueDay: string;
  /** Working days; below zero once it is late. Null where nothing is owed. */
  daysLeft: number | null;
  standing: Standing;
  /** To whom it was given last; null where to nobody. */
  givenTo: string | null;
  documentId: number | null;
};

/** A line of a question's record. */
export type Deed = {
  id: number;
  deed: (typeof DEEDS)[number];
  by: string;
  toName: string | null;
  documentId: number | null;
  reason: Closing | null;
  at: Date;
};
