import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { expect, test } from "vitest";
import { askInProcess } from "./kept-answer.ts";

const ask = (handle: (request: IncomingMessage, response: ServerResponse) => unknown, signal = AbortSignal.any([])) =>
  askInProcess(async (...asked) => void (await handle(...asked)), { url: "/a?b", headers: { host: "mot.vn" }, signal });

test("an answer that is said in pieces, in bytes and in letters of two encodings, is kept whole", async () => {
  const answer = await ask(async (request, response) => {
    expect([request.method, request.url, request.headers]).toEqual(["GET", "/a?b", { host: "mot.vn" }]);
    for await (const _ of request) expect.fail("nothing was sent");
    response.statusCode = 201;
    response.setHeader("Content-Type", "text/plain");
    response.flushHeaders();
    await new Promise<void>((written) => void response.write("hồ ", () => written()));
    response.write(Buffer.from("s"));
    response.write("65", "hex");
    response.end("n", () => undefined);
  });
  expect(answer).toEqual({ status: 201, type: "text/plain", body: Buffer.from("hồ sen") });
});

test("what Node's streams pour in is kept, and the response says that it is finished and closed", async () => {
  const heard: string[] = [];
  const answer = await ask(async (_, response) => {
    for (const event of ["finish", "close"]) response.on(event, () => heard.push(event));
    await pipeline(async function* () {
      yield Buffer.alloc(300_000, "a");
      yield Buffer.alloc(300_000, "b");
    }, response);
  });
  expect([answer.status, answer.type, answer.body.length]).toEqual([200, "", 600_000]);
  expect(heard).toEqual(["finish", "close"]);
});

test("one that is given up rejects with the reason, and its handler finds the response closed before its end", async () => {
  const given = new AbortController();
  const closed = Promise.withResolvers<boolean>();
  const asked = ask(async (request, response) => {
    request.resume();
    response.write("half a page");
    await once(response, "close");
    closed.resolve(response.writableFinished);
    response.write("too late");
    response.end();
  }, given.signal);
  given.abort(new Error("too long"));
  await expect(asked).rejects.toThrow("too long");
  expect(await closed.promise).toBe(false);
});

test("a handler that throws, now or later, is no answer", async () => {
  const fail = () => {
    throw new Error("a bug");
  };
  await expect(ask(fail)).rejects.toThrow("a bug");
  await expect(ask(async () => fail())).rejects.toThrow("a bug");
});
