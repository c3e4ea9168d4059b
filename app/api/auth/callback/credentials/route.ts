import type { NextRequest } from "next/server";
import { answerSignIn } from "#features/identity/session.ts";

export function POST(request: NextRequest): Promise<Response> {
  return answerSignIn(request);
}
