import type { NextRequest } from "next/server";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { authPath } from "#features/addresses/desk.ts";
import { isSecure, sessionOfRequest } from "#features/sessions/cookie.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { Refusal } from "#lib/refusal.ts";
import { askNextAuth } from "./next-auth.ts";
import { signIn, type Visitor } from "./sign-in.ts";

/** How long a sign-in lasts, in seconds. The database refuses more (`a_session_lasts_at_most_twelve_hours`). */
const SESSION_SECONDS = 12 * 60 * 60;

/** The cookie is a signed envelope for one thing: the id of a row in `sessions`. Who that is and what they may is never in it. */
const options = (...providers: NextAuthOptions["providers"]): NextAuthOptions => ({
  providers,
  secret: env().secret,
  useSecureCookies: isSecure(),
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  logger: {
    error: (code, detail) => log.atDoor("next-auth", `Signing in failed: ${code}.`, detail),
    warn: () => undefined,
  },
  callbacks: { jwt: ({ token, user }) => ({ sid: user?.id ?? token.sid }) },
});

/** A token against forged forms, for the sign-in page. */
export async function signInToken(request: NextRequest): Promise<Response> {
  const { said, cookies: set } = await askNextAuth({ action: "csrf", cookies: tokenIn(request) }, options());
  return answered(200, said, set);
}

const word = z.string().default("");

/** What the sign-in page posts. */
export const SignInForm = z.object({ csrfToken: word, email: word, password: word });

/**
 * In, or an address whose `error` is the reason in a word of ours.
 * @throws {Refusal} `not_allowed` where the form's token is of another page
 */
export async function signInByForm(form: z.output<typeof SignInForm>, request: NextRequest): Promise<Response> {
  const visitor = await visitorOf(request);
  let device: string | null = null;
  let failure: unknown;
  const credentials = Credentials({
    credentials: { email: {}, password: {} },
    authorize: async (typed) => {
      const { email = "", password = "" } = typed ?? {};
      const answer = await signIn(email.slice(0, 400), password.slice(0, 4_000), visitor).catch((error: unknown) => {
        failure = error;
        // next-auth puts the word into an address.
        throw new Error("failed");
      });
      if (!answer.ok) throw new Error(answer.why === "wait" ? `wait-${answer.seconds}` : answer.why);
      device = answer.device;
      return { id: answer.sessionId };
    },
  });
  const asked = { action: "callback/credentials", cookies: tokenIn(request), body: form } as const;
  const { status, said, cookies: set } = await askNextAuth(asked, options(credentials));
  if (failure !== undefined) throw failure;
  if (said.url?.endsWith("?csrf=true")) throw new Refusal("not_allowed", "Trang đăng nhập đã cũ. Hãy tải lại trang.");
  return answered(status, said, device === null ? set : [...set, deviceCookie(device)]);
}

/** For the operator, whose own people may be refused so behind a proxy that we were not told of. */
export function tellOfForeign(headers: Headers): void {
  const from = headers.get("origin") ?? "no page that we know of";
  log.atDoor(
    "foreign sign-in",
    `Signing in was refused: it came from ${from}. If a proxy of yours stands in front, set TRUST_PROXY=1.`,
  );
}

function answered(status: number, said: object, set: string[] = []): Response {
  return Response.json(said, { status, headers: set.map((cookie): [string, string] => ["set-cookie", cookie]) });
}

/** The cookie that goes with the token of the sign-in page. */
function tokenIn(request: NextRequest): Record<string, string> {
  const name = `${isSecure() ? "__Host-" : ""}next-auth.csrf-token`;
  const value = request.cookies.get(name)?.value;
  return value === undefined ? {} : { [name]: value };
}

const DEVICE = "toasoan-device";

/** The last address is the one that our front, or the proxy the operator trusts, has seen itself. */
async function visitorOf(request: NextRequest): Promise<Visitor> {
  const seen = request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return {
    address: seen ?? "",
    device: request.cookies.get(DEVICE)?.value.slice(0, 100) ?? null,
    session: await sessionOfRequest(),
  };
}

/** Half a year, for the sign-in routes alone. */
function deviceCookie(token: string): string {
  const secure = isSecure() ? "; Secure" : "";
  return `${DEVICE}=${token}; Path=${authPath}; Max-Age=${180 * 24 * 60 * 60}; HttpOnly; SameSite=Lax${secure}`;
}
