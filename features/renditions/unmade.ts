import { type Tx, transaction } from "#db/transaction.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { cutsWithoutJob, findUnmade, findUnmadeCuts, withoutJob } from "./store.ts";

/** So many in one transaction: others who begin wait for it. */
const BATCH = 200;

/**
 * Queues what is still to be made and has no job that would do it: pictures, and cuts of them, whose making was cut off with everything that was
 * to be tried again, and those made by older settings, which wait behind new ones. Several at once queue each picture once.
 *
 * @param ending nothing more is queued soon after it is aborted
 * @returns how many were queued
 */
export async function queueUnmade(ending: AbortSignal, batch = BATCH): Promise<number> {
  const files = await queueAll(ending, batch, findUnmade, (tx, { id, isOld }) =>
    enqueue(tx, "make_renditions", { fileId: id }, { last: isOld }),
  );
  const cuts = await queueAll(ending, batch, findUnmadeCuts, (tx, { id, isOld }) =>
    enqueue(tx, "make_cut", { cutId: id }, { last: isOld }),
  );
  return files + cuts;
}

type Unmade = Awaited<ReturnType<typeof findUnmade>>[number];

async function queueAll(
  ending: AbortSignal,
  batch: number,
  find: typeof findUnmade,
  queue: (tx: Tx, unmade: Unmade) => Promise<unknown>,
): Promise<number> {
  let queued = 0;
  for (let last = 0; !ending.aborted; ) {
    const found = await transaction(async (tx) => {
      const unmade = await find(tx, last, batch);
      for (const one of unmade) await queue(tx, one);
      return unmade;
    });
    queued += found.length;
    last = found.at(-1)?.id ?? last;
    if (found.length < batch) break;
  }
  return queued;
}

/** Queues to be made anew what was made and is gone, each file once and none that has a job already. @returns how many were queued */
export async function queueAnew(fileIds: readonly number[]): Promise<number> {
  return transaction(async (tx) => {
    const free = await withoutJob(tx, fileIds);
    for (const fileId of free) await enqueue(tx, "make_renditions", { fileId, anew: true });
    return free.length;
  });
}

/** The same of cuts. */
export async function queueCutsAnew(cutIds: readonly number[]): Promise<number> {
  return transaction(async (tx) => {
    const free = await cutsWithoutJob(tx, cutIds);
    for (const cutId of free) await enqueue(tx, "make_cut", { cutId, anew: true });
    return free.length;
  });
}
