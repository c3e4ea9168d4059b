import { buffer } from "node:stream/consumers";
import { z } from "zod";
import type { Erasure } from "#features/files/deeds-store.ts";
import type { Storage } from "#features/files/storage/types.ts";

/**
 * Beside the files of an office lies a mark for each that it has erased. Whoever brings back an older copy of the database finds
 * it there, and the file is erased again. It names nobody and nothing but the hash.
 */
export type Mark = { siteId: number; siteKey: string; sha256: string; at: Date };

const MARKS = "erased/";
const KEY = /^erased\/[\da-f]{2}\/([\da-f]{64})\/(\d{1,9})$/;
const Said = z.object({ site: z.string(), at: z.coerce.date() });

const keyOf = ({ siteId, sha256 }: Pick<Mark, "siteId" | "sha256">) =>
  `${MARKS}${sha256.slice(0, 2)}/${sha256}/${siteId}`;

/** Leaves a mark where there is none. @returns whether there was none */
export async function mark(storage: Storage, { siteId, siteKey, sha256, at }: Erasure): Promise<boolean> {
  const key = keyOf({ siteId, sha256 });
  if ((await storage.sizeOf(key)) !== null) return false;
  await storage.put(key, Buffer.from(JSON.stringify({ site: siteKey, at })));
  return true;
}

export const isMarked = async (storage: Storage, erasure: Erasure): Promise<boolean> =>
  (await storage.sizeOf(keyOf(erasure))) !== null;

/** All marks, by hash. What lies among them and is none is passed over. */
export async function* marks(storage: Storage): AsyncGenerator<Mark> {
  for await (const { key } of storage.list(MARKS)) {
    const [, sha256, siteId] = KEY.exec(key) ?? [];
    if (!sha256 || !siteId) continue;
    const said = Said.safeParse(await json(await storage.read(key).then(buffer)));
    if (said.success) yield { siteId: Number(siteId), siteKey: said.data.site, sha256, at: said.data.at };
  }
}

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return null;
  }
}
