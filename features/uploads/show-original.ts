import { Readable } from "node:stream";
import { nameOf } from "#features/files/media.ts";
import { originalKey, storage } from "#features/files/storage.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { rangeOf } from "#lib/byte-range.ts";
import { savedAs } from "#lib/saved-as.ts";
import { fileFor, notThere } from "./show-file.ts";
import { has, nothing } from "./show-picture.ts";

/**
 * A file as it was brought, for staff of its site, as a stream to be saved: all of it or one range (206, 416); 304 for whoever
 * has it.
 *
 * @throws {Refusal} `not_found` for what is not there, or not found good
 */
export async function showOriginal(
  staff: Pick<Staff, "siteId" | "grants">,
  sha256: string,
  request: Request,
): Promise<Response> {
  const { name, mediaType, size, state } = await fileFor(staff, sha256);
  // What was not looked into yet, or was found bad, is opened by nobody.
  if (state !== "ready") throw notThere();
  const etag = `"${sha256.slice(0, 32)}"`;
  const always = {
    ...{ ETag: etag, "Cache-Control": "private, max-age=86400", "Accept-Ranges": "bytes" },
    ...{ "Content-Type": mediaType, "Content-Disposition": savedAs(nameOf({ name, mediaType })) },
  };
  if (has(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers: always });
  const { method, headers } = request;
  const part = rangeOf({ method, range: headers.get("range"), ifRange: headers.get("if-range") }, size, etag);
  if (part === "none") {
    return new Response(null, { status: 416, headers: { ...always, "Content-Range": `bytes */${size}` } });
  }
  const { start, end } = part ?? { start: 0, end: size - 1 };
  const ofBody = { ...always, "Content-Length": String(end - start + 1) };
  if (method === "HEAD") return new Response(null, { headers: ofBody });
  const bytes = await storage().read(originalKey(sha256), { first: start, last: end }).catch(nothing);
  const said = part ? { ...ofBody, "Content-Range": `bytes ${start}-${end}/${size}` } : ofBody;
  return new Response(Readable.toWeb(bytes) as ReadableStream, { status: part ? 206 : 200, headers: said });
}
