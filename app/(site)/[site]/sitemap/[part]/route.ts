import { originOf } from "#features/reading/origin.ts";
import { sitemap, sitemapPart } from "#features/reading/sitemap.ts";
import { siteOf } from "../../site-of.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ site: string; part: string }> };

/** The sitemap, or one file of it when it was parted; `/sitemap.xml` and `/sitemap-3.xml` for readers. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const site = await siteOf(params);
  const { part } = await params;
  const origin = originOf(site);
  const xml = part === "all" ? await sitemap(site.id, origin) : await sitemapPart(site.id, origin, Number(part));
  if (xml === null) return new Response(null, { status: 404 });
  return new Response(xml, { headers: { "content-type": "application/xml; charset=utf-8" } });
}
