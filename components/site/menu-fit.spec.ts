import { expect, test } from "vitest";
import { hereInWords, howManyFit } from "./menu-fit.ts";

const entry = (words: string, below: never[] = []) => ({ words, below });

test("a short menu stands in one row, a long one is folded from where the row is full", () => {
  expect(howManyFit([entry("Tin tức"), entry("Thông báo")])).toBe(2);
  const long = Array.from({ length: 15 }, () => entry("Cải cách hành chính"));
  expect(howManyFit(long)).toBe(5);
  expect(howManyFit([])).toBe(0);
  expect(howManyFit([entry("Một tên rất dài ".repeat(12))])).toBe(0);
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
