import { expect, test } from "vitest";
import { isDateLine, readDateLine } from "./date-line.ts";
import { linesOf } from "./lines.ts";

const NOW = new Date("2026-11-22T08:00:00Z");

function dateLine(text: string) {
  const [line] = linesOf(text);
  if (!line) throw new Error("a blank line");
  return line;
}

test.each([
  ["Ngày đăng 19/08/2022 | 08:05  | Lượt xem: 1342", "2022-08-19T01:05:00.000Z", 1342],
  ["Ngày đăng 19/08/2022 | 08:05 \u00a0|\u00a0 Lượt xem: 1.342", "2022-08-19T01:05:00.000Z", 1342],
  ["Ngày đăng: 19/8/2022 8:05 Lượt xem 1,234,567", "2022-08-19T01:05:00.000Z", 1234567],
  ["NGÀY ĐĂNG 19/08/2022|08:05|LƯỢT XEM:7", "2022-08-19T01:05:00.000Z", 7],
  ["Ngày đăng 19/08/2022 | 08:05", "2022-08-19T01:05:00.000Z", 0],
  ["Ngày đăng 19/08/2022 | 08:05 | Lượt xem:", "2022-08-19T01:05:00.000Z", 0],
  ["\u200bNgày đăng 01/01/2020 | 00:00 |", "2019-12-31T17:00:00.000Z", 0],
  ["Ngày đăng 29/02/2024 | 23:59 | Lượt xem: 0".normalize("NFD"), "2024-02-29T16:59:00.000Z", 0],
])("%j is read", (text, at, views) => {
  const line = dateLine(text);
  expect(isDateLine(line)).toBe(true);
  expect(readDateLine(line, NOW)).toEqual({ at: new Date(at), views });
});

test.each([
  ["Ngày đăng 31/02/2021 | 10:27 | Lượt xem: 5", /^31\/02\/2021 10:27 is not a date$/],
  ["Ngày đăng 29/02/2021 | 10:27", /not a date/],
  ["Ngày đăng 12/13/2021 | 10:27", /not a date/],
  ["Ngày đăng 12/12/2021 | 24:00", /not a date/],
  ["Ngày đăng 12/12/2021 | 10:60", /not a date/],
  ["Ngày đăng 12/12/2021", /looks like/],
  ["Ngày đăng 12/12/21 | 10:20", /looks like/],
  ["Ngày đăng 12-12-2021 | 10:20", /looks like/],
  ["Ngày đăng 12/12/2021 | 10:20 | Lượt xem: nhiều", /looks like/],
  ["Ngày đăng 12/12/2021 | 10:20 | Lượt xem: 1.34", /looks like/],
  ["Ngày đăng 12/12/2021 | 10:20 | Lượt xem: 9999999999", /too large/],
  ["Ngày đăng 12/12/0202 | 10:20", /before 1990/],
  ["Ngày đăng 23/11/2026 | 10:20", /in the future/],
])("%j is refused, with its line", (text, reason) => {
  expect(() => readDateLine(dateLine(`\n\n${text}`), NOW)).toThrow(
    expect.objectContaining({ line: 3, reason: expect.stringMatching(reason) }),
  );
});

test.each(["Ngày đăngký 19/08/2022", "Đã đăng ngày 19/08/2022", "Ngày đăng ký tham gia là thứ Hai."])(
  "%j is no date line",
  (text) => {
    expect(isDateLine(dateLine(text))).toBe(false);
  },
);
