import { and, eq, inArray, or, sql } from "drizzle-orm";
import { journalKeys, sessions } from "#db/schema/people.ts";
import type { Tx } from "#db/transaction.ts";
import { deleteOldKeys } from "#features/forgetting/store.ts";

type New = { personId: number; browser: string; sessionId: string; key: Buffer };

/** The key of a person in a browser: the one there is, else the new one. From now on it goes with this session. */
export async function giveKey(tx: Tx, made: New): Promise<{ id: string; key: Buffer }> {
  // One that is to be forgotten is not given again.
  await deleteOldKeys(tx);
  const [given] = await tx
    .insert(journalKeys)
    .values(made)
    .onConflictDoUpdate({
      target: [journalKeys.personId, journalKeys.browser],
      set: { sessionId: made.sessionId, givenAt: sql`now()` },
    })
    .returning({ id: journalKeys.id, key: journalKeys.key });
  if (!given) throw new Error("a key for the journal was not kept");
  return given;
}

/** Forgets the keys that were given to a session last, and that of its person in the browser it is ended from. */
export async function forgetKeys(tx: Tx, sessionId: string, browser: string | null): Promise<void> {
  const person = tx.select({ id: sessions.personId }).from(sessions).where(eq(sessions.id, sessionId));
  const here =
    browser === null ? undefined : and(inArray(journalKeys.personId, person), eq(journalKeys.browser, browser));
  await tx.delete(journalKeys).where(or(eq(journalKeys.sessionId, sessionId), here));
}
