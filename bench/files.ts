import { request } from "node:http";
import { and, eq, inArray, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { files } from "#db/schema/files.ts";
import { uploadsPath } from "#features/addresses/desk.ts";
import { documentPath, picturePath } from "#features/addresses/public.ts";
import { FILE_HEADER, PART_BYTES } from "#features/files/settings.ts";
import { findFile } from "#features/files/store.ts";
import { figureOf } from "#features/files/testing.ts";
import { sayRights } from "#features/library/rights-commands.ts";
import { newBlockId } from "#features/text/block-id.ts";
import type { Video } from "#features/text/body.ts";
import { until } from "#lib/until.ts";
import type { Film } from "./film.ts";
import { aLongText, type Office, publishNew } from "./office.ts";

/** Who brings files: where, and with the cookies of a session. */
export type Bringer = { url: string; cookie: string };

const asked = ({ url, cookie }: Bringer) => ({
  ...{ cookie, origin: url, "sec-fetch-site": "same-origin", "tus-resumable": "1.0.0" },
});

const ofPart = (from: number) => ({
  ...{ "upload-offset": String(from), "content-type": "application/offset+octet-stream" },
});

/** Brings a file in one part, as an uploader does. @returns its SHA-256 @throws when anything is not as it should be */
export async function bring(by: Bringer, bytes: Buffer, name: string): Promise<string> {
  return lastPart(by, await begin(by, bytes.length, name), 0, bytes);
}

async function begin(by: Bringer, size: number, name: string): Promise<URL> {
  const begun = await fetch(`${by.url}${uploadsPath}`, {
    method: "POST",
    headers: {
      ...asked(by),
      "upload-length": String(size),
      "upload-metadata": `filename ${Buffer.from(name).toString("base64")}`,
    },
  });
  const at = begun.headers.get("location");
  if (begun.status !== 201 || at === null) throw new Error(`an upload was not begun: ${begun.status}`);
  return new URL(at, by.url);
}

async function sendPart(by: Bringer, at: URL, from: number, bytes: Buffer): Promise<Response> {
  const headers = { ...asked(by), ...ofPart(from) };
  const sent = await fetch(at, { method: "PATCH", headers, body: new Uint8Array(bytes) });
  if (!sent.ok) throw new Error(`a part was answered ${sent.status}: ${await sent.text()}`);
  return sent;
}

async function lastPart(by: Bringer, at: URL, from: number, bytes: Buffer): Promise<string> {
  const sha256 = (await sendPart(by, at, from, bytes)).headers.get(FILE_HEADER);
  if (sha256 === null) throw new Error("an upload has become no file");
  return sha256;
}

/**
 * Brings a film in parts, as an editor's page does, over a connection that breaks once in the middle of one.
 * @returns its SHA-256, and how long the answer to the last part took, in ms
 * @throws when anything is not as it should be
 */
export async function bringInParts(by: Bringer, film: Film, name: string): Promise<{ sha256: string; lastMs: number }> {
  const at = await begin(by, film.size, name);
  let isCut = false;
  for (let from = 0; ; ) {
    const to = Math.min(film.size, from + PART_BYTES);
    const bytes = film.part(from, to);
    if (to === film.size) {
      const began = performance.now();
      return { sha256: await lastPart(by, at, from, bytes), lastMs: performance.now() - began };
    }
    if (!isCut && from > film.size / 2) {
      isCut = true;
      await breakOff(by, at, from, bytes);
      const before = from;
      // What was on its way still comes.
      const goesOn = async () => {
        from = await farOf(by, at);
        return from > before;
      };
      if (!(await until(goesOn, 10_000, 100))) throw new Error("nothing of a part that was cut off is there");
    } else {
      await sendPart(by, at, from, bytes);
      from = to;
    }
  }
}

/** Sends half of a part, and hangs up. */
async function breakOff(by: Bringer, at: URL, from: number, bytes: Buffer): Promise<void> {
  const headers = { ...asked(by), ...ofPart(from), "content-length": String(bytes.length) };
  const sending = request(at, { method: "PATCH", headers, agent: false }).on("error", () => undefined);
  await new Promise((sent) => sending.write(bytes.subarray(0, bytes.length / 2), sent));
  sending.destroy();
}

/** How many bytes of an upload are there. */
async function farOf(by: Bringer, at: URL): Promise<number> {
  return Number((await fetch(at, { method: "HEAD", headers: asked(by) })).headers.get("upload-offset"));
}

/** Waits until the worker has made everything of these files. @throws where one failed */
export async function untilMade(siteId: number, hashes: readonly string[], withinMs: number): Promise<void> {
  let ready = 0;
  const areMade = async () => {
    const [found] = await database()
      .select({
        ready: sql<number>`count(*) filter (where ${files.state} = 'ready')::integer`,
        failed: sql<number>`count(*) filter (where ${files.state} = 'failed')::integer`,
      })
      .from(files)
      .where(and(eq(files.siteId, siteId), inArray(files.sha256, [...hashes])));
    if (found?.failed) throw new Error(`${found.failed} files failed`);
    ready = found?.ready ?? 0;
    return ready === new Set(hashes).size;
  };
  if (!(await until(areMade, withinMs, 100))) {
    throw new Error(`${ready} of ${hashes.length} files were made in ${withinMs / 1_000} s`);
  }
}

/**
 * Publishes an article with a picture, and finds the size of it that is nearest to so many bytes.
 * @returns its address and its bytes, as the front gives them
 */
export async function aLivePicture(office: Office, by: Bringer, picture: Buffer, nearest: number) {
  const sha256 = await bring(by, picture, "cho-noi.jpg");
  const { siteId } = office.writer;
  await untilMade(siteId, [sha256], 60_000);
  await answerFor(office, sha256);
  const text = aLongText(office.sectionId, " có ảnh");
  await publishNew(office, { ...text, body: { ...text.body, content: [...text.body.content, figureOf(sha256)] } });
  const made = (await findFile(siteId, sha256))?.renditions ?? [];
  const [best] = [...made].sort((a, b) => Math.abs(a.bytes - nearest) - Math.abs(b.bytes - nearest));
  if (!best) throw new Error("nothing was made of the picture");
  const address = `${by.url}${picturePath(sha256, best.width, best.format)}`;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} was answered ${answer.status}`);
  return { address, bytes: Buffer.from(await answer.arrayBuffer()), type: `image/${best.format}` };
}

/** Publishes an article with a film that is there. @returns where readers get the film */
export async function aLiveFilm(office: Office, { url }: Bringer, sha256: string): Promise<string> {
  await answerFor(office, sha256);
  const text = aLongText(office.sectionId, " có video");
  const video: Video = {
    type: "video",
    attrs: {
      ...{ id: newBlockId(), file: sha256, poster: null, subtitles: null },
      ...{ title: "Đua thuyền", credit: "Người đo", transcript: "", speechless: true },
    },
  };
  await publishNew(office, { ...text, body: { ...text.body, content: [...text.body.content, video] } });
  return `${url}${documentPath(sha256, "dua-thuyen", "mp4")}`;
}

/** Nothing goes to readers of which nobody has said by what right. */
async function answerFor({ writer }: Office, sha256: string): Promise<void> {
  const staff = { ...writer, grants: [{ role: "reporter", sectionId: null }] as const };
  await sayRights(staff, { chosen: new Map([[sha256, 0]]), said: { licence: "own", peopleShown: "no_child" } });
}
