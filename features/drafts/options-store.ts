import { and, asc, eq, exists, isNull, ne, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";
import { grants, people } from "#db/schema/people.ts";
import { sites, tags } from "#db/schema/sites.ts";
import { sealed } from "#db/seal.ts";
import type { Tx } from "#db/transaction.ts";
import type { KindName } from "#features/kinds/kinds.ts";

type Named = { id: number; name: string };

export async function tagsOf(siteId: number): Promise<Named[]> {
  return database()
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(eq(tags.siteId, siteId))
    .orderBy(tags.name);
}

type Colleague = Named & { /** Whether they have ever set a password: else they cannot come in. */ canSignIn: boolean };

/** People who write or decide on a site, by name. */
export async function staffOf(siteId: number): Promise<Colleague[]> {
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
    .select({
      id: people.id,
      name: people.name,
      canSignIn: sql`${people.passwordHash} is not null`.mapWith(Boolean),
    })
    .from(people)
    .where(and(isNull(people.switchedOffAt), exists(role)))
    .orderBy(asc(people.name));
}

/** Pages that readers know, or knew, by name. */
export async function pagesOf(siteId: number): Promise<Named[]> {
  return database()
    .select({ id: documents.id, name: documents.title })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), eq(documents.kind, "page"), ne(documents.visibility, "never_live")))
    .orderBy(documents.title);
}

/** The newest live documents of a kind, for naming one. */
export async function newestLive(siteId: number, kind: KindName, but: number, limit: number) {
  return database()
    .select({ id: documents.id, title: documents.title })
    .from(documents)
    .where(
      and(
        eq(documents.siteId, siteId),
        eq(documents.kind, kind),
        eq(documents.visibility, "live"),
        ne(documents.id, but),
      ),
    )
    .orderBy(sql`${documents.liveSince} desc`)
    .limit(limit);
}

/** The tags of a site, held until the transaction ends: nobody else makes one meanwhile. */
export async function lockTags(tx: Tx, siteId: number): Promise<(Named & { slug: string })[]> {
  await tx.select({ id: sites.id }).from(sites).where(eq(sites.id, siteId)).for("no key update");
  return tx.select({ id: tags.id, name: tags.name, slug: tags.slug }).from(tags).where(eq(tags.siteId, siteId));
}

export async function insertTag(tx: Tx, tag: { siteId: number; name: string; slug: string }): Promise<Named> {
  const [made] = await tx.insert(tags).values(sealed(tags, tag)).returning({ id: tags.id, name: tags.name });
  if (!made) throw new Error("an inserted tag comes back");
  return made;
}
