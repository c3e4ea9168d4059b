import { expect, test } from "vitest";
import { daysLeft, dueDay } from "./due.ts";

const here = (moment: string) => new Date(`${moment}+07:00`);

test.each([
  ["on a Monday", "2026-11-30T08:00", "2026-12-21"],
  ["on a Friday, late in the evening", "2026-12-04T23:30", "2026-12-25"],
  ["on a Saturday", "2026-12-05T10:00", "2026-12-25"],
  ["on a Sunday", "2026-12-06T10:00", "2026-12-25"],
  // Already Tuesday here, still Monday by UTC.
  ["after midnight here", "2026-12-01T00:30", "2026-12-22"],
])("a question sent %s is owed an answer three working weeks later", (_, sent, due) => {
  expect(dueDay(here(sent))).toBe(due);
});

test.each([
  ["2026-11-30T09:00", 15],
  ["2026-12-01T09:00", 14],
  ["2026-12-05T09:00", 11],
  ["2026-12-06T09:00", 11],
  ["2026-12-18T09:00", 1],
  ["2026-12-20T09:00", 1],
  ["2026-12-21T23:59", 0],
  ["2026-12-22T00:00", -1],
  ["2026-12-25T09:00", -4],
  ["2026-12-27T09:00", -4],
])("at %s there are %i working days left of one that came on Monday, 30/11/2026", (now, left) => {
  expect(daysLeft(here("2026-11-30T08:00"), here(now))).toBe(left);
});

test("what ends on a Friday is late on the Saturday after it", () => {
  expect(dueDay(here("2026-12-04T08:00"))).toBe("2026-12-25");
  expect(daysLeft(here("2026-12-04T08:00"), here("2026-12-26T08:00"))).toBe(-1);
});

test("what waits for a thousand years is late, and counting it takes no time", () => {
  expect(daysLeft(here("1026-12-04T08:00"), here("2026-12-26T08:00"))).toBe(-999);
});
