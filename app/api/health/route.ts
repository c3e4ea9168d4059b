import { z } from "zod";
import { publicRoute } from "#features/edge/public-route.ts";
import { health } from "#lib/readiness.ts";

export const dynamic = "force-dynamic";

/** For load balancers and monitors. */
export const GET = publicRoute({ input: z.object({}), says: "json" }, async () => {
  const { status, body } = await health();
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
});
