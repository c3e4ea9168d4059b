import { transaction } from "#db/transaction.ts";
import { carryOut } from "#features/moves/commands.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { Refusal } from "#lib/refusal.ts";
import { closeBatch, waitsIn } from "./batch-store.ts";
import { batchIn } from "./queries.ts";

type By = Pick<Staff, "siteId" | "personId">;

type Confirmed = {
  /** Articles that went live by this press. */
  confirmed: number;
  /** Articles that did not, each with its sentence. They wait on, and may be pressed again. */
  left: { number: number; sentence: string }[];
};

/**
 * Approves and publishes the articles of a batch that were on the person's screen. Each is a transaction of its own,
 * by the ordinary command at the ordinary hash: a press that is cut off in the middle leaves some articles live and
 * the others waiting, and the page shows the others for another press. One long transaction would hold back every
 * announcement of the site until its end.
 *
 * @param digest of the hashes on the screen
 * @throws {Refusal} `out_of_date` when one of the texts, or which of them wait, has changed since
 */
export async function confirmBatch(by: By, asked: { batchId: number; digest: string }): Promise<Confirmed> {
  const page = await transaction((tx) => batchIn(tx, by, asked.batchId));
  if (!page) throw new Refusal("not_found", "Không tìm thấy đợt nhập này.");
  if (page.digest === "") throw new Refusal("not_allowed", "Không có bài nào trong đợt này chờ người này xác nhận.");
  if (page.digest !== asked.digest) {
    throw new Refusal(
      "out_of_date",
      "Các bài trong đợt đã thay đổi so với trang đang xem; cần mở lại trang và xem lại.",
    );
  }
  const left: Confirmed["left"] = [];
  const articles = page.articles.filter(({ mayConfirm }) => mayConfirm);
  for (const { number, hash, since } of articles) {
    try {
      await carryOut(by, ["approve", "publish"], number, { hash, since });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      left.push({ number, sentence: error.sentence });
    }
  }
  // Whoever confirmed none of them has not confirmed the batch, though nothing may wait by now.
  if (left.length < articles.length) {
    await transaction((tx) => closeBatch(tx, by.siteId, asked.batchId, by.personId));
  }
  return { confirmed: articles.length - left.length, left };
}

/** Gives one article of a batch back to whoever imported it; the others wait on. */
export async function takeOut(
  by: By,
  asked: { batchId: number; documentId: number; reason: string; words: string },
): Promise<void> {
  const { batchId, documentId, reason, words } = asked;
  const waits = await transaction((tx) => waitsIn(tx, by.siteId, batchId, documentId));
  if (!waits) throw new Refusal("wrong_state", "Bài này không còn chờ xác nhận trong đợt.");
  await carryOut(by, "return", documentId, { reason, words });
}
