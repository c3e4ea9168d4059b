import { expect, test } from "vitest";
import { placedWords, wordsOf } from "./words.ts";

const exact = (text: string) => wordsOf(text).map((word) => word.exact);
const bare = (text: string) => wordsOf(text).map((word) => word.bare);

test("words are compared in small letters, composed, with their accents and without", () => {
  expect(exact("ĐẢNG ỦY".normalize("NFD"))).toEqual(["đảng", "ủy"]);
  expect(bare("Đảng ủy Hội đồng")).toEqual(["dang", "uy", "hoi", "dong"]);
});

test.each([
  ["hoà", "hòa"],
  ["thuỷ", "thủy"],
  ["khoẻ", "khỏe"],
  ["Uỷ ban", "Ủy ban"],
  ["XOÁ", "xóa"],
])("both styles of tones are one: %s and %s", (one, other) => {
  expect(exact(one)).toEqual(exact(other));
});

test.each(["quý", "hoàn", "ngoáy", "khuỷu", "quỹ", "toàn"])(
  "a tone that has one place alone stays there: %s",
  (word) => {
    expect(wordsOf(word)[0]?.bare.length).toBe(word.length);
    expect(exact(word)).not.toEqual(exact(word.normalize("NFD").replace(/\p{M}/gu, "")));
  },
);

test.each([
  ["kỹ thuật", "kĩ thuật"],
  ["công ty", "công ti"],
  ["Hy vọng", "hi vọng"],
  ["quý", "quí"],
])("y and i after a consonant are one: %s and %s", (one, other) => expect(exact(one)).toEqual(exact(other)));

test("y that makes another word stays one", () => {
  expect(exact("thúy")).not.toEqual(exact("thúi"));
  expect(exact("tay")).not.toEqual(exact("tai"));
});

test.each([
  ["06/2021/NQ-HĐND", ["6", "2021", "nq", "hđnd"]],
  ["2021-2026", ["2021", "2026"]],
  ["2021 – 2026", ["2021", "2026"]],
  ["Covid-19", ["covid", "19"]],
  ["covid19", ["covid", "19"]],
  ["1.250.000 đồng", ["1", "250", "0", "đồng"]],
  ["ngày 01/7/2021 ./.", ["ngày", "1", "7", "2021"]],
])("figures and signs part words: %s", (text, words) => {
  expect(exact(text)).toEqual(words);
});

test("a run without end is cut, and signs are nothing", () => {
  expect(wordsOf("a".repeat(10_000))[0]?.exact).toHaveLength(40);
  expect(wordsOf("… — “” <b> ./. \u{1f600}").map((word) => word.bare)).toEqual(["b"]);
});

test("words know where they stand in the text", () => {
  const text = "Họp tổ 3";
  expect(placedWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(["Họp", "tổ", "3"]);
});
