import { Server } from "@tus/server";
import { uploadsPath } from "#features/addresses/desk.ts";
import { DISK_FULL } from "#features/edge/outcome.ts";
import { LARGEST_UPLOAD } from "#features/files/media.ts";
import { FILE_HEADER, PART_BYTES } from "#features/files/settings.ts";
import { writes } from "#features/roles/roles.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { isDiskFull, noRoomIn } from "#lib/disk-room.ts";
import { processWide } from "#lib/process-wide.ts";
import { Refusal } from "#lib/refusal.ts";
import { makeSemaphore } from "#lib/semaphore.ts";
import { isUploadOf, newUploadId, UploadFolder } from "./folder.ts";
import { uploadsFolder } from "./forget.ts";
import { inStep } from "./in-step.ts";
import { makeLocker } from "./locker.ts";
import { cleanName } from "./name.ts";
import { noFor } from "./noes.ts";
import { receive, refuseSecret, refuseTooLarge } from "./receive.ts";
import { showFile } from "./show-file.ts";

type Bringer = Pick<Staff, "siteId" | "personId" | "grants">;

type Ways = {
  /** Where it is asked. */
  path?: string;
  /** Is told which file an upload has become, each time that it is asked for, before whoever asks is. */
  onFile?: (sha256: string) => Promise<void>;
};

/**
 * So many whole uploads are made files at once, the others wait on the disk: of each that goes into a bucket several megabytes lie in
 * memory.
 */
const FINISHED_AT_ONCE = 4;
/** Of them so many that came in more than one part: a film may take minutes, and a picture is not to wait for four of them. */
const LONG_AT_ONCE = 3;

const shared = processWide("toasoan.uploads", () => ({
  locker: makeLocker(),
  finishing: makeSemaphore(FINISHED_AT_ONCE),
  finishingLong: makeSemaphore(LONG_AT_ONCE),
}));

/**
 * Answers what an uploader asks by the tus protocol (https://tus.io/protocols/resumable-upload): begin an upload, send a
 * part, ask how far it is, give it up. Whoever sends the last byte, or asks for an upload that has all of them, is told
 * which file it has become, in a header and, but for HEAD, in the body; that is made then, if it was not.
 *
 * @throws {Refusal} `not_allowed` without a role that writes, `not_found` for an upload of somebody else, `too_large`, `out_of_date`
 *   for a part that does not follow, `unavailable` on a full disk, `bad_input` for what is none of our files or no tus
 */
export async function answerUploader(
  staff: Bringer,
  request: Request,
  { path = uploadsPath, onFile }: Ways = {},
): Promise<Response> {
  if (!writes(staff)) throw new Refusal("not_allowed", NOT_YOURS);
  const coming = inStep(request);
  const folder = await UploadFolder.open(uploadsFolder(), coming.written);
  let thrown: unknown;
  /** Of which upload tus speaks, and of which it has got the last byte. */
  let asked: string | undefined;
  let whole: string | undefined;
  // One for each request: what it asks of us depends on who sends it.
  const tus = new Server({
    path,
    datastore: folder,
    locker: shared.locker,
    relativeLocation: true,
    allowedOrigins: [],
    maxSize: LARGEST_UPLOAD,
    namingFunction: () => newUploadId(staff),
    getFileIdFromRequest(_, id = "") {
      asked = isUploadOf(staff, id) ? id : undefined;
      return asked;
    },
    async onIncomingRequest({ method, headers }) {
      // What has come lies there twice until it is a file.
      const bytes = { POST: Number(headers.get("upload-length")) * 2, PATCH: Number(headers.get("content-length")) };
      if (method !== "POST" && method !== "PATCH") return;
      if (await noRoomIn(folder.directory, undefined, bytes[method])) throw new Refusal("unavailable", DISK_FULL);
    },
    async onUploadCreate(_, { metadata, size = 0 }) {
      const filename = cleanName(metadata?.filename ?? "");
      refuseSecret(filename);
      refuseTooLarge(filename, size);
      return { metadata: { filename } };
    },
    async onUploadFinish(_, { id }) {
      whole = id;
      return {};
    },
    onResponseError(_, error) {
      thrown = error;
      return undefined;
    },
  });
  const answer = await tus.handleWeb(coming.request);
  if (answer.status >= 400) throw noFor(thrown, answer.status);
  const headers = new Headers([...answer.headers].filter(([name]) => OURS.test(name)));
  if (request.method === "HEAD" && headers.get("upload-offset") === headers.get("upload-length")) whole = asked;
  if (whole === undefined) return new Response(null, { status: answer.status, headers });
  const sha256 = await finish(staff, folder, whole);
  await onFile?.(sha256);
  headers.set(FILE_HEADER, sha256);
  if (request.method === "HEAD") return new Response(null, { headers });
  return Response.json(await showFile(staff, sha256), { status: answer.status === 204 ? 200 : answer.status, headers });
}

const NOT_YOURS = "Chỉ người viết, biên tập viên và người duyệt của trang này được đưa tệp lên.";

/** Of what tus says. What it says for pages of other sites is not for them here. */
const OURS = /^(?:location|tus-|upload-)/;

/** Makes a whole upload a file, once. What is refused is gone; what we could not do is tried again when its person comes back. */
async function finish(staff: Bringer, folder: UploadFolder, id: string): Promise<string> {
  const lock = shared.locker.newLock(id);
  await lock.lock(new AbortController().signal, () => undefined);
  try {
    const known = await folder.fileOf(id);
    if (known !== null) return known;
    const { metadata, size = 0 } = await folder.getUpload(id);
    const brought = { ...staff, path: folder.pathOf(id), name: metadata?.filename ?? "" };
    const made = () => shared.finishing.through(() => receive(brought));
    const sha256 = await (size > PART_BYTES ? shared.finishingLong.through(made) : made());
    await folder.becomes(id, sha256);
    return sha256;
  } catch (error) {
    const isOver = error instanceof Refusal && error.code !== "unavailable" && error.code !== "slow_down";
    if (isOver || isDiskFull(error)) await folder.clear(id);
    throw noFor(error);
  } finally {
    await lock.unlock();
  }
}
