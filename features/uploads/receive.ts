import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { fileTypeFromFile } from "file-type";
import { transaction } from "#db/transaction.ts";
import { areInTrouble, forgetTrouble } from "#features/files/checks-store.ts";
import { compoundType } from "#features/files/compound.ts";
import { insertDeed, isErased } from "#features/files/deeds-store.ts";
import { FAILURES } from "#features/files/failures.ts";
import { kindByName, LARGEST_UPLOAD, MOST_BYTES, mediaOf, VTT } from "#features/files/media.ts";
import { isNamedSecret } from "#features/files/secret.ts";
import { originalKey, storage } from "#features/files/storage.ts";
import { insertFile, makeAgain } from "#features/files/store.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { Refusal } from "#lib/refusal.ts";
import { asSubtitles } from "./subtitles.ts";

type Brought = {
  siteId: number;
  personId: number;
  /** Where its bytes lie, whole. */
  path: string;
  /** Cleaned. */
  name: string;
};

/**
 * Makes what somebody has brought a file of the site, whatever kind it is of, and has the worker make of it what readers get.
 * What lies in the bin comes out of it. Done twice it is as done once, also where the first time broke off in the middle: the
 * bytes come first, then the row with its job.
 *
 * @returns its SHA-256
 * @throws {Refusal} `bad_input` for what is none of ours by its bytes, `too_large` for what weighs more than its kind may,
 *   `not_allowed` for what was erased, and for what is called a state secret
 */
export async function receive(brought: Brought): Promise<string> {
  refuseSecret(brought.name);
  const mediaType = await typeOf(brought);
  if (mediaType !== "") return keepAs(mediaType, brought);
  const subtitles = await asSubtitles(brought.path);
  if (subtitles === null) {
    const meant = kindByName(brought.name);
    throw new Refusal("bad_input", meant === "subtitles" ? FAILURES.broken_subtitles : NOT_OURS);
  }
  return keepAs(VTT, { ...brought, path: subtitles }).finally(() => rm(subtitles, { force: true }));
}

async function keepAs(mediaType: string, { siteId, personId, path, name }: Brought): Promise<string> {
  const { sha256, size } = await hashOf(path);
  const { kind } = mediaOf(mediaType) ?? {};
  if (kind === undefined) throw new Refusal("bad_input", NOT_OURS);
  if (size > MOST_BYTES[kind]) throw new Refusal("too_large", TOO_LARGE);
  if (await isErased(siteId, sha256)) throw new Refusal("not_allowed", ERASED);
  await keep(path, sha256, size);
  const isThere = await transaction(async (tx) => {
    const file = await insertFile(tx, {
      ...{ siteId, sha256, mediaType, name, size, uploadedBy: personId },
      // A paper that is handed out shows nobody, nor do sound and subtitles, and most are the office's own.
      asksRights: kind === "picture" || kind === "video",
    });
    // Erased since it was asked: the bytes that were just put go as well.
    if (file === null) await enqueue(tx, "clear_bytes", { sha256 });
    if (file?.isBinned) await insertDeed(tx, { siteId, sha256, kind: "restored", byId: personId });
    if (file && (file.isNew || (await makeAgain(tx, file.id))))
      await enqueue(tx, "make_renditions", { fileId: file.id });
    return file !== null;
  });
  if (!isThere) throw new Refusal("not_allowed", ERASED);
  // What lay there and was nobody's may have been taken away before the row was there: from now on it is not.
  await keep(path, sha256, size);
  // Or it was erased since then, and they lie there once more.
  if (await isErased(siteId, sha256)) await transaction((tx) => enqueue(tx, "clear_bytes", { sha256 }));
  return sha256;
}

const NOT_OURS =
  "Tệp này không thuộc loại đưa vào bài được. Hãy chọn ảnh (JPEG, PNG, WebP, AVIF, GIF, TIFF hoặc HEIC), tài liệu (PDF, Word, Excel, PowerPoint, ODT hoặc ODS), video (MP4, WebM), âm thanh (MP3, M4A, OGG) hoặc phụ đề (WebVTT, SRT).";
