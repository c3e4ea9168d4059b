import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type Care, encode } from "./encode.ts";
import { finishRequests, openServer } from "./http.ts";
import { makeReply, type Reply, send, tighten } from "./reply.ts";

const WORDS = Buffer.from("Ủy ban nhân dân phường thông báo. ".repeat(200));

/** Of which little is alike. */
const NUMBERS = Buffer.from(Array.from({ length: 2_000 }, (_, nth) => `${(nth * 7_919) % 10_007} người`).join(", "));

let close = async () => {};
afterEach(() => close());

async function served(reply: Reply) {
  const server = await openServer(0, false, (request, response) => send(request, response, reply));
  close = () => finishRequests(server);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return (headers: Record<string, string>, method = "GET") => fetch(url, { method, headers });
}

const reply = async (type: string, body: Buffer, care: Care = "best") =>
  makeReply(200, await encode(type, body, care), {}, true);

test("whoever takes nothing compressed gets the same bytes, which lie in memory compressed alone", async () => {
  const page = await reply("text/html; charset=utf-8", WORDS);
  expect(page.size).toBeLessThan(WORDS.length / 5);
  const ask = await served(page);
  const plain = await ask({ "accept-encoding": "identity" });
  expect([plain.headers.get("content-encoding"), plain.headers.get("content-length")]).toEqual([
    null,
    String(WORDS.length),
  ]);
  expect(Buffer.from(await plain.arrayBuffer())).toEqual(WORDS);
  const tag = plain.headers.get("etag") ?? "";
  expect((await ask({ "accept-encoding": "identity", "if-none-match": tag })).status).toBe(304);
  const head = await ask({ "accept-encoding": "identity" }, "HEAD");
  expect([head.headers.get("content-length"), await head.text()]).toEqual([String(WORDS.length), ""]);
});

test("what does not get smaller is kept as it is and sent so to everybody", async () => {
  const font = await reply("font/woff2", WORDS);
  const ask = await served(font);
  for (const encoding of ["identity", "gzip", "br"]) {
    const answer = await ask({ "accept-encoding": encoding });
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(WORDS);
  }
});

test("the tag is a strong one where the bytes are the file's own, and a weak one where they are compressed", async () => {
  const ask = await served(await reply("text/html; charset=utf-8", WORDS));
  const tag = async (encoding: string) => (await ask({ "accept-encoding": encoding })).headers.get("etag") ?? "";
  const own = await tag("identity");
  expect(own).toMatch(/^"/);
  for (const encoding of ["gzip", "br"]) {
    expect(await tag(encoding)).toBe(`W/${own}`);
    expect((await ask({ "accept-encoding": encoding, "if-none-match": `W/${own}` })).status).toBe(304);
  }
});

test("a page that was compressed quickly gets smaller, and whoever has it already has it still", async () => {
  const page = await reply("text/html; charset=utf-8", NUMBERS, "quick");
  const ask = await served(page);
  const asBrotli = { "accept-encoding": "br" };
  const before = await ask(asBrotli);
  await tighten(page);
  const after = await ask(asBrotli);
  const length = ({ headers }: Response) => Number(headers.get("content-length"));
  expect(length(after)).toBeLessThan(length(before));
  for (const answer of [before, after]) expect(Buffer.from(await answer.arrayBuffer())).toEqual(NUMBERS);
  expect(after.headers.get("etag")).toBe(before.headers.get("etag"));
  expect((await ask({ ...asBrotli, "if-none-match": String(before.headers.get("etag")) })).status).toBe(304);
  const gzip = await ask({ "accept-encoding": "gzip" });
  expect(Buffer.from(await gzip.arrayBuffer())).toEqual(NUMBERS);
});
