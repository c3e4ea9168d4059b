import { z } from "zod";
import { publicRoute } from "#features/edge/public-route.ts";
import { liveLink } from "#features/reading/queries.ts";
import { siteOfRequest } from "#features/sites/hosts.ts";
import { readerOf } from "#features/views/reader.ts";
import { countAnswer } from "#features/views/useful.ts";
import { Refusal } from "#lib/refusal.ts";

/** As the page's own form sends it, and in no other spelling. */
const Answer = z.strictObject({
  article: z
    .string()
    .regex(/^[1-9]\d{0,9}$/)
    .transform(Number)
    .pipe(z.number().max(2_147_483_647)),
  useful: z.enum(["yes", "no"]),
});

/** Whether somebody found an article useful; a browser without scripts is led back to it, where it is thanked. */
export const POST = publicRoute(
  { input: Answer, body: { as: "form", mostBytes: 1_024 }, says: "text" },
  async ({ article, useful }, { headers }) => {
    const siteId = siteOfRequest(headers);
    const link = siteId === null ? null : await liveLink(siteId, article);
    if (siteId === null || link === null) throw new Refusal("not_found", "Bài viết này không còn trên trang.");
    await countAnswer({ siteId, articleId: article }, useful === "yes", readerOf(headers));
    return new Response(null, {
      status: 303,
      headers: { Location: `${link.path}#cam-on`, "Cache-Control": "no-store" },
    });
  },
);
