import { getServerSession, type NextAuthOptions } from "next-auth";
import { env } from "#lib/env.ts";

declare module "next-auth" {
  interface Session {
    sid?: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
  }
}

/** How long a sign-in lasts, in seconds. The database refuses more (`a_session_lasts_at_most_twelve_hours`). */
export const SESSION_SECONDS = 12 * 60 * 60;

/** The cookie is a signed envelope for one thing: the id of a row in `sessions`. Who that is and what they may is never in it. */
const base = () =>
  ({
    secret: env().secret,
    useSecureCookies: env().siteUrl.startsWith("https:"),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/login", signOut: "/login", error: "/login" },
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user?.id ?? token.sid }),
      session: ({ session, token }) => ({ expires: session.expires, sid: token.sid }),
    },
  }) satisfies Partial<NextAuthOptions>;

/** The id of the `sessions` row that the request's cookie names; null without a whole cookie of ours. */
export async function sessionOfRequest(): Promise<string | null> {
  const session = await getServerSession({ ...base(), providers: [] });
  return session?.sid ?? null;
}
