import { and, eq, sql } from "drizzle-orm";
import { articles, articleWriters } from "#db/schema/articles.ts";
import { draftBuffers, editions } from "#db/schema/editions.ts";
import { revisions } from "#db/schema/revisions.ts";
import { sections } from "#db/schema/sites.ts";
import { type Given, statement } from "#db/statement.ts";
import type { Tx } from "#db/transaction.ts";
import { upgradeContent } from "#features/text/content.ts";
import { ARTICLE, EDITION } from "./columns.ts";
import type { Story } from "./story.ts";
import { textIn, textOf } from "./text-store.ts";

/**
 * Reads an article and everything a decision about it depends on, and holds its rows until the transaction ends:
 * every move and every save queues here. The article's row is locked first, then its edition's, always in that order.
 *
 * @returns null when the site has no such article
 */
export async function lockStory(tx: Tx, siteId: number, articleId: number): Promise<Story | null> {
  // A statement of its own: one that has waited for a row sees everything else as it was before the wait.
  const held = await holdArticle(tx, { siteId, articleId });
  if (held.length === 0) return null;
  const [row] = await lockRows(tx, { siteId, articleId });
  return row ? storyOf(row) : null;
}

type Which = { siteId: number; articleId: number };

const holdArticle = statement("hold_article", (db, { siteId, articleId }: Given<Which>) =>
  db
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.id, articleId), eq(articles.siteId, siteId)))
    .for("no key update"),
);
const lockRows = statement("lock_story", (db, which: Given<Which>) =>
  rowsOf(db, which).for("update", { of: editions }),
);
const findRows = statement("find_story", rowsOf);

/** The same without a lock, for showing. */
export async function findStory(tx: Tx, siteId: number, articleId: number): Promise<Story | null> {
  const [row] = await findRows(tx, { siteId, articleId });
  return row ? storyOf(row) : null;
}

/** All in one statement, because every autosave waits for it. */
function rowsOf(db: Pick<Tx, "select">, { siteId, articleId }: Given<Which>) {
  const openElseNewest = sql`(select e.id from ${editions} e where e.article_id = ${articles.id}
    order by e.state = 'closed', e.number desc limit 1)`;
  const newestRevision = sql`(select max(r.id) from ${revisions} r where r.edition_id = ${editions.id})`;
  const writtenFor = sql`(${draftBuffers.content}->>'sectionId')::integer`;
  return db
    .select({
      article: ARTICLE,
      edition: EDITION,
      buffer: {
        version: draftBuffers.version,
        ...textIn(draftBuffers.content),
        contentVersion: draftBuffers.contentVersion,
        digest: draftBuffers.digest,
        nextSalt: draftBuffers.nextSalt,
        lastWriterId: draftBuffers.lastWriterId,
        savedAt: draftBuffers.savedAt,
      },
      revision: {
        id: revisions.id,
        contentHash: revisions.contentHash,
        digest: revisions.digest,
        writerId: revisions.writerId,
        sectionId: revisions.sectionId,
      },
      keptDigest: sql<string | null>`kept_digest(${editions.id})`,
      writers: sql<number[]>`array(select w.person_id from ${articleWriters} w where w.article_id = ${articles.id})`,
      strict: sections.strict,
      // When the rows are held, not when the transaction began: what it waited for lies before it.
      now: sql`clock_timestamp()`.mapWith(editions.closedAt),
    })
    .from(articles)
    .innerJoin(editions, eq(editions.id, openElseNewest))
    .leftJoin(draftBuffers, eq(draftBuffers.editionId, editions.id))
    .leftJoin(revisions, and(eq(revisions.id, newestRevision), sql`${editions.state} <> 'closed'`))
    .leftJoin(
      sections,
      eq(
        sections.id,
        sql`case when ${editions.state} = 'closed' then coalesce(${articles.sectionId}, ${writtenFor}) else ${writtenFor} end`,
      ),
    )
    .where(and(eq(articles.id, articleId), eq(articles.siteId, siteId)));
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function storyOf({ article, edition, buffer, revision, writers, strict, keptDigest, now }: Row): Story {
  const open = edition.state === "closed" ? null : edition;
  const kept = buffer && textOf(buffer);
  const content = buffer && kept ? upgradeContent(kept, buffer.contentVersion) : null;
  const writtenFor = content?.sectionId ?? null;
  return {
    ...{ article, open, writers, keptDigest, now },
    lastClosed: open ? null : edition,
    buffer: buffer && kept && content ? { ...buffer, kept, content } : null,
    lastRevision: revision && { ...revision, digest: revision.digest ?? "" },
    sectionId: open ? writtenFor : (article.sectionId ?? writtenFor),
    strict: strict ?? false,
  };
}
