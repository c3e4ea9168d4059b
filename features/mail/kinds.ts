/** What people are told of by mail, in the order in which they are asked about it. */
export const MAIL_KINDS = [
  "returned",
  "waiting",
  "published",
  "missed",
  "owed",
  "asked",
  "answered",
  "licence",
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Those that are about a document. */
export type DocumentMailKind = Exclude<MailKind, "asked" | "answered" | "licence">;

/** All of them: one that is missing here, or is of none, does not compile. */
const OF_DOCUMENTS: Record<DocumentMailKind, true> = {
  ...{ returned: true, waiting: true, published: true, missed: true, owed: true },
};

/** Whether what is told is about a document. */
export const isOfDocument = (kind: MailKind): kind is DocumentMailKind => Object.hasOwn(OF_DOCUMENTS, kind);

/** The most pressing first: what a message with several reasons is called by. */
export const BY_URGENCY: readonly MailKind[] = [
  "missed",
  "owed",
  "asked",
  "returned",
  "waiting",
  "answered",
  "licence",
  "published",
];
