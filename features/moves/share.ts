import type { Tx } from "#db/transaction.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import type { KindName } from "#features/kinds/kinds.ts";

/**
 * Has the worker draw what a document is shared with once it is live: its own picture, or those of a whole site that may be called
 * otherwise now. Nobody waits for it. Whether there is anything to draw the worker asks.
 */
export async function askForShare(
  tx: Tx,
  { id, siteId, kind }: { id: number; siteId: number; kind: KindName },
): Promise<void> {
  if (kind === "site") await enqueue(tx, "queue_share_pictures", { siteId });
  else await enqueue(tx, "make_share_picture", { documentId: id });
}
