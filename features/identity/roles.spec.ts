import { expect, test } from "vitest";
import { type Grant, isAdministrator, rankAnywhere, rankIn, type Tree } from "./roles.ts";

/** 1 news > 2 wards > 3 hamlets; 4 notices. */
const tree: Tree = new Map([
  [1, null],
  [2, 1],
  [3, 2],
  [4, null],
]);
const holder = (...grants: Grant[]) => ({ grants });

test("a role in a section counts in everything below it and nowhere else", () => {
  const editor = holder({ role: "editor", sectionId: 2 });
  expect([1, 2, 3, 4].map((id) => rankIn(editor, id, tree))).toEqual([0, 2, 2, 0]);
});

test("a role for the whole site counts in every section of it, and in none of another site", () => {
  const approver = holder({ role: "approver", sectionId: null });
  expect([1, 3, 4, 99].map((id) => rankIn(approver, id, tree))).toEqual([3, 3, 3, 0]);
});

test("the highest of several roles counts", () => {
  const both = holder({ role: "reporter", sectionId: null }, { role: "approver", sectionId: 3 });
  expect([rankIn(both, 1, tree), rankIn(both, 3, tree)]).toEqual([1, 3]);
});

test("an administrator has no say over articles", () => {
  const administrator = holder({ role: "administrator", sectionId: null });
  expect(isAdministrator(administrator)).toBe(true);
  expect([rankIn(administrator, 1, tree), rankAnywhere(administrator)]).toEqual([0, 0]);
});

test("a text without a section belongs to nobody's section", () => {
  expect(rankIn(holder({ role: "approver", sectionId: null }), null, tree)).toBe(0);
  expect(rankAnywhere(holder({ role: "reporter", sectionId: 3 }))).toBe(1);
});

test("a tree that went round in a circle still gives an answer", () => {
  const circle: Tree = new Map([
    [1, 2],
    [2, 1],
  ]);
  expect(rankIn(holder({ role: "editor", sectionId: 9 }), 1, circle)).toBe(0);
});
