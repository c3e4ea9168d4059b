import { sql } from "drizzle-orm";
import type { ConstructorOptions, PgBoss, UpdateQueueOptions } from "pg-boss";
import { pool } from "#db/client.ts";
import { JOBS as SCHEMA } from "#db/jobs-schema.ts";
import { noteOutage } from "#db/outage.ts";
import type { Tx } from "#db/transaction.ts";
import { withoutWords } from "#patches/drizzle-words.ts";
import { isOnce, JOB_NAMES, JOBS, type JobName } from "./jobs.ts";

type IDatabase = NonNullable<ConstructorOptions["db"]>;

/** Its tables are made and mended by the owner at the start; who works with them may not, and has no need to. */
const COMMON: ConstructorOptions = {
  schema: SCHEMA,
  migrate: false,
  registerInstance: false,
  reindex: false,
  monitorVacuum: false,
  openTelemetry: { enabled: false },
};

/** A dead job, and one that nobody has done, wait so long for somebody to look. In seconds. */
const KEPT = 30 * 24 * 3_600;
/** A worker that has died under a job is noticed after so long. In seconds. */
const HEARTBEAT = 20;

const onPool: IDatabase = {
  async executeSql(text, values) {
    try {
      return await pool().query(text, values);
    } catch (error) {
      noteOutage(error);
      throw withoutWords(error);
    }
  },
};

/** A pg-boss that works: it looks for jobs, sees to those of dead workers, and queues what the clock says. */
export async function makeWorkingBoss(seconds: { supervise: number }): Promise<PgBoss> {
  const { PgBoss } = await import("pg-boss");
  return new PgBoss({
    ...COMMON,
    db: onPool,
    superviseIntervalSeconds: seconds.supervise,
    monitorIntervalSeconds: seconds.supervise,
  });
}

const senders = new WeakMap<object, Promise<PgBoss>>();

/**
 * The pg-boss that only queues, for whoever asks in this process. It has no timers, so that it keeps no command alive, and
 * is loaded by the first who needs it.
 */
export function sendingBoss(): Promise<PgBoss> {
  const known = senders.get(pool());
  if (known) return known;
  const made = makeSendingBoss();
  senders.set(pool(), made);
  made.catch(() => senders.delete(pool()));
  return made;
}

async function makeSendingBoss(): Promise<PgBoss> {
  const { PgBoss } = await import("pg-boss");
  const still = () => undefined;
  const clock = { now: Date.now, setTimeout: still, clearTimeout: still, setInterval: still, clearInterval: still };
  const boss = new PgBoss({ ...COMMON, db: onPool, clock, supervise: false, schedule: false });
  await boss.start();
  await makeQueues(boss);
  return boss;
}

/** Each job has a queue, with how it is tried. Whoever comes first makes it. */
export async function makeQueues(boss: PgBoss): Promise<void> {
  const there = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  for (const name of JOB_NAMES) {
    const wanted = queueOf(name);
    const found = there.get(name);
    if (!found) await boss.createQueue(name, { ...wanted, policy: isOnce(name) ? "exclusive" : "standard" });
    else if (Object.entries(wanted).some(([key, value]) => found[key as keyof typeof found] !== value)) {
      await boss.updateQueue(name, wanted);
    }
  }
}

function queueOf(name: JobName) {
  const { retries, pause, longestPause, within } = JOBS[name];
  return {
    retryLimit: retries,
    retryDelay: pause,
    retryBackoff: true,
    retryDelayMax: longestPause,
    expireInSeconds: within,
    heartbeatSeconds: HEARTBEAT,
    retentionSeconds: KEPT,
    deleteAfterSeconds: KEPT,
  } satisfies UpdateQueueOptions;
}

/** Lets pg-boss write in our transaction: its jobs are there when the transaction is, and not without it. */
export async function inside(tx: Tx): Promise<IDatabase> {
  const { fromDrizzle } = await import("pg-boss");
  return fromDrizzle(tx, sql);
}
