import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { JOBS as SCHEMA } from "#db/jobs-schema.ts";
import type { Tx } from "#db/transaction.ts";
import { inside, sendingBoss } from "./boss-store.ts";
import { type DeadJob, JOB_NAMES, type JobName } from "./jobs.ts";

/** Of those that died last, so many. */
const SHOWN = 20;

/** A reason is a sentence, not a page. */
const LONGEST_REASON = 300;

const job = sql.raw(`${SCHEMA}.job`);
const isOurs = sql`name in (${sql.join(
  JOB_NAMES.map((name) => sql`${name}`),
  sql`, `,
)})`;

export async function deadJobs(): Promise<DeadJob[]> {
  const { rows } = await database().execute<Omit<DeadJob, "diedAt"> & { diedAt: string }>(sql`
    select name, id::text, retry_count + 1 as tries, to_json(completed_on) #>> '{}' as "diedAt",
           left(output ->> 'message', ${LONGEST_REASON}::integer) as reason
    from ${job} where state = 'failed' and ${isOurs} order by completed_on desc limit ${SHOWN}`);
  return rows.map((row) => ({ ...row, diedAt: new Date(row.diedAt) }));
}

export async function countJobs(): Promise<{ waiting: number; running: number; dead: number }> {
  const { rows } = await database().execute<{ waiting: number; running: number; dead: number }>(sql`
    select count(*) filter (where state in ('created', 'retry'))::integer as waiting,
           count(*) filter (where state = 'active')::integer as running,
           count(*) filter (where state = 'failed')::integer as dead
    from ${job} where state in ('created', 'retry', 'active', 'failed') and ${isOurs}`);
  return rows[0] ?? { waiting: 0, running: 0, dead: 0 };
}

/** Holds a dead job for the transaction. @returns false when it is not dead, or not there */
export async function lockDead(tx: Tx, name: JobName, id: string): Promise<boolean> {
  const { rowCount } = await tx.execute(
    sql`select from ${job} where name = ${name} and id = ${id}::uuid and state = 'failed' for update`,
  );
  return rowCount === 1;
}

/** One more try, as soon as a worker is free. */
export async function revive(tx: Tx, name: JobName, id: string): Promise<void> {
  await (await sendingBoss()).retry(name, id, { db: await inside(tx) });
}

export async function drop(tx: Tx, name: JobName, id: string): Promise<void> {
  await (await sendingBoss()).deleteJob(name, id, { db: await inside(tx) });
}
