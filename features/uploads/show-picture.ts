import { Readable } from "node:stream";
import { isNothingThere } from "#features/files/storage/types.ts";
import { renditionKey, storage } from "#features/files/storage.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { pictureKey } from "#features/text/picture-cut.ts";
import { fileFor, notThere } from "./show-file.ts";

/**
 * A picture as readers would get it, or (`?cut=`) a cut of it, for staff of its site, as a stream; 304 for whoever has it.
 * @param picture its width and its format, as in `720.webp`
 * @throws {Refusal} `not_found` for what is not there, or not made yet
 */
export async function showPicture(
  staff: Pick<Staff, "siteId" | "grants">,
  sha256: string,
  picture: string,
  request: Request,
): Promise<Response> {
  const cut = new URL(request.url).searchParams.get("cut") ?? "";
  const { state, madeWith, renditions } = await fileFor(staff, sha256, cut);
  const made = renditions.find(({ width, format }) => `${width}.${format}` === picture);
  if (state !== "ready" || madeWith === null || !made) throw notThere();
  const etag = `"${sha256.slice(0, 32)}${cut && `.${cut}`}-${madeWith}-${picture}"`;
  const headers = { ETag: etag, "Cache-Control": "private, max-age=86400", "Content-Type": `image/${made.format}` };
  if (has(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  if (request.method === "HEAD") return new Response(null, { headers });
  const bytes = await storage()
    .read(renditionKey(pictureKey({ file: sha256, cut }), madeWith, made))
    .catch(nothing);
  return new Response(Readable.toWeb(bytes) as ReadableStream, { headers });
}

/** Whether a browser says that it has what a tag stands for. Source: RFC 9110, 13.1.2. */
export const has = (said: string | null, etag: string): boolean =>
  said?.split(",").some((one) => one.trim().replace(/^W\//, "") === etag) ?? false;

/** What the storage does not have is not there for whoever asks. */
export function nothing(error: unknown): never {
  throw isNothingThere(error) ? notThere() : error;
}
