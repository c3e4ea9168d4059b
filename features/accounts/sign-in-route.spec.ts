import { RequestCookies } from "next/dist/compiled/@edge-runtime/cookies/index.js";
import { NextRequest } from "next/server.js";
import { beforeAll, expect, test, vi } from "vitest";
import { readSettings, settle } from "#lib/env.ts";
import { log } from "#lib/log.ts";

vi.mock("next/headers", () => ({ cookies: async () => new RequestCookies(new Headers()) }));

beforeAll(() => settle({ ...readSettings({ SITE_URL: "https://mot.vn" }), secret: "x".repeat(32) }));

const request = (headers: Record<string, string>, body?: string) =>
  new NextRequest("https://mot.vn/api/auth/x?callbackUrl=http://x:99999.evil/", {
    method: body === undefined ? "GET" : "POST",
    headers: { host: "mot.vn", ...headers },
    ...(body === undefined ? {} : { body }),
  });

const NO_PARAMS = { params: Promise.resolve({}) };

const OURS = { origin: "https://mot.vn", "content-type": "application/x-www-form-urlencoded" };
const UNREADABLE = "__Secure-next-auth.callback-url=http://x:99999.evil/; __Host-next-auth.csrf-token=|||";

test("the token of the sign-in page is given, whatever stands in the address and in cookies", async () => {
  const { GET } = await import("#app/api/auth/csrf/route.ts");
  const answer = await GET(request({ cookie: UNREADABLE }), NO_PARAMS);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ csrfToken: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(answer.headers.get("set-cookie")).toMatch(/__Host-next-auth\.csrf-token=[0-9a-f]{64}%7C.*; Secure/);
});

test.each([
  ["no form", { ...OURS, "content-type": "application/json" }, "{", 400],
  ["no token", OURS, "email=%zz&password=%ff", 403],
  ["a token without its cookie", OURS, `csrfToken=${"0".repeat(64)}`, 403],
  ["cookies that cannot be read", { ...OURS, cookie: UNREADABLE }, "csrfToken=", 403],
  ["a page of another site", { ...OURS, origin: "https://evil.vn" }, "email=a", 403],
  ["a page without TLS", { ...OURS, origin: "http://mot.vn" }, "email=a", 403],
  ["nobody's page", { "content-type": OURS["content-type"] }, "email=a", 403],
])("with %s nobody is let in, in a sentence", async (_, headers, body, status) => {
  const { POST } = await import("#app/api/auth/callback/credentials/route.ts");
  const answer = await POST(request(headers, body), NO_PARAMS);
  expect(answer.status).toBe(status);
  expect((await answer.json()).sentence).toMatch(/\.$/);
});

test("the operator is told when a sign-in came from elsewhere, as behind a proxy that nobody told us of", async () => {
  const said = vi.spyOn(log, "atDoor").mockImplementation(() => undefined);
  const { POST } = await import("#app/api/auth/callback/credentials/route.ts");
  await POST(request({ ...OURS, origin: "http://mot.vn" }, "email=a"), NO_PARAMS);
  expect(said).toHaveBeenCalledWith("foreign sign-in", expect.stringMatching(/from http:\/\/mot\.vn\..*TRUST_PROXY=1/));
  said.mockClear();
  await POST(request(OURS, "email=a"), NO_PARAMS);
  expect(said).not.toHaveBeenCalled();
});
