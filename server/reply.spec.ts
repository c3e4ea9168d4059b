import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { encode } from "./encode.ts";
import { finishRequests, openServer } from "./http.ts";
import { makeReply, type Reply, send } from "./reply.ts";

const WORDS = Buffer.from("Ủy ban nhân dân phường thông báo. ".repeat(200));

let close = async () => {};
afterEach(() => close());

async function served(reply: Reply) {
  const server = await openServer(0, false, (request, response) => send(request, response, reply));
  close = () => finishRequests(server);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return (headers: Record<string, string>, method = "GET") => fetch(url, { method, headers });
}

const reply = async (type: string, body: Buffer) => makeReply(200, await encode(type, body), {}, true);

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
