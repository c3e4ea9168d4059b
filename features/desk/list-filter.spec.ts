import { expect, test } from "vitest";
import { addressOf, filterOf, isNarrowed, type ListFilter } from "./list-filter.ts";

const usual = filterOf({});

test("what the database cannot read is as if it were not said", () => {
  expect(filterOf({ from: "0000-01-01", until: "0000-12-31" })).toMatchObject({ from: null, until: null });
  expect(filterOf({ words: "hồ\u0000 sen\u0000" }).words).toBe("hồ sen");
});

test("an address without a word is the whole list, what changed last first", () => {
  expect(usual).toEqual({
    ...{
      words: "",
      stand: null,
      kind: null,
      sectionId: null,
      personId: null,
      date: "changed",
      from: null,
      until: null,
    },
    ...{ oldestFirst: false, cursor: null },
  });
  expect(addressOf(usual)).toBe("/desk/documents");
  expect(isNarrowed(usual)).toBe(false);
});

test("every filter comes back out of its own address", () => {
  const full: ListFilter = {
    words: "hội thao",
    stand: "returned",
    kind: "page",
    sectionId: 3,
    personId: 7,
    date: "sent",
    from: "2026-11-01",
    until: "2026-11-28",
    oldestFirst: true,
    cursor: { way: "before", at: "2026-11-28T10:20:30.123456+00:00", id: 12 },
  };
  const address = new URL(addressOf(full), "http://x");
  expect(filterOf(Object.fromEntries(address.searchParams))).toEqual(full);
  expect(isNarrowed({ ...usual, from: "2026-11-01" })).toBe(true);
});

test.each([
  "2026-11-28T10:20:30+23:00_1",
  "2026-11-28T10:20:30-16:00_1",
  `2026-11-28T10:20:30.${"1".repeat(200)}Z_1`,
  "0000-01-01T00:00:00Z_1",
  "2026-02-30T00:00:00Z_1",
  "2026-11-28T10:20:30Z_2147483648",
])("a place in the list that the database cannot read is none: %s", (after) => {
  expect(filterOf({ after }).cursor).toBeNull();
});

test("what an address says amiss is as if it were not said", () => {
  const amiss = {
    stand: "x",
    kind: "x",
    section: "0",
    person: "-1",
    date: "born",
    from: "2026-02-30",
    until: "28/11/2026",
  };
  expect(
    filterOf({ ...amiss, order: "x", after: "hôm qua_1", before: "2026-11-28T10:20:30Z_x", words: ["a", "b"] }),
  ).toEqual(usual);
  expect(filterOf({ words: "a".repeat(5000) }).words).toHaveLength(200);
});
