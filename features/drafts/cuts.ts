import type { Tx } from "#db/transaction.ts";
import { insertCuts } from "#features/files/cuts-store.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { type KindName, kindOf } from "#features/kinds/kinds.ts";
import { usesOf } from "#features/text/figures.ts";
import type { Content } from "#features/text/kind.ts";

/**
 * Has the worker make the parts of pictures that a text shows and that nobody has asked for yet. Whoever writes a text down calls
 * it, so that no text waits for a part that nobody makes, whichever way it came in.
 */
export async function askForCuts(
  tx: Tx,
  document: { siteId: number; kind: KindName },
  content: Content,
): Promise<void> {
  const uses = usesOf(kindOf(document), content);
  for (const cutId of await insertCuts(tx, document.siteId, uses)) await enqueue(tx, "make_cut", { cutId });
}
