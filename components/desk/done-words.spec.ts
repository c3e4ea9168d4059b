import { expect, test } from "vitest";
import { doneWords } from "./done-words.ts";

test("restoring says that readers see it only when they do", () => {
  expect(doneWords("restore", "live")).toEqual(["restore", "readers.live"]);
  expect(doneWords("restore", "withdrawn", true)).toEqual(["restoreFirst"]);
  expect(doneWords("restore", "hidden")).toEqual(["restore", "readers.hidden"]);
});

test("an update of an article that readers do not get promises them nothing", () => {
  expect(doneWords("revise", "live")).toEqual(["revise", "readers.still"]);
  expect(doneWords("revise", "withdrawn")).toEqual(["revise", "readers.withdrawn"]);
  expect(doneWords("correct", "hidden")).toEqual(["correct", "readers.hidden"]);
  expect(doneWords("refuse", "never_live")).toEqual(["refuse"]);
});
