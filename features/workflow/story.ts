import type { KindName } from "#features/kinds/kinds.ts";
import type { Content } from "#features/text/kind.ts";
import type { State, Visibility } from "./machine.ts";

/** The open edition of a document, or the last closed one. */
export type Edition = {
  id: number;
  number: number;
  state: State;
  purpose: "first" | "revise" | "correct" | "objection" | "migrate";
  openedBy: number;
  baseRevisionId: number | null;
  submittedBy: number | null;
  approvedRevisionId: number | null;
  outcome: "published" | "refused" | "discarded" | null;
  closedAt: Date | null;
  batchId: number | null;
};

export type DraftBuffer = {
  version: number;
  /** The text in the vocabulary of today: what people see and go on from. */
  content: Content;
  /** The text as it was written, which is what is hashed and cut. */
  kept: Content;
  digest: string;
  nextSalt: Buffer;
  /** Who wrote what differs from the last revision, ascending; nobody while nothing does. */
  unkeptBy: number[];
  savedAt: Date;
};

/** A revision without its text. */
export type RevisionMark = {
  id: number;
  contentHash: string;
  digest: string;
  /** Ascending; today always one. */
  writers: number[];
  sectionId: number | null;
};

export type Document = {
  id: number;
  siteId: number;
  kind: KindName;
  visibility: Visibility;
  sectionId: number | null;
  slug: string | null;
  liveRevisionId: number | null;
  lastLiveRevisionId: number | null;
  firstLiveAt: Date | null;
  shownAt: Date | null;
  owedSince: Date | null;
  owedBy: number | null;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
  migrated: boolean;
};

/** All that a decision about a document depends on, read under its lock. */
export type Story = {
  document: Document;
  /** The open edition, or null. */
  open: Edition | null;
  /** The last closed edition, when nothing is open. */
  lastClosed: Edition | null;
  /** The buffer of the open edition (or of the last closed one, for recovering). */
  buffer: DraftBuffer | null;
  /** The newest revision of the open edition; null before the first cut. */
  lastRevision: RevisionMark | null;
  /** People who were given the document. */
  writers: number[];
  /** The section that decides rights: of the text being written, else of the live one, else of the last that was written; null is the site as a whole. */
  sectionId: number | null;
  strict: boolean;
  /** Of the text the edition has kept last: its newest revision's, else the one's it began from; null when there is none. */
  keptDigest: string | null;
  /** The database's clock: deadlines are decided by it, because instances' clocks differ. */
  now: Date;
};
