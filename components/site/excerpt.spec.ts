import { expect, test } from "vitest";
import { excerptOf } from "./excerpt.ts";

test("a short text stays as it is, on one line", () => {
  expect(excerptOf("Sáng nay,\nphường họp.")).toBe("Sáng nay, phường họp.");
});

test("the mark that closes official papers is left out", () => {
  expect(excerptOf("Phường đã họp./.")).toBe("Phường đã họp.");
});

test("a long text is cut at a word and not at a comma", () => {
  expect(excerptOf("Sáng nay, phường họp bàn", 13)).toBe("Sáng nay…");
});

test("one endless word is cut all the same", () => {
  expect(excerptOf("a".repeat(50), 20)).toHaveLength(21);
});
