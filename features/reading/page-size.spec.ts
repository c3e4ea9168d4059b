import { expect, test } from "vitest";
import { pagesFor } from "./page-size.ts";

test("an empty section has one page and the 21st article opens the second", () => {
  expect([0, 1, 20, 21, 40, 41].map(pagesFor)).toEqual([1, 1, 1, 2, 2, 3]);
});
