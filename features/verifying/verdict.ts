import { z } from "zod";

/** What is looked at row by row, by the names of the tables. Each has a word on the desk. */
export const LOOKED_AT = [
  ...(["events", "revisions", "sessions", "people", "one_time_links", "grants", "deputies", "redirects"] as const),
  ...(["office_events", "sites", "sections", "tags", "approvals", "schedules", "documents"] as const),
  ...(["file_events", "front_choices", "topic_choices", "question_deeds", "verifications"] as const),
] as const;
export type LookedAt = (typeof LOOKED_AT)[number];

const id = z.int();

/** The first row that does not fit, as facts: whoever tells somebody of it finds the words (`inEnglish`, the desk's card). */
export const Misfit = z.discriminatedUnion("kind", [
  /** A line of history is not what was written then, or does not follow the one before it. */
  z.object({ kind: z.literal("line"), document: id, line: id }),
  z.object({ kind: z.literal("line_seal"), document: id, line: id }),
  z.object({ kind: z.literal("digest"), document: id, revision: id }),
  z.object({ kind: z.literal("hash"), document: id, revision: id }),
  /** Readers would get another text than was signed. */
  z.object({ kind: z.literal("served"), document: id, revision: id }),
  /** The desk would show another one. */
  z.object({ kind: z.literal("shown"), document: id, revision: id }),
  z.object({ kind: z.literal("seal"), table: z.enum(LOOKED_AT), row: z.string() }),
  z.object({ kind: z.literal("office"), row: id }),
  z.object({ kind: z.literal("lists"), document: id }),
  z.object({ kind: z.literal("desk"), document: id }),
]);
export type Misfit = z.output<typeof Misfit>;

/** What was looked at of one kind, and how much of it nobody can vouch for: it has no seal, or no signed text. */
export type Looked = { what: LookedAt; rows: number; without: number };

export type Verdict = {
  /** The first row that does not fit; null when all do. */
  misfit: Misfit | null;
  looked: Looked[];
};

/** What the worker found when it looked last. */
export type Verification = {
  startedAt: Date;
  endedAt: Date;
  looked: Looked[];
  /** "other" where a version that knows more wrote it. */
  misfit: Misfit | { kind: "other" } | null;
  /** It is two days old or more: nobody has looked since. */
  isOld: boolean;
};

/** As `npm run verify` says it. */
export function inEnglish(misfit: Misfit): string {
  switch (misfit.kind) {
    case "line":
      return `Line ${misfit.line} of the history of document ${misfit.document} is not what was written then, or does not follow the one before it.`;
    case "line_seal":
      return `The seal of line ${misfit.line} of the history of document ${misfit.document} is not its own.`;
    case "seal":
      return `The seal of row ${misfit.row} of ${misfit.table} is not of what the row says.`;
    case "office":
      return `Row ${misfit.row} of office_events does not say what its sealed text says.`;
    case "lists":
      return `Lists show of document ${misfit.document} what its live text does not say.`;
    case "desk":
      return `The desk's lists show of document ${misfit.document} what is not so.`;
    default:
      return `Revision ${misfit.revision} of document ${misfit.document} ${OF_TEXTS[misfit.kind]}.`;
  }
}

const OF_TEXTS = {
  digest: "has the digest of another text",
  hash: "has the hash of another text",
  served: "would be served as another text than was signed",
  shown: "would be shown on the desk as another text than was signed",
};
