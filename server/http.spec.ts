import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { log } from "#lib/log.ts";
import { finishRequests, openServer } from "./http.ts";
import { PACE } from "./pace.ts";

let server: Server;
let port: number;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await finishRequests(server);
  vi.restoreAllMocks();
});

async function open(
  answer: Parameters<typeof openServer>[2] = (_, response) => response.end("ok"),
  limits: Parameters<typeof openServer>[3] = {},
): Promise<void> {
  server = await openServer(0, false, answer, limits);
  port = (server.address() as AddressInfo).port;
}

/** A client that says just what it is told to, and all that it hears until the connection ends. */
function dial(...said: string[]) {
  const socket = connect(port);
  sockets.push(socket);
  let heard = "";
  socket.on("data", (chunk) => {
    heard += chunk.toString("latin1");
  });
  socket.on("error", () => undefined);
  for (const words of said) socket.write(words);
  const hungUp = new Promise<string>((resolve) => socket.once("close", () => resolve(heard)));
  return { socket, hungUp, heard: () => heard };
}

/** Nobody is waited for much longer than this; who moves a KB a second is never late. */
const QUICK = {
  ...{ headersTimeout: 150, connectionsCheckingInterval: 20 },
  pace: { graceMs: 300, bytesPerSecond: 1_000, lookEveryMs: 20 },
};

test("half a header is waited for, but not for long, and others are served meanwhile", async () => {
  // The others have as long, on a busy machine, too.
  await open(undefined, { ...QUICK, headersTimeout: 1_500 });
  const slow = dial("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ");
  const drop = setInterval(() => slow.socket.write("a"), 20);
  const other = dial("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  expect(await other.hungUp).toContain("200 OK");
  expect(await slow.hungUp).toMatch(/^HTTP\/1.1 408 /);
  clearInterval(drop);
});

const A_BODY = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n";

test.each([
  ["that is read", true],
  ["that nobody reads", false],
])("a body %s and comes drop by drop is cut off, and whoever was answering finds it aborted", async (_, isRead) => {
  const aborted = Promise.withResolvers<void>();
  await open((request, response) => {
    if (isRead) request.resume();
    request.on("error", () => undefined);
    response.on("close", () => !response.writableFinished && aborted.resolve());
  }, QUICK);
  const slow = dial(A_BODY);
  const drop = setInterval(() => slow.socket.write("a"), 20);
  expect(await slow.hungUp).toMatch(/^HTTP\/1.1 408 /);
  await aborted.promise;
  clearInterval(drop);
});

test("a body that comes at a good pace may take longer than any limit", async () => {
  const enough = Promise.withResolvers<void>();
  await open((request) => {
    let bytes = 0;
    request.on("error", () => undefined);
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > 250_000) enough.resolve();
    });
  }, QUICK);
  const words = "a".repeat(4_000);
  const good = dial(A_BODY, words);
  const send = setInterval(() => good.socket.write(words), 20);
  await enough.promise;
  clearInterval(send);
  expect([good.socket.destroyed, good.heard()]).toEqual([false, ""]);
});

test("a body that waits for us is not late, and one beside it that we wait for is", async () => {
  const unread: IncomingMessage[] = [];
  await open((request) => void unread.push(request.on("error", () => undefined)), {
    ...QUICK,
    // What has come gives nobody time.
    pace: { ...QUICK.pace, bytesPerSecond: Number.POSITIVE_INFINITY },
  });
  // What the line holds is sent, and the rest waits for our sake.
  const waiting = dial(A_BODY, "a".repeat(1_000_000));
  await expect.poll(() => unread.length).toBe(1);
  await dial(A_BODY, "a").hungUp;
  expect([waiting.socket.destroyed, waiting.heard()]).toEqual([false, ""]);
  for (const request of unread) request.resume();
});

test("an answer that is taken drop by drop is cut off, its maker hears of it, and others are served meanwhile", async () => {
  const aborted = Promise.withResolvers<void>();
  await open((request, response) => {
    if (request.url === "/quick") return void response.end("quick");
    response.on("close", () => !response.writableFinished && aborted.resolve());
    response.write(Buffer.alloc(64_000_000));
  }, QUICK);
  const slow = dial("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  slow.socket.pause();
  const drop = setInterval(() => slow.socket.read(1), 20);
  expect(await dial("GET /quick HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").hungUp).toContain("quick");
  await aborted.promise;
  clearInterval(drop);
});

test("an answer that is still being made is waited for, however long it says nothing", async () => {
  await open((_, response) => {
    response.write("first");
    setTimeout(() => response.end("last"), 1_000);
  }, QUICK);
  const patient = dial("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  expect(await patient.hungUp).toMatch(/first[\s\S]*last/);
});

test("without a word of ours these limits hold: ten seconds for a header, 16 KB of headers, a minute of waiting for a body", async () => {
  await open();
  expect(server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 0, timeout: 120_000 });
  expect(PACE.graceMs).toBe(60_000);
  const many = dial(`GET / HTTP/1.1\r\nHost: a\r\nCookie: ${"a".repeat(17_000)}\r\n\r\n`);
  expect(await many.hungUp).toMatch(/^HTTP\/1.1 431 /);
});

test.each([
  ["no host", "GET / HTTP/1.1\r\n\r\n"],
  ["a control character in its address", "GET /a\u0001 HTTP/1.1\r\nHost: a\r\n\r\n"],
  ["two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na"],
  [
    "a length and chunks",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
  ],
  ["no sense", "\u0016\u0003\u0001\u0002"],
])("a request with %s never reaches us", async (_, words) => {
  const answer = vi.fn((_: unknown, response: ServerResponse) => void response.end());
  await open(answer);
  expect(await dial(words).hungUp).toMatch(/^HTTP\/1.1 400 /);
  expect(answer).not.toHaveBeenCalled();
});

test("an answer that fails ends its own connection and nobody else's", async () => {
  const logged = vi.spyOn(log, "atDoor").mockImplementation(() => undefined);
  await open((request, response) => {
    if (request.url === "/broken") throw new Error("a bug");
    response.end("ok");
  });
  expect(await dial("GET /broken HTTP/1.1\r\nHost: a\r\n\r\n").hungUp).toBe("");
  expect(logged).toHaveBeenCalledOnce();
  expect(await dial("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").hungUp).toContain("200 OK");
});

test("stopping lets an open request finish, takes no other, and waits for nobody who only holds the line", async () => {
  const begun = Promise.withResolvers<ServerResponse>();
  await open((request, response) => {
    if (request.url === "/slow") begun.resolve(response);
    else response.end("quick");
  });
  const slow = dial("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
  const idle = [dial(), dial("GET /quick HTTP/1.1\r\nHost: a\r\n\r\n")];
  const response = await begun.promise;
  await expect.poll(() => idle[1]?.heard()).toContain("quick");
  const began = performance.now();
  const stopping = finishRequests(server);
  expect(await dial("GET / HTTP/1.1\r\nHost: a\r\n\r\n").hungUp).toBe("");
  response.end("done");
  await stopping;
  expect(await slow.hungUp).toContain("done");
  await Promise.all(idle.map(({ hungUp }) => hungUp));
  expect(performance.now() - began).toBeLessThan(2_000);
});
