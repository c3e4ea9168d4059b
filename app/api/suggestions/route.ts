import { z } from "zod";
import { publicRoute } from "#features/edge/public-route.ts";
import { AS_OPENSEARCH, SUGGESTIONS_TYPE } from "#features/reading/opensearch.ts";
import { suggest } from "#features/search/queries.ts";
import { siteOfRequest } from "#features/sites/hosts.ts";

/**
 * Titles by the beginning of what a reader types: for the site's own field, or as browsers read them for theirs. Whoever gets none goes
 * on typing: nothing of this is needed.
 */
export const GET = publicRoute({ input: z.object({}), says: "json" }, async (_, { url, headers }) => {
  const siteId = siteOfRequest(headers);
  const said = new URL(url).searchParams;
  const begun = said.get("q") ?? "";
  const found = siteId === null || begun === "" ? [] : await suggest(siteId, begun, new Date());
  if (said.get("as") !== AS_OPENSEARCH) return found;
  const titles = found.map(({ title }) => title);
  return new Response(JSON.stringify([begun, titles]), { headers: { "content-type": SUGGESTIONS_TYPE } });
});
