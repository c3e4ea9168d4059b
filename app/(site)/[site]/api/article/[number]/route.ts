import { z } from "zod";
import { publicRoute } from "#features/edge/public-route.ts";
import { articleInApi } from "#features/reading/api.ts";
import { originOf } from "#features/reading/origin.ts";
import { siteOf } from "#features/reading/queries.ts";

export const dynamic = "force-dynamic";

const Which = z.object({ site: z.string(), number: z.coerce.number().int().positive() });

/** An article, whole: `/api/v1/articles/12` for programs of others. */
export const GET = publicRoute({ input: Which, says: "json" }, async ({ number, ...params }) => {
  const site = await siteOf(params);
  return (await articleInApi(site, originOf(site), number)) ?? new Response(null, { status: 404 });
});
