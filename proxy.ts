import { type NextRequest, NextResponse } from "next/server";
import { loginPath } from "#features/addresses/desk.ts";
import { SESSION_COOKIES } from "#features/sessions/cookie-name.ts";

/** Sends somebody without a session cookie to the login. Whether the cookie is any good is asked by the pages themselves. */
export function proxy(request: NextRequest): NextResponse {
  if (Object.values(SESSION_COOKIES).some((name) => request.cookies.has(name))) return NextResponse.next();
  const login = new URL(loginPath, request.url);
  const { pathname, search } = request.nextUrl;
  if (request.method === "GET") login.searchParams.set("next", pathname + search);
  return NextResponse.redirect(login, 307);
}

/** API routes are left out: they answer 401 themselves, and their bodies are not read twice. */
export const config = { matcher: ["/desk", "/desk/:path*"] };
