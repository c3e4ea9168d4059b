import { z } from "zod";
import { publicRoute } from "#features/edge/public-route.ts";
import { originOf } from "#features/reading/origin.ts";
import { sitemap, sitemapPart } from "#features/reading/sitemap.ts";
import { siteOf } from "../../site-of.ts";

export const dynamic = "force-dynamic";

const Which = z.object({ site: z.string(), part: z.union([z.literal("all"), z.coerce.number().int().positive()]) });

/** The sitemap, or one file of it when it was parted; `/sitemap.xml` and `/sitemap-3.xml` for readers. */
export const GET = publicRoute({ input: Which, says: "text" }, async ({ part, ...params }) => {
  const site = await siteOf(params);
  const origin = originOf(site);
  const xml = part === "all" ? await sitemap(site.id, origin) : await sitemapPart(site.id, origin, part);
  if (xml === null) return new Response(null, { status: 404 });
  return new Response(xml, { headers: { "content-type": "application/xml; charset=utf-8" } });
});
