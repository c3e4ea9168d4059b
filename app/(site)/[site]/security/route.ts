import { z } from "zod";
import { publicRoute } from "#features/edge/public-route.ts";
import { originOf } from "#features/reading/origin.ts";
import { siteOf } from "#features/reading/queries.ts";
import { securityText } from "#features/reading/security-text.ts";

export const dynamic = "force-dynamic";

/** How researchers of security reach the site; where it says no address of mail there is nothing to tell them. */
export const GET = publicRoute({ input: z.object({ site: z.string() }), says: "text" }, async (params) => {
  const site = await siteOf(params);
  const text = securityText(site, originOf(site), new Date());
  if (text === null) return new Response(null, { status: 404 });
  return new Response(text, { headers: { "content-type": "text/plain; charset=utf-8" } });
});
