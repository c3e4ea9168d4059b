import { LRUCache } from "lru-cache";
import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import NextAuth, { type NextAuthOptions } from "next-auth";
import { decode, getToken, type JWT, type JWTDecodeParams } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { signOut } from "./commands.ts";
import { signIn, type Visitor } from "./sign-in.ts";

declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
  }
}

/** How long a sign-in lasts, in seconds. The database refuses more (`a_session_lasts_at_most_twelve_hours`). */
const SESSION_SECONDS = 12 * 60 * 60;

/** The cookie is a signed envelope for one thing: the id of a row in `sessions`. Who that is and what they may is never in it. */
const base = () =>
  ({
    secret: env().secret,
    useSecureCookies: isSecure(),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    logger: {
      // A cookie of another install, or a forged one, is nobody's session: no error of ours.
      error: (code, detail) => code === "JWT_SESSION_ERROR" || log.error(`Signing in failed: ${code}.`, detail),
      warn: () => undefined,
    },
    pages: { signIn: "/login", signOut: "/login", error: "/login" },
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user?.id ?? token.sid }),
      session: ({ session, token }) => ({ expires: session.expires, sid: token.sid }),
    },
  }) satisfies Partial<NextAuthOptions>;

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

/** next-auth's own routes. The form of the sign-in page posts to them. */
export async function answerAuth(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) {
  let device: string | null = null;
  const options: NextAuthOptions = {
    ...base(),
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: async (typed) => {
          const { email = "", password = "" } = typed ?? {};
          const answer = await signIn(email.slice(0, 400), password.slice(0, 4_000), visitorOf(request));
          if (!answer.ok) throw new Error(answer.why === "wait" ? `wait-${answer.seconds}` : answer.why);
          device = answer.device;
          return { id: answer.sessionId };
        },
      }),
    ],
    events: { signOut: async ({ token }) => signOut(token?.sid ?? null) },
  };
  const response: Response = await NextAuth(request, context, options);
  if (device !== null) response.headers.append("set-cookie", deviceCookie(device));
  return response;
}

/** Takes the cookie away; the row it named has to be ended by itself. */
export async function dropSessionCookie(): Promise<void> {
  const secure = isSecure();
  (await cookies()).delete({ name: `${secure ? "__Secure-" : ""}next-auth.session-token`, secure });
}

const DEVICE = "toasoan-device";

/** The last address is the one that our front, or the proxy the operator trusts, has seen itself. */
function visitorOf(request: NextRequest): Visitor {
  const seen = request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return { address: seen ?? "", device: request.cookies.get(DEVICE)?.value.slice(0, 100) ?? null };
}

/** Half a year, for the sign-in routes alone. */
function deviceCookie(token: string): string {
  const secure = isSecure() ? "; Secure" : "";
  return `${DEVICE}=${token}; Path=/api/auth; Max-Age=${180 * 24 * 60 * 60}; HttpOnly; SameSite=Lax${secure}`;
}

function isSecure(): boolean {
  return env().siteUrl.startsWith("https:");
}
