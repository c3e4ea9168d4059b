import { LRUCache } from "lru-cache";
import { cookies } from "next/headers";
import { decode, getToken, type JWT, type JWTDecodeParams } from "next-auth/jwt";
import { env } from "#lib/env.ts";
import { SESSION_COOKIES } from "./cookie-name.ts";

declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
  }
}

/**
 * The id of the `sessions` row that the request's cookie names; null without a whole cookie of ours. It opens the envelope
 * and no more: `getServerSession` would seal a new one each time, which nothing could send.
 */
export async function sessionOfRequest(): Promise<string | null> {
  const jar = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]));
  // Only cookies are looked at: a bearer's header is no way in.
  const req = { cookies: jar, headers: {} } as Parameters<typeof getToken>[0]["req"];
  const token = await getToken({ req, secret: env().secret, secureCookie: isSecure(), decode: openOnce });
  return token?.sid ?? null;
}

/** What was in the envelopes opened lately. When a session ends is in its row, which is asked each time. */
const OPENED = new LRUCache<string, JWT>({ max: 500 });

/** To open one takes as long as three questions to the database, and it comes with each save and each click. */
async function openOnce(envelope: JWTDecodeParams): Promise<JWT | null> {
  const { token = "" } = envelope;
  const known = OPENED.get(token);
  if (known) return known;
  const inside = await decode(envelope);
  if (inside) OPENED.set(token, inside);
  return inside;
}

/** Takes the cookie away; the row it named has to be ended by itself. */
export async function dropSessionCookie(): Promise<void> {
  const secure = isSecure();
  (await cookies()).delete({ name: SESSION_COOKIES[secure ? "https" : "http"], secure });
}

/** Whether readers and staff come by https, so that cookies go by it alone. */
export function isSecure(): boolean {
  return env().siteUrl.startsWith("https:");
}
