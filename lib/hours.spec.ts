import { expect, test } from "vitest";
import { dayOf, toTyped } from "./dates.ts";
import { daySaid, hourSaid } from "./hours.ts";

/** Saturday, 28/11/2026, 18:00 here. */
const NOW = new Date("2026-11-28T11:00:00Z");
const read = (text: string, now = NOW) => {
  const meant = hourSaid(text, now);
  return meant && toTyped(meant);
};

test.each([
  ...["29/11/2026 7h30", "29/11 07:30", "29-11-2026 07:30", "7h30 ngày mai", "29.11.2026 | 7:30", "29/11/26 7g30"],
  ...["7h30, 29/11/2026", "lúc 7 giờ 30 phút ngày 29 tháng 11 năm 2026", "7 giờ rưỡi sáng mai", "Mai 7H30", "cn 7h30"],
  ...["Chủ Nhật 29/11/2026, 07:30", "07:30 chủ nhật", "sáng mai 7h30", "ngay mai 7 gio 30", "7h30", "2026-11-29 07:30"],
  ...["7h30'", "7h30p 29-11", "Chu\u0309 nha\u0323\u0302t 7h30"],
])("“%s” is half past seven of the morning after", (text) => {
  expect(read(text)).toBe("29/11/2026 07:30");
});

test("an hour in the words of its half of the day, and days by their nearness", () => {
  expect(read("7h tối nay")).toBe("28/11/2026 19:00");
  expect(read("19g30 hôm nay")).toBe("28/11/2026 19:30");
  expect(read("3h chiều ngày kia")).toBe("30/11/2026 15:00");
  expect(read("8h mốt")).toBe("30/11/2026 08:00");
  expect(read("19 giờ 30 tối")).toBe("28/11/2026 19:30");
});

test("an hour alone is the next time that a clock shows it, a weekday the next one of its name", () => {
  expect(read("18:01")).toBe("28/11/2026 18:01");
  expect(read("18:00")).toBe("29/11/2026 18:00");
  expect(read("thứ bảy 19h")).toBe("28/11/2026 19:00");
  expect(read("17h thứ 7")).toBe("05/12/2026 17:00");
  expect(read("8h sáng thứ Hai")).toBe("30/11/2026 08:00");
});

test("a day without its year is the nearest of that name, also when it has passed", () => {
  expect(read("9h 1/2")).toBe("01/02/2027 09:00");
  expect(read("20/11 9h")).toBe("20/11/2026 09:00");
  expect(read("28/11 17:59")).toBe("28/11/2026 17:59");
  expect(read("hôm nay 8h")).toBe("28/11/2026 08:00");
  expect(read("29/2 8h", new Date("2027-12-01T00:00:00Z"))).toBe("29/02/2028 08:00");
});

test("the day is Việt Nam's, also in the hours when it is still yesterday in London", () => {
  expect(read("ngày mai 7h", new Date("2026-11-28T17:30:00Z"))).toBe("30/11/2026 07:00");
});

test.each([
  ...[
    "",
    "mai",
    "sáng mai",
    "29/11/2026",
    "7",
    "7 30",
    "hello 7h30",
    "7h30 29/11 abc",
    "25:99 29/11",
    "32/13/2026 7:30",
  ],
  ...["29/02/2027 07:30", "24h 29/11", "12h sáng mai", "12h tối", "19h sáng mai", "7h sáng chiều", "thứ hai 29/11 7h"],
  ...["8h thứ hai tới", "8h thu hai toi", "29/11 7h30 8h", "7h30 29/11 30/11", `7h30${" ".repeat(60)}`],
])("“%s” is not guessed at", (text) => {
  expect(read(text)).toBeNull();
});

test.each([
  ["thứ hai", "30/11/2026"],
  ["Thứ 2 30/11", "30/11/2026"],
  ["T7", "28/11/2026"],
  ["CN", "29/11/2026"],
  ["Chủ nhật, ngày 29 tháng 11 năm 2026", "29/11/2026"],
  ["01-12-2026", "01/12/2026"],
  ["hôm nay", "28/11/2026"],
])("“%s” is the day %s", (text, day) => {
  expect(dayOf(daySaid(text, NOW) ?? new Date(0))).toBe(day);
});

test.each(["", "8h", "thứ ba 30/11", "thứ 9", "32/11", "thứ hai và thứ ba", "ngày"])("“%s” is no day", (text) => {
  expect(daySaid(text, NOW)).toBeNull();
});
