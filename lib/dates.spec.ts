import { expect, test } from "vitest";
import {
  clockOf,
  dayInWords,
  isoOf,
  momentInWords,
  momentOf,
  momentWithWeekday,
  nextHour,
  onDay,
  toTyped,
  weekdayOf,
} from "./dates.ts";
import { hourSaid } from "./hours.ts";

const moment = new Date("2021-06-22T17:30:00Z");

test("a moment is shown as it is in Việt Nam", () => {
  expect(momentOf(moment)).toBe("23/06/2021 | 00:30");
  expect(isoOf(moment)).toBe("2021-06-23T00:30:00+07:00");
  expect(weekdayOf(moment)).toBe("Thứ Tư, 23/06/2021");
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
