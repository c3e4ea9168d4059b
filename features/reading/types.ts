import type { Content, Kind } from "#features/text/content.ts";

/** One public address and what its pages say about themselves. */
export type Site = {
  id: number;
  key: string;
  host: string | null;
  name: string;
  agency: string;
  responsible: string;
  address: string;
  phone: string;
  email: string;
  language: string;
  demo: boolean;
};

export type Section = { id: number; parentId: number | null; name: string; slug: string };

/** A section of the site's tree, in reading order. */
export type TreeSection = Section & {
  /** 0 for the top. */
  depth: number;
  /** Whether readers find anything in it or below it. */
  filled: boolean;
};

/** An article as a line in a list. */
export type Card = {
  number: number;
  /** Public path. */
  path: string;
  kicker: string;
  headline: string;
  standfirst: string;
  kind: Kind;
  shownAt: Date;
  section: Section;
};

/**
 * Everything the article page shows. The desk fills it from a text that is not live yet (`shownAt` and `views` null),
 * so that a draft looks exactly as it will.
 */
export type LiveArticle = {
  number: number;
  content: Content;
  /** From the top of the tree to the article's own section; empty while no section is chosen. */
  sectionPath: Section[];
  tags: { id: number; name: string }[];
  shownAt: Date | null;
  /** When a later text replaced the first one. */
  updatedAt: Date | null;
  views: number | null;
};

type WithdrawalReason = "error" | "merged" | "authority" | "expired" | "person";

/** What is left to say about an article that was taken down: never its words. */
export type GoneArticle = {
  withdrawnAt: Date;
  reason: WithdrawalReason;
  /** Where its content lives on, when it was merged into an article that is live. */
  mergedInto: { headline: string; path: string } | null;
};
