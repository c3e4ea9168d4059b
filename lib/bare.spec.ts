import { expect, test } from "vitest";
import { bare, bareLetters } from "./bare.ts";

test.each([
  ["Đường Lê Lợi", "duong le loi"],
  ["Quyết định".normalize("NFD"), "quyet dinh"],
  ["ĐẶNG THỊ HẰNG", "dang thi hang"],
])("«%s» is looked for as «%s»", (text, looked) => {
  expect(bare(text)).toBe(looked);
});

test("letters alone are without blanks and signs, and other scripts stay", () => {
  expect(bareLetters("Hồ Sen, 2021: Привет!")).toBe("hosen2021привет");
});
