import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { encode, encodingFor, hasAlready } from "./encode.ts";

const HTML = "text/html; charset=utf-8";
const WORDS = "Ủy ban nhân dân phường thông báo. ".repeat(50);

test("a page is the same page in every encoding", async () => {
  const { encoded } = await encode(HTML, Buffer.from(WORDS));
  expect(brotliDecompressSync(encoded.br.body).toString()).toBe(WORDS);
  expect(gunzipSync(encoded.gzip.body).toString()).toBe(WORDS);
  expect(encoded.identity.body.toString()).toBe(WORDS);
  expect(encoded.br.body.length).toBeLessThan(encoded.gzip.body.length);
});

test("each encoding has a strong tag of its own, and the same words the same tag", async () => {
  const one = await encode(HTML, Buffer.from(WORDS));
  const again = await encode(HTML, Buffer.from(WORDS));
  const tags = [one.encoded.br.etag, one.encoded.gzip.etag, one.encoded.identity.etag];
  expect(new Set(tags).size).toBe(3);
  expect(tags.every((tag) => /^"[\w-]{22}"$/.test(tag))).toBe(true);
  expect(again.encoded.br.etag).toBe(one.encoded.br.etag);
});

test("pictures and fonts are sent as they are", async () => {
  const { encoded } = await encode("font/woff2", Buffer.from(WORDS));
  expect(encoded.br).toEqual(encoded.identity);
});

test.each([
  ["gzip, deflate, br, zstd", "br"],
  ["br;q=0, gzip", "gzip"],
  ["gzip;q=0.5", "gzip"],
  ["identity", "identity"],
  ["brotli-ish, gzipped", "identity"],
  [undefined, "identity"],
])("who accepts %s gets %s", (header, encoding) => {
  expect(encodingFor(header)).toBe(encoding);
});

test.each([
  ['"abc"', true],
  ['W/"abc"', true],
  ['"x", "abc"', true],
  ["*", true],
  ['"abcd"', false],
  [undefined, false],
])("a client that names %s has it already: %s", (header, has) => {
  expect(hasAlready(header, '"abc"')).toBe(has);
});
