import { createHash } from "node:crypto";
import { events, type revisions } from "#db/schema/revisions.ts";
import { sealOn } from "#db/seal.ts";
import type { SealedTable } from "#db/sealed-columns.ts";
import { type KindName, kindOf } from "#features/kinds/kinds.ts";
import { canonicalText } from "#features/text/canonical.ts";
import { upgradeContent } from "#features/text/content.ts";
import type { Content, Kind } from "#features/text/kind.ts";
import { signedContent } from "#features/text/signed.ts";
import { type EventLine, follows } from "#features/workflow/history.ts";
import {
  atOneMoment,
  firstMislisted,
  firstMisplaced,
  firstMistold,
  historyLines,
  keptTexts,
  type Moment,
  SEALED_TABLES,
  sealedRows,
} from "./store.ts";

/** What was looked at of one kind, and how much of it nobody can vouch for: it has no seal, or no signed text. */
export type Looked = { what: string; rows: number; without: number };
export type Verdict = {
  /** The first row that does not fit, in a sentence; null when all do. */
  misfit: string | null;
  looked: Looked[];
};

type Look = (moment: Moment) => Promise<Looked & { misfit: string | null }>;

/**
 * Works out anew whatever the database has checked when it was written: chains of history, hashes of texts, what readers
 * would get of them, and every seal; at one moment, a page at a time.
 *
 * @param ownerUrl connection string of the database's owner
 */
export function verify(ownerUrl: string): Promise<Verdict> {
  return atOneMoment(ownerUrl, verifyAt);
}

export async function verifyAt(moment: Moment): Promise<Verdict> {
  const looked: Looked[] = [];
  for (const look of LOOKS) {
    const { misfit, ...one } = await look(moment);
    looked.push(one);
    if (misfit !== null) return { misfit, looked };
  }
  return { misfit: null, looked };
}

const LOOKS: readonly Look[] = [
  chains,
  texts,
  ...SEALED_TABLES.map(({ name, table }) => sealsOf(name, table)),
  office,
  lists,
  desk,
];

async function chains(moment: Moment) {
  const looked = { what: "events", rows: 0, without: 0 };
  let before: EventLine | null = null;
  for await (const row of historyLines(moment)) {
    const line = row as typeof row & EventLine;
    looked.rows += 1;
    if (!follows(line, before?.documentId === line.documentId ? before : null)) {
      const misfit = `Line ${line.seq} of the history of document ${line.documentId} is not what was written then, or does not follow the one before it.`;
      return { ...looked, misfit };
    }
    const seal = sealOn(events, line, moment.keys);
    if (seal === "none") looked.without += 1;
    if (seal === "broken") {
      return {
        ...looked,
        misfit: `The seal of line ${line.seq} of the history of document ${line.documentId} is not its own.`,
      };
    }
    before = line;
  }
  return { ...looked, misfit: null };
}

async function texts(moment: Moment) {
  const looked = { what: "revisions", rows: 0, without: 0 };
  for await (const kept of keptTexts(moment)) {
    looked.rows += 1;
    if (kept.canonical === null) looked.without += 1;
    const problem = kept.canonical === null ? null : problemOf(kept, kept.canonical);
    if (problem) return { ...looked, misfit: `Revision ${kept.number} of document ${kept.documentId} ${problem}.` };
  }
  return { ...looked, misfit: null };
}

function problemOf(
  {
    kind: name,
    digest,
    contentHash,
    salt,
    content,
    contentVersion,
  }: typeof revisions.$inferSelect & { kind: KindName },
  canonical: string,
): string | null {
  const kind = kindOf({ kind: name });
  if (digest !== sha256(canonical)) return "has the digest of another text";
  if (salt === null || contentHash !== sha256(salt, canonical)) return "has the hash of another text";
  if (spelt(kind, () => signedContent(kind, canonical, contentVersion)) !== canonical)
    return "would be served as another text than was signed";
  if (spelt(kind, () => upgradeContent(kind, content, contentVersion)) !== canonical)
    return "would be shown on the desk as another text than was signed";
  return null;
}

/** A text that cannot be read is none. */
function spelt(kind: Kind, read: () => Content): string | null {
  try {
    return canonicalText(kind, read());
  } catch {
    return null;
  }
}

function sealsOf(what: string, table: SealedTable): Look {
  return async (moment) => {
    const looked = { what, rows: 0, without: 0 };
    for await (const row of sealedRows(moment, table)) {
      looked.rows += 1;
      const seal = sealOn(table, row, moment.keys);
      if (seal === "none") looked.without += 1;
      if (seal === "broken")
        return { ...looked, misfit: `The seal of row ${row.id} of ${looked.what} is not of what the row says.` };
    }
    return { ...looked, misfit: null };
  };
}

async function lists(moment: Moment) {
  const document = await firstMislisted(moment);
  return ofOne(document === null ? null : `Lists show of document ${document} what its live text does not say.`);
}

async function desk(moment: Moment) {
  const document = await firstMisplaced(moment);
  return ofOne(document === null ? null : `The desk's lists show of document ${document} what is not so.`);
}
async function office(moment: Moment) {
  const line = await firstMistold(moment);
  return ofOne(line === null ? null : `Row ${line} of office_events does not say what its sealed text says.`);
}

/** Asked as one question, and not counted. */
const ofOne = (misfit: string | null) => ({ what: "", rows: 0, without: 0, misfit });

function sha256(...parts: (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}
