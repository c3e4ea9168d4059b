import { logFailure } from "#db/outage.ts";
import { transaction } from "#db/transaction.ts";
import { startFollowing } from "#features/history/following.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { startJobs } from "#features/jobs/run.ts";
import { queueUndrawn } from "#features/renditions/share/undrawn.ts";
import { queueUnmade } from "#features/renditions/unmade.ts";
import { FOLLOWERS, HANDLERS } from "./duties.ts";

export type Worker = {
  /** @param withinMs how long jobs in hand may take to end; 0 leaves them at once to be done again */
  stop(withinMs: number): Promise<void>;
};

/** Does jobs and follows the history, in this process. The database is open. @throws when it does not answer */
export async function startWorker(): Promise<Worker> {
  const jobs = await startJobs(HANDLERS);
  const following = startFollowing(FOLLOWERS);
  const leaving = new AbortController();
  const queueing = queueAll(leaving.signal).catch((error: unknown) => {
    logFailure("pictures that are still to be made could not be queued", error);
  });
  // An older copy of the database, or of the files, may have been brought back.
  const keeping = transaction((tx) => enqueue(tx, "keep_erased", {})).catch((error: unknown) => {
    logFailure("whether everything that was erased is so could not be asked", error);
  });
  const filling = transaction((tx) => enqueue(tx, "fill_search", {})).catch((error: unknown) => {
    logFailure("whether everything that is live can be found could not be asked", error);
  });
  return {
    async stop(withinMs) {
      leaving.abort();
      await Promise.all([jobs.stop(withinMs), following.stop(), queueing, keeping, filling]);
    },
  };
}

/** What was brought comes before what is drawn of words. */
async function queueAll(ending: AbortSignal): Promise<void> {
  await queueUnmade(ending);
  await queueUndrawn(ending);
}
