import { ResponseCookies } from "next/dist/compiled/@edge-runtime/cookies/index.js";
import { expect, test, vi } from "vitest";
import { readSettings, settle } from "#lib/env.ts";

const headers = new Headers();
vi.mock("next/headers", () => ({ cookies: async () => new ResponseCookies(headers) }));

test("on a site with https the cookie of a session is taken away in a way that browsers obey", async () => {
  settle({ ...readSettings({ SITE_URL: "https://mot.vn" }), secret: "x".repeat(32) });
  const { dropSessionCookie } = await import("./session.ts");
  await dropSessionCookie();
  const said = headers.get("set-cookie") ?? "";
  expect(said).toMatch(/^__Secure-next-auth\.session-token=;/);
  expect(said).toMatch(/Path=\/;.*Expires=Thu, 01 Jan 1970/);
  // Source: RFC 6265bis, 4.1.3.1: a cookie whose name begins so and that is not "Secure" is ignored.
  expect(said).toMatch(/; Secure(?:;|$)/);
});
