import { eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { articleAnswers } from "#db/schema/publishing.ts";
import { ZONE } from "#lib/dates.ts";

/** Adds one answer to those of today. */
export async function addAnswer({ siteId, articleId }: { siteId: number; articleId: number }, isUseful: boolean) {
  await database("front").execute(sql`
    insert into article_answers (article_id, day, useful, not_useful)
    select d.id, (now() at time zone ${ZONE})::date, ${isUseful ? 1 : 0}::integer, ${isUseful ? 0 : 1}::integer
    from documents d
    where d.id = ${articleId} and d.site_id = ${siteId} and d.kind = 'article' and d.visibility = 'live'
    on conflict (article_id, day) do update set
      useful = article_answers.useful + excluded.useful, not_useful = article_answers.not_useful + excluded.not_useful`);
}

/** How many have found an article useful since it was live first, and how many have not. */
export async function findAnswers(articleId: number): Promise<{ useful: number; notUseful: number }> {
  const sum = (column: typeof articleAnswers.useful | typeof articleAnswers.notUseful) =>
    sql`coalesce(sum(${column}), 0)`.mapWith(Number);
  const [found] = await database()
    .select({ useful: sum(articleAnswers.useful), notUseful: sum(articleAnswers.notUseful) })
    .from(articleAnswers)
    .where(eq(articleAnswers.articleId, articleId));
  return found ?? { useful: 0, notUseful: 0 };
}
