import { transaction } from "#db/transaction.ts";
import { announce } from "#features/facts/announce.ts";
import { pictureFact } from "#features/facts/facts.ts";
import { MADE_WITH } from "#features/files/settings.ts";
import { originalKey, renditionKey, storage } from "#features/files/storage.ts";
import { findToMake, keepFailure, keepMade } from "#features/files/store.ts";
import type { JobData } from "#features/jobs/jobs.ts";
import { log } from "#lib/log.ts";
import { type Answer, Died, makeApart } from "./apart.ts";
import { isClean } from "./quarantine.ts";

/**
 * Makes of a file what readers get, by the settings of today, and says of a picture that cannot be used why. Made twice, or by
 * two at once, it is the same.
 *
 * @param ending its reason is thrown soon after it is aborted; nothing is said of the file then
 * @throws when storage or database fail: the picture is not at fault, and is tried again
 */
export async function makeRenditions(
  { fileId, anew = false }: JobData<"make_renditions">,
  ending: AbortSignal,
): Promise<void> {
  const file = await findToMake(fileId);
  if (!file || (file.state === "ready" && file.madeWith === MADE_WITH && !anew)) return;
  // What readers have was looked at before.
  if (file.state !== "ready" && !(await isClean({ fileId, sha256: file.sha256 }))) return;
  const made = await makeTwice(file.sha256, ending);
  if ("failure" in made) {
    log.info(`File ${fileId} cannot be used (${made.failure}): ${made.because}`);
    await transaction((tx) => keepFailure(tx, fileId, made.failure));
    return;
  }
  const { drawn, words, ...picture } = made;
  for (const { bytes, ...which } of drawn) {
    ending.throwIfAborted();
    await storage().put(renditionKey(file.sha256, MADE_WITH, which), bytes);
  }
  const renditions = drawn.map(({ bytes, ...which }) => ({ ...which, bytes: bytes.length }));
  await transaction(async (tx) => {
    await keepMade(tx, fileId, { ...picture, renditions }, words);
    await announce(tx, file.siteId, [pictureFact(fileId)]);
  });
}

/**
 * Once more where the process has died: somebody may have killed it, or a machine without memory to spare. Under which it dies
 * twice is a picture that a decoder breaks on.
 */
async function makeTwice(sha256: string, ending: AbortSignal): Promise<Answer> {
  const once = async () => makeApart(await storage().read(originalKey(sha256)), ending);
  try {
    return await once();
  } catch (error) {
    if (!(error instanceof Died)) throw error;
    log.warn(`${error.message}; once more.`);
  }
  try {
    return await once();
  } catch (error) {
    if (!(error instanceof Died)) throw error;
    return { failure: "unreadable", because: error.message };
  }
}
