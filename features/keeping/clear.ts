import { transaction } from "#db/transaction.ts";
import { cutsSpelt } from "#features/files/cuts-store.ts";
import { erasures, insertDeed, unswept } from "#features/files/deeds-store.ts";
import type { Storage } from "#features/files/storage/types.ts";
import { originalKey, storage as ownStorage } from "#features/files/storage.ts";
import { lockBytes } from "#features/files/store.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import type { JobData } from "#features/jobs/jobs.ts";
import { pictureKey } from "#features/text/picture-cut.ts";
import { mark } from "./marks.ts";
import { hashesKept } from "./store.ts";

/**
 * Takes away the bytes of a file that was erased, or has left the bin, and all that was made of it, unless a site has the same ones
 * on its list; of an erased one a mark stays. Of a cut alone, what was made of it. Done again, or cut off in the middle, it is as
 * done once.
 *
 * @returns how many things lay there
 * @throws {StorageAway}
 */
export async function clearBytes(
  { sha256, cut }: JobData<"clear_bytes">,
  storage: Storage = ownStorage(),
): Promise<number> {
  if (cut !== undefined) return clearCut(storage, sha256, cut);
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

/** What was made of a cut that is on no site's list goes; of one that is, all is made anew. */
async function clearCut(storage: Storage, sha256: string, cut: string): Promise<number> {
  const isListed = (await cutsSpelt(sha256, cut)).length > 0;
  const keys = isListed ? [] : await madeOf(storage, pictureKey({ file: sha256, cut }));
  for (const key of keys) await storage.remove(key);
  // A text may have come to show it meanwhile, now or when this was cut off in the middle, and some of what was made then may have
  // gone with the rest.
  await transaction(async (tx) => {
    for (const cutId of await cutsSpelt(sha256, cut, tx)) await enqueue(tx, "make_cut", { cutId, anew: true });
  });
  return keys.length;
}

/** Pictures of the whole and of each cut, or of one. @param use as `pictureKey` spells it */
async function madeOf(storage: Storage, use: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of storage.list(`renditions/${use.slice(0, 2)}/${use}/`)) keys.push(key);
  return keys;
}
