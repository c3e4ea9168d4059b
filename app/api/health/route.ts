import { reasonsNotReady } from "#lib/readiness.ts";

export const dynamic = "force-dynamic";

/** For load balancers and monitors: 200 once requests are welcome, else 503 and why. */
export async function GET(): Promise<Response> {
  const reasons = await reasonsNotReady();
  return Response.json(
    { ready: reasons.length === 0, reasons },
    { status: reasons.length === 0 ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
