import { createHash } from "node:crypto";
import type { Archive } from "#db/testing-archive.ts";
import { type Tx, transaction } from "#db/transaction.ts";
import * as lists from "#features/desk/lists-store.ts";
import { PAGE_SIZE } from "#features/reading/page-size.ts";

/** One way to ask a store's function of an archive, or several, one after the other. */
type Ask = (archive: Archive) => Promise<unknown>;
export type StoreAsks = { store: object; but: readonly string[]; asks: Readonly<Record<string, Ask>> };

/**
 * Every function that a store exports, asked; one that is added and not asked does not compile.
 * @param but functions that ask for nothing that grows, or only write
 */
export function every<Store extends object, But extends keyof Store & string>(
  store: Store,
  but: readonly But[],
  asks: { [Name in Exclude<keyof Store & string, But>]: Ask },
): StoreAsks {
  return { store, but, asks };
}

/** An article of the archive. */
export const one = (archive: Archive) => archive.base + 15;
/** One that is an English sister in lists. */
export const translated = (archive: Archive) => archive.base + 16;
/** One that was published twice. */
export const updated = (archive: Archive) => archive.base + 14;
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
/** The picture of that article alone; and one that every article shows. */
export const fileOf = (archive: Archive) => hashOf(`picture ${one(archive) - archive.base}`);
export const EVERYWHERE = hashOf("picture 0");
/** The video whose poster that one is. */
export const FILM = hashOf("film");
export const revisionOf = (archive: Archive) => 3 * one(archive) - 1;

export const reporterOf = ({ siteId, people: { reporter } }: Archive) => ({ siteId, personId: reporter });

/** Where a list's first page, one in its middle and its last one begin. */
export function placesOf(listed: number): number[] {
  const last = Math.max(0, Math.floor((listed - 1) / PAGE_SIZE)) * PAGE_SIZE;
  return [0, Math.floor(last / 2 / PAGE_SIZE) * PAGE_SIZE, last];
}

/** Somebody of each role, as the desk's lists know them. */
export async function askedByEach(archive: Archive, ask: (ranks: lists.Ranks) => Promise<unknown>): Promise<void> {
  const { siteId, people } = archive;
  const everybody = await Promise.all(Object.values(people).map((personId) => lists.ranksOf({ siteId, personId })));
  for (const ranks of everybody) await ask(ranks);
}

/** Asks in a transaction of which nothing stays. */
export async function askedInVain(ask: (tx: Tx) => Promise<unknown>): Promise<void> {
  const inVain = new Error("asked in vain");
  const work = async (tx: Tx) => {
    await ask(tx);
    throw inVain;
  };
  await transaction(work).catch((error) => {
    if (error !== inVain) throw error;
  });
}
