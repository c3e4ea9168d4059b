import type { NextRequest } from "next/server";
import { answerSignIn } from "#features/accounts/sign-in-route.ts";

export function POST(request: NextRequest): Promise<Response> {
  return answerSignIn(request);
}
