import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { RefusalCode } from "#lib/refusal.ts";
import { requestId } from "#lib/request.ts";
import { type Bytes, brotlied, type Encoding, encodingFor, hasAlready } from "./encode.ts";
import { flat, type HeaderSet, requestHeaders } from "./headers.ts";
import { type NoPress, type PlainStatus, plainNo, plainPage, plainProblem, plainSentence } from "./plain.ts";

/** A finished answer: sending it a thousand times costs no more thought than sending it once. Its words never change. */
export type Reply = {
  status: number;
  keep: boolean;
  /** Bytes in memory, as it was made; fewer once it is tight. */
  size: number;
  /** From when on its words are no longer true, in milliseconds since 1970; null where no hour ends them. */
  until: number | null;
  /** By which caches in front of us are told to forget it; nothing where they may not keep it. */
  keys?: string | null;
  parts: Record<Encoding, Part>;
  /** False while it could be smaller for whoever takes brotli (`tighten`). */
  isTight: boolean;
};

type Part = {
  /** Names and values in turn, as they go on the wire. */
  head: string[];
  /** The same without a body's headers, for "you have it already". */
  bareHead: string[];
  /**
   * One character for one byte: Node sends head and text in one write, but head and buffer in two. Null where it is
   * unpacked from what is sent as gzip: hardly anybody asks for it, and it would take half of the memory.
   */
  body: string | null;
  /** Only a good answer can be had already. */
  etag: string | null;
};

/**
 * @param headers what the answer says besides what its bytes say themselves
 * @param until from when on its words are no longer true, if an hour ends them
 */
export function makeReply(
  status: number,
  bytes: Bytes,
  headers: HeaderSet,
  keep: boolean,
  until: number | null = null,
): Reply {
  const { etag, isTight } = bytes;
  const { identity, gzip } = bytes.encoded;
  const isUnpacked = gzip !== identity;
  const part = (encoding: Encoding): Part => {
    const body = bytes.encoded[encoding];
    const isPlain = encoding === "identity" || body === identity;
    const tagged = status === 200 ? { ...headers, ETag: isPlain ? etag : `W/${etag}` } : headers;
    const ofBody: HeaderSet = {
      "Content-Type": bytes.type,
      "Content-Length": String(body.length),
      ...(isPlain ? {} : { "Content-Encoding": encoding }),
    };
    return {
      head: flat({ ...tagged, ...ofBody }),
      bareHead: flat(tagged),
      body: encoding === "identity" && isUnpacked ? null : body.toString("latin1"),
      etag: status === 200 ? etag : null,
    };
  };
  const parts = { br: part("br"), gzip: part("gzip"), identity: part("identity") };
  const size = Object.values(parts).reduce((sum, { body }) => sum + (body?.length ?? 0), 0);
  return { status, keep, size, until, parts, isTight };
}

/**
 * Makes the bytes for whoever takes brotli as few as they get, in place: a page is sent as it was compressed quickly until then, under
 * the same tag.
 *
 * @returns resolves once that is done; at once where it is tight already
 */
export async function tighten(reply: Reply): Promise<void> {
  if (reply.isTight) return;
  reply.isTight = true;
  const { br, gzip, identity } = reply.parts;
  const whole = identity.body === null ? await unpacked(gzip) : Buffer.from(identity.body, "latin1");
  const tight = await brotlied(whole, "best");
  if (br.body === null || tight.length >= br.body.length) return;
  const head = br.head.with(br.head.indexOf("Content-Length") + 1, String(tight.length));
  reply.parts.br = { ...br, head, body: tight.toString("latin1") };
}

/** 308: for good, and with the same method. */
export function makeRedirect(location: string, headers: HeaderSet): Reply {
  const head = flat({ ...headers, Location: location, "Content-Length": "0" });
  const part: Part = { head, bareHead: head, body: "", etag: null };
  const parts = { br: part, gzip: part, identity: part };
  return { status: 308, keep: false, size: 0, until: null, parts, isTight: true };
}

/** @param more names and values in turn, for who asked alone */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
  more: readonly string[] = [],
): void {
  const part = reply.parts[encodingFor(request.headers["accept-encoding"])];
  const head = (own: string[]) => (more.length === 0 ? own : [...own, ...more]);
  if (part.etag !== null && hasAlready(request.headers["if-none-match"], part.etag)) {
    response.writeHead(304, head(part.bareHead)).end();
    return;
  }
  response.writeHead(reply.status, head(part.head));
  if (request.method === "HEAD") response.end();
  else if (part.body !== null) response.end(part.body, "latin1");
  else sendUnpacked(response, reply.parts.gzip);
}

function sendUnpacked(response: ServerResponse, part: Part): void {
  unpacked(part).then(
    (whole) => response.end(whole),
    (error: Error) => response.destroy(error),
  );
}

const unzip = promisify(gunzip);
const unpacked = ({ body }: Part): Promise<Buffer> => unzip(Buffer.from(body ?? "", "latin1"));

/** An answer of our own that needs nothing but this process. */
export function sendPlain(
  request: IncomingMessage,
  response: ServerResponse,
  status: PlainStatus,
  headers: HeaderSet,
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { headers: own, page } = plainPage(status, requestId());
  response.writeHead(status, { ...headers, ...own, ...requestHeaders(), ...hangUp(status) });
  response.end(request.method === "HEAD" ? undefined : page);
}

/** The same to a program of others. */
export function sendProblem(
  request: IncomingMessage,
  response: ServerResponse,
  status: PlainStatus,
  headers: HeaderSet,
): void {
  const { headers: own, body } = plainProblem(status);
  response.writeHead(status, { ...headers, ...own, ...requestHeaders(), ...hangUp(status) });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** The same to a machine: a code and a sentence, as our routes say it. */
export function sendSentence(
  request: IncomingMessage,
  response: ServerResponse,
  status: SaidStatus,
  headers: HeaderSet,
): void {
  const body = Buffer.from(JSON.stringify({ code: CODES[status], sentence: plainSentence(status) }));
  const own = { "Content-Type": "application/json", "Content-Length": String(body.length) };
  response.writeHead(status, { ...headers, ...own, ...hangUp(status) });
  response.end(request.method === "HEAD" ? undefined : body);
}

const CODES = {
  400: "bad_input",
  404: "not_found",
  405: "not_allowed",
  411: "bad_input",
  413: "too_large",
  414: "bad_input",
} as const satisfies Partial<Record<PlainStatus, RefusalCode>>;

export type SaidStatus = keyof typeof CODES;

/** What was not let in is not read either. */
function hangUp(status: PlainStatus): HeaderSet {
  return status === 411 || status === 413 ? { Connection: "close" } : {};
}

/** A press that none of our actions has heard. */
export function sendNo(request: IncomingMessage, response: ServerResponse, kind: NoPress, headers: HeaderSet): void {
  const { status, headers: own, body } = plainNo(kind, request.headers["next-action"] !== undefined);
  response.writeHead(status, { ...headers, ...own });
  response.end(body);
}
