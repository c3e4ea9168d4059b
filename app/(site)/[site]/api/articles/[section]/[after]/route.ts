import { z } from "zod";
import { publicRoute } from "#features/edge/public-route.ts";
import { articlesInApi } from "#features/reading/api.ts";
import { originOf } from "#features/reading/origin.ts";
import { siteOf } from "#features/reading/queries.ts";

export const dynamic = "force-dynamic";

const number = z.coerce.number().int().positive();
const Which = z.object({
  site: z.string(),
  section: z.union([z.literal("all"), number]),
  after: z.union([z.literal("first"), number]),
});

/** Articles, the newest first: `/api/v1/articles?section=tin-tuc&after=12` for programs of others. */
export const GET = publicRoute({ input: Which, says: "json" }, async ({ section, after, ...params }) => {
  const site = await siteOf(params);
  const which = { sectionId: section === "all" ? null : section, after: after === "first" ? null : after };
  return (await articlesInApi(site, originOf(site), which)) ?? new Response(null, { status: 404 });
});
