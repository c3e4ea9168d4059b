import { expect, test } from "vitest";
import { datedOf } from "./dated.ts";

const now = new Date("2026-11-22T08:00:00Z");
const iso = (dated: Parameters<typeof datedOf>[0]) => datedOf(dated, now).toISOString();

test("hours are counted back from the demo", () => {
  expect(iso({ hoursAgo: 25.5 })).toBe("2026-11-21T06:30:00.000Z");
});

test("a day of the year is the last one that came round, by the clock here", () => {
  expect(iso({ on: "09-05 07:15" })).toBe("2026-09-05T00:15:00.000Z");
  expect(iso({ on: "12-30 07:15" })).toBe("2025-12-30T00:15:00.000Z");
  expect(iso({ on: "09-05 07:15", yearsBack: 2 })).toBe("2024-09-05T00:15:00.000Z");
});

test("none of the last five days is such a day: what is newest goes by hours", () => {
  expect(iso({ on: "11-17 15:00" })).toBe("2026-11-17T08:00:00.000Z");
  expect(iso({ on: "11-17 15:01" })).toBe("2025-11-17T08:01:00.000Z");
});

test("what is no day is a mistake", () => {
  expect(() => iso({ on: "13-01 00:00" })).toThrow("no day");
});
