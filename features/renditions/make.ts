import { buffer } from "node:stream/consumers";
import { transaction } from "#db/transaction.ts";
import { announce } from "#features/facts/announce.ts";
import { inSitemap, pictureFact } from "#features/facts/facts.ts";
import { cutsThatWait, findCutToMake, keepCutFailure, keepMadeCut } from "#features/files/cuts-store.ts";
import type { Failure } from "#features/files/failures.ts";
import { type FileKind, isPicture, isPlayed, mediaOf } from "#features/files/media.ts";
import { hasSecretStamp } from "#features/files/secret.ts";
import { MADE_WITH } from "#features/files/settings.ts";
import { originalKey, renditionKey, storage } from "#features/files/storage.ts";
import { findToMake, keepFailure, keepMade, type Made, type MadePicture } from "#features/files/store.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import type { JobData } from "#features/jobs/jobs.ts";
import { pictureKey } from "#features/text/picture-cut.ts";
import { log } from "#lib/log.ts";
import { cleanLines } from "#lib/nfc.ts";
import { type Answer, Died, type DrawnPicture, makeApart } from "./apart.ts";
import { isClean } from "./quarantine.ts";

/**
 * Makes of a file what readers get, by the settings of today, and says of one that cannot be used why; of one that is stamped
 * as a state secret it leaves no byte. Made twice, or by two at once, it is the same. Cuts that waited for it are queued.
 *
 * @param ending its reason is thrown soon after it is aborted; nothing is said of the file then
 * @throws when storage or database fail: the file is not at fault, and is tried again
 */
export async function makeRenditions(
  { fileId, anew = false }: JobData<"make_renditions">,
  ending: AbortSignal,
): Promise<void> {
  const file = await findToMake(fileId);
  if (!file || (isMade(file) && !anew)) return;
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
  const made = await keep(file.sha256, answer, ending);
  await transaction(async (tx) => {
    // It was erased meanwhile, or is gone: what was drawn goes after it.
    const isThere = await keepMade(tx, fileId, made, "words" in answer ? answer.words : {});
    if (!isThere) return void (await enqueue(tx, "clear_bytes", { sha256: file.sha256 }));
    if (file.state !== "ready") {
      for (const cutId of await cutsThatWait(tx, fileId)) await enqueue(tx, "make_cut", { cutId });
    }
    await announce(tx, file.siteId, [pictureFact(fileId), ...whenAnew(file)]);
  });
}

/**
 * The same of a part of a picture that a text shows. Nothing is unpacked of a file that was not found good as a whole: until then
 * its cuts wait, and are queued with that.
 */
export async function makeCut({ cutId, anew = false }: JobData<"make_cut">, ending: AbortSignal): Promise<void> {
  const cut = await findCutToMake(cutId);
  if (cut?.fileState !== "ready" || (isMade(cut) && !anew)) return;
  const said = isPicture(cut.mediaType) ? await makeTwice(cut, ending) : NO_PICTURE;
  const answer = "text" in said || "played" in said ? NO_PICTURE : said;
  if ("failure" in answer) {
    log.info(`Cut ${cutId} cannot be used (${answer.failure}): ${answer.because}`);
    await transaction((tx) => keepCutFailure(tx, cutId, answer.failure));
    return;
  }
  const made = await keepDrawn(pictureKey({ file: cut.sha256, cut: cut.cut }), answer, ending);
  await transaction(async (tx) => {
    const isThere = await keepMadeCut(tx, cutId, made);
    // No text shows it any more, or its file was erased.
    if (!isThere) return void (await enqueue(tx, "clear_bytes", { sha256: cut.sha256, cut: cut.cut }));
    await announce(tx, cut.siteId, [pictureFact(cut.fileId), ...whenAnew(cut)]);
  });
}

/** What readers have already may stand in a sitemap, in sizes that it had before. */
const whenAnew = ({ state, siteId }: { state: string; siteId: number }) =>
  state === "ready" ? [inSitemap(siteId)] : [];

/** Nobody can choose one to be cut in the editor. */
const NO_PICTURE = { failure: "unreadable", because: "what is no picture is not cut" } as const;

const isMade = ({ state, madeWith }: { state: string; madeWith: number | null }) =>
  state === "ready" && madeWith === MADE_WITH;

/** Puts what readers get where it lies. @param picture null of a document without a first page @returns what is said of it */
async function keepDrawn(use: string, picture: DrawnPicture | null, ending: AbortSignal): Promise<MadePicture> {
  for (const { bytes, ...which } of picture?.drawn ?? []) {
    ending.throwIfAborted();
    await storage().put(renditionKey(use, MADE_WITH, which), bytes);
  }
  return {
    ...{ width: picture?.width ?? null, height: picture?.height ?? null, placeholder: picture?.placeholder ?? "" },
    renditions: (picture?.drawn ?? []).map(({ bytes, ...which }) => ({ ...which, bytes: bytes.length })),
  };
}

/** Puts what was made of a file where it lies. @returns what is said of it */
async function keep(sha256: string, answer: Good, ending: AbortSignal): Promise<Made> {
  if ("played" in answer) return { ...NOTHING, ...answer.played };
  const drawn = await keepDrawn(sha256, "drawn" in answer ? answer : answer.picture, ending);
  if ("drawn" in answer) return { ...NOTHING, ...drawn, likeness: answer.likeness };
  return { ...NOTHING, ...drawn, pages: answer.pages, text: cleanLines(answer.text) };
}

type Good = Exclude<Answer, { failure: unknown }>;

/** What there is of no kind but one. */
const NOTHING: Made = {
  ...{ width: null, height: null, renditions: [], placeholder: "" },
  ...{ pages: null, text: "", likeness: null, durationMs: null, codecs: "" },
};

/** What was made of a file, or why it cannot be used in a word that fits its kind. */
function inWordsOf(mediaType: string, answer: Answer): Answer {
  if ("failure" in answer) {
    const failure = FITTING[mediaOf(mediaType)?.kind ?? "picture"][answer.failure] ?? answer.failure;
    return { ...answer, failure };
  }
  const isStamped = "words" in answer && hasSecretStamp([answer.words.caption, ...answer.words.keywords].join("\n"));
  return isStamped ? { failure: "secret", because: "what its camera says" } : answer;
}

/** What is said of pictures, where a file of another kind is meant. */
const TOO_HEAVY = { too_slow: "too_heavy", too_much_memory: "too_heavy" } as const;
const FITTING: Record<FileKind, Partial<Record<Failure, Failure>>> = {
  picture: {},
  document: { ...TOO_HEAVY, unreadable: "broken_document" },
  video: { ...TOO_HEAVY, unreadable: "broken_media" },
  audio: { ...TOO_HEAVY, unreadable: "broken_media" },
  subtitles: { ...TOO_HEAVY, unreadable: "broken_subtitles" },
};

type Work = { sha256: string; mediaType: string; size: number; cut?: string; withMacros?: boolean };

/**
 * Once more where the process has died: somebody may have killed it, or a machine without memory to spare. Under which it dies
 * twice is a file that a decoder breaks on.
 */
async function makeTwice(
  { sha256, mediaType, size, cut = "", withMacros = false }: Work,
  ending: AbortSignal,
): Promise<Answer> {
  const key = originalKey(sha256);
  const given = async () => {
    if (!isPlayed(mediaType)) return storage().read(key);
    return { size, read: async (first: number, last: number) => buffer(await storage().read(key, { first, last })) };
  };
  const once = async () => makeApart(await given(), ending, { mediaType, cut, withMacros });
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
