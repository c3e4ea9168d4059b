import { z } from "zod";
import { publicRoute } from "#features/edge/public-route.ts";
import { isFromUs } from "#features/edge/same-origin.ts";
import { siteOfRequest } from "#features/sites/hosts.ts";
import { countView } from "#features/views/commands.ts";
import { readerOf } from "#features/views/reader.ts";

const Id = z.int().positive().max(2_147_483_647);
const View = z.object({ article: Id });

/** A view is a number. */
const MOST_BYTES = 1_024;

/** A beacon: the answer says nothing, since nobody reads it, and what is no view of a page of ours is not counted. */
export const POST = publicRoute(
  {
    input: z.object({ text: z.string() }),
    body: { as: "text", mostBytes: MOST_BYTES },
    says: "json",
    foreign: "welcome",
  },
  async ({ text }, { headers }) => {
    const siteId = siteOfRequest(headers);
    const view = View.safeParse(jsonIn(text));
    if (view.success && siteId !== null && isFromUs(headers)) {
      countView({ siteId, articleId: view.data.article }, readerOf(headers), new Date());
    }
    return new Response(null, { status: 204 });
  },
);

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
