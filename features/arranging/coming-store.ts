import { and, asc, desc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";
import { isNews } from "#db/schema/news.ts";
import { schedules } from "#db/schema/publishing.ts";
import { revisions } from "#db/schema/revisions.ts";
import { sections } from "#db/schema/sites.ts";
import { topicChoices } from "#db/schema/topics.ts";

/** Under which date readers will find it. */
const SHOWN_THEN = sql<Date>`coalesce(${documents.shownAt}, (${revisions.canonical}::jsonb ->> 'datedAt')::timestamptz, ${schedules.dueAt})`;

/** Most that a look ahead takes in: more do not wait for their hour at one time. */
const MOST = 500;

type Looker = { siteId: number; personId: number };

/** Whether somebody edits where a text will stand: an article in its section, a front on its page. */
const isTheirs = ({ siteId, personId }: Looker) => sql`rank_at(${personId}, ${siteId}, case ${documents.kind}
  when 'front' then (${revisions.canonical}::jsonb ->> 'sectionId')::integer else ${revisions.sectionId} end) >= 2`;

/** What goes live by the clock until a moment if nothing comes in between, in that order, as far as somebody edits where it will stand. */
export async function findDueUntil(by: Looker, until: Date) {
  return database()
    .select({
      number: documents.id,
      kind: documents.kind,
      dueAt: schedules.dueAt,
      slug: documents.slug,
      shownAt: SHOWN_THEN.mapWith((at: string) => new Date(at)),
      isNews: sql<boolean>`(${isNews(SHOWN_THEN, sql`coalesce(${documents.firstLiveAt}, ${schedules.dueAt})`)}
        and not ${documents.migrated})`,
      canonical: revisions.canonical,
      contentVersion: revisions.contentVersion,
    })
    .from(schedules)
    .innerJoin(documents, eq(documents.id, schedules.documentId))
    .innerJoin(revisions, eq(revisions.id, schedules.revisionId))
    .where(and(isNull(schedules.endedAt), lte(schedules.dueAt, until), eq(documents.siteId, by.siteId), isTheirs(by)))
    .orderBy(asc(schedules.dueAt), asc(schedules.id))
    .limit(MOST);
}

/** In which topics articles stand, whether readers have the articles or not: by the last press for each. */
export async function topicsOf(articleIds: readonly number[]) {
  if (articleIds.length === 0) return [];
  const { articleId, topicId, choice, id } = topicChoices;
  const last = await database()
    .selectDistinctOn([articleId, topicId], { articleId, topicId, choice })
    .from(topicChoices)
    .where(inArray(articleId, [...articleIds]))
    .orderBy(articleId, topicId, desc(id));
  return last.flatMap((one) =>
    one.choice === "removed" ? [] : [{ articleId: one.articleId, id: one.topicId, isPinned: one.choice === "pinned" }],
  );
}

/** Articles that go live by the clock, the first of them, by their number or by words of their headline, as `findDueUntil` shows them. */
export async function findComing(by: Looker, said: number | string, limit: number) {
  const headline = sql<string>`(${revisions.canonical}::jsonb ->> 'headline')`;
  const isMeant =
    typeof said === "number" ? eq(documents.id, said) : sql`strpos(lower(${headline}), lower(${said}::text)) > 0`;
  return database()
    .select({ number: documents.id, headline, about: sql<string>`coalesce(${sections.name}, '')`, at: schedules.dueAt })
    .from(schedules)
    .innerJoin(documents, eq(documents.id, schedules.documentId))
    .innerJoin(revisions, eq(revisions.id, schedules.revisionId))
    .leftJoin(sections, eq(sections.id, revisions.sectionId))
    .where(
      and(
        isNull(schedules.endedAt),
        eq(documents.siteId, by.siteId),
        eq(documents.kind, "article"),
        isMeant,
        isTheirs(by),
      ),
    )
    .orderBy(asc(schedules.dueAt), asc(schedules.id))
    .limit(limit);
}
