import { and, asc, eq, gt, inArray, lt, or, sql } from "drizzle-orm";
import { JOBS } from "#db/jobs-schema.ts";
import { fileCuts, files } from "#db/schema/files.ts";
import type { Tx } from "#db/transaction.ts";
import { MADE_WITH } from "#features/files/settings.ts";

const job = sql.raw(`${JOBS}.job`);

/** Jobs that are not done: that one is dead, an administrator has on a list. */
const UNDONE = sql.raw("('created', 'retry', 'active', 'failed')");

const hasNoJob = sql`not exists (select from ${job} j where j.name = 'make_renditions' and (j.data ->> 'fileId')::integer = ${files.id}
  and j.state in ${UNDONE})`;
const cutHasNoJob = sql`not exists (select from ${job} j where j.name = 'make_cut' and (j.data ->> 'cutId')::integer = ${fileCuts.id}
  and j.state in ${UNDONE})`;

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

/** The same of cuts. */
export async function cutsWithoutJob(tx: Tx, cutIds: readonly number[]): Promise<number[]> {
  if (cutIds.length === 0) return [];
  await oneAtATime(tx);
  const found = await tx
    .select({ id: fileCuts.id })
    .from(fileCuts)
    .innerJoin(files, eq(files.id, fileCuts.fileId))
    .where(and(inArray(fileCuts.id, [...cutIds]), eq(files.erased, false), cutHasNoJob))
    .orderBy(asc(fileCuts.id));
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

/** The same of cuts, of files that are ready: before that nothing is cut of one. */
export async function findUnmadeCuts(tx: Tx, last: number, most: number): Promise<{ id: number; isOld: boolean }[]> {
  await oneAtATime(tx);
  const isOld = and(eq(fileCuts.state, "ready"), lt(fileCuts.madeWith, MADE_WITH));
  return tx
    .select({ id: fileCuts.id, isOld: sql<boolean>`${fileCuts.state} = 'ready'` })
    .from(fileCuts)
    .innerJoin(files, eq(files.id, fileCuts.fileId))
    .where(
      and(
        ...[gt(fileCuts.id, last), eq(files.state, "ready"), eq(files.erased, false)],
        or(eq(fileCuts.state, "waiting"), isOld),
        cutHasNoJob,
      ),
    )
    .orderBy(asc(fileCuts.id))
    .limit(most);
}

/** Those of these documents for which no picture for sharing is to be drawn by a job, in their order. Until the transaction ends nobody else is answered. */
export async function sharesWithoutJob(tx: Tx, documentIds: readonly number[]): Promise<number[]> {
  if (documentIds.length === 0) return [];
  await oneAtATime(tx);
  const ids = sql.join(
    documentIds.map((id) => sql`${id}::integer`),
    sql`, `,
  );
  const { rows } = await tx.execute<{ id: number }>(sql`
    select (j.data ->> 'documentId')::integer as id from ${job} j
    where j.name = 'make_share_picture' and j.state in ${UNDONE} and (j.data ->> 'documentId')::integer in (${ids})`);
  const busy = new Set(rows.map(({ id }) => id));
  return documentIds.filter((id) => !busy.has(id));
}
