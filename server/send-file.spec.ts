import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as ask, createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { fileOnDisk, type Source, sendFile } from "./send-file.ts";

const WORDS = "Lễ hội sen";
const BYTES = Buffer.from(WORDS);

let folder: string;
let source: Source;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "toa-soan-files-"));
  writeFileSync(join(folder, "sen.txt"), WORDS);
  source = await fileOnDisk(join(folder, "sen.txt"), "text/plain");
  return () => rmSync(folder, { recursive: true });
});

let server: Server;
let sent: Source;
let failure: unknown;
beforeEach(async () => {
  sent = source;
  failure = undefined;
  server = createServer((request, response) => {
    sendFile(request, response, sent, { "X-Ours": "1" }).catch((error: unknown) => {
      failure = error;
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  await once(server.listen(0), "listening");
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function asked(headers: Record<string, string> = {}, method = "GET") {
  const answer = await fetch(`http://localhost:${(server.address() as AddressInfo).port}`, { method, headers });
  const body = Buffer.from(await answer.arrayBuffer());
  const said = (name: string) => answer.headers.get(name);
  return {
    status: answer.status,
    body: body.toString(),
    range: said("content-range"),
    length: said("content-length"),
    said,
  };
}

test("a file is sent whole, with a tag by its bytes and the news that parts of it can be had", async () => {
  const { status, body, length, said } = await asked();
  expect([status, body, length]).toEqual([200, WORDS, String(BYTES.length)]);
  expect([said("content-type"), said("x-ours"), said("accept-ranges")]).toEqual(["text/plain", "1", "bytes"]);
  expect(said("etag")).toMatch(/^"[\w-]{22}"$/);
  writeFileSync(join(folder, "other.txt"), WORDS);
  expect((await fileOnDisk(join(folder, "other.txt"), "text/plain")).etag).toBe(said("etag"));
});

const LAST = BYTES.length - 1;
test.each([
  ["bytes=0-0", 0, 0],
  ["bytes=1-4", 1, 4],
  ["bytes=5-", 5, LAST],
  ["bytes=-3", LAST - 2, LAST],
  ["bytes=-999", 0, LAST],
  ["bytes=2-999", 2, LAST],
  ["BYTES=2-3", 2, 3],
])("%s is answered with just these bytes", async (range, from, to) => {
  const answer = await asked({ range });
  expect(answer).toMatchObject({
    status: 206,
    range: `bytes ${from}-${to}/${BYTES.length}`,
    length: String(to - from + 1),
  });
  expect(answer.body).toBe(BYTES.subarray(from, to + 1).toString());
});

test.each([`bytes=${BYTES.length}-`, "bytes=999-1000", "bytes=-0"])(
  "%s names nothing that is there: 416, and how much there is",
  async (range) => {
    expect(await asked({ range })).toMatchObject({ status: 416, range: `bytes */${BYTES.length}`, body: "" });
  },
);

test.each(["bytes=", "bytes=a-b", "bytes=4-1", "lines=1-2", "0-4", "bytes=0-1,3-4"])(
  "%s cannot be answered in one part, and gets the whole",
  async (range) => {
    expect(await asked({ range })).toMatchObject({ status: 200, range: null, body: WORDS });
  },
);

test("a part goes only on top of the same bytes: to whom has others the whole is sent", async () => {
  const range = "bytes=1-4";
  const { etag } = source;
  expect(await asked({ range, "if-range": etag })).toMatchObject({ status: 206 });
  for (const other of ['"other"', `W/${etag}`, "Sat, 28 Nov 2026 07:00:00 GMT"])
    expect(await asked({ range, "if-range": other })).toMatchObject({ status: 200, body: WORDS });
});

test("who has the file already is told so, range or not", async () => {
  const answer = await asked({ "if-none-match": `"x", ${source.etag}`, range: "bytes=0-1" });
  expect(answer).toMatchObject({ status: 304, body: "", length: null });
});

test("HEAD says of the whole what GET would", async () => {
  expect(await asked({ range: "bytes=0-1" }, "HEAD")).toMatchObject({
    status: 200,
    length: String(BYTES.length),
    body: "",
  });
});

test("an empty file is sent, and has no part", async () => {
  writeFileSync(join(folder, "empty"), "");
  sent = await fileOnDisk(join(folder, "empty"), "text/plain");
  expect(await asked()).toMatchObject({ status: 200, length: "0", body: "" });
  expect(await asked({ range: "bytes=0-" })).toMatchObject({ status: 416, range: "bytes */0" });
});

test("a file that is there no more fails before a word is said", async () => {
  sent = { ...source, open: (await fileOnDisk(join(folder, "sen.txt"), "text/plain")).open };
  rmSync(join(folder, "sen.txt"));
  try {
    expect((await asked()).status).toBe(500);
    expect(failure).toMatchObject({ code: "ENOENT" });
  } finally {
    writeFileSync(join(folder, "sen.txt"), WORDS);
  }
});

test("what breaks off in the middle breaks the answer off: nobody takes half a file for the whole", async () => {
  sent = {
    ...source,
    open: async () =>
      Readable.from(
        (async function* () {
          yield BYTES.subarray(0, 3);
          throw new Error("the disk is gone");
        })(),
      ),
  };
  await expect(asked()).rejects.toThrow();
  expect(failure).toMatchObject({ message: "the disk is gone" });
});

test("a client that takes nothing is not read ahead for, and when it goes its source is let go of", async () => {
  const size = 1024 ** 3;
  let read = 0;
  const closed = Promise.withResolvers<void>();
  sent = {
    ...{ type: "video/mp4", size, etag: '"big"' },
    open: async () =>
      new Readable({
        read() {
          read += 65_536;
          this.push(Buffer.alloc(65_536));
        },
        destroy(error, done) {
          closed.resolve();
          done(error);
        },
      }),
  };
  const request = ask({ port: (server.address() as AddressInfo).port }).end();
  const [response] = await once(request, "response");
  response.pause();
  // As long as others are answered fifty times, it goes on as far as it does.
  for (let other = 1; other <= 50; other += 1) await asked({}, "HEAD");
  expect(read).toBeLessThan(size / 16);
  response.destroy();
  await closed.promise;
  expect(failure).toBeUndefined();
});
