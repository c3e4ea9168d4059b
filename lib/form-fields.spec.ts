import { expect, test } from "vitest";
import { rowNumber, several, versionNumber } from "./form-fields.ts";

test("a row's number is a whole one that the database can have given", () => {
  expect(["1", 7, "2147483647"].map((said) => rowNumber.parse(said))).toEqual([1, 7, 2_147_483_647]);
  for (const said of ["0", "-1", "1.5", "2147483648", "x", "1e99", undefined]) {
    expect([said, rowNumber.safeParse(said).success]).toEqual([said, false]);
  }
  expect([versionNumber.safeParse("0").success, versionNumber.safeParse("-1").success]).toEqual([true, false]);
});

test("of several that can be chosen one comes alone, and none not at all", () => {
  const numbers = several(rowNumber);
  expect([["1", "2"], "3", undefined].map((said) => numbers.parse(said))).toEqual([[1, 2], [3], []]);
  for (const said of ["x", ["1", "x"], "1.5", Array(1_001).fill("1")]) {
    expect(numbers.safeParse(said).success).toBe(false);
  }
});
