import { z } from "zod";
import { publicRoute } from "#features/edge/public-route.ts";
import { describedApi } from "#features/reading/api-description.ts";
import { originOf } from "#features/reading/origin.ts";
import { siteOf } from "#features/reading/queries.ts";

export const dynamic = "force-dynamic";

/** What can be asked: `/api/v1/openapi.json` for programs of others. */
export const GET = publicRoute({ input: z.object({ site: z.string() }), says: "json" }, async (params) => {
  const site = await siteOf(params);
  return describedApi(site, originOf(site));
});
