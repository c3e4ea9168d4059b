import { z } from "zod";
import { publicRoute } from "#features/edge/public-route.ts";
import { originOf } from "#features/reading/origin.ts";
import { siteOf } from "#features/reading/queries.ts";
import { newsSitemap, sitemap, sitemapPart } from "#features/reading/sitemap.ts";
import type { Site } from "#features/reading/types.ts";

export const dynamic = "force-dynamic";

function xmlOf(site: Site, origin: string, part: "all" | "news" | number): Promise<string | null> {
  if (part === "all") return sitemap(site.id, origin);
  return part === "news" ? newsSitemap(site, origin, new Date()) : sitemapPart(site.id, origin, part);
}

const Which = z.object({
  site: z.string(),
  part: z.union([z.literal(["all", "news"]), z.coerce.number().int().positive()]),
});

/**
 * The sitemap, or one file of it when it was parted, or the one of news; `/sitemap.xml`, `/sitemap-3.xml` and `/sitemap-news.xml` for
 * readers.
 */
export const GET = publicRoute({ input: Which, says: "text" }, async ({ part, ...params }) => {
  const site = await siteOf(params);
  const origin = originOf(site);
  const xml = await xmlOf(site, origin, part);
  if (xml === null) return new Response(null, { status: 404 });
  return new Response(xml, { headers: { "content-type": "application/xml; charset=utf-8" } });
});
