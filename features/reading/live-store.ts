import { and, eq, type SQL, sql } from "drizzle-orm";
import { documents } from "#db/schema/documents.ts";

/** An article of this site, and live now. */
export function isLive(siteId: number): SQL {
  return sql`(${documents.siteId} = ${siteId} and ${documents.kind} = 'article' and ${documents.visibility} = 'live')`;
}

export function isLivePage(siteId: number) {
  return and(eq(documents.siteId, siteId), eq(documents.kind, "page"), eq(documents.visibility, "live"));
}
