import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { JOBS } from "#db/jobs-schema.ts";
import { transaction } from "#db/transaction.ts";
import { serverPid } from "#e2e/fixtures/processes.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { until } from "#lib/until.ts";
import { say } from "./figures.ts";
import { mb, residentOf, workerOf } from "./scales.ts";

/** Resident memory of the product's processes after all that was measured before (PostgreSQL's not counted). */
export async function memory(dataDir: string): Promise<void> {
  const server = serverPid(dataDir);
  say("memory of the server process (at most 400 MB)", mb(residentOf(server)));
  const worker = await workerOf(server);
  if (worker === null) return say("memory of the worker process", "no worker is running");
  say("memory of the worker process", mb(residentOf(worker)));
  await everyJobOnce();
  say("memory of the worker process, each job done once", mb(residentOf(worker)));
}

/** What the clock lets be done each night; mails may wait for their hour meanwhile. */
async function everyJobOnce(): Promise<void> {
  const names = ["forget_old", "forget_cuts", "fold_views"] as const;
  await transaction(async (tx) => {
    for (const name of names) await enqueue(tx, name, {});
  });
  const areDone = async () => {
    const open = await database().execute(sql`
      select from ${sql.raw(JOBS)}.job where name in (${sql.join([...names], sql`, `)}) and state in ('created', 'retry', 'active')`);
    return open.rows.length === 0;
  };
  if (!(await until(areDone, 60_000))) throw new Error("the worker did not do its jobs in a minute");
}
