import { transaction } from "#db/transaction.ts";
import { type Sharing, shareHash } from "#features/files/share-picture.ts";
import { sharingsAfter } from "#features/files/shares-store.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { sharesWithoutJob } from "../store.ts";

/** So many in one transaction: others who begin wait for it. */
const BATCH = 500;

/**
 * Queues what is still to be drawn for sharing, or says other words by now, behind whatever is published meanwhile. Several at once
 * queue each once.
 *
 * @param ending nothing more is queued soon after it is aborted
 * @param among only those of one site
 * @returns how many were queued
 */
export async function queueUndrawn(
  ending: AbortSignal,
  { siteId, batch = BATCH }: { siteId?: number; batch?: number } = {},
): Promise<number> {
  let queued = 0;
  for (let last = 0; !ending.aborted; ) {
    const found = await transaction(async (tx) => {
      const all = await sharingsAfter(tx, last, batch, siteId);
      const undrawn = all.filter(isUndrawn).map(({ number }) => number);
      for (const documentId of await sharesWithoutJob(tx, undrawn)) {
        await enqueue(tx, "make_share_picture", { documentId }, { last: true });
        queued += 1;
      }
      return all;
    });
    last = found.at(-1)?.number ?? last;
    if (found.length < batch) break;
  }
  return queued;
}

/** Has one drawn anew whose bytes are gone. @returns whether it was queued: it is not where it has a job already */
export async function queueShareAnew(documentId: number): Promise<boolean> {
  return transaction(async (tx) => {
    const [free] = await sharesWithoutJob(tx, [documentId]);
    if (free !== undefined) await enqueue(tx, "make_share_picture", { documentId, anew: true });
    return free !== undefined;
  });
}

const isUndrawn = (one: Sharing): boolean => !one.hasOwn && one.drawn !== shareHash(one);
