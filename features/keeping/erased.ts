import { transaction } from "#db/transaction.ts";
import { announce } from "#features/facts/announce.ts";
import { bytesFact, fileFact, inSitemap, pictureFact } from "#features/facts/facts.ts";
import { erasures, insertDeed } from "#features/files/deeds-store.ts";
import type { Storage } from "#features/files/storage/types.ts";
import { storage as ownStorage } from "#features/files/storage.ts";
import { lockBytes } from "#features/files/store.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { dayOf } from "#lib/dates.ts";
import { log } from "#lib/log.ts";
import { clearBytes } from "./clear.ts";
import { type Mark, marks } from "./marks.ts";
import { isToBeErased, siteOf } from "./store.ts";

/**
 * Keeps erased what was: what a mark in the storage says and the database has forgotten is erased again, and bytes that lie there
 * once more go. Whoever begins after an older copy was brought back calls it, and everybody each night.
 *
 * @throws {StorageAway}
 */
export async function keepErased(ending: AbortSignal, storage: Storage = ownStorage()): Promise<void> {
  for await (const one of marks(storage)) {
    ending.throwIfAborted();
    if ((await eraseAgain(one)) === "again")
      log.warn(`File ${one.sha256} was erased before, and is erased again: it had been brought back.`);
  }
  let last: string | undefined;
  for (const { sha256 } of await erasures()) {
    ending.throwIfAborted();
    if (sha256 === last) continue;
    last = sha256;
    const gone = await clearBytes({ sha256 }, storage);
    if (gone > 0) log.warn(`Of file ${sha256}, which was erased, ${gone} things lay there, and are taken away.`);
  }
}

/** What has come of it: it was erased again, or was so already, or its site is not here. */
type Again = "again" | "was_erased" | "no_site";

/** Erases again what was erased before an older copy of the database was made. */
export async function eraseAgain({ siteKey, sha256, at }: Pick<Mark, "siteKey" | "sha256" | "at">): Promise<Again> {
  return transaction(async (tx) => {
    const siteId = await siteOf(tx, siteKey);
    if (siteId === null) return "no_site";
    await lockBytes(tx, sha256);
    const found = await isToBeErased(tx, siteId, sha256);
    if (!found.isDue) return "was_erased";
    await insertDeed(tx, { siteId, sha256, kind: "erased_again", byId: null, reason: again(at) });
    const { fileId } = found;
    const facts = fileId === null ? [] : [fileFact(fileId), pictureFact(fileId), inSitemap(siteId)];
    await announce(tx, siteId, [...facts, bytesFact(sha256)]);
    await enqueue(tx, "clear_bytes", { sha256 });
    await enqueue(tx, "search_file", { siteId, sha256 });
    return "again";
  });
}

const again = (at: Date) =>
  `Đã xóa vĩnh viễn ngày ${dayOf(at)}; xóa lại vì dữ liệu được khôi phục từ bản sao lưu cũ hơn.`;
