import { originOf } from "#features/reading/origin.ts";
import { sitemap } from "#features/reading/sitemap.ts";
import { siteOf } from "../site-of.ts";

type Context = { params: Promise<{ site: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const site = await siteOf(params);
  return new Response(await sitemap(site.id, originOf(site)), {
    headers: { "content-type": "application/xml; charset=utf-8" },
  });
}
