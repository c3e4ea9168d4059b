import { transaction } from "#db/transaction.ts";
import { infectionIn, TooLongForClamd } from "#features/files/clamd.ts";
import { INFECTED, TOO_LONG_TO_SCAN } from "#features/files/failures.ts";
import { originalKey, storage } from "#features/files/storage.ts";
import { isInUse, keepFailure, lockBytes } from "#features/files/store.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";

type Waiting = { fileId: number; sha256: string };

/**
 * Has what was brought looked at, where the settings name somebody who does, before anything is made of it. What is bad has
 * failed then, and its bytes are gone, unless readers have what was made of the same ones on another site.
 *
 * What is longer than it takes has failed as well, and its bytes stay: they are looked at again when they are brought again.
 *
 * @returns whether more may be done with it
 * @throws when nobody can say: until somebody can it waits
 */
export async function isClean({ fileId, sha256 }: Waiting): Promise<boolean> {
  const { clamd } = env();
  if (!clamd) return true;
  const key = originalKey(sha256);
  const infection = await infectionIn(await storage().read(key), clamd).catch(tooLong);
  if (infection === null) return true;
  if (infection === TOO_LONG) {
    log.warn(`File ${fileId} is longer than clamd takes and cannot be used: raise StreamMaxLength in clamd.conf.`);
    await transaction((tx) => keepFailure(tx, fileId, TOO_LONG_TO_SCAN));
    return false;
  }
  log.warn(`File ${fileId} has something bad in it, says clamd (${infection}), and is not kept.`);
  await transaction((tx) => keepFailure(tx, fileId, INFECTED));
  await transaction(async (tx) => {
    await lockBytes(tx, sha256);
    if (!(await isInUse(tx, sha256))) await storage().remove(key);
  });
  return false;
}

const TOO_LONG = Symbol("clamd takes no file as long as this one");

function tooLong(error: unknown): typeof TOO_LONG {
  if (error instanceof TooLongForClamd) return TOO_LONG;
  throw error;
}
