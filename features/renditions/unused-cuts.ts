import { transaction } from "#db/transaction.ts";
import { cutsUnusedFor, forgetUnusedCut, markUnusedCuts } from "#features/files/cuts-store.ts";
import { enqueue } from "#features/jobs/enqueue.ts";

/**
 * Days for which a cut is kept that no text shows any more. Whoever tries one frame and then another, or takes back on Monday what
 * was done on Friday, finds it made; later it is made again within seconds, so that keeping it longer saves nothing.
 */
export const KEPT_DAYS = 7;

/** So many in a question. */
const BATCH = 500;

/**
 * Forgets cuts of which was found a week ago that no text shows them, neither a kept one nor one that is being written, if that holds
 * still; their pictures go by a job, and whoever shows one again has it made anew. Then finds those that no text shows now: that
 * takes longest, and what is cut off there has forgotten already.
 *
 * @returns how many were forgotten
 */
export async function forgetUnusedCuts(ending?: AbortSignal, batch = BATCH): Promise<number> {
  const gone = await forgetOldOnes(ending, batch);
  for (let last: number | null = 0; last !== null; ) {
    ending?.throwIfAborted();
    last = await markUnusedCuts(last, batch);
  }
  return gone;
}

async function forgetOldOnes(ending: AbortSignal | undefined, batch: number): Promise<number> {
  let gone = 0;
  for (let last = 0; ; ) {
    const old = await cutsUnusedFor(KEPT_DAYS, last, batch);
    for (const cutId of old) {
      ending?.throwIfAborted();
      gone += Number(await forget(cutId));
    }
    if (old.length < batch) return gone;
    last = old.at(-1) ?? last;
  }
}

async function forget(cutId: number): Promise<boolean> {
  return transaction(async (tx) => {
    const cut = await forgetUnusedCut(tx, cutId);
    if (cut !== null) await enqueue(tx, "clear_bytes", cut);
    return cut !== null;
  });
}
