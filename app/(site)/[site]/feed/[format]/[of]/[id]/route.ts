import { z } from "zod";
import { FEED_FORMATS } from "#features/addresses/machines.ts";
import { publicRoute } from "#features/edge/public-route.ts";
import { feed } from "#features/reading/feed.ts";
import { FEED_TYPES, written } from "#features/reading/feed-formats.ts";
import { originOf } from "#features/reading/origin.ts";
import { siteOf } from "#features/reading/queries.ts";

export const dynamic = "force-dynamic";

const id = z.coerce.number().int();
const Which = z
  .object({ site: z.string(), format: z.enum(FEED_FORMATS) })
  .and(
    z.union([
      z.object({ of: z.enum(["site", "answers"]) }),
      z.object({ of: z.literal("english") }),
      z.object({ of: z.enum(["section", "tag", "author", "topic"]), id }),
    ]),
  );

/** A feed: `/rss.xml` and `/tin-tuc/atom.xml` for readers. */
export const GET = publicRoute({ input: Which, says: "text" }, async (which) => {
  const site = await siteOf(which);
  const found = await feed(site, originOf(site), which);
  if (found === null) return new Response(null, { status: 404 });
  const type = `${FEED_TYPES[which.format]}; charset=utf-8`;
  return new Response(written(found, which.format), { headers: { "content-type": type } });
});
