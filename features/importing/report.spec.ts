import { expect, test } from "vitest";
import { personLines, type Result } from "./report.ts";

const SAME: Result = {
  file: "a.txt",
  number: 12,
  url: "https://a.vn/x-12",
  state: "unchanged",
  problems: [],
  line: null,
};

test("a file that changes nothing is said with its article", () => {
  expect(personLines(SAME, false)).toEqual(["a.txt: unchanged, article 12 (https://a.vn/x-12)"]);
});

test("one whose article a dry run has not made is said without", () => {
  const met = { ...SAME, number: null, url: null, problems: ["the same text as an earlier file of this run"] };
  expect(personLines(met, false)).toEqual(["a.txt: unchanged", "  the same text as an earlier file of this run"]);
});

test("an article without an address for readers is said by its number alone", () => {
  const draft: Result = { ...SAME, url: null, state: "imported" };
  expect(personLines(draft, false)).toEqual(["a.txt: imported as a draft, article 12"]);
});
