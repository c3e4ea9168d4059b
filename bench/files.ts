import { and, eq, inArray, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { files } from "#db/schema/files.ts";
import { uploadsPath } from "#features/addresses/desk.ts";
import { picturePath } from "#features/addresses/public.ts";
import { FILE_HEADER } from "#features/files/settings.ts";
import { findFile } from "#features/files/store.ts";
import { figureOf } from "#features/files/testing.ts";
import { until } from "#lib/until.ts";
import { aLongText, type Office, publishNew } from "./office.ts";

/** Who brings files: where, and with the cookies of a session. */
export type Bringer = { url: string; cookie: string };

/** Brings a file in one part, as an uploader does. @returns its SHA-256 @throws when anything is not as it should be */
export async function bring({ url, cookie }: Bringer, bytes: Buffer, name: string): Promise<string> {
  const always = { cookie, origin: url, "sec-fetch-site": "same-origin", "tus-resumable": "1.0.0" };
  const begun = await fetch(`${url}${uploadsPath}`, {
    method: "POST",
    headers: {
      ...always,
      "upload-length": String(bytes.length),
      "upload-metadata": `filename ${Buffer.from(name).toString("base64")}`,
    },
  });
  const at = begun.headers.get("location");
  if (begun.status !== 201 || at === null) throw new Error(`an upload was not begun: ${begun.status}`);
  const sent = await fetch(new URL(at, url), {
    method: "PATCH",
    headers: { ...always, "upload-offset": "0", "content-type": "application/offset+octet-stream" },
    body: new Uint8Array(bytes),
  });
  const sha256 = sent.headers.get(FILE_HEADER);
  if (!sent.ok || sha256 === null) throw new Error(`an upload was answered ${sent.status}: ${await sent.text()}`);
  return sha256;
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
    if (found?.failed) throw new Error(`${found.failed} pictures failed`);
    ready = found?.ready ?? 0;
    return ready === new Set(hashes).size;
  };
  if (!(await until(areMade, withinMs, 100))) {
    throw new Error(`${ready} of ${hashes.length} pictures were made in ${withinMs / 1_000} s`);
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
