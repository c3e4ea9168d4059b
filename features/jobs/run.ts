import type { PgBoss } from "pg-boss";
import { logFailure } from "#db/outage.ts";
import { log } from "#lib/log.ts";
import { makeQueues, makeWorkingBoss } from "./boss-store.ts";
import { type Handlers, JOB_NAMES, JOBS, type JobData, type JobName } from "./jobs.ts";

type Running = {
  /** @param withinMs how long jobs in hand may take to end; what does not is done again later */
  stop(withinMs: number): Promise<void>;
};

type Pace = { pollSeconds: number; superviseSeconds: number };
const USUAL: Pace = { pollSeconds: 2, superviseSeconds: 15 };

/** The clock that cron is read by. */
const ZONE = "Asia/Ho_Chi_Minh";

/** Does jobs for as long as the process lives, one of a kind at a time here. @throws when the database does not answer */
export async function startJobs(handlers: Handlers, pace = USUAL): Promise<Running> {
  const { pollSeconds, superviseSeconds } = pace;
  const boss = await makeWorkingBoss({ supervise: superviseSeconds });
  // Some of what it says is a copy of an error, which an outage is not known by.
  boss.on("error", (said) => {
    const error = said instanceof Error ? said : Object.assign(new Error(String((said as Error).message)), said);
    logFailure("the jobs' own housekeeping failed", error);
  });
  boss.on("warning", ({ message }) => log.warn(`Jobs: ${message}`));
  await boss.start();
  await makeQueues(boss);
  await keepSchedules(boss);
  const leaving = new AbortController();
  for (const name of JOB_NAMES) {
    const worker = await boss.work<unknown>(name, { pollingIntervalSeconds: pollSeconds }, async (jobs) => {
      // Where one was waiting another may be: it is looked for at once, and only where nothing is found a while is waited.
      boss.notifyWorker(worker);
      for (const { data, signal } of jobs) {
        await carryOut(name, handlers, data, AbortSignal.any([signal, leaving.signal]));
      }
    });
  }
  return {
    stop(withinMs) {
      leaving.abort(new Error("the worker was asked to go"));
      return boss.stop({ graceful: withinMs > 0, timeout: withinMs });
    },
  };
}

async function carryOut<N extends JobName>(
  name: N,
  handlers: Handlers,
  said: unknown,
  ending: AbortSignal,
): Promise<void> {
  try {
    await handlers[name](JOBS[name].data.parse(said ?? {}) as JobData<N>, ending);
  } catch (error) {
    // Who stops because they were asked to has not failed.
    if (!ending.aborted || error !== ending.reason) logFailure(`the job ${name} failed`, error);
    // What is kept of it is one sentence: the desk shows it.
    throw new Error(atItsRoot(error));
  }
}

function atItsRoot(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? atItsRoot(error.cause) : error.message || error.name;
}

/** Who was off at the hour does it once when back. */
async function keepSchedules(boss: PgBoss): Promise<void> {
  for (const { name } of await boss.getSchedules()) {
    if (!JOB_NAMES.some((known) => known === name && JOBS[known].cron)) await boss.unschedule(name);
  }
  for (const name of JOB_NAMES) {
    const { cron } = JOBS[name];
    if (cron) await boss.schedule(name, cron, {}, { tz: ZONE, missed: "once" });
  }
}
