import { z } from "zod";

/** What a job is called with, and how it is tried. Times in seconds. */
type Job<S extends z.ZodObject> = {
  data: S;
  /** Tries after the first one, before it is dead and waits for an administrator. */
  retries: number;
  /** Before the second try; twice as long before each further one, up to `longestPause`. */
  pause: number;
  longestPause: number;
  /** A try that takes longer has failed. */
  within: number;
  /** When it is queued by itself, as cron says it, by the clock of Vietnam; its data must be empty then. */
  cron?: string;
};

/** Everything that is done beside the requests, by the name that it is queued under. What it does is in `handlers.ts`. */
export const JOBS = {
  /** Rows whose time is over are deleted. */
  forget_old: job({ data: z.object({}), retries: 5, pause: 60, longestPause: 3_600, within: 600, cron: "17 3 * * *" }),
  /** Views of long ago are kept by the month instead of by the hour. */
  fold_views: job({
    data: z.object({}),
    retries: 5,
    pause: 60,
    longestPause: 3_600,
    within: 3_600,
    cron: "47 3 * * *",
  }),
};

export type JobName = keyof typeof JOBS;
export type JobData<N extends JobName> = z.output<(typeof JOBS)[N]["data"]>;
export type JobInput<N extends JobName> = z.input<(typeof JOBS)[N]["data"]>;

export const JOB_NAMES = Object.keys(JOBS) as [JobName, ...JobName[]];

/** A job that has used up its tries. */
export type DeadJob = {
  name: JobName;
  id: string;
  tries: number;
  diedAt: Date;
  /** What the last try said, in the words of whoever wrote the code; null when the worker died under it. */
  reason: string | null;
};

function job<S extends z.ZodObject>(one: Job<S>): Job<S> {
  return one;
}
