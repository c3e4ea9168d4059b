import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { type Care, encode, encodingFor, hasAlready } from "./encode.ts";

const HTML = "text/html; charset=utf-8";
const TINY = "which-with-and-and-about-were-have943994";
const WORDS = "Ủy ban nhân dân phường thông báo. ".repeat(50);

test.each(["quick", "best"] as const)("a page is the same page in every encoding, made with %s care", async (care) => {
  const { encoded } = await encode(HTML, Buffer.from(WORDS), care);
  expect(brotliDecompressSync(encoded.br).toString()).toBe(WORDS);
  expect(gunzipSync(encoded.gzip).toString()).toBe(WORDS);
  expect(encoded.identity.toString()).toBe(WORDS);
  expect(encoded.br.length).toBeLessThan(encoded.gzip.length);
});

test("the same words have the same tag with whatever care they were compressed, and others have another one", async () => {
  const { etag } = await encode(HTML, Buffer.from(WORDS), "quick");
  expect(etag).toMatch(/^"[\w-]{22}"$/);
  expect((await encode(HTML, Buffer.from(WORDS), "best")).etag).toBe(etag);
  expect((await encode(HTML, Buffer.from(`${WORDS}!`), "best")).etag).not.toBe(etag);
});

test("what is compressed quickly can get smaller, what is not compressed cannot", async () => {
  const isTight = async (type: string, body: string, care: Care) =>
    (await encode(type, Buffer.from(body), care)).isTight;
  expect(await isTight(HTML, WORDS, "quick")).toBe(false);
  expect(await isTight(HTML, WORDS, "best")).toBe(true);
  expect(await isTight("font/woff2", WORDS, "quick")).toBe(true);
});

test("what quickly done brotli does not make smaller is sent as it is, and stays so", async () => {
  // 40 bytes, of which it makes 41 and the best 39: these would be sent as what is not compressed.
  const { encoded, isTight } = await encode("text/plain", Buffer.from(TINY), "quick");
  expect([encoded.br, isTight]).toEqual([encoded.identity, true]);
});

test("what is large gets smaller, too, where nobody waits for it", async () => {
  const said = ["Ủy ban", "Hội đồng", "phường Bến Nứa", "người dân", "thông báo", "đường ven sông"];
  const words = Array.from({ length: 20_000 }, (_, nth) => `${said[(nth * 7_919) % 6]} ${(nth * 7_919) % 1_009}`);
  const large = Buffer.from(words.join(", "));
  const [quick, best] = [await encode(HTML, large, "quick"), await encode(HTML, large, "best")];
  expect(best.encoded.br.length).toBeLessThan(quick.encoded.br.length);
  expect(gunzipSync(quick.encoded.gzip)).toEqual(large);
  expect(brotliDecompressSync(quick.encoded.br)).toEqual(large);
});

test("pictures and fonts are sent as they are", async () => {
  const { encoded } = await encode("font/woff2", Buffer.from(WORDS), "best");
  expect(encoded.br).toBe(encoded.identity);
  expect(encoded.gzip).toBe(encoded.identity);
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
