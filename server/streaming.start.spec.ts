import { type ChildProcess, fork } from "node:child_process";
import { on, once } from "node:events";
import { request as ask, type ClientRequest, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownEnvironment } from "#e2e/fixtures/npm-start.ts";
import { run } from "#lib/run.ts";

const MB = 1024 * 1024;
const MUCH = 512 * MB;
/** What it may take on meanwhile: buffers of a few connections, and what the collector has not come to yet. */
const LITTLE = 128 * MB;

const FOLDER = join(import.meta.dirname, "fixtures", "streaming");
let front: ChildProcess;
let port: number;
beforeAll(async () => {
  const { code, output } = await run(process.execPath, ["node_modules/next/dist/bin/next", "build", FOLDER]);
  if (code !== 0) throw new Error(output);
  front = fork(join(FOLDER, "main.ts"), [FOLDER], { env: ownEnvironment({ NODE_ENV: "production" }) });
  port = (await told("port")) as number;
});
afterAll(async () => {
  const ended = once(front, "exit");
  front.kill();
  await ended;
});

/** The next thing of this name that the front's process says. */
async function told(name: string): Promise<unknown> {
  for await (const [said] of on(front, "message")) if (name in said) return said[name];
}

async function saidWhenAsked(name: "memory" | "made"): Promise<number> {
  const answer = told(name);
  front.send(name);
  return (await answer) as number;
}

/** The most memory that the front has while something goes on, in bytes beyond what it had before. */
async function grownDuring(work: () => Promise<void>): Promise<number> {
  const before = await saidWhenAsked("memory");
  let most = before;
  let isDone = false;
  const looking = (async () => {
    while (!isDone) most = Math.max(most, await saidWhenAsked("memory"));
  })();
  await work().finally(() => {
    isDone = true;
  });
  await looking;
  return most - before;
}

function open(method: "GET" | "PUT", path: string, headers: Record<string, string | number> = {}): ClientRequest {
  return ask({ port, method, path, headers, agent: false });
}

async function answerTo(request: ClientRequest): Promise<IncomingMessage> {
  return (await once(request, "response"))[0];
}

async function jsonOf(response: IncomingMessage): Promise<unknown> {
  return JSON.parse(Buffer.concat(await response.toArray()).toString());
}

function bytes(size: number): Readable {
  const piece = Buffer.alloc(65_536);
  return Readable.from(
    (function* () {
      for (let sent = 0; sent < size; sent += piece.length) yield piece;
    })(),
  );
}

test.each([
  ["says how long it is", { "content-length": MUCH }],
  ["does not say how long it is", { "transfer-encoding": "chunked" }],
])("a body of half a gigabyte that %s goes through to its route and is never held", async (_, headers) => {
  const grown = await grownDuring(async () => {
    const request = open("PUT", "/api/taken", headers);
    const answer = answerTo(request);
    await pipeline(bytes(MUCH), request);
    expect(await jsonOf(await answer)).toEqual({ bytes: MUCH });
  });
  expect(grown).toBeLessThan(LITTLE);
});

test("an answer of half a gigabyte goes through to its reader and is never held", async () => {
  let taken = 0;
  const grown = await grownDuring(async () => {
    const response = await answerTo(open("GET", `/api/given?size=${MUCH}`).end());
    for await (const chunk of response) taken += chunk.length;
  });
  expect(taken).toBe(MUCH);
  expect(grown).toBeLessThan(LITTLE);
});

test("a reader that takes nothing holds its route back, and a route that is left hears of it", async () => {
  const cancelled = told("cancelled");
  const response = await answerTo(open("GET", `/api/given?size=${MUCH}`).end());
  response.pause();
  // As long as others are answered, it goes on as far as it does.
  for (let other = 1; other <= 20; other += 1) (await answerTo(open("GET", "/api/given?size=0").end())).resume();
  expect(await saidWhenAsked("made")).toBeLessThan(MUCH / 4);
  response.destroy();
  await cancelled;
});

test("a route that does not read yet holds the sender back, and gets every byte when it does", async () => {
  const held = told("held");
  const request = open("PUT", "/api/held", { "content-length": MUCH });
  const answer = answerTo(request);
  let sent = 0;
  const sending = pipeline(
    bytes(MUCH),
    async function* (pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        sent += piece.length;
        yield piece;
      }
    },
    request,
  );
  await held;
  for (let other = 1; other <= 20; other += 1) (await answerTo(open("GET", "/api/given?size=0").end())).resume();
  expect(sent).toBeLessThan(MUCH / 4);
  front.send("read");
  await sending;
  expect(await jsonOf(await answer)).toEqual({ bytes: MUCH });
});

test.each(["GET", "PUT"] as const)("a client that leaves in the middle of %s aborts its route", async (method) => {
  const [held, aborted] = [told("held"), told("aborted")];
  const request = open(method, "/api/held", method === "PUT" ? { "content-length": MUCH } : {});
  request.on("error", () => undefined);
  if (method === "PUT") request.write("the first words");
  else request.end();
  await held;
  request.destroy();
  await aborted;
  if (method === "PUT") front.send("read");
});
