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
  /** At most one of it waits or runs; its data must be empty. */
  once?: true;
};

/** Everything that is done beside the requests, by the name that it is queued under. What it does, the worker says: `server/duties.ts`. */
export const JOBS = {
  /** Rows whose time is over are deleted. */
  forget_old: job({ data: z.object({}), retries: 5, pause: 60, longestPause: 3_600, within: 600, cron: "17 3 * * *" }),
  /** Cuts that no text shows are found, and forgotten a week later: each one is looked for in the texts. */
  forget_cuts: job({
    data: z.object({}),
    retries: 5,
    pause: 60,
    longestPause: 3_600,
    within: 6 * 3_600,
    cron: "7 4 * * *",
    once: true,
  }),
  /** Views of long ago are kept by the month instead of by the hour. */
  fold_views: job({
    data: z.object({}),
    retries: 5,
    pause: 60,
    longestPause: 3_600,
    within: 3_600,
    cron: "47 3 * * *",
  }),
  /** The whole database is looked over. At a million articles that takes an hour, half of which it leaves to others. */
  verify: job({
    data: z.object({}),
    retries: 5,
    pause: 60,
    longestPause: 3_600,
    within: 12 * 3_600,
    cron: "17 1 * * *",
    once: true,
  }),
  /** One message leaves. It is tried for about a day: mail servers are away at night, and some ask to come again. */
  send_mail: job({
    data: z.object({ mailId: z.int().positive() }),
    retries: 12,
    pause: 60,
    longestPause: 4 * 3_600,
    within: 120,
  }),
  /**
   * Those who may agree are told that a role, a new way in for somebody, the erasure of a file or the name of a section waits for a
   * second person; and whoever proposed a name, what became of it.
   */
  tell_asked: job({
    data: z.object({ about: z.enum(["role", "way_in", "erasure", "name", "name_answer"]), id: z.int().positive() }),
    retries: 12,
    pause: 30,
    longestPause: 600,
    within: 120,
  }),
  /** What readers get of a picture is made. What fails otherwise than by the picture passes: a full disk, a storage that is away. */
  make_renditions: job({
    data: z.object({
      fileId: z.int().positive(),
      /** Also where it was made already: what was made is gone. */
      anew: z.boolean().optional(),
    }),
    // For about a day.
    retries: 150,
    pause: 10,
    longestPause: 600,
    // Two gigabytes from a slow store through clamd.
    within: 900,
  }),
  /** The same for a part of a picture that a text shows; `anew` as there. */
  make_cut: job({
    data: z.object({ cutId: z.int().positive(), anew: z.boolean().optional() }),
    retries: 5,
    pause: 10,
    longestPause: 600,
    within: 300,
  }),
  /** The bytes of a file that was erased, or has left the bin, go, and whatever was made of them; of an erased one a mark stays. */
  clear_bytes: job({
    data: z.object({
      sha256: z.string().regex(/^[\da-f]{64}$/),
      /** Only what was made of this cut, which no text shows any more. */
      cut: z.string().min(1).optional(),
    }),
    // For about a day; what is erased is looked after each night besides.
    retries: 150,
    pause: 10,
    longestPause: 600,
    within: 300,
  }),
  /** What was erased stays so: after an older copy of the database or of the files was brought back, it is erased again. */
  keep_erased: job({
    data: z.object({}),
    retries: 150,
    pause: 10,
    longestPause: 600,
    within: 3_600,
    cron: "27 2 * * *",
    once: true,
  }),
  /** The picture is drawn that a document without any is shared with. It is in nobody's way: what is published is live already. */
  make_share_picture: job({
    data: z.object({
      documentId: z.int().positive(),
      /** Also where it was drawn already: its bytes are gone. */
      anew: z.boolean().optional(),
    }),
    retries: 12,
    pause: 10,
    longestPause: 600,
    within: 120,
  }),
  /** A site is called otherwise: all such pictures of it are queued that say its old name. */
  queue_share_pictures: job({
    data: z.object({ siteId: z.int().positive() }),
    retries: 12,
    pause: 10,
    longestPause: 600,
    within: 3_600,
  }),
  /** Whatever is live and cannot be found yet is brought to the search; once for a whole archive, then for what was missed. */
  fill_search: job({
    data: z.object({}),
    retries: 12,
    pause: 30,
    longestPause: 3_600,
    within: 12 * 3_600,
    cron: "57 4 * * *",
    once: true,
  }),
  /** A file was hidden, erased, or is shown again: its words are found no more, or again, wherever it stands. */
  search_file: job({
    data: z.object({ siteId: z.int().positive(), sha256: z.string().regex(/^[\da-f]{64}$/) }),
    retries: 12,
    pause: 10,
    longestPause: 600,
    within: 3_600,
  }),
  /** A share of what was brought is read once more, and compared with its name. */
  check_files: job({
    data: z.object({}),
    retries: 5,
    pause: 60,
    longestPause: 3_600,
    within: 12 * 3_600,
    cron: "37 2 * * *",
    once: true,
  }),
  /** Those whom it concerns are told of licences of files that end within 30 days. */
  tell_licences: job({
    data: z.object({}),
    retries: 5,
    pause: 60,
    longestPause: 3_600,
    within: 600,
    cron: "7 7 * * *",
    once: true,
  }),
};

export type JobName = keyof typeof JOBS;
export type JobData<N extends JobName> = z.output<(typeof JOBS)[N]["data"]>;
export type JobInput<N extends JobName> = z.input<(typeof JOBS)[N]["data"]>;

/**
 * What each job does. It is done at least once: whoever dies after the work and before the note of it has it done again,
 * so that what is done twice must be as if it was done once.
 */
export type Handlers = {
  /** @param ending aborted when the worker is asked to go, or the job is in other hands: whoever takes long throws its reason then */
  readonly [N in JobName]: (data: JobData<N>, ending: AbortSignal) => Promise<void>;
};

export const JOB_NAMES = Object.keys(JOBS) as [JobName, ...JobName[]];

/** Whether at most one of a job waits or runs. */
export const isOnce = (name: JobName): boolean => JOBS[name].once === true;

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
