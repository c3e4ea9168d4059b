import { expect, test } from "vitest";
import { hereInWords, inOneRow } from "./menu-fit.ts";

const entry = (words: string, current?: "page" | "true") => ({ words, below: [], current });
const row = (items: ReturnType<typeof entry>[]) => inOneRow(items).fit;

test("a short menu stands in one row, a long one is folded from where the row is full", () => {
  expect(row([entry("Tin tức"), entry("Thông báo")])).toBe(2);
  const long = Array.from({ length: 15 }, () => entry("Cải cách hành chính"));
  expect(row(long)).toBe(5);
  expect(row([])).toBe(0);
  expect(row([entry("Một tên rất dài ".repeat(12))])).toBe(0);
});

test("what is folded keeps its place where a reader is there: what unfolds it says so, and has the room for it", () => {
  const all = (at: number) =>
    Array.from({ length: 9 }, (_, nth) => entry("Cải cách hành chính", nth === at ? "page" : undefined));
  expect(inOneRow(all(2))).toEqual({ fit: 5, hidden: undefined });
  expect(inOneRow(all(7))).toEqual({ fit: 4, hidden: all(7)[7] });
  // What stood in the row may have to make room for it.
  expect(inOneRow(all(5))).toMatchObject({ fit: 4, hidden: { words: "Cải cách hành chính" } });
  expect(inOneRow([])).toEqual({ fit: 0, hidden: undefined });
});

test("where one is, is a section or a page that stands for itself, or nowhere", () => {
  const tree = [{ id: 3, name: "Thông báo" }] as never;
  const pages = [{ number: 9, title: "Liên hệ" }] as never;
  expect(hereInWords({ tree, pages }, { sectionId: 3 })).toBe("Thông báo");
  expect(hereInWords({ tree, pages }, { page: 9 })).toBe("Liên hệ");
  expect(hereInWords({ tree, pages }, {})).toBeNull();
  for (const [path, words] of [
    ["/van-ban", "Văn bản"],
    ["/van-ban/nghi-quyet-12", "Văn bản"],
    ["/lich-cong-tac/2026-w49", "Lịch công tác"],
    ["/tim-kiem", "Tìm kiếm"],
    ["/tu-khoa/doi-moi", "Từ khóa"],
    ["/tac-gia/tran-ha-vy", "Tác giả"],
    ["/rss", "Theo dõi tin mới bằng RSS"],
  ] as const)
    expect(hereInWords({ tree, pages }, { path })).toBe(words);
  expect(hereInWords({ tree, pages }, { path: "/tep/3/x" })).toBeNull();
});
