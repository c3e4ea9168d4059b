import { z } from "zod";
import { STAFF_ROOTS } from "#features/addresses/desk.ts";
import { apiPath } from "#features/addresses/machines.ts";
import { sitemapPath } from "#features/addresses/public.ts";
import { publicRoute } from "#features/edge/public-route.ts";
import { originOf } from "#features/reading/origin.ts";
import { siteOf } from "#features/reading/queries.ts";

export const dynamic = "force-dynamic";

/** Everything readers see may be indexed; the staff side may not. */
export const GET = publicRoute({ input: z.object({ site: z.string() }), says: "text" }, async (params) => {
  const site = await siteOf(params);
  const lines = [
    "User-agent: *",
    ...STAFF_ROOTS.map((root) => `Disallow: ${root}`),
    `Allow: ${apiPath}`,
    "",
    ...[sitemapPath(), sitemapPath("news")].map((path) => `Sitemap: ${originOf(site)}${path}`),
    "",
  ];
  return new Response(lines.join("\n"), { headers: { "content-type": "text/plain; charset=utf-8" } });
});
