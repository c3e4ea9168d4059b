import { originOf } from "#features/reading/origin.ts";
import { sitemapPart } from "#features/reading/sitemap.ts";
import { siteOf } from "../../../site-of.ts";

type Context = { params: Promise<{ site: string; part: string }> };

/** One file of a sitemap that was parted; `/sitemap-3.xml` for readers. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const site = await siteOf(params);
  const xml = await sitemapPart(site.id, originOf(site), Number((await params).part));
  if (xml === null) return new Response(null, { status: 404 });
  return new Response(xml, { headers: { "content-type": "application/xml; charset=utf-8" } });
}
