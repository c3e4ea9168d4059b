import { transaction } from "#db/transaction.ts";
import { announce } from "#features/facts/announce.ts";
import { pictureFact } from "#features/facts/facts.ts";
import type { Failure } from "#features/files/failures.ts";
import { isDocument } from "#features/files/media.ts";
import { hasSecretStamp } from "#features/files/secret.ts";
import { MADE_WITH } from "#features/files/settings.ts";
import { originalKey, renditionKey, storage } from "#features/files/storage.ts";
import { findToMake, keepFailure, keepMade, type Made } from "#features/files/store.ts";
import type { JobData } from "#features/jobs/jobs.ts";
import { log } from "#lib/log.ts";
import { cleanLines } from "#lib/nfc.ts";
import { type Answer, Died, makeApart } from "./apart.ts";
import { isClean } from "./quarantine.ts";

type ToMake = NonNullable<Awaited<ReturnType<typeof findToMake>>>;

/**
 * Makes of a file what readers get, by the settings of today, and says of one that cannot be used why; of one that is stamped
 * as a state secret it leaves no byte. Made twice, or by two at once, it is the same.
 *
 * @param ending its reason is thrown soon after it is aborted; nothing is said of the file then
 * @throws when storage or database fail: the file is not at fault, and is tried again
 */
export async function makeRenditions(
  { fileId, anew = false }: JobData<"make_renditions">,
  ending: AbortSignal,
): Promise<void> {
  const file = await findToMake(fileId);
  if (!file || (file.state === "ready" && file.madeWith === MADE_WITH && !anew)) return;
  // Its job was cut off between the word and the deed.
  if (file.failure === "secret") return storage().remove(originalKey(file.sha256));
  // What readers have was looked at before.
  if (file.state !== "ready" && !(await isClean({ fileId, sha256: file.sha256 }))) return;
  const answer = inWordsOf(file.mediaType, await makeTwice(file, ending));
  if ("failure" in answer) {
    log.info(`File ${fileId} cannot be used (${answer.failure}): ${answer.because}`);
    const isKept = await transaction((tx) => keepFailure(tx, fileId, answer.failure));
    if (isKept && answer.failure === "secret") await storage().remove(originalKey(file.sha256));
    return;
  }
  const picture = "drawn" in answer ? answer : answer.picture;
  for (const { bytes, ...which } of picture?.drawn ?? []) {
    ending.throwIfAborted();
    await storage().put(renditionKey(file.sha256, MADE_WITH, which), bytes);
  }
  const made: Made = {
    ...{ width: picture?.width ?? null, height: picture?.height ?? null, placeholder: picture?.placeholder ?? "" },
    renditions: (picture?.drawn ?? []).map(({ bytes, ...which }) => ({ ...which, bytes: bytes.length })),
    ...("text" in answer ? { pages: answer.pages, text: cleanLines(answer.text) } : { pages: null, text: "" }),
  };
  await transaction(async (tx) => {
    await keepMade(tx, fileId, made, "words" in answer ? answer.words : {});
    await announce(tx, file.siteId, [pictureFact(fileId)]);
  });
}

/** What was made of a file, or why it cannot be used in a word that fits its kind. */
function inWordsOf(mediaType: string, answer: Answer): Answer {
  if ("failure" in answer) {
    const failure = (isDocument(mediaType) ? OF_DOCUMENTS[answer.failure] : undefined) ?? answer.failure;
    return { ...answer, failure };
  }
  const isStamped = "words" in answer && hasSecretStamp([answer.words.caption, ...answer.words.keywords].join("\n"));
  return isStamped ? { failure: "secret", because: "what its camera says" } : answer;
}

/** What is said of pictures, where a document is meant. */
const OF_DOCUMENTS: Partial<Record<Failure, Failure>> = {
  ...{ unreadable: "broken_document", too_slow: "too_heavy", too_much_memory: "too_heavy" },
};

/**
 * Once more where the process has died: somebody may have killed it, or a machine without memory to spare. Under which it dies
 * twice is a file that a decoder breaks on.
 */
async function makeTwice({ sha256, mediaType }: ToMake, ending: AbortSignal): Promise<Answer> {
  const once = async () => makeApart(await storage().read(originalKey(sha256)), ending, { mediaType });
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
