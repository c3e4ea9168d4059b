import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { JOBS as SCHEMA } from "#db/jobs-schema.ts";
import type { Tx } from "#db/transaction.ts";
import { inside, sendingBoss } from "./boss-store.ts";
import { enqueue } from "./enqueue.ts";
import { type DeadJob, isOnce, JOB_NAMES, type JobName } from "./jobs.ts";

/** Of those that died last, so many. */
const SHOWN = 20;

/** A reason is a sentence, not a page. */
const LONGEST_REASON = 300;

const job = sql.raw(`${SCHEMA}.job`);
const isOurs = sql`name in (${sql.join(
  JOB_NAMES.map((name) => sql`${name}`),
  sql`, `,
)})`;

/**
 * What an administrator of a site sees to: that site's jobs, and those of the whole install, which nobody else would. A message that is
 * forgotten, and a person without a role, are of no site any more.
 */
const isFor = (siteId: number) => sql`coalesce(case
  when name = 'send_mail' then (select m.site_id = ${siteId} from mails m where m.id = (data ->> 'mailId')::bigint)
  when name = 'tell_asked' and data ->> 'about' = 'role' then (
    select g.site_id = ${siteId} from grants g where g.id = (data ->> 'id')::integer)
  when name = 'tell_asked' and data ->> 'about' = 'erasure' then (
    select e.site_id = ${siteId} from file_events e where e.id = (data ->> 'id')::integer)
  when name = 'tell_asked' and data ->> 'about' in ('name', 'name_answer') then (
    select e.site_id = ${siteId} from office_events e where e.id = (data ->> 'id')::bigint)
  when name = 'tell_asked' then (
    select bool_or(g.site_id = ${siteId}) from grants g where g.person_id = (data ->> 'id')::integer and g.ended_at is null)
  when name = 'make_renditions' then (select f.site_id = ${siteId} from files f where f.id = (data ->> 'fileId')::integer)
  when name = 'make_cut' then (
    select f.site_id = ${siteId} from file_cuts c join files f on f.id = c.file_id where c.id = (data ->> 'cutId')::integer)
end, true)`;

/** Those that died last, for the administrators of a site. */
export async function deadJobs(siteId: number): Promise<DeadJob[]> {
  const { rows } = await database().execute<Omit<DeadJob, "diedAt"> & { diedAt: string }>(sql`
    select name, id::text, retry_count + 1 as tries, to_json(completed_on) #>> '{}' as "diedAt",
           left(output ->> 'message', ${LONGEST_REASON}::integer) as reason
    from ${job} where state = 'failed' and ${isOurs} and ${isFor(siteId)} order by completed_on desc limit ${SHOWN}`);
  return rows.map((row) => ({ ...row, diedAt: new Date(row.diedAt) }));
}

/** How many there are of those. */
export async function countDead(siteId: number): Promise<number> {
  const { rows } = await database().execute<{ dead: number }>(
    sql`select count(*)::integer as dead from ${job} where state = 'failed' and ${isOurs} and ${isFor(siteId)}`,
  );
  return rows[0]?.dead ?? 0;
}

/** Jobs of the whole install that are not done yet. */
export async function countJobs(): Promise<{ waiting: number; running: number }> {
  const { rows } = await database().execute<{ waiting: number; running: number }>(sql`
    select count(*) filter (where state in ('created', 'retry'))::integer as waiting,
           count(*) filter (where state = 'active')::integer as running
    from ${job} where state in ('created', 'retry', 'active') and ${isOurs}`);
  return rows[0] ?? { waiting: 0, running: 0 };
}

/** Whether a job of that name is in hand somewhere, or waits for a worker; null when there is none. */
export async function stateOf(name: JobName): Promise<"running" | "waiting" | null> {
  const { rows } = await database().execute<{ running: boolean | null }>(
    sql`select bool_or(state = 'active') as running from ${job} where name = ${name} and state in ('created', 'retry', 'active')`,
  );
  const running = rows[0]?.running ?? null;
  return running === null ? null : running ? "running" : "waiting";
}

/** Holds a dead job for the transaction. @returns false when it is not dead, not there, or another site's */
export async function lockDead(tx: Tx, siteId: number, name: JobName, id: string): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    select from ${job} where name = ${name} and id = ${id}::uuid and state = 'failed' and ${isFor(siteId)} for update`);
  return rowCount === 1;
}

/** One more try, as soon as a worker is free. */
export async function revive(tx: Tx, name: JobName, id: string): Promise<void> {
  if (isOnce(name)) {
    // Another one may wait or run by now, and does what this one would have done.
    await drop(tx, name, id);
    await enqueue(tx, name, {});
    return;
  }
  await (await sendingBoss()).retry(name, id, { db: await inside(tx) });
}

export async function drop(tx: Tx, name: JobName, id: string): Promise<void> {
  await (await sendingBoss()).deleteJob(name, id, { db: await inside(tx) });
}
