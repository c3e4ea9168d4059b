import { expect, test } from "vitest";
import {
  clockOf,
  dayInWords,
  daysAfter,
  isoOf,
  isSameDay,
  midnightAfter,
  momentInWords,
  momentOf,
  momentWithWeekday,
  mondayIn,
  mondayOf,
  nextHour,
  onDay,
  toTyped,
  weekdayNameOf,
  weekdayOf,
  weekOf,
} from "./dates.ts";
import { clockSaid, hourSaid } from "./hours.ts";

const moment = new Date("2021-06-22T17:30:00Z");

test("a moment is shown as it is in Việt Nam", () => {
  expect(momentOf(moment)).toBe("23/06/2021 | 00:30");
  expect(isoOf(moment)).toBe("2021-06-23T00:30:00+07:00");
  expect(weekdayOf(moment)).toBe("Thứ Tư, 23/06/2021");
});

test("a day ends when it ends in Việt Nam, and one that has just begun ends with the next", () => {
  expect(midnightAfter(new Date("2021-06-22T16:59:59.999Z"))).toEqual(new Date("2021-06-22T17:00:00Z"));
  expect(midnightAfter(new Date("2021-06-22T17:00:00Z"))).toEqual(new Date("2021-06-23T17:00:00Z"));
});

test("in a sentence only days below 10 and the first two months take a zero", () => {
  expect(momentInWords(moment)).toBe("00:30 ngày 23/6/2021");
  expect(dayInWords(new Date("2021-07-01T05:00:00Z"))).toBe("01/7/2021");
  expect(dayInWords(new Date("2021-02-15T05:00:00Z"))).toBe("15/02/2021");
});

test("whoever typed a time reads it back with its weekday, and may type it so", () => {
  expect(momentWithWeekday(moment)).toBe("Thứ tư 23/06/2021, 00:30");
  expect(toTyped(moment)).toBe("23/06/2021 00:30");
  for (const said of [momentWithWeekday(moment), toTyped(moment)]) expect(hourSaid(said, new Date())).toEqual(moment);
});

test("a time is set on a day of Việt Nam, whatever the day is elsewhere", () => {
  expect(onDay(moment, { hour: 7, minute: 5 })).toEqual(new Date("2021-06-23T00:05:00Z"));
  expect(clockOf(moment)).toEqual({ hour: 0, minute: 30 });
});

test("the next seven o'clock is today's while that is half an hour ahead", () => {
  expect(toTyped(nextHour(new Date("2021-06-22T23:30:00Z"), 7))).toBe("23/06/2021 07:00");
  expect(toTyped(nextHour(new Date("2021-06-22T23:31:00Z"), 7))).toBe("24/06/2021 07:00");
});

test("a week begins on Monday, is counted as ISO 8601 counts it, and is read back from its spelling", () => {
  expect(["2026-11-30", "2026-12-06", "2027-01-01"].map(mondayOf)).toEqual(["2026-11-30", "2026-11-30", "2026-12-28"]);
  expect(["2026-12-06", "2027-01-03", "2027-01-04", "2024-12-30"].map(weekOf)).toEqual([
    ...["2026-w49", "2026-w53", "2027-w01", "2025-w01"],
  ]);
  expect(["2026-w49", "2026-w53", "2025-w53", "2026-w00", "2026-W49", "2026-w4", ""].map(mondayIn)).toEqual([
    ...["2026-11-30", "2026-12-28", null, null, null, null, null],
  ]);
  expect([daysAfter("2026-12-28", 7), daysAfter("2027-01-01", -1)]).toEqual(["2027-01-04", "2026-12-31"]);
  expect([1, 6, 7].map(weekdayNameOf)).toEqual(["Thứ Hai", "Thứ Bảy", "Chủ Nhật"]);
});

test.each([
  ["7h30", "07:30"],
  ["07:30", "07:30"],
  ["8 giờ", "08:00"],
  ["14g", "14:00"],
  ["2 giờ rưỡi chiều", "14:30"],
  ["lúc 9h", "09:00"],
  ["", null],
  ["7h3", "07:03"],
  ["25h", null],
  ["24h", null],
  ["sáng", null],
  ["7h30 thứ Hai", null],
  ["7h30 sáng chiều", null],
  ["7".repeat(200), null],
])("%s is the hour %s", (said, clock) => {
  expect(clockSaid(said)).toBe(clock);
});

test("two moments lie in one day where a calendar here says so, whatever day it is in London", () => {
  const late = new Date("2026-11-30T16:59:59Z");
  expect(isSameDay(late, new Date("2026-11-29T17:00:00Z"))).toBe(true);
  expect(isSameDay(late, new Date("2026-11-30T17:00:00Z"))).toBe(false);
});
