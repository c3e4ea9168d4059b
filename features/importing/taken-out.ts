import { z } from "zod";
import { Said, unsaid } from "#features/moves/said.ts";
import { ruleOf } from "#features/workflow/machine.ts";

const number = z.coerce.number<string>().int().positive().max(2_147_483_647);

/** "Trả lại" for one article of a batch, as its form says it. */
export const TakenOut = z
  .object({
    batchId: number,
    documentId: number,
    reason: Said.shape.reason.unwrap(),
    words: Said.shape.words.unwrap(),
  })
  .superRefine(({ reason, words }, context) => {
    for (const [field, message] of Object.entries(unsaid(ruleOf("return"), { reason, words })))
      context.addIssue({ code: "custom", path: [field], message });
  });
