import { createServer, type RequestListener, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";
import { expect, test } from "vitest";
import { callLast, waysOf } from "./answer-ways.ts";

/** What comes over the wire of an answer whose ways are all taken. */
async function heard(handle: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    const { own, use } = waysOf(response);
    const silent = {
      writeHead: () => response,
      flushHeaders: () => undefined,
      write: (...given: unknown[]) => callLast(given, true),
      end: (...given: unknown[]) => callLast(given, response),
    };
    const end = (...given: unknown[]) => {
      // To end an answer, Node begins it by the way that stands there.
      use(own);
      own.end("ours");
      use(silent);
      return callLast(given, response);
    };
    use({ ...silent, end });
    handle(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, listening));
  try {
    const answer = await fetch(`http://localhost:${(server.address() as AddressInfo).port}`);
    return `${answer.status} ${await answer.text()}`;
  } finally {
    server.close();
  }
}

test.each<[string, RequestListener]>([
  ["says it at once", (_, response) => void response.end("theirs")],
  ["begins with a head", (_, response) => void response.writeHead(500, { a: "b" }).end("theirs")],
  [
    "says it in pieces",
    (_, response) => {
      response.flushHeaders();
      response.write("the");
      response.write("irs", () => response.end());
    },
  ],
  ["pours it in", (_, response) => void pipeline([Buffer.from("theirs")], response)],
])("not a word goes past us of a handler that %s", async (_, handle) => {
  expect(await heard(handle)).toBe("200 ours");
});

test("Node has no way of saying an answer that we do not know", () => {
  const says = (name: string) =>
    /^(?:write|end|flush|send|pipe)/.test(name) && !/^write(?:able|Continue|Processing)/.test(name);
  const known = new Set<string>();
  for (let at = ServerResponse.prototype; at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) if (says(name)) known.add(name);
  }
  expect([...known].sort()).toEqual([
    ...["end", "flushHeaders", "pipe"],
    ...["write", "writeEarlyHints", "writeHead", "writeHeader", "writeInformation"],
  ]);
});