const NO_MP4 =
  "Video ở dạng mà nhiều trình duyệt không phát được (MOV, MKV, 3GP): hãy xuất lại thành MP4 (H.264, AAC) rồi đưa lên lần nữa.";
const ERASED = "Tệp này đã bị xóa vĩnh viễn theo yêu cầu nên không đưa lên lại được.";
/** Also of an upload that says at its beginning that it will be. */
export const TOO_LARGE =
  "Tệp quá lớn (ảnh tối đa 50 MB, tài liệu tối đa 100 MB, video và âm thanh tối đa 2 GB, phụ đề tối đa 1 MB). Hãy giảm dung lượng rồi đưa lên lần nữa.";
const NAMED_SECRET =
  "Tên tệp mang dấu độ mật nên tệp không được đưa lên, và không có bản nào được giữ lại. Nếu đây không phải tài liệu mật, hãy đổi tên tệp rồi đưa lên lại.";

/** Asked before the first byte comes as well: nothing of it is to lie here. @throws {Refusal} `not_allowed` */
export function refuseSecret(name: string): void {
  if (isNamedSecret(name)) throw new Refusal("not_allowed", NAMED_SECRET);
}

/** The same of what is by its name too large for its kind; what it is, its bytes say later. @throws {Refusal} `too_large` */
export function refuseTooLarge(name: string, size: number): void {
  const kind = kindByName(name);
  if (size > (kind === null ? LARGEST_UPLOAD : MOST_BYTES[kind])) throw new Refusal("too_large", TOO_LARGE);
}

/**
 * By its first bytes and the tables that they lead to; what is in it is looked at elsewhere. "" for what has no such sign, as
 * texts have none.
 * @throws {Refusal} `bad_input`
 */
async function typeOf({ path, name }: Pick<Brought, "path" | "name">): Promise<string> {
  const found = (await fileTypeFromFile(path))?.mime ?? "";
  // Recorders write sound into the container of films; that there is no picture in it is seen later.
  if (SOUND_ALONE.test(name) && FILMS.has(found)) return "audio/mp4";
  if (NO_READERS.has(found)) throw new Refusal("bad_input", NO_MP4);
  if (found !== "application/x-cfb") return SAME[found] ?? found;
  const type = await compoundType(path);
  if (type === "encrypted") throw new Refusal("bad_input", FAILURES.encrypted);
  return type ?? "";
}

const SOUND_ALONE = /\.m4a$/i;
const FILMS = new Set<string>(["video/mp4", "video/3gpp", "video/3gpp2"]);
const NO_READERS = new Set<string>(["video/quicktime", "video/matroska", "video/3gpp", "video/3gpp2"]);
/** What `file-type` calls otherwise than browsers do. */
const SAME: Readonly<Record<string, string>> = {
  ...{ "video/x-m4v": "video/mp4", "audio/x-m4a": "audio/mp4" },
  "audio/ogg; codecs=opus": "audio/ogg",
};

/** In one piece of memory that is used again and again: as a stream, two gigabytes leave eighty megabytes behind until they are collected. */
async function hashOf(path: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash("sha256");
  const piece = Buffer.allocUnsafe(PIECE);
  const file = await open(path);
  try {
    for (let size = 0; ; ) {
      const { bytesRead } = await file.read(piece, 0, PIECE, size);
      if (bytesRead === 0) return { sha256: hash.digest("hex"), size };
      hash.update(piece.subarray(0, bytesRead));
      size += bytesRead;
    }
  } finally {
    await file.close();
  }
}

const PIECE = 64 * 1024;

/** Puts the original where originals lie, also where what lies there is known to have changed. */
async function keep(path: string, sha256: string, size: number): Promise<void> {
  const key = originalKey(sha256);
  const wereInTrouble = await areInTrouble(sha256);
  if ((await storage().sizeOf(key)) === size && !wereInTrouble) return;
  await storage().put(key, Readable.from(unchanged(path, sha256), { objectMode: false }));
  if (wereInTrouble) await transaction((tx) => forgetTrouble(tx, sha256));
}

/** The bytes once more. @throws at their end when they are others by now: nothing lies under a name that is not its own */
async function* unchanged(path: string, sha256: string): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest("hex") !== sha256) throw new Error("An upload was changed while it was kept");
}
