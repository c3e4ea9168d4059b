import { transaction } from "#db/transaction.ts";
import { carryOut } from "#features/moves/commands.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { askerOf } from "#features/workflow/asker.ts";
import { permit, permitClosing } from "#features/workflow/policy.ts";
import { findStory } from "#features/workflow/story-store.ts";
import { Refusal } from "#lib/refusal.ts";
import { closeBatch, closerOf } from "./batch-store.ts";
import { batch } from "./queries.ts";

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
  const page = await batch(by, asked.batchId);
  if (!page) throw new Refusal("not_found", "Không tìm thấy đợt nhập này.");
  if (page.digest === "") throw new Refusal("not_allowed", "Không có bài nào trong đợt này chờ người này xác nhận.");
  if (page.digest !== asked.digest) {
    throw new Refusal(
      "out_of_date",
      "Các bài trong đợt đã thay đổi so với trang đang xem; cần mở lại trang và xem lại.",
    );
  }
  const confirmed: number[] = [];
  const left: Confirmed["left"] = [];
  for (const { number, hash, since } of page.articles.filter(({ mayConfirm }) => mayConfirm)) {
    try {
      await carryOut(by, ["approve", "publish"], number, { hash, since });
      confirmed.push(number);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      left.push({ number, sentence: error.sentence });
    }
  }
  await transaction(async (tx) => {
    const permit = permitClosing(await closerOf(tx, by, asked.batchId, confirmed));
    if (permit) await closeBatch(tx, permit);
  });
  return { confirmed: confirmed.length, left };
}

/**
 * Gives one article of a batch back to whoever imported it; the others wait on.
 * @throws {Refusal} as the move does, and `wrong_state` when it does not wait in this batch
 */
export async function takeOut(
  by: By,
  asked: { batchId: number; documentId: number; reason: string; words: string },
): Promise<void> {
  const { batchId, documentId, reason, words } = asked;
  const { open } = await transaction(async (tx) => {
    const story = await findStory(tx, by.siteId, documentId);
    if (!story) throw new Refusal("not_found", "Không tìm thấy bài viết này.");
    permit(await askerOf(tx, by, story), "return", story);
    return story;
  });
  if (open?.state !== "in_review" || open.batchId !== batchId) {
    throw new Refusal("wrong_state", "Bài này không còn chờ xác nhận trong đợt.");
  }
  await carryOut(by, "return", documentId, { reason, words });
}
