import { z } from "zod";
import { CHOICES } from "#db/schema/topics.ts";
import { numberNamed } from "#lib/form-fields.ts";

/** A press for an article in a topic as its form says it: each by its number, or by the line of a list that ends in it. */
export const ChoiceForm = z.object({
  topic: numberNamed("Chưa rõ là dòng sự kiện nào: gõ vài chữ trong tên rồi chọn trong danh sách."),
  article: numberNamed("Chưa rõ là bài nào: gõ số bài, hoặc vài chữ trong tiêu đề rồi chọn trong danh sách."),
  choice: z.enum(CHOICES),
});
