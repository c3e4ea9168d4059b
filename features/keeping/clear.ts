import { transaction } from "#db/transaction.ts";
import { erasures, insertDeed, unswept } from "#features/files/deeds-store.ts";
import type { Storage } from "#features/files/storage/types.ts";
import { originalKey, storage as ownStorage } from "#features/files/storage.ts";
import { lockBytes } from "#features/files/store.ts";
import type { JobData } from "#features/jobs/jobs.ts";
import { mark } from "./marks.ts";
import { hashesKept } from "./store.ts";

/**
 * Takes away the bytes of a file that was erased, or has left the bin, and all that was made of it, unless a site has the same ones
 * on its list; of an erased one a mark stays. Done again, or cut off in the middle, it is as done once.
 *
 * @returns how many things lay there
 * @throws {StorageAway}
 */
export async function clearBytes({ sha256 }: JobData<"clear_bytes">, storage: Storage = ownStorage()): Promise<number> {
  for (const erasure of await erasures(sha256)) await mark(storage, erasure);
  return transaction(async (tx) => {
    await lockBytes(tx, sha256);
    if ((await hashesKept([sha256], tx)).has(sha256)) return 0;
    let gone = 0;
    for (const key of [originalKey(sha256), ...(await madeOf(storage, sha256))]) {
      if ((await storage.sizeOf(key)) === null) continue;
      await storage.remove(key);
      gone += 1;
    }
    for (const siteId of await unswept(tx, sha256)) await insertDeed(tx, { siteId, sha256, kind: "swept", byId: null });
    return gone;
  });
}

/** Pictures of the whole and of each cut. */
async function madeOf(storage: Storage, sha256: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of storage.list(`renditions/${sha256.slice(0, 2)}/${sha256}/`)) keys.push(key);
  return keys;
}
