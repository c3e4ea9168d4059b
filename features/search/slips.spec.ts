import { expect, test } from "vitest";
import { vocabularyOf } from "./lexemes.ts";
import { readQuestion } from "./question.ts";
import { likely } from "./slips.ts";

const TITLES = ["Lịch tiêm chủng", "Giao ban Quận ủy", "Đua thuyền hồ Sen", "Bán hàng rong", "Ban quản lý chợ"];
const counts = new Map<string, number>();
for (const words of TITLES.flatMap(vocabularyOf)) counts.set(words, (counts.get(words) ?? 0) + 1);
const known = async (words: readonly string[]) =>
  new Map(words.flatMap((one) => (counts.has(one) ? [[one, counts.get(one) ?? 0] as const] : [])));
const meant = (said: string) => likely(readQuestion(said), known);

test.each([
  ["lịch tiêm chungr", "lịch tiêm chung"],
  ["giao bna quan", "giao ban quan"],
  ["dua thuyn ho sen", "dua thuyen ho sen"],
  ["dua thuyeen", "dua thuyen"],
  ["ban hamg rong", "ban hang rong"],
])("one slip is put right by the words beside it: %s", async (said, expected) => {
  expect(await meant(said)).toBe(expected);
});

test.each(["giao ban quận", "xe buýt", "06/2021", "", '"giao bna"', "x".repeat(150)])(
  "nothing is made of %s",
  async (said) => {
    expect(await meant(said)).toBeNull();
  },
);
