import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { rangeOf } from "#lib/byte-range.ts";
import { hasAlready, tagOf } from "./encode.ts";
import type { HeaderSet } from "./headers.ts";

type About = {
  type: string;
  /** In bytes. */
  size: number;
  /** Strong: the same tag stands for the same bytes, on every instance. */
  etag: string;
};

/** Bytes that are in memory already. */
type InMemory = About & { bytes: Buffer };

/** Bytes that are sent as they are read. */
type Opened = About & {
  /** @param from @param to numbers of the first and the last byte */
  open(from: number, to: number): Promise<Readable>;
};

/** What is sent whole or in part, wherever it lies. */
export type Source = InMemory | Opened;

/** A file on this machine's disk; it is read once for its tag. */
export async function fileOnDisk(path: string, type: string): Promise<Opened> {
  const { size } = await stat(path);
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return {
    type,
    size,
    etag: tagOf(hash),
    open: async (start, end) => (await open(path)).createReadStream({ start, end }),
  };
}

export function inMemory(bytes: Buffer, type: string): InMemory {
  return { type, size: bytes.length, etag: tagOf(createHash("sha256").update(bytes)), bytes };
}

/**
 * Sends what GET or HEAD asks of a source: all of it, one range of it (206, 416), or that the client has it already
 * (304). No more of it is in memory than the client takes at a time. Several ranges at once get the whole.
 *
 * @param headers what the answer says besides
 * @returns when it is sent or the client has gone
 * @throws what the source throws before anything was sent; later it breaks the answer off
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  source: Source,
  headers: HeaderSet,
): Promise<void> {
  const always = { ...headers, "Accept-Ranges": "bytes", ETag: source.etag };
  if (hasAlready(request.headers["if-none-match"], source.etag)) return void response.writeHead(304, always).end();
  const { method = "", headers: said } = request;
  const asked = { method, range: said.range, ifRange: said["if-range"]?.toString() };
  const part = rangeOf(asked, source.size, source.etag);
  if (part === "none") {
    return void response.writeHead(416, { ...always, "Content-Range": `bytes */${source.size}` }).end();
  }
  const { start, end } = part ?? { start: 0, end: source.size - 1 };
  const ofBody = { "Content-Type": source.type, "Content-Length": String(end - start + 1) };
  const range = part && { "Content-Range": `bytes ${start}-${end}/${source.size}` };
  const begin = () => response.writeHead(part ? 206 : 200, { ...always, ...ofBody, ...range });
  if (request.method === "HEAD" || source.size === 0) return void begin().end();
  if ("bytes" in source) return void begin().end(source.bytes.subarray(start, end + 1));
  const body = await source.open(start, end);
  try {
    await pipeline(body, begin());
  } catch (error) {
    // Whoever closes the page before its picture is there has done nothing wrong.
    if (!hasGone(error)) throw error;
  }
}

function hasGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE";
}
