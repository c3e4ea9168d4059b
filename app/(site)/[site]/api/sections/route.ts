import { z } from "zod";
import { publicRoute } from "#features/edge/public-route.ts";
import { sectionsInApi } from "#features/reading/api.ts";
import { originOf } from "#features/reading/origin.ts";
import { siteOf } from "#features/reading/queries.ts";

export const dynamic = "force-dynamic";

/** The sections that readers know: `/api/v1/sections` for programs of others. */
export const GET = publicRoute({ input: z.object({ site: z.string() }), says: "json" }, async (params) => {
  const site = await siteOf(params);
  return sectionsInApi(site, originOf(site));
});
