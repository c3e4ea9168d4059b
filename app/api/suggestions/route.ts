import { z } from "zod";
import { publicRoute } from "#features/edge/public-route.ts";
import { suggest } from "#features/search/queries.ts";
import { siteOfRequest } from "#features/sites/hosts.ts";

/** Titles by the beginning of what a reader types. Whoever gets none goes on typing: nothing of this is needed. */
export const GET = publicRoute({ input: z.object({}), says: "json" }, async (_, { url, headers }) => {
  const siteId = siteOfRequest(headers);
  const begun = new URL(url).searchParams.get("q") ?? "";
  if (siteId === null || begun === "") return [];
  return suggest(siteId, begun, new Date());
});
