import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { beginPress } from "#features/edge/presses.ts";
import { carryOutPress } from "./press.ts";

/** How a page's script hears of a press that the framework answers so. */
async function pressed(handle: RequestListener, headers: Record<string, string> = { "next-action": "x" }) {
  const next = async (...asked: Parameters<RequestListener>) => handle(...asked);
  const server = createServer((request, response) => void carryOutPress(next, request, response, { "X-Ours": "1" }));
  await new Promise<void>((listening) => server.listen(0, listening));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  try {
    const sent = { method: "POST", redirect: "manual", headers: { origin: url, ...headers } } as const;
    const answer = await fetch(url, sent);
    const said = (name: string) => answer.headers.get(name);
    return { status: answer.status, type: said("content-type"), body: await answer.text(), said };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test.each<[string, RequestListener]>([
  [
    "fails in pieces",
    (_, response) => {
      response.statusCode = 500;
      response.setHeader("content-type", "text/x-component");
      response.setHeader("x-secret", "1");
      response.flushHeaders();
      response.write("a stack");
      response.end();
    },
  ],
  ["fails at once", (_, response) => void response.writeHead(500, { "content-type": "text/html" }).end("a stack")],
  ["refuses in its own words", (_, response) => void response.writeHead(400).end("Invalid Server Actions request.")],
  [
    "answers with nothing that the script can read",
    (_, response) => {
      response.setHeader("content-type", "application/json");
      response.end("{}");
    },
  ],
  [
    "throws",
    () => {
      throw new Error("a stack");
    },
  ],
])("a press at which the framework %s before any action began is refused in a sentence", async (_, handle) => {
  const { status, type, body, said } = await pressed(handle);
  expect([status, type, said("x-ours"), said("x-secret")]).toEqual([400, "text/plain; charset=utf-8", "1", null]);
  expect(body).toBe("Dữ liệu gửi lên bị hỏng nên không có gì được thực hiện. Hãy tải lại trang rồi thử lại.");
});

test("a form that a browser sent by itself is refused on a page", async () => {
  const { status, type, body } = await pressed((_, response) => void response.writeHead(500).end(), {});
  expect([status, type]).toEqual([400, "text/html; charset=utf-8"]);
  expect(body).toContain("<h1>Không đọc được yêu cầu</h1>");
});

test("an action of another build is not found, and the desk's script is told so in the framework's way", async () => {
  const { status, body, said } = await pressed((_, response) => {
    response.setHeader("x-nextjs-action-not-found", "1");
    response.statusCode = 404;
    response.end("Server action not found.");
  });
  expect([status, said("x-nextjs-action-not-found")]).toEqual([404, "1"]);
  expect(body).toContain("Hãy tải lại trang");
});

test("whoever presses for another site is told that", async () => {
  const { status, body } = await pressed((_, response) => void response.writeHead(500).end(), {
    ...{ origin: "https://evil.example", "next-action": "x" },
  });
  expect([status, body]).toEqual([403, "Yêu cầu không đến từ Trang biên tập nên không được thực hiện."]);
});

test("once an action of ours has begun its answer goes out as it is, a failure too", async () => {
  const failed = await pressed(async (_, response) => {
    await null;
    beginPress();
    response.writeHead(500, { "content-type": "text/x-component" }).end("digest");
  });
  expect(failed).toMatchObject({ status: 500, type: "text/x-component", body: "digest" });
  const done = await pressed(async (_, response) => {
    beginPress();
    response.setHeader("content-type", "text/x-component");
    response.write("one");
    response.end("two");
  });
  expect(done).toMatchObject({ status: 200, body: "onetwo" });
});

test("an answer of an action elsewhere in this process is passed on, and whoever is signed out is sent to sign in", async () => {
  const elsewhere = await pressed((_, response) => {
    response.setHeader("content-type", "text/x-component");
    response.end("0:{}");
  });
  expect(elsewhere).toMatchObject({ status: 200, body: "0:{}" });
  const away = await pressed((_, response) => void response.writeHead(307, { location: "/login" }).end());
  expect([away.status, away.said("location")]).toEqual([307, "/login"]);
});
