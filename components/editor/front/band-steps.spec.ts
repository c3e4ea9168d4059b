import { expect, test } from "vitest";
import { FRONT_LIMITS, newBand, SLOTS } from "#features/kinds/front.ts";
import { added, changed, isFull, moved, removed, slotsToChoose } from "./band-steps.ts";

const bands = [newBand("lead", "lead"), newBand("newest", "newest"), newBand("tiles", "tiles")];
const ids = (all: readonly { id: string }[] | null) => all?.map(({ id }) => id);

test("a band moves up and down between the others, and no further than the ends", () => {
  expect(ids(moved(bands, 0, 2))).toEqual(["newest", "tiles", "lead"]);
  expect(ids(moved(bands, 2, 0))).toEqual(["tiles", "lead", "newest"]);
  for (const [from, to] of [
    [0, -1],
    [2, 3],
    [1, 1],
    [7, 0],
  ] as const)
    expect(moved(bands, from, to)).toBeNull();
});

test("a band is changed or removed at its place, and the others stay as they are", () => {
  expect(changed(bands, 1, { title: "Mới" })).toEqual([bands[0], { ...bands[1], title: "Mới" }, bands[2]]);
  expect(ids(removed(bands, 1))).toEqual(["lead", "tiles"]);
});

test("one that is added comes last, under a mark that no other has", () => {
  const twice = added(added(bands, "most_read"), "most_read");
  expect(ids(twice)).toEqual(["lead", "newest", "tiles", "most-read", "most-read-2"]);
  expect(ids(added(removed(twice, 3), "most_read"))?.at(-1)).toBe("most-read");
  expect(added([], "lead")).toEqual([newBand("lead", "lead")]);
});

test("there is room for as many as a front may have", () => {
  const most = Array.from({ length: FRONT_LIMITS.bands }, (_, at) => newBand("lead", `lead-${at}`));
  expect(isFull(most)).toBe(true);
  expect(isFull(removed(most, 0))).toBe(false);
});

test("a band may have each number of slots from the fewest to the most", () => {
  expect(slotsToChoose("lead")).toEqual([3, 4, 5]);
  expect(slotsToChoose("newest").at(-1)).toBe(SLOTS.newest.most);
});
