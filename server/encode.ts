import { createHash, type Hash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

/** One finished body in every encoding we send. */
export type Bytes = {
  type: string;
  /** A strong tag for the body as it is. However it is compressed it says the same: there this is a weak one. */
  etag: string;
  encoded: Record<Encoding, Buffer>;
  /** Whether nothing makes it smaller still. */
  isTight: boolean;
};

/**
 * How hard it is tried. The best takes some 3 ms for a KB, which nobody is to wait for; quickly done takes a hundredth of that and
 * leaves a tenth more bytes.
 */
export type Care = "quick" | "best";

/** Compresses with that much care; both encoders work outside the main thread. */
export async function encode(type: string, body: Buffer, care: Care): Promise<Bytes> {
  const [br, gz] = isText(type) ? await Promise.all([brotlied(body, care), gzipped(body, care)]) : [body, body];
  const encoded = {
    br: br.length < body.length ? br : body,
    gzip: gz.length < body.length ? gz : body,
    identity: body,
  };
  return {
    type,
    etag: tagOf(createHash("sha256").update(body)),
    encoded,
    isTight: care === "best" || encoded.br === body,
  };
}

/** The best encoding a client says it takes. Source: RFC 9110, 12.5.3; a weight of 0 refuses. */
export function encodingFor(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined) return "identity";
  const known = ASKED_BEFORE.get(acceptEncoding);
  if (known) return known;
  const best = takes(acceptEncoding, BR) ? "br" : takes(acceptEncoding, GZIP) ? "gzip" : "identity";
  if (ASKED_BEFORE.size < 64) ASKED_BEFORE.set(acceptEncoding, best);
  return best;
}

/** Whether the client has this body already. Source: RFC 9110, 13.1.2; comparison is weak. */
export function hasAlready(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  return ifNoneMatch.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}

/** A strong tag for the bytes that a hash has read. */
export function tagOf(hash: Hash): string {
  return `"${hash.digest("base64url").slice(0, 22)}"`;
}

/** Above this many bytes neither the best nor the quick way is worth its time: a part of a sitemap has 500 KB. */
const LARGE = 96 * 1024;

/** Of brotli, and of gzip, for what is large and what is not. */
const QUALITY = {
  quick: { usual: { br: 5, gzip: 9 }, large: { br: 1, gzip: 2 } },
  best: { usual: { br: 11, gzip: 9 }, large: { br: 5, gzip: 9 } },
} as const;

/** Browsers know a handful of ways to ask. */
const ASKED_BEFORE = new Map<string, Encoding>();

const BR = /(?:^|[,\s])br(?:\s*;\s*q=([\d.]+))?\s*(?:,|$)/i;
const GZIP = /(?:^|[,\s])(?:x-)?gzip(?:\s*;\s*q=([\d.]+))?\s*(?:,|$)/i;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** A body as brotli makes it, with that much care; it may be larger than it was. */
export function brotlied(body: Buffer, care: Care): Promise<Buffer> {
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: qualityOf(body, care).br,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}

const qualityOf = (body: Buffer, care: Care) => QUALITY[care][body.length > LARGE ? "large" : "usual"];

function gzipped(body: Buffer, care: Care): Promise<Buffer> {
  return zip(body, { level: qualityOf(body, care).gzip });
}

function takes(header: string, encoding: RegExp): boolean {
  const found = encoding.exec(header);
  return found !== null && (found[1] === undefined || Number(found[1]) > 0);
}

function isText(type: string): boolean {
  return /^(?:text\/|application\/(?:javascript|json|xml|[a-z]+\+(?:json|xml))|image\/svg\+xml)/.test(type);
}
