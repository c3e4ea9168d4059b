import { expect, test } from "vitest";
import { findSection, keyOf } from "./find-section.ts";
import { distance } from "./nearest.ts";
import type { Section } from "./tree.ts";

const tree: Section[] = [
  { id: 1, parentId: null, name: "Tin tức - sự kiện", slug: "tin-tuc-su-kien" },
  { id: 2, parentId: 1, name: "Đảng - đoàn thể", slug: "dang-doan-the" },
  { id: 3, parentId: 1, name: "Văn hóa - thể thao", slug: "van-hoa-the-thao" },
  { id: 4, parentId: 1, name: "Quý I", slug: "quy-i" },
  { id: 5, parentId: null, name: "Giới thiệu", slug: "gioi-thieu" },
  { id: 6, parentId: 5, name: "Thông báo", slug: "gioi-thieu-thong-bao" },
  { id: 7, parentId: 1, name: "Thông báo", slug: "thong-bao" },
];

test.each([
  ["Đảng - đoàn thể", 2],
  ["ĐẢNG – ĐOÀN THỂ", 2],
  ["  Đảng\u00a0—\tđoàn thể ", 2],
  ["Đảng-đoàn thể", 2],
  ["Đảng - đoàn thể".normalize("NFD"), 2],
  ["Văn hoá - thể thao", 3],
  ["VĂN HOÁ – THỂ THAO".normalize("NFD"), 3],
  ["dang-doan-the", 2],
  ["tin-tuc-su-kien/dang-doan-the", 2],
  ["/dang-doan-the", 2],
  ["/tin-tuc-su-kien/dang-doan-the/", 2],
  ["Tin tức – sự kiện / Đảng – đoàn thể", 2],
  ["Giới thiệu / Thông báo", 6],
  ["tin-tuc-su-kien/thong-bao", 7],
])("%j is a section", (asked, id) => {
  expect(findSection(tree, asked)).toEqual({ id });
});

test("a name that two sections bear needs its path", () => {
  expect(findSection(tree, "THÔNG BÁO")).toEqual({
    id: null,
    because: "several",
    nearest: ["Giới thiệu / Thông báo", "Tin tức - sự kiện / Thông báo"],
  });
});

test("an unknown name is answered with the nearest ones", () => {
  expect(findSection(tree, "Đảng - đòan thế")).toMatchObject({
    because: "unknown",
    nearest: ["Tin tức - sự kiện / Đảng - đoàn thể"],
  });
  expect(findSection(tree, "Tin tức / Văn hóa thể thao")).toMatchObject({
    nearest: ["Tin tức - sự kiện / Văn hóa - thể thao"],
  });
  expect(findSection(tree, "Xổ số kiến thiết")).toEqual({ id: null, because: "unknown", nearest: [] });
});

test("a path that skips a level is no path", () => {
  expect(findSection(tree, "Giới thiệu / Đảng - đoàn thể")).toMatchObject({ id: null });
});

test("where the tone mark stands makes no difference, and other words stay apart", () => {
  expect(["hoà", "khoẻ", "thuỷ", "Hoà bình"].map(keyOf)).toEqual(["hòa", "khỏe", "thủy", "hòa bình"].map(keyOf));
  expect(keyOf("quý")).toBe("quý");
  expect(keyOf("hoàn")).toBe("hoàn");
  expect(keyOf("Quý I")).not.toBe(keyOf("Qúy I"));
});

test("the distance of two names is the letters to change", () => {
  expect([distance("", "hồ"), distance("sen", "sen"), distance("sen hồ", "sên ho"), distance("ab", "")]).toEqual([
    2, 0, 2, 2,
  ]);
});
