import { expect, test } from "vitest";
import { newEntry, WEEK_LIMITS } from "#features/kinds/week.ts";
import { added, changed, isFull, moved, placeIn, removed, withThoseOf } from "./entry-steps.ts";

const entries = [newEntry(1, "a"), { ...newEntry(1, "b"), from: "08:00", to: "09:00" }, newEntry(3, "c")];
const ids = (all: readonly { id: string }[] | null) => all?.map(({ id }) => id);

test("one that is added stands last in its day, under a mark that no other has", () => {
  const twice = added(added(entries, 1), 1);
  expect(twice.slice(0, 3)).toEqual(entries);
  expect(new Set(ids(twice)).size).toBe(5);
  expect(twice.slice(3).map(({ id, day }) => [day, placeIn(twice, { id, day })])).toEqual([
    [1, 3],
    [1, 4],
  ]);
});

test("what becomes a part of the day loses its hour; every other change keeps it", () => {
  expect(changed(entries, "b", { when: "morning" })[1]).toMatchObject({ when: "morning", from: "", to: "" });
  expect(changed(entries, "b", { what: "Họp" })[1]).toMatchObject({ what: "Họp", from: "08:00", to: "09:00" });
  expect(changed(entries, "x", { what: "Họp" })).toEqual(entries);
});

test("one is removed, or moves to the end of another day, and the others stay as they are", () => {
  expect(ids(removed(entries, "a"))).toEqual(["b", "c"]);
  const next = moved(entries, "a", 3);
  expect(next.map(({ id, day }) => `${id}${day}`)).toEqual(["b1", "c3", "a3"]);
  expect(moved(entries, "x", 3)).toEqual(entries);
});

test("entries of another week come behind, as planned and without what was cancelled, all of them or none", () => {
  const others = [
    { ...newEntry(2, "a"), state: "postponed" as const },
    { ...newEntry(2, "d"), state: "cancelled" as const },
  ];
  const next = withThoseOf(entries, others);
  expect(next).toHaveLength(4);
  expect(next?.[3]).toMatchObject({ day: 2, state: "planned" });
  expect(new Set(ids(next)).size).toBe(4);
  const most = Array.from({ length: WEEK_LIMITS.entries }, (_, at) => newEntry(1, `e-${at}`));
  expect([isFull(most), isFull(entries)]).toEqual([true, false]);
  expect(withThoseOf(most, others)).toBeNull();
});
