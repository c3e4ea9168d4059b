import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Move, State, Visibility } from "./machine.ts";

/** One line of an article's history: facts; sentences are derived from them. */
export type Happening =
  | {
      kind: "moved";
      move: Move;
      from: State | null;
      to: State | null;
      visibility: Visibility;
      /** The hash that was on the screen, where the move carried one. */
      hash?: string;
      /** The hash of the text from which what changed was shown; absent where all of it was new. */
      since?: string;
      reason?: string;
      /** To the writer with a return; from the writer with the next "submit". */
      words?: string;
      /** ISO instant of a schedule, or of the one that is set in place of another. */
      at?: string;
      toPerson?: number;
      forPerson?: number;
      /** The article a duplicate was made as, or a merged one points to. */
      article?: number;
    }
  | { kind: "went_live"; revision: number; hash: string }
  | { kind: "version_restored"; revision: number }
  | { kind: "imported"; file: string; textHash: string }
  | { kind: "schedule_failed"; attempt: number; sentence: string };

export type EventLine = {
  documentId: number;
  seq: number;
  kind: Happening["kind"];
  actorId: number | null;
  at: Date;
  payload: Happening;
  canonical: string;
  prevHash: string;
  hash: string;
};

/** What the first event of an article follows. */
const NO_EVENT = "0".repeat(64);

/**
 * The next link of an article's chain: its hash is SHA-256 (hex) over the previous hash and the canonical text (RFC 8785).
 *
 * @param last the newest event so far, read under the article's lock
 */
export function nextEvent(
  last: { seq: number; hash: string } | null,
  what: { documentId: number; actorId: number | null; at: Date; happening: Happening },
): EventLine {
  const { documentId, actorId, at, happening } = what;
  const line = { documentId, seq: (last?.seq ?? 0) + 1, kind: happening.kind, actorId, at, payload: happening };
  const prevHash = last?.hash ?? NO_EVENT;
  const canonical = canonicalOf(line);
  return { ...line, canonical, prevHash, hash: link(prevHash, canonical) };
}

/**
 * Checks a whole chain, by what its lines say now.
 *
 * @param events an article's events in order
 * @returns the place, counted from 1, of the first event that does not fit, or null when all do
 */
export function firstBrokenLink(events: readonly Omit<EventLine, "canonical">[]): number | null {
  let before: Link | null = null;
  for (const [i, event] of events.entries()) {
    if (!follows(event, before)) return i + 1;
    before = event;
  }
  return null;
}

type Link = Pick<EventLine, "seq" | "hash">;

/** Whether a line is what its hash says, and stands behind the one before it (null: the first of its article). */
export function follows(event: Omit<EventLine, "canonical">, before: Link | null): boolean {
  const prevHash = before?.hash ?? NO_EVENT;
  const isNext = event.seq === (before?.seq ?? 0) + 1 && event.prevHash === prevHash;
  return isNext && event.hash === link(prevHash, canonicalOf(event));
}

function canonicalOf(line: Omit<EventLine, "canonical" | "prevHash" | "hash">): string {
  const { documentId, seq, kind, actorId, at, payload } = line;
  const canonical = canonicalize({ documentId, seq, kind, actorId, at: at.toISOString(), payload });
  if (canonical === undefined) throw new Error("an event has a canonical form");
  return canonical;
}

function link(prevHash: string, canonical: string): string {
  return createHash("sha256")
    .update(prevHash + canonical)
    .digest("hex");
}
