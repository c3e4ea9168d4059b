import { expect, test } from "vitest";
import { makeLimit } from "./limit.ts";

test("of a kind one passes each ten seconds, and the next to pass knows how many were kept back", () => {
  let time = 0;
  const limit = makeLimit(10_000, () => time);
  expect(limit.passes("a")).toBe(0);
  time = 9_999;
  expect([limit.passes("a"), limit.passes("a"), limit.passes("b")]).toEqual([null, null, 0]);
  time = 10_000;
  expect([limit.passes("a"), limit.passes("b")]).toEqual([2, null]);
  time = 20_000;
  expect(limit.passes("a")).toBe(0);
});
