import { expect, test } from "vitest";
import { PRESSES } from "#features/workflow/presses.ts";
import messages from "#messages/vi/desk.json" with { type: "json" };
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

test("every press has its words, whatever readers get", () => {
  const words = messages.done as Record<string, unknown>;
  for (const press of [...Object.keys(PRESSES), "version"]) {
    for (const seen of ["never_live", "live", "hidden", "withdrawn", null] as const) {
      for (const key of [...doneWords(press, seen), ...doneWords(press, seen, true)]) {
        const found = key
          .split(".")
          .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], words);
        expect(typeof found, key).toBe("string");
      }
    }
  }
});
