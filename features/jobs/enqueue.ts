import type { Tx } from "#db/transaction.ts";
import { inside, sendingBoss } from "./boss-store.ts";
import { isOnce, JOBS, type JobInput, type JobName } from "./jobs.ts";

type Options = {
  /** Not before this moment. */
  after?: Date;
  /** Whatever waits of the same job is done first, also what comes later. */
  last?: boolean;
};

/**
 * Queues a job in the transaction that makes it needed: it is there after the commit, and never without it. The only way
 * to queue one.
 *
 * @returns false where one waits or runs already, of a job of which there is one at most
 * @throws {z.ZodError} when the data is not the job's: a bug
 */
export async function enqueue<N extends JobName>(
  tx: Tx,
  name: N,
  data: JobInput<N>,
  { after, last = false }: Options = {},
): Promise<boolean> {
  const boss = await sendingBoss();
  const id = await boss.send(name, JOBS[name].data.parse(data), {
    db: await inside(tx),
    ...(after ? { startAfter: after } : {}),
    ...(last ? { priority: -1 } : {}),
  });
  if (id === null && !isOnce(name)) throw new Error(`the job ${name} was not queued`);
  return id !== null;
}
