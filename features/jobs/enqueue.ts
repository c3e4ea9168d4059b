import type { Tx } from "#db/transaction.ts";
import { inside, sendingBoss } from "./boss-store.ts";
import { JOBS, type JobInput, type JobName } from "./jobs.ts";

type Options = {
  /** Not before this moment. */
  after?: Date;
};

/**
 * Queues a job in the transaction that makes it needed: it is there after the commit, and never without it. The only way
 * to queue one.
 *
 * @throws {z.ZodError} when the data is not the job's: a bug
 */
export async function enqueue<N extends JobName>(
  tx: Tx,
  name: N,
  data: JobInput<N>,
  { after }: Options = {},
): Promise<void> {
  const boss = await sendingBoss();
  const id = await boss.send(name, JOBS[name].data.parse(data), {
    db: await inside(tx),
    ...(after ? { startAfter: after } : {}),
  });
  if (id === null) throw new Error(`the job ${name} was not queued`);
}
