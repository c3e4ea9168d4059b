/** What people are told of by mail, in the order in which they are asked about it. */
export const MAIL_KINDS = ["returned", "waiting", "published", "missed", "owed", "asked", "licence"] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Those that are about a document. */
export type DocumentMailKind = Exclude<MailKind, "asked" | "licence">;

/** The most pressing first: what a message with several reasons is called by. */
export const BY_URGENCY: readonly MailKind[] = [
  "missed",
  "owed",
  "asked",
  "returned",
  "waiting",
  "licence",
  "published",
];
