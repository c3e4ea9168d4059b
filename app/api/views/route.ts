import { z } from "zod";
import { isFromUs } from "#features/edge/same-origin.ts";
import { countView, SITE_HEADER } from "#features/views/commands.ts";

const Id = z.int().positive().max(2_147_483_647);
const View = z.object({ article: Id });
const SiteId = z.coerce.number().pipe(Id);

/** A beacon: the answer says nothing, since nobody reads it. */
export async function POST(request: Request): Promise<Response> {
  const { headers } = request;
  const site = SiteId.safeParse(headers.get(SITE_HEADER));
  const view = View.safeParse(jsonIn((await request.text()).slice(0, 100)));
  if (view.success && site.success && isFromUs(headers)) {
    const reader = { userAgent: headers.get("user-agent"), address: headers.get("x-forwarded-for") ?? "" };
    countView({ siteId: site.data, articleId: view.data.article }, reader, new Date());
  }
  return new Response(null, { status: 204 });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
