import { z } from "zod";
import { publicRoute } from "#features/edge/public-route.ts";
import { OPENSEARCH_TYPE, openSearchOf } from "#features/reading/opensearch.ts";
import { originOf } from "#features/reading/origin.ts";
import { emblemOf, siteOf } from "#features/reading/queries.ts";

export const dynamic = "force-dynamic";

/** How a browser makes the site's search one of its own. */
export const GET = publicRoute({ input: z.object({ site: z.string() }), says: "text" }, async (params) => {
  const site = await siteOf(params);
  const type = `${OPENSEARCH_TYPE}; charset=utf-8`;
  return new Response(openSearchOf(site, originOf(site), await emblemOf(site)), { headers: { "content-type": type } });
});
