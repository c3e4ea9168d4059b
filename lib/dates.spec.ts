import { expect, test } from "vitest";
import { dayInWords, fromTyped, isoOf, momentInWords, momentOf, nextHour, toTyped, weekdayOf } from "./dates.ts";

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

test("a typed time is a day, a month, a year and a time of Việt Nam, and nothing else", () => {
  for (const typed of ["23/06/2021 00:30", "23/6/2021 0:30", " 23/06/2021 | 00:30 "]) {
    expect(fromTyped(typed)).toEqual(moment);
  }
  expect(toTyped(moment)).toBe("23/06/2021 00:30");
  for (const typed of ["06/23/2021 00:30", "2021-06-23T00:30", "23/06/2021", "31/02/2021 07:00", "mai", ""]) {
    expect(fromTyped(typed).getTime()).toBeNaN();
  }
});

test("the next seven o'clock is today's while that is half an hour ahead", () => {
  expect(toTyped(nextHour(fromTyped("23/06/2021 06:30"), 7))).toBe("23/06/2021 07:00");
  expect(toTyped(nextHour(fromTyped("23/06/2021 06:31"), 7))).toBe("24/06/2021 07:00");
});
