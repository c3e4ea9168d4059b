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
  type ErasedInTexts,
  erasedInTexts,
  firstMislisted,
  firstMisplaced,
  firstMistold,
  historyLines,
  keptTexts,
  type Reading,
  SEALED_TABLES,
  sealedRows,
} from "./store.ts";
import type { Looked, LookedAt, Misfit, Verdict } from "./verdict.ts";

type Look = (reading: Reading) => Promise<{ misfit: Misfit | null; looked?: Looked }>;

/**
 * Looks everything over as of one moment, and finds besides which files texts name that are gone because they were erased.
 * @param ownerUrl connection string of the database's owner
 */
export function verify(ownerUrl: string): Promise<Verdict & { erased: ErasedInTexts[] }> {
  return atOneMoment(ownerUrl, async (reading) => ({
    ...(await verifyAll(reading)),
    erased: await erasedInTexts(reading),
  }));
}

/**
 * Works out anew whatever the database has checked when it was written: chains of history, hashes of texts, what readers
 * would get of them, what lists show, and every seal; a page at a time. Each question is about rows that one commit leaves
 * fitting, so that what others commit between two of them makes no row a misfit.
 */
export async function verifyAll(reading: Reading): Promise<Verdict> {
  const looked: Looked[] = [];
  for (const look of LOOKS) {
    const { misfit, looked: one } = await look(reading);
    if (one) looked.push(one);
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

async function chains(reading: Reading) {
  const looked = { what: "events" as const, rows: 0, without: 0 };
  let before: EventLine | null = null;
  for await (const row of historyLines(reading)) {
    const line = row as typeof row & EventLine;
    const where = { document: line.documentId, line: line.seq };
    looked.rows += 1;
    if (!follows(line, before?.documentId === line.documentId ? before : null)) {
      return { looked, misfit: { kind: "line" as const, ...where } };
    }
    const seal = sealOn(events, line, reading.keys);
    if (seal === "none") looked.without += 1;
    if (seal === "broken") return { looked, misfit: { kind: "line_seal" as const, ...where } };
    before = line;
  }
  return { looked, misfit: null };
}

async function texts(reading: Reading) {
  const looked = { what: "revisions" as const, rows: 0, without: 0 };
  for await (const kept of keptTexts(reading)) {
    looked.rows += 1;
    if (kept.canonical === null) looked.without += 1;
    const kind = kept.canonical === null ? null : problemOf(kept, kept.canonical);
    if (kind) return { looked, misfit: { kind, document: kept.documentId, revision: kept.number } };
  }
  return { looked, misfit: null };
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
) {
  const kind = kindOf({ kind: name });
  if (digest !== sha256(canonical)) return "digest" as const;
  if (salt === null || contentHash !== sha256(salt, canonical)) return "hash" as const;
  if (spelt(kind, () => signedContent(kind, canonical, contentVersion)) !== canonical) return "served" as const;
  if (spelt(kind, () => upgradeContent(kind, content, contentVersion)) !== canonical) return "shown" as const;
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

function sealsOf(what: LookedAt, table: SealedTable): Look {
  return async (reading) => {
    const looked = { what, rows: 0, without: 0 };
    for await (const row of sealedRows(reading, table)) {
      looked.rows += 1;
      const seal = sealOn(table, row, reading.keys);
      if (seal === "none") looked.without += 1;
      if (seal === "broken") return { looked, misfit: { kind: "seal", table: what, row: String(row.id) } };
    }
    return { looked, misfit: null };
  };
}

// What the database itself compares is not counted.

async function office(reading: Reading) {
  const row = await firstMistold(reading);
  return { misfit: row === null ? null : { kind: "office" as const, row } };
}

async function lists(reading: Reading) {
  const document = await firstMislisted(reading);
  return { misfit: document === null ? null : { kind: "lists" as const, document } };
}

async function desk(reading: Reading) {
  const document = await firstMisplaced(reading);
  return { misfit: document === null ? null : { kind: "desk" as const, document } };
}

function sha256(...parts: (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}
