import { and, asc, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";
import { people } from "#db/schema/people.ts";
import type { KindName } from "#features/kinds/kinds.ts";
import { paperCardOf } from "#features/kinds/paper.ts";
import { calledPaper } from "#features/reading/paper-words.ts";
import { holdsOn } from "#features/roles/store.ts";

type Named = { id: number; name: string };

type Colleague = Named & { /** Whether they have ever set a password: else they cannot come in. */ canSignIn: boolean };

/** People who write or decide on a site, by name. */
export async function staffOf(siteId: number): Promise<Colleague[]> {
  return database()
    .select({
      id: people.id,
      name: people.name,
      canSignIn: sql`${people.passwordHash} is not null`.mapWith(Boolean),
    })
    .from(people)
    .where(holdsOn(siteId, ["reporter", "editor", "approver"]))
    .orderBy(asc(people.name));
}

const IS_OF = {
  page: sql`${documents.kind} = 'page'`,
  topic: sql`${documents.kind} = 'topic'`,
} as const;

/** Pages or topics that readers know, or knew, by name. */
export async function knownOf(siteId: number, kind: "page" | "topic"): Promise<Named[]> {
  return (
    database()
      .select({ id: documents.id, name: documents.title })
      .from(documents)
      // Spelled as their indexes are: a kind that is sent beside the statement would be looked for among all documents.
      .where(and(eq(documents.siteId, siteId), IS_OF[kind], isNotNull(documents.slug)))
      .orderBy(documents.title)
  );
}

/** What papers of a site are called, by their numbers. */
export async function papersOf(siteId: number, ids: readonly number[]): Promise<Named[]> {
  if (ids.length === 0) return [];
  const found = await database()
    .select({ id: documents.id, title: documents.title, card: documents.card })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), eq(documents.kind, "paper"), inArray(documents.id, [...ids])));
  return found.map(({ id, title, card }) => ({ id, name: `${calledPaper(paperCardOf(card))}: ${title}` }));
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
