import { and, eq, inArray, sql } from "drizzle-orm";
import { articleSecondSections, articles, articleTags } from "#db/schema/articles.ts";
import { sections, tags } from "#db/schema/sites.ts";
import type { Tx } from "#db/transaction.ts";
import type { Content } from "#features/text/content.ts";

/** What changes for readers on an article's row. */
export type LiveChange = Partial<
  Pick<
    typeof articles.$inferInsert,
    | "visibility"
    | "liveRevisionId"
    | "owedSince"
    | "owedBy"
    | "hiddenAt"
    | "hiddenReason"
    | "withdrawnAt"
    | "withdrawnReason"
    | "mergedIntoId"
  >
>;

export async function changeLive(tx: Tx, articleId: number, change: LiveChange): Promise<void> {
  await tx.update(articles).set(change).where(eq(articles.id, articleId));
}

/**
 * Points an article at the text readers get from now on and projects it for lists. The first going live gives the
 * article its address and its date; an imported one keeps the date it had.
 */
export async function pointAt(
  tx: Tx,
  articleId: number,
  revisionId: number,
  content: Content,
  owed: { by: number } | null,
): Promise<void> {
  await tx
    .update(articles)
    .set({
      visibility: "live",
      liveRevisionId: revisionId,
      lastLiveRevisionId: revisionId,
      sectionId: content.sectionId,
      slug: sql`coalesce(${articles.slug}, ${content.slug})`,
      headline: content.headline,
      kicker: content.kicker,
      standfirst: content.standfirst,
      kind: content.kind,
      shownAt: sql`coalesce(${articles.shownAt}, ${content.datedAt}::timestamptz, now())`,
      firstLiveAt: sql`coalesce(${articles.firstLiveAt}, now())`,
      liveSince: sql`now()`,
      owedSince: owed ? sql`now()` : null,
      owedBy: owed?.by ?? null,
      hiddenAt: null,
      hiddenReason: null,
      withdrawnAt: null,
      withdrawnReason: null,
      mergedIntoId: null,
    })
    .where(eq(articles.id, articleId));
  await project(tx, articleId, content);
}

/**
 * Opens the sections in which a live article is the first that readers find. Held in the order of their ids, so that two
 * articles that open the same ones wait for each other.
 * @returns whether there was one
 */
export async function openSections(tx: Tx, articleId: number): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update sections set opened_at = now() where id in (
      select s.id from sections s
      where s.opened_at is null and (s.id = (select a.section_id from articles a where a.id = ${articleId})
        or s.id in (select second.section_id from article_second_sections second where second.article_id = ${articleId}))
      order by s.id for no key update)
    and opened_at is null
    returning id`);
  return rows.length > 0;
}

async function project(tx: Tx, articleId: number, content: Content): Promise<void> {
  await tx.delete(articleSecondSections).where(eq(articleSecondSections.articleId, articleId));
  await tx.delete(articleTags).where(eq(articleTags.articleId, articleId));
  const ofSite = sql`(select site_id from articles where id = ${articleId})`;
  if (content.secondSectionIds.length > 0) {
    await tx.insert(articleSecondSections).select(
      tx
        .select({ articleId: sql<number>`${articleId}::integer`.as("article_id"), sectionId: sections.id })
        .from(sections)
        .where(and(inArray(sections.id, content.secondSectionIds), eq(sections.siteId, ofSite))),
    );
  }
  if (content.tagIds.length > 0) {
    await tx.insert(articleTags).select(
      tx
        .select({ articleId: sql<number>`${articleId}::integer`.as("article_id"), tagId: tags.id })
        .from(tags)
        .where(and(inArray(tags.id, content.tagIds), eq(tags.siteId, ofSite))),
    );
  }
}
