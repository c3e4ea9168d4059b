import { and, asc, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";

/** More than these are never asked for: of what is on at once a page shows a few. */
const MOST = 50;

/**
 * The banners of a site that are live and have not ended, those that begin later among them, by their end.
 *
 * @param now ISO instant in UTC, as ends are kept: spelt alike, they are in the order of time
 */
export async function findBanners(siteId: number, now: string) {
  return database("front")
    .select({ number: documents.id, words: documents.title, card: documents.card, liveSince: documents.liveSince })
    .from(documents)
    .where(
      and(
        eq(documents.siteId, siteId),
        // Spelt as the index is.
        sql`${documents.kind} = 'banner' and ${documents.visibility} = 'live'`,
        sql`((${documents.card} ->> 'ends') collate "C") > ${now}`,
      ),
    )
    .orderBy(asc(sql`((${documents.card} ->> 'ends') collate "C")`), asc(documents.id))
    .limit(MOST);
}
