import type { BannerCard } from "#features/kinds/banner.ts";
import type { KindName } from "#features/kinds/kinds.ts";
import type { State, Visibility } from "#features/workflow/machine.ts";
import type { Edition } from "#features/workflow/story.ts";
import type { Cursor } from "./address.ts";

/** Lines on one page of the list of all. */
export const PAGE_SIZE = 40;

/** So many are counted; whoever finds more narrows the list. */
export const COUNTED = 200;

/** So many of each list of the home are shown; whoever has more of them narrows the list of all. */
export const SHOWN = 100;

/** A document as a line in a list of the desk. */
export type Line = {
  id: number;
  kind: KindName;
  title: string;
  section: string | null;
  /** State of the open edition; null when nothing is open. */
  state: State | null;
  visibility: Visibility;
  purpose: Edition["purpose"] | null;
  outcome: Edition["outcome"];
  /** It came back to its writers and was not sent again since. */
  returned: boolean;
  owed: boolean;
  /** When something last happened to the text. */
  at: Date;
  /** Who wrote last, or began it. */
  by: string;
  dueAt: Date | null;
  trouble: string | null;
};

/** A banner with what readers have of it, and since when; null before they have. */
export type BannerLine = Line & { card: BannerCard | null; liveSince: Date | null };

/** Why something waits for somebody, the most pressing first. */
export const WHYS = [
  "failed",
  "overdue",
  "owed",
  "restoring",
  "returned",
  "confirm",
  "review",
  "approved",
  "hidden",
] as const;
export type Why = (typeof WHYS)[number];

export type Waiting = Line & {
  why: Why;
  /** Their own words are in it: somebody else has to confirm those before they can approve. */
  ownWords: boolean;
};

/** The dates of an article: when its text last changed, when it was last sent to its approvers, which date readers see. */
export const DATES = ["changed", "sent", "published"] as const;
export type DateKind = (typeof DATES)[number];

/** A line with its dates told apart; null where that has not happened. */
export type DatedLine = Line & Record<DateKind, Date | null>;

/** One page of the list of all documents. */
export type ArticleList = {
  lines: DatedLine[];
  total: number;
  /** There are more than were counted. */
  isMore: boolean;
  /** Where the pages before and after this one are read from; null where there is none. */
  before: Cursor | null;
  after: Cursor | null;
};

/** What the list of all articles can be narrowed to. */
export const STANDS = [
  "draft",
  "returned",
  "in_review",
  "approved",
  "scheduled",
  "live",
  "owed",
  "hidden",
  "withdrawn",
  "discarded",
  "refused",
] as const;
export type Stand = (typeof STANDS)[number];
