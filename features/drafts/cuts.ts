import type { Tx } from "#db/transaction.ts";
import {
  countCuts,
  cutsToAskFor,
  forgetUnusedCut,
  insertCuts,
  lockRoom,
  type NewCut,
  unusedCutsOf,
} from "#features/files/cuts-store.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { type KindName, kindOf } from "#features/kinds/kinds.ts";
import { usesOf } from "#features/text/figures.ts";
import type { Content } from "#features/text/kind.ts";
import { Refusal } from "#lib/refusal.ts";

/**
 * So many cuts one file may have on a site. Nobody who edits comes near it: who sends more has a program send them, and each one
 * takes the worker a second.
 */
export const MOST_CUTS = 1_000;

/**
 * Has the worker make the parts of pictures that a text shows and that nobody has asked for yet. Whoever writes a text down calls
 * it, so that no text waits for a part that nobody makes, whichever way it came in.
 *
 * @throws {Refusal} `bad_text` where a file would have too many
 */
export async function askForCuts(
  tx: Tx,
  document: { siteId: number; kind: KindName },
  content: Content,
): Promise<void> {
  const asked = await cutsToAskFor(tx, document.siteId, usesOf(kindOf(document), content));
  if (asked.length === 0) return;
  for (const [fileId, cuts] of Map.groupBy(asked, ({ fileId }: NewCut) => fileId))
    await makeRoom(tx, fileId, cuts.length);
  for (const cutId of await insertCuts(tx, asked)) await enqueue(tx, "make_cut", { cutId });
}

/** Of a file that has too many cuts those go first that have been shown by no text for longest. */
async function makeRoom(tx: Tx, fileId: number, more: number): Promise<void> {
  await lockRoom(tx, fileId);
  const { count, called } = await countCuts(tx, fileId);
  let over = count + more - MOST_CUTS;
  if (over <= 0) return;
  // As many as there may be: a text may show some of them again since.
  for (const cutId of await unusedCutsOf(tx, fileId, MOST_CUTS)) {
    if (over === 0) return;
    const gone = await forgetUnusedCut(tx, cutId);
    if (gone === null) continue;
    await enqueue(tx, "clear_bytes", gone);
    over -= 1;
  }
  if (over > 0) throw new Refusal("bad_text", tooMany(called));
}

const tooMany = (called: string) =>
  `Ảnh “${called}” đã được cắt theo ${MOST_CUTS.toLocaleString("vi")} cách khác nhau nên chưa lưu được cách cắt mới: hãy bỏ cắt ở ảnh này, hoặc dùng lại một cách cắt đã có trong bài khác.`;
