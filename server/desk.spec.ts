import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test, vi } from "vitest";
import type { Site } from "#features/reading/types.ts";
import { SITE_HEADER } from "#features/sites/hosts.ts";
import { callerOf, makeDesk } from "./desk.ts";

test("what is told to an open desk page is neither kept nor compressed on its way", async () => {
  for (const [url, said] of [
    ["/api/live?document=7", "no-store, no-transform"],
    ["/api/changes/7", "no-store"],
  ] as const) {
    const request = new IncomingMessage(new Socket());
    Object.assign(request, { method: "GET", url, headers: { host: "mot.vn" } });
    const response = new ServerResponse(request);
    await makeDesk(async () => undefined, { of: () => null }, {}, false)(request, response);
    expect([url, response.getHeader("cache-control")]).toEqual([url, said]);
  }
});

test("how long a picture is kept its route says, and opened by itself it may do nothing", async () => {
  for (const [url, kept, isSandbox] of [
    ["/api/files/12/720.webp", undefined, true],
    ["/api/files/12", "no-store", false],
  ] as const) {
    const request = new IncomingMessage(new Socket());
    Object.assign(request, { method: "GET", url, headers: { host: "mot.vn" } });
    const response = new ServerResponse(request);
    await makeDesk(async () => undefined, { of: () => null }, {}, false)(request, response);
    const policy = String(response.getHeader("content-security-policy"));
    expect([url, response.getHeader("cache-control"), policy.startsWith("sandbox;")]).toEqual([url, kept, isSandbox]);
    expect(policy).toContain("default-src 'none'");
  }
});

test("whoever has no session cookie is a stranger at the desk; a view or a question for health is a machine's", () => {
  expect(callerOf({ url: "/login", headers: {} })).toBe("stranger");
  expect(callerOf({ url: "/login", headers: { cookie: "x-next-auth.session-token=1" } })).toBe("stranger");
  expect(callerOf({ url: "/desk", headers: { cookie: "a=b; next-auth.session-token=1" } })).toBe("staff");
  expect(callerOf({ url: "/desk", headers: { cookie: "__Secure-next-auth.session-token=1" } })).toBe("staff");
  const cookie = "next-auth.session-token=1";
  for (const headers of [{}, { cookie }]) expect(callerOf({ url: "/api/suggestions?q=ho", headers })).toBe("searcher");
  for (const url of ["/api/views", "/api/health?x"]) expect(callerOf({ url, headers: {} })).toBe("machine");
});

test.each([
  ["GET", "/api", {}, 404],
  ["POST", "/api/auth/_log", {}, 404],
  ["GET", "/api/auth/session", {}, 404],
  ["GET", "/api/auth/callback/credentials", {}, 405],
  ["POST", "/api/health", {}, 405],
  ["PUT", "/login", {}, 405],
  ["POST", "/login", { "content-type": "application/x-www-form-urlencoded" }, 400],
  ["POST", "/login", { "content-type": "application/json" }, 400],
  ["GET", "/login", { host: "a b" }, 400],
  ["GET", "/login", { host: "mot.vn:99999" }, 400],
  ["GET", "/desk/%", {}, 400],
  ["POST", "/api/views", { "content-length": "1025" }, 413],
  ["POST", "/api/auth/callback/credentials", { "content-length": "65537" }, 413],
  ["PUT", "/api/drafts/1", { "transfer-encoding": "chunked" }, 411],
  ["GET", "/api/uploads/1", {}, 405],
  ["OPTIONS", "/api/uploads", {}, 405],
  ["PATCH", "/api/uploads/1", { "content-length": String(2 * 1024 ** 3 + 1) }, 413],
  ["PATCH", "/api/uploads/1", { "transfer-encoding": "chunked" }, 411],
])("%s %s with %j is refused before the framework sees it", async (method, url, headers, status) => {
  const handle = vi.fn(async () => undefined);
  const pass = makeDesk(handle, { of: () => null }, {}, false);
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method, url, headers: { host: "mot.vn", ...headers } });
  const response = new ServerResponse(request);
  const end = vi.spyOn(response, "end");
  await pass(request, response);
  expect([response.statusCode, handle.mock.calls.length]).toEqual([status, 0]);
  expect(String(end.mock.calls[0]?.[0])).toMatch(
    url.startsWith("/api") ? /^\{"code":"[a-z_]+","sentence":".+\."\}$/ : /<h1>/,
  );
});

test("what is asked of a site says which one it is, whatever the client says", async () => {
  const numbers: Record<string, number> = { "mot.vn": 1, "hai.vn": 2 };
  const of = (host = "") => (numbers[host] ? ({ id: numbers[host] } as Site) : null);
  let told: unknown;
  const handle = async ({ headers }: IncomingMessage) => {
    told = headers[SITE_HEADER];
  };
  const pass = makeDesk(handle, { of }, {}, false);
  for (const [host, answer] of [
    ["mot.vn", "1"],
    ["hai.vn", "2"],
    ["nobody.vn", ""],
  ] as const) {
    const request = new IncomingMessage(new Socket());
    Object.assign(request, { method: "POST", url: "/api/views", headers: { host, [SITE_HEADER]: "7" } });
    await pass(request, new ServerResponse(request));
    expect(told).toBe(answer);
  }
});
