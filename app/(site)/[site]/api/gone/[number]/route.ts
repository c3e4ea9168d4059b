import { z } from "zod";
import { publicRoute } from "#features/edge/public-route.ts";
import { goneInApi } from "#features/reading/api.ts";
import { siteOf } from "#features/reading/queries.ts";

export const dynamic = "force-dynamic";

const Which = z.object({ site: z.string(), number: z.coerce.number().int().positive() });

/** That an article was taken down, and why. The front says the status: here it is an answer like others. */
export const GET = publicRoute({ input: Which, says: "json" }, async ({ number, ...params }) => {
  const site = await siteOf(params);
  const gone = await goneInApi(site.id, number);
  if (gone === null) throw new Error(`Article ${number} of ${site.key} is not withdrawn.`);
  return Response.json(gone, { headers: { "content-type": "application/problem+json" } });
});
