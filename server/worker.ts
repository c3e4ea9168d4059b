import { startFollowing } from "#features/history/following.ts";
import { startJobs } from "#features/jobs/run.ts";
import { FOLLOWERS, HANDLERS } from "./duties.ts";

export type Worker = {
  /** @param withinMs how long jobs in hand may take to end; 0 leaves them at once to be done again */
  stop(withinMs: number): Promise<void>;
};

/** Does jobs and follows the history, in this process. The database is open. @throws when it does not answer */
export async function startWorker(): Promise<Worker> {
  const jobs = await startJobs(HANDLERS);
  const following = startFollowing(FOLLOWERS);
  return {
    async stop(withinMs) {
      await Promise.all([jobs.stop(withinMs), following.stop()]);
    },
  };
}
