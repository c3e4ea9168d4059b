import type { MailKind } from "./kinds.ts";

/** A message as its person reads it. */
export type OwnMail = {
  id: number;
  subject: string | null;
  /** Paragraphs with an empty line between them. */
  words: string | null;
  leftAt: Date | null;
};

/** A message as administrators see it: nothing of what it says. */
export type Envelope = {
  id: number;
  name: string;
  email: string;
  kinds: MailKind[];
  /** `kept`: there is no mail server. `dropped`: no reason held any more. */
  state: "waiting" | "sending" | "sent" | "failed" | "kept" | "dropped";
  /** Why the last try failed. */
  trouble: string | null;
  queuedAt: Date;
  dueAt: Date;
  leftAt: Date | null;
};
