import { and, eq, isNotNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { fileChecks } from "#db/schema/file-checks.ts";
import { files } from "#db/schema/files.ts";
import type { Tx } from "#db/transaction.ts";
import { NOT_KEPT } from "./failures.ts";

/** What can be wrong with bytes that somebody brought: they are not there, or are others than their name says. */
export type Trouble = "missing" | "differs";

/** Files whose bytes are to be there: those that are neither erased nor were taken out because of what was in them. */
export const isKept = and(
  eq(files.erased, false),
  sql`coalesce(${files.failure}, '') <> all(${sql.param([...NOT_KEPT])})`,
);

/** Keeps what was found when bytes were read. */
export async function keepCheck(tx: Tx, sha256: string, trouble: Trouble | null): Promise<void> {
  const found = { checkedAt: sql`now()`, trouble };
  await tx
    .insert(fileChecks)
    .values({ sha256, ...found })
    .onConflictDoUpdate({ target: fileChecks.sha256, set: found });
}

/** How many originals were missing or had changed when they were read last, on all sites together. */
export async function countInTrouble(): Promise<number> {
  const [found] = await database()
    .select({ count: sql<number>`count(distinct ${fileChecks.sha256})::integer` })
    .from(fileChecks)
    .innerJoin(files, eq(files.sha256, fileChecks.sha256))
    .where(and(isKept, isNotNull(fileChecks.trouble)));
  return found?.count ?? 0;
}

/** Whether the bytes were missing or had changed when they were read last. */
export async function areInTrouble(sha256: string): Promise<boolean> {
  const [found] = await database()
    .select({ trouble: fileChecks.trouble })
    .from(fileChecks)
    .where(eq(fileChecks.sha256, sha256));
  return (found?.trouble ?? null) !== null;
}

/** They were put once more, and are well. */
export async function forgetTrouble(tx: Tx, sha256: string): Promise<void> {
  const isOver = { trouble: null, checkedAt: sql`now()` };
  await tx.update(fileChecks).set(isOver).where(eq(fileChecks.sha256, sha256));
}
