import { transaction } from "#db/transaction.ts";
import { keepCheck } from "#features/files/checks-store.ts";
import { storage } from "#features/files/storage.ts";
import { whyNotKept } from "#features/files/trouble.ts";
import { log } from "#lib/log.ts";
import { makeAnew, missingOf, troubleOf } from "./look.ts";
import { countKept, listedAs, longestUnread } from "./store.ts";

/** In so many nights everything is read once. */
const NIGHTS = 30;

/** So many are read in any night. */
const AT_LEAST = 500;

/**
 * Reads a share of what was brought once more, those first of which nobody has looked for longest; all of it while there is
 * little. What is missing or has changed is kept, and told by `whyNotKept` until it is well again. Pictures that were made
 * and are gone are queued.
 *
 * @param ending its reason is thrown soon after it is aborted; what was read until then counts
 * @throws {StorageAway} when nobody can say
 */
export async function checkFiles(ending: AbortSignal, atLeast = AT_LEAST): Promise<void> {
  const share = Math.max(atLeast, Math.ceil((await countKept()) / NIGHTS));
  let gone = 0;
  for (const sha256 of await longestUnread(share)) {
    ending.throwIfAborted();
    const trouble = await troubleOf(storage(), sha256);
    await transaction((tx) => keepCheck(tx, sha256, trouble));
    const rows = trouble === null ? await listedAs(sha256) : [];
    for (const row of rows) if ((await missingOf(storage(), row)) > 0) gone += Number(await makeAnew(row));
  }
  if (gone > 0) log.warn(`Pictures of ${gone} files, or of cuts of them, were gone, and are made anew.`);
  const why = await whyNotKept();
  if (why !== undefined) log.error(`Of what was brought ${why}.`);
}
