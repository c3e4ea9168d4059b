import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { requireStaff, type Staff } from "#features/sessions/actor.ts";
import { Refusal } from "#lib/refusal.ts";
import { BODY_LIMIT, staffRoute, staffStreamRoute } from "./staff-route.ts";

vi.mock("#features/sessions/actor.ts", () => ({ requireStaff: vi.fn() }));

const AN: Staff = { personId: 1, name: "An", email: "an@x.vn", sessionId: "s", siteId: 1, grants: [] };
const OURS = { "sec-fetch-site": "same-origin", "content-type": "application/json" };
const put = staffRoute(
  z.object({ id: z.coerce.number(), words: z.string() }),
  async (staff, { id, words }) => `${staff.name} ${id} ${words}`,
);
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const request = (body: string | null, headers: Record<string, string> = OURS) =>
  new Request("http://desk.vn/api/x/7", { method: "PUT", body, headers });

beforeEach(() => {
  vi.mocked(requireStaff).mockReset().mockResolvedValue(AN);
});

test("a route answers in JSON, and the path's fields go before the body's", async () => {
  const answer = await put(request(JSON.stringify({ words: "chào", id: 99 })), at("7"));
  expect([answer.status, await answer.json()]).toEqual([200, "An 7 chào"]);
});

test("whoever is signed out gets 401, whatever they send", async () => {
  vi.mocked(requireStaff).mockRejectedValue(new Refusal("signed_out", "Hết phiên."));
  const answer = await put(request("{nonsense"), at("7"));
  expect([answer.status, await answer.json()]).toEqual([401, { code: "signed_out", sentence: "Hết phiên." }]);
});

test.each([
  ["another site", { "sec-fetch-site": "cross-site", origin: "http://desk.vn" }],
  ["another subdomain", { "sec-fetch-site": "same-site" }],
  ["another origin, from an old browser", { origin: "http://evil.vn", host: "desk.vn" }],
  ["an opaque origin", { origin: "null", host: "desk.vn" }],
  ["nowhere", { host: "desk.vn" }],
])("a change asked for by %s is refused before anything is read", async (_where, headers) => {
  const answer = await put(request("{}", { ...headers, "content-type": "application/json" }), at("7"));
  expect(answer.status).toBe(403);
  expect(requireStaff).not.toHaveBeenCalled();
});

test("an old browser that names only its origin is heard, also behind a proxy", async () => {
  const body = JSON.stringify({ words: "" });
  const json = { "content-type": "application/json", origin: "http://desk.vn" };
  expect((await put(request(body, { ...json, host: "desk.vn" }), at("7"))).status).toBe(200);
  expect((await put(request(body, { ...json, host: "10.0.0.1", "x-forwarded-host": "desk.vn" }), at("7"))).status).toBe(
    200,
  );
});

test("what only asks is answered without a word of where it comes from, as without HTTPS", async () => {
  const asked = new Request("http://desk.vn/api/drafts/7", { headers: { host: "desk.vn" } });
  const get = staffRoute(z.object({ id: z.coerce.number() }), async (_staff, input) => input);
  expect((await get(asked, at("7"))).status).toBe(200);
});

test("whoever only asks how something is, by HEAD, need not say so either", async () => {
  const get = staffRoute(z.object({}), async () => null);
  const asked = new Request("http://desk.vn/api/x", { method: "HEAD", headers: { host: "desk.vn" } });
  expect((await get(asked, at("7"))).status).toBe(200);
});

test("a route that takes a stream has the body unread, of any size and kind, and only the path's fields", async () => {
  const take = staffStreamRoute(z.strictObject({ id: z.string() }), async (_, { id }, asked) => {
    expect(asked.bodyUsed).toBe(false);
    return [id, (await asked.arrayBuffer()).byteLength];
  });
  const body = JSON.stringify({ words: "a".repeat(BODY_LIMIT) });
  const answer = await take(request(body, { ...OURS, "content-type": "x/y" }), at("7"));
  expect(await answer.json()).toEqual(["7", body.length]);
  expect((await take(request(body, { origin: "http://evil.vn", host: "desk.vn" }), at("7"))).status).toBe(403);
  vi.mocked(requireStaff).mockRejectedValue(new Refusal("signed_out", "Hết phiên."));
  expect((await take(request(body), at("7"))).status).toBe(401);
});

test("a no is kept by nobody", async () => {
  const answer = await put(request("{"), at("7"));
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

test("a full disk of our own files answers as the database's does", async () => {
  const route = staffRoute(z.object({}), async () => {
    throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
  });
  const answer = await route(request("{}"), at("7"));
  expect([answer.status, await answer.json()]).toEqual([
    503,
    { code: "unavailable", sentence: expect.stringMatching(/đĩa của máy chủ đã đầy/) },
  ]);
});

test.each([
  ["broken JSON", "{", OURS, 400],
  ["a list", "[]", OURS, 400],
  ["a form", "a=b", { ...OURS, "content-type": "text/plain" }, 400],
  ["fields of another kind", '{"words":1}', OURS, 400],
  ["more than 3 MB", JSON.stringify({ words: "a".repeat(BODY_LIMIT) }), OURS, 413],
  ["a declared length over 3 MB", "{}", { ...OURS, "content-length": String(BODY_LIMIT + 1) }, 413],
])("%s is refused", async (_what, body, headers, status) => {
  expect((await put(request(body, headers), at("7"))).status).toBe(status);
});

test("a bug answers 500 without its secrets", async () => {
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const route = staffRoute(z.object({}), async () => {
    throw new Error("select * from people");
  });
  const answer = await route(request("{}"), at("7"));
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain("people");
  expect(written.mock.calls.join()).toContain("select * from people");
  written.mockRestore();
});

test.each([
  ["a full disk", "53100", /đĩa của máy chủ đã đầy/],
  ["a database that is away", "57P01", /chưa trả lời/],
])("%s answers 503 with a sentence, and a save writes no line of its own", async (_what, code, sentence) => {
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const route = staffRoute(z.object({}), async () => {
    throw new Error("Failed query", { cause: Object.assign(new Error("no"), { severity: "ERROR", code }) });
  });
  const answer = await route(request("{}"), at("7"));
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ code: "unavailable", sentence: expect.stringMatching(sentence) });
  expect(written).not.toHaveBeenCalled();
  written.mockRestore();
});
