import { and, asc, eq, exists, isNull, ne, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { articles } from "#db/schema/articles.ts";
import { grants, people } from "#db/schema/people.ts";
import { tags } from "#db/schema/sites.ts";
import type { Tx } from "#db/transaction.ts";

type Named = { id: number; name: string };

export async function tagsOf(siteId: number): Promise<Named[]> {
  return database()
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(eq(tags.siteId, siteId))
    .orderBy(tags.name);
}

/** People who write or decide on a site, by name. */
export async function staffOf(siteId: number): Promise<Named[]> {
  const db = database();
  const role = db
    .select({ one: sql`1` })
    .from(grants)
    .where(
      and(
        ...[eq(grants.personId, people.id), eq(grants.siteId, siteId), ne(grants.role, "administrator")],
        ...[isNull(grants.endedAt), sql`${grants.effectiveFrom} <= now()`],
      ),
    );
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(isNull(people.switchedOffAt), exists(role)))
    .orderBy(asc(people.name));
}

/** The newest live articles, for naming one. */
export async function newestLive(siteId: number, but: number, limit: number) {
  return database()
    .select({ id: articles.id, headline: articles.headline })
    .from(articles)
    .where(and(eq(articles.siteId, siteId), eq(articles.visibility, "live"), ne(articles.id, but)))
    .orderBy(sql`${articles.liveSince} desc`)
    .limit(limit);
}

/** The tag with this slug, made if the site has none. */
export async function findOrMakeTag(tx: Tx, tag: { siteId: number; name: string; slug: string }): Promise<Named> {
  await tx.insert(tags).values(tag).onConflictDoNothing();
  const [found] = await tx
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(and(eq(tags.siteId, tag.siteId), eq(tags.slug, tag.slug)));
  if (!found) throw new Error(`tag ${tag.slug} is neither there nor made`);
  return found;
}
