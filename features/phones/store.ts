import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { phonePictures, phones } from "#db/schema/phones.ts";

/** How long a phone may bring pictures, in minutes; the database allows no more. */
const MINUTES = 30;

/** The phone of a session from now on: what was opened in it before ends. */
export async function openPhone(given: { sessionId: string; siteId: number; tokenHash: string }) {
  return database().transaction(async (tx) => {
    await tx
      .update(phones)
      .set({ endedAt: sql`now()` })
      .where(and(eq(phones.sessionId, given.sessionId), isNull(phones.endedAt)));
    const expiresAt = sql`now() + make_interval(mins => ${MINUTES})`;
    const [opened] = await tx
      .insert(phones)
      .values({ ...given, expiresAt })
      .returning({ id: phones.id, expiresAt: phones.expiresAt });
    if (!opened) throw new Error("a phone was not kept");
    return opened;
  });
}

const isOpen = () => and(isNull(phones.endedAt), gt(phones.expiresAt, sql`now()`));

/** The phone that holds a secret, while it may bring something. */
export async function phoneOfToken(tokenHash: string) {
  const [found] = await database()
    .select({ id: phones.id, sessionId: phones.sessionId, siteId: phones.siteId })
    .from(phones)
    .where(and(eq(phones.tokenHash, tokenHash), isOpen()));
  return found ?? null;
}

/** A phone that was opened in a session, and whether it may still bring something. */
export async function phoneOfSession(id: number, sessionId: string) {
  const [found] = await database()
    .select({ isOpen: sql<boolean>`${isOpen()}` })
    .from(phones)
    .where(and(eq(phones.id, id), eq(phones.sessionId, sessionId)));
  return found ?? null;
}

export async function endPhone(id: number, sessionId: string): Promise<void> {
  await database()
    .update(phones)
    .set({ endedAt: sql`now()` })
    .where(and(eq(phones.id, id), eq(phones.sessionId, sessionId), isNull(phones.endedAt)));
}

/** Notes that a phone has brought a file; a second time it says nothing new. */
export async function noteBrought(phoneId: number, sha256: string): Promise<void> {
  await database().insert(phonePictures).values({ phoneId, sha256 }).onConflictDoNothing();
}

/** The hashes of the files that a phone has brought, in their order. */
export async function broughtBy(phoneId: number): Promise<string[]> {
  const found = await database()
    .select({ sha256: phonePictures.sha256 })
    .from(phonePictures)
    .where(eq(phonePictures.phoneId, phoneId))
    .orderBy(asc(phonePictures.broughtAt), asc(phonePictures.sha256));
  return found.map(({ sha256 }) => sha256);
}
