import { z } from "zod";
import { line, lines } from "#features/text/typed.ts";
import type { Rule } from "#features/workflow/machine.ts";
import { Refusal } from "#lib/refusal.ts";

/** One line, in characters. */
export const LONGEST_ANSWER = 300;

/** What a person says with a move. Each move takes what its rule asks for and ignores the rest. */
export const Said = z.object({
  /** The hash on the person's screen, hex. */
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** The hash of the text from which the person was shown what changed, or that all of it is new to them. */
  since: z
    .string()
    .regex(/^([0-9a-f]{64}|nothing)$/)
    .optional(),
  /** A reason: a code where the move has a list of them, else words. */
  reason: lines(2000).optional(),
  /** Words to the writer. */
  words: lines(4000).optional(),
  /** What a writer answers, in one line, when sending again what was sent back. */
  answer: line(LONGEST_ANSWER).optional(),
  /** When a schedule is due. */
  at: z.date().optional(),
  /** To whom an article is handed over. */
  toPersonId: z.int().positive().optional(),
  /** In whose name a deputy confirms. */
  forPersonId: z.int().positive().optional(),
  /** The article that a merged one points to. */
  mergedIntoId: z.int().positive().optional(),
});
export type Said = z.output<typeof Said>;

/** @throws {Refusal} `bad_input` when the move asks for something that was not said, with what and where */
export function refuseUnsaid(rule: Rule, said: Said): void {
  const fields = unsaid(rule, said);
  const [missing] = Object.values(fields);
  if (missing) throw new Refusal("bad_input", missing, { fields });
}

/** Sentences about what a move asks for and was not said, by what is missing. */
export function unsaid(rule: Rule, said: Said): Partial<Record<keyof Said, string>> {
  return {
    ...(rule.shows === "hash" && !said.hash
      ? { hash: "Thiếu mã kiểm tra của nội dung đang xem; cần mở lại trang." }
      : {}),
    ...(rule.compares && !said.since ? { since: "Thiếu mã kiểm tra của bản đem so sánh; cần mở lại trang." } : {}),
    ...(rule.says === "person" && !said.toPersonId ? { toPersonId: "Chưa chọn người nhận bàn giao." } : {}),
    ...(rule.says === "time" && !said.at ? { at: "Chưa ghi giờ đăng." } : {}),
    ...(rule.says?.startsWith("reason") && !said.reason ? { reason: "Chưa chọn hoặc chưa ghi lý do." } : {}),
    ...(rule.says === "reason_and_words" && !said.words ? { words: "Chưa ghi lời nhắn cho người viết." } : {}),
  };
}
