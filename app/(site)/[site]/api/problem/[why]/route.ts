import { z } from "zod";
import { PROBLEMS, type Problem } from "#features/addresses/inside.ts";
import { publicRoute } from "#features/edge/public-route.ts";
import { problemInApi } from "#features/reading/api.ts";
import { siteOf } from "#features/reading/queries.ts";

export const dynamic = "force-dynamic";

const Which = z.object({ site: z.string(), why: z.enum(Object.keys(PROBLEMS) as [Problem, ...Problem[]]) });

/** Why a program of others gets nothing. The front says the status: here it is an answer like others. */
export const GET = publicRoute({ input: Which, says: "json" }, async ({ why, ...params }) => {
  await siteOf(params);
  return Response.json(problemInApi(why), { headers: { "content-type": "application/problem+json" } });
});
