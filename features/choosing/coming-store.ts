import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";
import { isNews } from "#db/schema/news.ts";
import { schedules } from "#db/schema/publishing.ts";
import { revisions } from "#db/schema/revisions.ts";

/** Under which date readers will find it. */
const SHOWN_THEN = sql<Date>`coalesce(${documents.shownAt}, (${revisions.canonical}::jsonb ->> 'datedAt')::timestamptz, ${schedules.dueAt})`;

/** Most that a look ahead takes in: more do not wait for their hour at one time. */
const MOST = 500;

/** What goes live by the clock until a moment if nothing comes in between, in that order, as far as somebody edits where it will stand. */
export async function findDueUntil({ siteId, personId }: { siteId: number; personId: number }, until: Date) {
  const isTheirs = sql`(${documents.kind} = 'front' or rank_at(${personId}, ${siteId}, ${revisions.sectionId}) >= 2)`;
  return database()
    .select({
      number: documents.id,
      kind: documents.kind,
      dueAt: schedules.dueAt,
      slug: documents.slug,
      shownAt: SHOWN_THEN.mapWith((at: string) => new Date(at)),
      isNews: sql<boolean>`${isNews(SHOWN_THEN, sql`coalesce(${documents.firstLiveAt}, ${schedules.dueAt})`)}`,
      canonical: revisions.canonical,
      contentVersion: revisions.contentVersion,
    })
    .from(schedules)
    .innerJoin(documents, eq(documents.id, schedules.documentId))
    .innerJoin(revisions, eq(revisions.id, schedules.revisionId))
    .where(and(isNull(schedules.endedAt), lte(schedules.dueAt, until), eq(documents.siteId, siteId), isTheirs))
    .orderBy(asc(schedules.dueAt), asc(schedules.id))
    .limit(MOST);
}
