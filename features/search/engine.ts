import type { Tx } from "#db/transaction.ts";
import type { Question } from "./question.ts";

/** The kinds of documents that are found. */
export type FoundKind = "article" | "page" | "paper" | "topic" | "week" | "translation";

/** What readers get of a document, as it is looked through. Lines are texts without markup. */
export type Entry = {
  documentId: number;
  siteId: number;
  /** The text that these words are of. */
  revisionId: number;
  shownAt: Date;
  kind: FoundKind;
  /** What an article is among articles, or a paper among papers; null of the others. */
  form: string | null;
  /** Its own section and its second ones. */
  sectionIds: readonly number[];
  title: string;
  /** Standfirst, kicker, keywords. */
  head: readonly string[];
  /** Everything else that readers see, in reading order. */
  body: readonly string[];
  /** The words of the documents that it hands out. */
  files: readonly string[];
};

/** What narrows a search. */
export type Narrowed = {
  /** The section and all below it; null: anywhere. */
  sectionIds: readonly number[] | null;
  /** A form of articles, "page", "topic", "week", "english", or papers: all, or one form of them (`formOfPapers`). */
  form: string | null;
  /** Of the date that readers see, by the clock of Vietnam; of a paper, of its issue. */
  year: number | null;
};

export type Asked = { siteId: number; question: Question; narrowed: Narrowed; now: Date };

/** The numbers of documents, the best first; `isAll` is false where there are more than anybody is shown. */
export type Found = { documentIds: number[]; isAll: boolean };

/** @property step how near it is: 1 is nearest */
export type Nearby = { documentId: number; step: number };

/**
 * What finds. It may lag behind what is live, and is never asked whether something is: whoever shows what it found asks the
 * documents themselves.
 */
export type SearchEngine = {
  /** Whoever is about to read what will be put waits here until nobody else is at it, for the rest of the transaction. */
  hold(tx: Tx): Promise<void>;
  /**
   * Keeps documents as they are now, in the place of what was kept of them. Twice is as once.
   * @param how `areCompared`: they are compared with others in this transaction (`near.ts`); else those are still to be whose text is new
   */
  put(tx: Tx, entries: readonly Entry[], how: { areCompared: boolean }): Promise<void>;
  forget(tx: Tx, documentIds: readonly number[]): Promise<void>;
  /** What has all that is asked for. @throws what the database throws; a question that takes too long ends so */
  find(asked: Asked): Promise<Found>;
  /** What has most of it, for where nothing has all. */
  findSome(asked: Asked): Promise<Found>;
  /**
   * The articles of its site that say most of what an article says and few others do, the nearest first; itself is not among them, and of
   * what is not kept yet nothing is known. Bounded in its cost, however many there are.
   */
  nearest(tx: Tx, entry: Entry, most: number): Promise<Nearby[]>;
  /** Documents by the beginning of what somebody types, the best first. */
  suggest(asked: { siteId: number; begun: string; now: Date }, most: number): Promise<number[]>;
  /** What was probably meant: the question with one word put right; null where there is no better one. */
  meant(siteId: number, question: Question): Promise<string | null>;
};

/** So many are found at most, whatever is asked for: nobody walks further, and what is common would be put in order without end. */
export const MOST_FOUND = 300;
