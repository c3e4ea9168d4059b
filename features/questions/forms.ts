import { z } from "zod";
import { CLOSINGS } from "#db/schema/questions.ts";
import { numberNamed, rowNumber } from "#lib/form-fields.ts";

// What the desk's forms about a question say.

export const OfQuestion = z.object({ question: rowNumber });

export const GiveForm = z.object({ question: rowNumber, person: rowNumber });

const article = numberNamed("Chưa rõ là bài nào: gõ số bài, hoặc vài chữ trong tiêu đề rồi chọn trong danh sách.");

/** The article stands only beside the reason that names one. */
export const CloseForm = z
  .object({ question: rowNumber, reason: z.enum(CLOSINGS), article: z.string().max(3_000).default("") })
  .transform((said, context) => {
    if (said.reason !== "answered_already") return { ...said, article: null };
    const found = article.safeParse(said.article);
    if (found.success) return { ...said, article: found.data };
    context.addIssue({ code: "custom", path: ["article"], message: found.error.issues[0]?.message ?? "" });
    return z.NEVER;
  });
