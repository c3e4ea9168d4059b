import { expect, test } from "vitest";
import { type LowerEntry, type MenuEntry, SITE_LIMITS } from "#features/kinds/site.ts";
import { changed, menuOfSections, moved, removed, type Spot, type Step, spotsOf } from "./steps.ts";

const entry = (words: string): LowerEntry => ({ to: "link", address: "/x", words });
/** "A(b c) D" */
const menu = (text: string): MenuEntry[] =>
  [...text.matchAll(/(\w+)(?:\(([^)]*)\))?/g)].map(([, words = "", below = ""]) => ({
    ...entry(words),
    below: below.split(" ").filter(Boolean).map(entry),
  }));
const text = (given: readonly MenuEntry[]) =>
  given
    .map(({ words, below }) => words + (below.length === 0 ? "" : `(${below.map((one) => one.words).join(" ")})`))
    .join(" ");
const spotOf = (given: readonly MenuEntry[], words: string): Spot =>
  spotsOf(given).find((one) => one.entry.words === words)?.spot ?? { top: -1, low: null };

test.each<[string, string, Step, string | null]>([
  ["A(b c) D", "D", "up", "D A(b c)"],
  ["A(b c) D", "A", "down", "D A(b c)"],
  ["A(b c) D", "A", "up", null],
  ["A(b c) D", "D", "down", null],
  ["A(b c) D", "c", "up", "A(c b) D"],
  ["A(b c) D", "b", "up", null],
  ["A(b c) D", "c", "down", null],
  ["A(b c) D", "D", "indent", "A(b c D)"],
  ["A(b c) D", "A", "indent", null],
  ["A B(c)", "B", "indent", null],
  ["A(b c) D", "b", "indent", null],
  ["A(b c) D", "b", "outdent", "A(c) b D"],
  ["A(b c) D", "D", "outdent", null],
])("in %s the step of %s %s leads to %s", (before, words, step, after) => {
  const given = menu(before);
  const done = moved(given, spotOf(given, words), step);
  expect(done && text(done.menu)).toBe(after);
  if (done) expect(done.spot).toEqual(spotOf(done.menu, words));
  expect(text(given)).toBe(before);
});

test("neither level takes more entries than a menu may have", () => {
  const many = Array.from({ length: SITE_LIMITS.entries }, (_, at) => `x${at}`).join(" ");
  const full = menu(`A(${many}) D`);
  expect(moved(full, { top: 1, low: null }, "indent")).toBeNull();
  const wide = menu(`${many.replace("x0", "x0(y)")}`);
  expect(moved(wide, { top: 0, low: 0 }, "outdent")).toBeNull();
});

test("what is below an entry goes with it", () => {
  expect(text(removed(menu("A(b c) D"), { top: 0, low: null }))).toBe("D");
  expect(text(removed(menu("A(b c) D"), { top: 0, low: 1 }))).toBe("A(b) D");
});

test("an entry is said anew, and nothing beside it", () => {
  expect(text(changed(menu("A(b c) D"), { top: 0, low: 1 }, { words: "C" }))).toBe("A(b C) D");
  expect(changed(menu("A"), { top: 0, low: null }, { address: "/y" })).toEqual([
    { to: "link", address: "/y", words: "A", below: [] },
  ]);
});

test("a menu begins with the sections of the two first levels", () => {
  const sections = [0, 1, 2, 1, 0].map((depth, at) => ({ id: at + 1, depth }));
  const ids = menuOfSections(sections).map((one) => [one.to === "section" && one.id, one.below.length]);
  expect(ids).toEqual([
    [1, 2],
    [5, 0],
  ]);
});
