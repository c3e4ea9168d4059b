// @vitest-environment jsdom
import { describe, expect, test, vi } from "vitest";
import type { Entry } from "#features/kinds/week.ts";
import { week } from "#features/kinds/week.ts";
import { wrongIn } from "#features/kinds/week-gaps.ts";
import { emptyContent, parseContent } from "#features/text/content.ts";
import { EXCEL, LIBRE, WORD } from "./fixtures/word-table.ts";
import { tablesIn } from "./pasted-cells.ts";
import { weekIn } from "./read-table.ts";

const MONDAY = "2026-11-30";
const read = (html: string, text = "", monday = MONDAY) => weekIn(tablesIn({ html, text }) ?? [], monday);
const said = (entries: readonly Entry[]) =>
  entries.map(({ day, when, from, to, what, leaders, place }) =>
    [day, when === "at" ? `${from}-${to}` : when, what, leaders, place].join(" | "),
  );
const table = (...rows: string[][]) =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;

describe("a table", () => {
  test("from Word has a day for each of the rows that it is merged over, and all lines of its cells", () => {
    const { entries, left, ofAnotherWeek, undated } = read(WORD);
    expect(said(entries)).toEqual([
      "1 | 08:00- | Giao ban tuần | Chủ tịch Trần Đức Lâm | Phòng họp 1",
      "1 | 14:30- | Nghe báo cáo về vớt bèo\nvà thay đèn quanh hồ | PCT Đặng Thùy Dương; Chánh Văn phòng | ",
      "2 | morning | Tiếp công dân | Chủ tịch | Phòng tiếp dân",
      "3 | 08:00-10:30 | Kiểm tra chợ Bến Đá | PCT | Chợ Bến Đá",
      "4 | khoảng 9h- | Họp tổ 5 | PCT | Nhà văn hóa tổ 5",
      "4 | - | Ghi chú: lịch này thay giấy mời |  | ",
    ]);
    expect(entries.map(wrongIn)).toEqual([
      ...[[], ["Chưa ghi địa điểm"], [], [], ["Chưa hiểu giờ"]],
      ["Chưa ghi giờ", "Chưa ghi lãnh đạo", "Chưa ghi địa điểm"],
    ]);
    expect(left).toEqual(["LỊCH CÔNG TÁC TUẦN 49", "Nơi nhận: như trên"]);
    expect([ofAnotherWeek, undated]).toEqual([0, 0]);
    // It is what the server keeps, letter by letter.
    const kept = parseContent(week, { ...emptyContent(week), monday: MONDAY, entries }).entries;
    expect(kept).toEqual(entries);
  });

  test("from LibreOffice has its days in rows of their own, and needs no heads", () => {
    expect(said(read(LIBRE).entries)).toEqual([
      "7 | 14:00-16:00 | Khai mạc hội thao phường\ntrên sân Cửa Đình | Chủ tịch | Sân Cửa Đình",
      "5 | all_day | Trực cơ quan | PCT | Trụ sở",
    ]);
  });

  test("from Excel has what is below a merged cell, what has no field of its own, and a day that is none, as it was typed", () => {
    const { entries } = read("", EXCEL);
    expect(said(entries)).toEqual([
      '1 | 07:30- | Họp "Ngày hồ sạch"\nvới mười hai tổ\nXe: 29A-000.01 | Chủ tịch | Hội trường',
      "1 | 14:00- | Thăm trường Sen Hồ | PCT | Trường Sen Hồ",
      "1 | Thứ 9 Tối 19h30- | Diễn tập | PCT | Bến thuyền",
    ]);
    expect(entries.map(({ others }) => others)).toEqual(["Tổ trưởng", "", ""]);
    expect(wrongIn(entries[2] as Entry)).toEqual(["Chưa hiểu giờ"]);
  });

  test("that was copied without its heads loses no row that begins as heads do", () => {
    const rows = [
      ["Thứ Ba", "14h00", "Họp giao ban", "Lãnh đạo UBND phường", "Phòng họp số 1"],
      ["Thứ Tư", "8h", "Dự họp với Sở", "Chủ trì: PCT", "Phòng họp số 2"],
    ];
    expect(said(read(table(...rows)).entries)).toEqual([
      "2 | 14:00- | Họp giao ban | Lãnh đạo UBND phường | Phòng họp số 1",
      "3 | 08:00- | Dự họp với Sở | Chủ trì: PCT | Phòng họp số 2",
    ]);
  });

  test("makes no night of a morning's hour under the afternoon: it is kept as typed", () => {
    const [, entry] = read(table(["Thứ Hai", "8h", "Họp"], ["Thứ Hai", "Chiều 11h30", "Họp"])).entries;
    expect(entry).toMatchObject({ when: "at", from: "Chiều 11h30" });
  });

  test("takes neither a name nor the day on which it was signed for one of its days", () => {
    const html = `<p>Ngày 27/11/2026</p>${table(["Mai", "8h", "Họp"], ["Thứ Ba", "9h", "Tiếp dân"])}`;
    const { entries, left } = read(html);
    expect(entries.map(({ day, from }) => [day, from])).toEqual([
      [1, "Mai 8h"],
      [2, "09:00"],
    ]);
    expect(left).toEqual(["Ngày 27/11/2026"]);
  });

  test("of another week puts its entries under their weekdays and says so", () => {
    const { entries, ofAnotherWeek } = read(table(["Thứ Hai 07/12", "8h", "Họp"], ["Thứ Ba 08/12", "9h", "Họp"]));
    expect(entries.map(({ day }) => day)).toEqual([1, 2]);
    expect(ofAnotherWeek).toBe(2);
  });

  test("whose weekday is not that of its date is not guessed at", () => {
    const [, entry] = read(table(["Thứ Hai", "8h", "Họp"], ["Thứ Ba 30/11", "9h", "Họp"])).entries;
    expect(entry).toMatchObject({ day: 1, from: "Thứ Ba 30/11 9h" });
  });

  test("without any day is put under the first one and says so", () => {
    expect(read(table(["8h", "Họp", "Chủ tịch"], ["9h", "Tiếp dân", "PCT"]))).toMatchObject({
      ...{
        undated: 2,
        entries: [
          { day: 1, from: "08:00" },
          { day: 1, from: "09:00" },
        ],
      },
    });
  });

  test("with several hours in a row makes as many entries where there are as many lines of content, and else none of them is lost", () => {
    const br = (...lines: string[]) => lines.join("<br>");
    const row = (what: string) => [
      ["Thứ Hai", "8h", "Họp", "CT"],
      ["Thứ Ba", br("8h00", "14h00"), what, "CT"],
    ];
    const [, ...both] = read(table(...row(br("Họp A", "Họp B")))).entries;
    expect(both).toMatchObject([
      { from: "08:00", what: "Họp A" },
      { from: "14:00", what: "Họp B", leaders: "CT" },
    ]);
    const [, ...one] = read(table(...row(br("Họp A", "Họp B", "Họp C")))).entries;
    expect(one).toMatchObject([{ from: "8h00 14h00", what: "Họp A\nHọp B\nHọp C" }]);
  });

  test.each([
    ["8h00", "at 08:00-"],
    ["08:00", "at 08:00-"],
    ["14 giờ 30", "at 14:30-"],
    ["Sáng 8h", "at 08:00-"],
    ["Sáng: 8h00 – 11h30", "at 08:00-11:30"],
    ["từ 7g30 đến 9g", "at 07:30-09:00"],
    ["Buổi chiều", "afternoon -"],
    ["TỐI", "evening -"],
    // What could be meant otherwise is not guessed at.
    ["2h - 4h chiều", "at 2h - 4h chiều-"],
    ["Sáng 13h30", "at Sáng 13h30-"],
    ["8h, 10h, 14h", "at 8h, 10h, 14h-"],
    ["sau giờ làm", "at sau giờ làm-"],
  ])("has “%s” for %s", (typed, meant) => {
    const [entry] = read(
      table(["Thứ Hai", typed, "Họp", "CT"], ["Thứ Ba", "8h", "Họp", "CT"], ["Thứ Tư", "8h", "Họp", "CT"]),
    ).entries;
    expect(`${entry?.when} ${entry?.from}-${entry?.to}`).toBe(meant);
  });

  test("keeps words in the place of an hour that have no room there", () => {
    const typed = "ngay sau khi đoàn của thành phố đến nơi, dự kiến 9h00 hoặc muộn hơn";
    const [entry] = read(
      table(["Thứ Hai", typed, "Đón đoàn", "CT"], ["Thứ Ba", "8h", "Họp", "CT"], ["Thứ Tư", "9h", "Họp", "CT"]),
    ).entries;
    expect(entry).toMatchObject({ from: "", what: `${typed}\nĐón đoàn` });
  });
});

