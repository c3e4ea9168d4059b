import { z } from "zod";
import { manifestOf } from "#components/site/web-manifest.ts";
import { publicRoute } from "#features/edge/public-route.ts";
import { emblemOf, siteOf } from "#features/reading/queries.ts";

export const dynamic = "force-dynamic";

/** What the site is called, and looks like, where somebody keeps it beside their programs. */
export const GET = publicRoute({ input: z.object({ site: z.string() }), says: "text" }, async (params) => {
  const site = await siteOf(params);
  const headers = { "content-type": "application/manifest+json; charset=utf-8" };
  return new Response(JSON.stringify(manifestOf(site, await emblemOf(site))), { headers });
});
