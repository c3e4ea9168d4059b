import { NextRequest } from "next/server.js";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { log } from "#lib/log.ts";
import { Refusal } from "#lib/refusal.ts";
import type { Body } from "./body.ts";
import { publicRoute } from "./public-route.ts";

const NO_PARAMS = { params: Promise.resolve({}) };
const OURS = { "sec-fetch-site": "same-origin", "content-type": "application/json" };
const asked = (method: string, body?: string, headers: Record<string, string> = OURS) =>
  new NextRequest("http://mot.vn/api/x", { method, headers, ...(body === undefined ? {} : { body }) });

const json: Body = { as: "json", mostBytes: 1_024 };
const greet = publicRoute(
  { input: z.object({ name: z.string() }), body: json, says: "json" },
  async ({ name }) => `Chào ${name}`,
);

test("a route for everybody is given what its schema knows, the path's fields before the body's", async () => {
  const at = { params: Promise.resolve({ name: "An" }) };
  const answer = await greet(asked("POST", '{"name":"Bình","more":1}'), at);
  expect([answer.status, await answer.json()]).toEqual([200, "Chào An"]);
});

test.each([
  ["broken JSON", "{", OURS, 400],
  ["a field of another kind", '{"name":1}', OURS, 400],
  ["a form", "name=An", { ...OURS, "content-type": "text/plain" }, 400],
  ["more than it reads", `{"name":"${"a".repeat(1_024)}"}`, OURS, 413],
  ["a declared length over it", '{"name":"An"}', { ...OURS, "content-length": "1025" }, 413],
])("%s is refused in a sentence", async (_what, body, headers, status) => {
  const answer = await greet(asked("POST", body, headers), NO_PARAMS);
  expect(answer.status).toBe(status);
  expect((await answer.json()).sentence).toMatch(/^(?:Dữ liệu|Đầu vào) /);
});

test("how much may be sent is said in words that people have for it", async () => {
  const answer = await greet(asked("POST", "x".repeat(1_025)), NO_PARAMS);
  expect((await answer.json()).sentence).toBe("Dữ liệu gửi lên quá lớn (tối đa 1 KB).");
});

test("a change that another site asks for is refused before anything is read, and the operator may hear of it", async () => {
  const work = vi.fn();
  const foreign = vi.fn();
  const change = publicRoute({ input: z.object({}), body: json, says: "json", foreign }, work);
  const evil = { ...OURS, "sec-fetch-site": "cross-site" };
  expect((await change(asked("POST", "{", evil), NO_PARAMS)).status).toBe(403);
  expect(foreign).toHaveBeenCalledTimes(1);
  expect((await change(asked("POST", "{}"), NO_PARAMS)).status).toBe(200);
  expect([foreign.mock.calls.length, work.mock.calls.length]).toEqual([1, 1]);
});

test("what only asks is answered to whoever asks, and so is a change where the route looks for itself", async () => {
  const look = publicRoute({ input: z.object({}), says: "text", foreign: "welcome" }, async () => new Response("ok"));
  const read = publicRoute({ input: z.object({}), says: "text" }, async () => new Response("ok"));
  expect((await look(asked("POST", "x", {}), NO_PARAMS)).status).toBe(200);
  for (const method of ["GET", "HEAD"]) expect((await read(asked(method, undefined, {}), NO_PARAMS)).status).toBe(200);
});

test("a route that reads a form, or plain text, gets its fields, or the text", async () => {
  const input = z.object({ a: z.string() });
  const form = publicRoute({ input, body: { as: "form", mostBytes: 100 }, says: "json" }, async (said) => said);
  const sent = { ...OURS, "content-type": "application/x-www-form-urlencoded;charset=utf-8" };
  expect(await (await form(asked("POST", "a=%E1%BA%A1&b=2", sent), NO_PARAMS)).json()).toEqual({ a: "ạ" });
  expect((await form(asked("POST", "a=1"), NO_PARAMS)).status).toBe(400);
  expect((await form(asked("POST", "a=1&a=2", sent), NO_PARAMS)).status).toBe(400);
  const text = publicRoute(
    { input: z.object({ text: z.string() }), body: { as: "text", mostBytes: 100 }, says: "json" },
    async (said) => said,
  );
  expect(await (await text(asked("POST", "{", { ...OURS, "content-type": "x" }), NO_PARAMS)).json()).toEqual({
    text: "{",
  });
});

test("to whoever reads it a no is said in plain words", async () => {
  const route = publicRoute({ input: z.object({}), says: "text" }, async () => {
    throw new Refusal("not_found", "Không có.");
  });
  const answer = await route(asked("GET"), NO_PARAMS);
  expect([answer.status, answer.headers.get("content-type"), await answer.text()]).toEqual([
    ...[404, "text/plain; charset=utf-8", "Không có.\n"],
  ]);
});

test("a bug answers 500 without its insides, which stand in the log", async () => {
  const said = vi.spyOn(log, "atDoor").mockImplementation(() => undefined);
  const bug = new Error("select * from people");
  for (const says of ["json", "text"] as const) {
    const route = publicRoute({ input: z.object({}), says }, async () => Promise.reject(bug));
    const answer = await route(asked("GET"), NO_PARAMS);
    expect([answer.status, (await answer.text()).includes("people")]).toEqual([500, false]);
  }
  expect(said.mock.calls).toEqual([
    [expect.stringMatching(/^publicRoute /), "GET /api/x failed.", bug],
    [expect.stringMatching(/^publicRoute /), "GET /api/x failed.", bug],
  ]);
});

test("a route that fails all the time hides no failure of another one", async () => {
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const failing = () =>
    publicRoute({ input: z.object({}), says: "json" }, () => Promise.reject(new Error("a bug of ours")));
  const [noisy, other] = [failing(), failing()];
  // Whatever strangers write into an address is no route of its own.
  for (let n = 0; n < 20; n += 1) {
    await noisy(new NextRequest(`http://mot.vn/api/noisy/${n}`), { params: Promise.resolve({ id: String(n) }) });
  }
  await other(new NextRequest("http://mot.vn/api/other"), NO_PARAMS);
  const lines = written.mock.calls.map(([line]) => String(line));
  expect(lines.map((line) => /\/api\/\w+/.exec(line)?.[0])).toEqual(["/api/noisy", "/api/other"]);
});