describe("what is no table", () => {
  test.each([
    ["a sentence", "", "Giao ban tuần"],
    ["lines", "<p>Giao ban</p><p>Tiếp dân</p>", "Giao ban\nTiếp dân"],
    ["a cell alone", "<table><tr><td>Giao ban</td></tr></table>", "Giao ban"],
    ["two cells", "<table><tr><td>8h</td><td>Giao ban</td></tr></table>", "8h\tGiao ban"],
    ["lines that begin with a tab", "", "\tGiao ban\n\tTiếp dân"],
    ["nothing", "", ""],
  ])("is for the field that it is pasted into: %s", (_, html, text) => {
    expect(tablesIn({ html, text })).toBeNull();
  });
});

test("a table that is made to be large costs little, and runs no script", () => {
  const ran = vi.fn();
  vi.stubGlobal("alert", ran);
  const cells = '<td colspan="1000" rowspan="65534">a</td>'.repeat(50);
  const found = tablesIn({
    html: `<table>${`<tr>${cells}</tr>`.repeat(50)}</table><script>alert(1)</script>`,
    text: "",
  });
  expect(found).toBeNull();
  expect(ran).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
  expect(read(table(...Array.from({ length: 3_000 }, () => ["Thứ Hai", "8h", "Họp"]))).entries).toHaveLength(500);
  // Quotation marks that never end make one cell of it, which is no table.
  expect(tablesIn({ html: "", text: `"${'a\t"'.repeat(30_000)}` })).toBeNull();
});
