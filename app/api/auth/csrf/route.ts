import type { NextRequest } from "next/server";
import { answerToken } from "#features/accounts/sign-in-route.ts";

export const dynamic = "force-dynamic";

export function GET(request: NextRequest): Promise<Response> {
  return answerToken(request);
}
