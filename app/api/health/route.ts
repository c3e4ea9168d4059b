import { health } from "#lib/readiness.ts";

export const dynamic = "force-dynamic";

/** For load balancers and monitors. */
export async function GET(): Promise<Response> {
  const { status, body } = await health();
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
