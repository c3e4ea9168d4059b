import type { Tx } from "#db/transaction.ts";
import type { Asked } from "#features/questions/asked.ts";
import { codeFor, hashOfCode } from "#features/questions/code.ts";
import { insertQuestion } from "#features/questions/reader-store.ts";

/** What waits for an answer in the demo. Whoever asks here is invented, as is what they ask about. */
const QUESTIONS: readonly Asked[] = [
  {
    subject: "Ghế đá bờ đông hồ Sen bị nghiêng",
    words:
      "Chiếc ghế đá thứ ba tính từ cầu cửa hồ, phía bờ đông, bị nghiêng sau trận mưa tuần trước. Người già trong tổ hay ngồi đó buổi chiều.\nPhường có lịch sửa không, và trong lúc chờ có cần rào lại không?",
    name: "Một người đi bộ ở tổ dân phố 4",
    contact: "",
    place: "Tổ dân phố 4",
  },
];

/** Asks them. Nobody has their codes. */
export async function askDemoQuestions(tx: Tx, siteId: number): Promise<void> {
  for (const asked of QUESTIONS) {
    await insertQuestion(siteId, hashOfCode(codeFor(crypto.randomUUID(), [asked.subject])), asked, tx);
  }
}
