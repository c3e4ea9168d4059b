import { and, asc, eq, gt, inArray, lt, or, sql } from "drizzle-orm";
import { JOBS } from "#db/jobs-schema.ts";
import { files } from "#db/schema/files.ts";
import type { Tx } from "#db/transaction.ts";
import { MADE_WITH } from "#features/files/settings.ts";

const job = sql.raw(`${JOBS}.job`);

const hasNoJob = sql`not exists (select from ${job} j where j.name = 'make_renditions' and (j.data ->> 'fileId')::integer = ${files.id}
  and j.state in ('created', 'retry', 'active', 'failed'))`;

const oneAtATime = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('unmade', 0))`);

/** Those of these files for which no job waits, runs or is dead. Until the transaction ends nobody else is answered. */
export async function withoutJob(tx: Tx, fileIds: readonly number[]): Promise<number[]> {
  if (fileIds.length === 0) return [];
  await oneAtATime(tx);
  const found = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(inArray(files.id, [...fileIds]), eq(files.erased, false), hasNoJob))
    .orderBy(asc(files.id));
  return found.map(({ id }) => id);
}

/**
 * Pictures that readers get nothing of yet, or what was made by older settings, and for which no job waits, runs or is dead:
 * that one an administrator has on a list. By number, from the one after `last`. Until the transaction ends nobody else is answered.
 */
export async function findUnmade(tx: Tx, last: number, most: number): Promise<{ id: number; isOld: boolean }[]> {
  await oneAtATime(tx);
  const isOld = and(eq(files.state, "ready"), lt(files.madeWith, MADE_WITH));
  return tx
    .select({ id: files.id, isOld: sql<boolean>`${files.state} = 'ready'` })
    .from(files)
    .where(and(...[gt(files.id, last), eq(files.erased, false), or(eq(files.state, "waiting"), isOld)], hasNoJob))
    .orderBy(asc(files.id))
    .limit(most);
}
