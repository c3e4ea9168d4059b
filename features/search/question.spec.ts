import { expect, test } from "vitest";
import { LONGEST_QUESTION, MOST_UNITS, readQuestion } from "./question.ts";

/** Units as lists of spellings, words without accents. */
function asked(said: string) {
  const { units, without } = readQuestion(said);
  const plain = (words: { bare: string }[]) => words.map(({ bare }) => bare).join(" ");
  return { units: units.map(({ spellings }) => spellings.map(plain)), without: without.map(plain) };
}

test.each([
  ["giao ban quận", [["giao"], ["ban"], ["quan"]], []],
  ["“họp tổ dân phố” tối", [["hop to dan pho"], ["toi"]], []],
  ['"họp tổ" "dân phố"', [["hop to"], ["dan pho"]], []],
  ['"không đóng ngoặc', [["khong"], ["dong"], ["ngoac"]], []],
  ["lễ hội -bò", [["le"], ["hoi"]], ["bo"]],
  ['lễ hội -"đua bò"', [["le"], ["hoi"]], ["dua bo"]],
  ["Covid -19", [["covid"], ["19"]], []],
  ["2021-2026", [["2021"], ["2026"]], []],
  ["kinh tế - xã hội", [["kinh te xa hoi", "ktxh"]], []],
  ["UBND phường", [["ubnd", "uy ban nhan dan"], ["phuong"]], []],
  ["uy ban nhan dan phuong", [["uy ban nhan dan", "ubnd"], ["phuong"]], []],
  ["Uỷ ban nhân dân", [["uy ban nhan dan", "ubnd"]], []],
  ["uy ban nhan", [["uy"], ["ban"], ["nhan"]], []],
  ["--- … “” -", [], []],
])("%s is read as %j without %j", (said, units, without) => {
  expect(asked(said)).toEqual({ units, without });
});

test("in quotes an abbreviation is what was typed", () => {
  expect(readQuestion('"UBND"').units[0]?.spellings).toHaveLength(1);
});

test("whoever types no accents says nothing of them", () => {
  expect(readQuestion("giao ban").hasAccents).toBe(false);
  expect(readQuestion("giao bán").hasAccents).toBe(true);
  expect(readQuestion("đo đạc").hasAccents).toBe(true);
});

test("what is too long is cut, and says so", () => {
  const long = readQuestion("họp ".repeat(200));
  expect(long.typed.length).toBeLessThanOrEqual(LONGEST_QUESTION);
  expect(long.units).toHaveLength(MOST_UNITS);
  expect(long.isCut).toBe(true);
  expect(readQuestion("họp").isCut).toBe(false);
});

test("whatever is pasted is read as words: markup, SQL, controls, halves of letters, a mile of marks", () => {
  for (const said of [
    "<script>alert(1)</script>",
    "'; drop table x; --",
    "a\u0000b\ud800c",
    `e${"\u0301".repeat(50_000)}`,
    "& | ! ( ) : *",
    "\\",
  ]) {
    const { units } = readQuestion(said);
    for (const { spellings } of units)
      for (const { exact, bare } of spellings.flat()) expect(exact + bare).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
  }
});
