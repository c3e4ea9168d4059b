import { expect, test } from "vitest";
import { LONGEST_SECTION, meantTag, nameFrom, newSection, RESERVED_AT_ROOT, renamed, tagSlug } from "./names.ts";
import type { Section } from "./tree.ts";

const tree: Section[] = [
  { id: 1, parentId: null, name: "Tin tức", slug: "tin-tuc" },
  { id: 2, parentId: 1, name: "Đảng - đoàn thể", slug: "dang-doan-the" },
];
const around = { tree, former: [{ slug: "doan-the", sectionId: 2 }], pageSlugs: ["lien-he"] };
const under = (parentId: number | null, name: string) => newSection(around, { name, parentId });

test("a section is kept by its name in composed letters, without blanks around it, and has its address from it", () => {
  const planned = { why: null, name: "Chuyện hồ & ao", slug: "chuyen-ho-va-ao" };
  expect(under(1, "  Chuyện   hồ & ao ".normalize("NFD"))).toEqual(planned);
  expect(under(null, "a".repeat(LONGEST_SECTION))).toMatchObject({ why: null });
});

test("a name that is none, or too long, or that leaves nothing for an address is no section's", () => {
  for (const name of ["", "   ", "!?", "—"]) expect(under(null, name)).toEqual({ why: "empty" });
  for (const much of [1, 100_000]) {
    expect(under(null, "a".repeat(LONGEST_SECTION + much))).toEqual({ why: "too_long" });
  }
});

test("an address is of one section, wherever it stands, or of a page, or of the program", () => {
  expect(under(null, "Dang doan the")).toEqual({
    ...{ why: "taken", slug: "dang-doan-the" },
    path: "Tin tức / Đảng - đoàn thể",
  });
  expect(under(null, "Liên hệ")).toEqual({ why: "page", slug: "lien-he" });
  for (const slug of RESERVED_AT_ROOT) expect(under(1, slug.toUpperCase())).toEqual({ why: "reserved", slug });
  expect(under(1, "Trang 1")).toMatchObject({ why: null, slug: "trang-1" });
});

test("an address that a section had is kept for it, and it may have it again", () => {
  const former = { why: "former", slug: "doan-the", path: "Tin tức / Đảng - đoàn thể" };
  expect(under(null, "Đoàn thể")).toEqual(former);
  const [news, party] = tree as [Section, Section];
  expect(renamed(around, news, { name: "Đoàn thể", slug: "" })).toEqual(former);
  expect(renamed(around, party, { name: "Đoàn thể", slug: "" })).toEqual({
    ...{ why: null, name: "Đoàn thể", slug: "doan-the" },
  });
});

test("a section is called otherwise under the address that it has, whatever that is, under one that is typed, or one of the name", () => {
  const old = { id: 9, parentId: null, name: "RSS", slug: "rss" };
  const called = (name: string, slug: string) => renamed({ ...around, tree: [...tree, old] }, old, { name, slug });
  expect(called("Tin qua RSS", "rss")).toEqual({ why: null, name: "Tin qua RSS", slug: "rss" });
  expect(called("Tin qua RSS", " nhan-tin ")).toEqual({ why: null, name: "Tin qua RSS", slug: "nhan-tin" });
  expect(called(" Tin  qua RSS", "")).toEqual({ why: null, name: "Tin qua RSS", slug: "tin-qua-rss" });
  expect(called("RSS", "rss")).toEqual({ why: "same" });
  expect(called("Tin", "tin-tuc")).toEqual({ why: "taken", slug: "tin-tuc", path: "Tin tức" });
  for (const slug of ["Tin", "a_b", "a".repeat(81)]) expect(called("Tin", slug)).toEqual({ why: "no_slug" });
});

test("a section stands at the top or under one of its own site", () => {
  expect(under(2, "Chi bộ")).toMatchObject({ why: null });
  expect(under(3, "Chi bộ")).toEqual({ why: "no_parent" });
});

const known = ["Đảng bộ", "mưa", "mùa", "C"].map((name, at) => ({
  name,
  slug: ["dang-bo", "mua", "mua-2", "c"][at] ?? "",
}));

test("a tag is meant by its name in whatever capitals, and without any marks where only one can be meant", () => {
  const meant = (name: string) => meantTag(name, known)?.name;
  for (const name of ["Đảng bộ", "đảng bộ", "ĐẢNG BỘ", "dang bo"])
    expect([name, meant(name)]).toEqual([name, "Đảng bộ"]);
  expect(["mưa", "MÙA", "mua", "Đang bộ", "C++"].map(meant)).toEqual(["mưa", "mùa", undefined, undefined, undefined]);
});

test("tags that only marks or signs tell apart have an address each", () => {
  expect(["múa", "C++", "Sen Hồ", "中文"].map((name) => tagSlug(name, known))).toEqual([
    "mua-3",
    "c-2",
    "sen-ho",
    "bai-viet",
  ]);
});

test("what is far too long is not read", () => {
  expect(nameFrom("  a  b ", 10)).toBe("a b");
  const much = " ".repeat(1_000);
  expect(nameFrom(much, 10)).toBe(much);
});
