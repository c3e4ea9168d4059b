import { expect, it } from "vitest";
import { MAX_SLUG, SLUG, slugFrom, slugProblem } from "./slug.ts";

it("a headline becomes an address without marks, in whichever form its letters come", () => {
  const headline = "Giao ban Khối Đảng, đoàn thể phường 6 tháng đầu năm 2026";
  expect(slugFrom(headline)).toBe("giao-ban-khoi-dang-doan-the-phuong-6-thang-dau-nam-2026");
  expect(slugFrom(headline.normalize("NFD"))).toBe(slugFrom(headline));
});

it("every Vietnamese letter has a plain one", () => {
  expect(slugFrom("ăâđêôơư ỳỷỹỵ ẰẮẲẴẶ ĐƯỜNG")).toBe("aadeoou-yyyy-aaaaa-duong");
});

it("capitals inside a word do not cut it, and & is read", () => {
  expect(slugFrom("UBND & HĐND, TPHCM, eGov")).toBe("ubnd-va-hdnd-tphcm-egov");
});

it("a long one is cut at a word", () => {
  const slug = slugFrom("một hai ba bốn năm ".repeat(20));
  expect(slug.length).toBeLessThanOrEqual(MAX_SLUG);
  expect(slug).toMatch(/-(mot|hai|ba|bon|nam)$/);
  expect(slugFrom("a".repeat(200))).toHaveLength(MAX_SLUG);
});

it("nothing readable still gives an address, and a reserved word is not taken", () => {
  expect(slugFrom("！！！")).toBe("bai-viet");
  expect(slugFrom("RSS")).toBe("bai-viet-rss");
  expect(slugFrom("Tìm kiếm")).toBe("bai-viet-tim-kiem");
});

it("what it makes is never refused", () => {
  for (const headline of ["", "Desk", "  ", "Số 06/2026/NQ-HĐND", "1.265 lượt xem!", "—"]) {
    expect(slugProblem(slugFrom(headline))).toBeNull();
    expect(slugFrom(headline)).toMatch(SLUG);
  }
});
