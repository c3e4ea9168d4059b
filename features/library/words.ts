import { z } from "zod";
import { cleanLine, cleanLines } from "#lib/nfc.ts";

/** The words of a file, as long as a use of it may say them. */
export const line = (most: number) =>
  z
    .string()
    .transform(cleanLine)
    .pipe(z.string().max(most, `Dài quá ${most} ký tự.`));

export const MOST_KEYWORDS = 40;
const LONGEST_KEYWORD = 80;

/** Keywords are typed in one field, with commas between them. */
const keywords = z.string().transform((typed, context) => {
  const all = [
    ...new Set(
      cleanLines(typed)
        .split(/[,;\n]/)
        .map(cleanLine),
    ),
  ].filter((word) => word !== "");
  if (all.length > MOST_KEYWORDS) context.addIssue(`Nhiều nhất ${MOST_KEYWORDS} từ khóa.`);
  if (all.some((word) => word.length > LONGEST_KEYWORD))
    context.addIssue(`Mỗi từ khóa dài nhất ${LONGEST_KEYWORD} ký tự; giữa các từ khóa là dấu phẩy.`);
  return all;
});

/** What may be said of a file. */
export const FileWordsForm = z.object({
  caption: line(1_000),
  credit: line(200),
  alt: line(1_000),
  creator: line(200),
  copyright: line(500),
  keywords,
});

export type FileWordsTyped = z.output<typeof FileWordsForm>;

/** What may be said of several at once. */
export const ManyWordsForm = FileWordsForm.pick({ credit: true, keywords: true });
