import { expect, test } from "vitest";
import { childrenOf, pathTo, subtree, treeOf } from "./tree.ts";

const row = (id: number, parentId: number | null, opened = false) => ({
  id,
  parentId,
  opened,
  name: `Mục ${id}`,
  slug: `muc-${id}`,
});

/** 1 > (3 > 5, 4), 2 */
const tree = treeOf([row(1, null), row(2, null), row(3, 1), row(4, 1), row(5, 3, true)]);

test("each section stands before the ones below it", () => {
  expect(tree.map(({ id, depth }) => [id, depth])).toEqual([
    [1, 0],
    [3, 1],
    [5, 2],
    [4, 1],
    [2, 0],
  ]);
});

test("a section is open to readers once something stood anywhere below it", () => {
  expect(tree.filter(({ opened }) => opened).map(({ id }) => id)).toEqual([1, 3, 5]);
});

test("a subtree is the section and everything below it", () => {
  expect(subtree(tree, 1).map(({ id }) => id)).toEqual([1, 3, 5, 4]);
  expect(subtree(tree, 3).map(({ id }) => id)).toEqual([3, 5]);
  expect(subtree(tree, 2).map(({ id }) => id)).toEqual([2]);
  expect(subtree(tree, 9)).toEqual([]);
});

test("the way to a section begins at the top", () => {
  expect(pathTo(tree, 5).map(({ id }) => id)).toEqual([1, 3, 5]);
  expect(pathTo(tree, null)).toEqual([]);
  expect(childrenOf(tree, 1).map(({ id }) => id)).toEqual([3, 4]);
});
