import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type NextAuthOptions } from "next-auth";

type AuthRequest = {
  action: "csrf" | "callback/credentials";
  /** Nothing else of the request goes in: next-auth fails at what it cannot read in an address or in a cookie of its own. */
  cookies: Record<string, string>;
  body?: Record<string, string>;
};

type Answered = { status: number; said: { csrfToken?: string; url?: string }; cookies: string[] };

/** Asks next-auth for one of the two things that we use of it, and gives its answer with the cookies that it sets. */
export async function askNextAuth({ action, cookies, body }: AuthRequest, options: NextAuthOptions): Promise<Answered> {
  const answered: Answered = { status: 200, said: {}, cookies: [] };
  const response = {
    status(status: number) {
      answered.status = status;
      return response;
    },
    getHeader: () => answered.cookies,
    setHeader(name: string, value: unknown) {
      if (name === "Set-Cookie" && Array.isArray(value)) answered.cookies = value;
      return response;
    },
    json: (said: Answered["said"]) => Object.assign(answered.said, said),
    send: (said: Answered["said"]) => Object.assign(answered.said, said),
  };
  const request = {
    method: body === undefined ? "GET" : "POST",
    query: { nextauth: action.split("/") },
    headers: {},
    cookies,
    // Where it would send a browser elsewhere, it says where instead.
    body: body && { ...body, json: "true" },
  };
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options);
  return answered;
}
