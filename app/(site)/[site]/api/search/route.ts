import { z } from "zod";
import { searchAsked } from "#features/addresses/public.ts";
import { publicRoute } from "#features/edge/public-route.ts";
import { originOf } from "#features/reading/origin.ts";
import { siteOf } from "#features/reading/queries.ts";
import { searchInApi } from "#features/search/api.ts";

export const dynamic = "force-dynamic";

/** What is found: `/api/v1/search?q=h%E1%BB%93+sen` for programs of others. Where it takes too long the front says so. */
export const GET = publicRoute({ input: z.object({ site: z.string() }), says: "json" }, async (which, { url }) => {
  const site = await siteOf(which);
  const asked = searchAsked(new URL(url).search);
  const found = await searchInApi(site, originOf(site), asked, new Date());
  return found === "busy" ? new Response(null, { status: 503 }) : found;
});
