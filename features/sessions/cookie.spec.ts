import { ResponseCookies } from "next/dist/compiled/@edge-runtime/cookies/index.js";
import { encode } from "next-auth/jwt";
import { beforeAll, expect, test, vi } from "vitest";
import { readSettings, settle } from "#lib/env.ts";

const headers = new Headers();
vi.mock("next/headers", () => ({ cookies: async () => new ResponseCookies(headers) }));

const SECRET = "x".repeat(32);
beforeAll(() => settle({ ...readSettings({ SITE_URL: "https://mot.vn" }), secret: SECRET }));

const COOKIE = "__Secure-next-auth.session-token";
const seal = (sid: string, secret = SECRET) => encode({ token: { sid }, secret, maxAge: 60 });

/** Whose session a request with these parts of a cookie is. */
async function whose(...parts: string[]): Promise<string | null> {
  const { sessionOfRequest } = await import("./cookie.ts");
  headers.delete("set-cookie");
  const jar = new ResponseCookies(headers);
  for (const [at, part] of parts.entries()) jar.set(parts.length === 1 ? COOKIE : `${COOKIE}.${at}`, part);
  return sessionOfRequest();
}

test("an envelope that was opened before is still its owner's, and opens no other one", async () => {
  const [mine, theirs] = [await seal("mine"), await seal("theirs")];
  for (const _ of ["opened", "known"]) {
    expect(await whose(mine)).toBe("mine");
    expect(await whose(theirs)).toBe("theirs");
  }
  expect(await whose(mine.slice(0, 50), mine.slice(50))).toBe("mine");
  expect(await whose(`${mine.slice(0, -6)}AAAAAA`)).toBeNull();
  expect(await whose(mine.slice(0, 50))).toBeNull();
  expect(await whose(await seal("mine", "y".repeat(32)))).toBeNull();
  expect(await whose()).toBeNull();
});

test("on a site with https the cookie of a session is taken away in a way that browsers obey", async () => {
  const { dropSessionCookie } = await import("./cookie.ts");
  headers.delete("set-cookie");
  await dropSessionCookie();
  const said = headers.get("set-cookie") ?? "";
  expect(said).toMatch(/^__Secure-next-auth\.session-token=;/);
  expect(said).toMatch(/Path=\/;.*Expires=Thu, 01 Jan 1970/);
  // Source: RFC 6265bis, 4.1.3.1: a cookie whose name begins so and that is not "Secure" is ignored.
  expect(said).toMatch(/; Secure(?:;|$)/);
});
