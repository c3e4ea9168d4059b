import { expect, test } from "vitest";
import type { LowerEntry, MenuEntry } from "#features/kinds/site.ts";
import { treeOf } from "#features/sites/tree.ts";
import { type Here, menuOf } from "./menu.ts";
import type { PageLink } from "./types.ts";

const section = (id: number, parentId: number | null, opened = true) => ({
  ...{ id, parentId, opened },
  name: `Mục ${id}`,
  slug: `muc-${id}`,
});
const tree = treeOf([section(1, null), section(2, 1), section(3, null), section(4, null, false), section(5, 4, false)]);
const page = (number: number, place: PageLink["place"]): PageLink => ({
  ...{ number, place },
  title: `Trang ${number}`,
  path: `/trang-${number}`,
});
const pages = [page(11, "menu"), page(12, "footer"), page(13, "none")];

const to = {
  section: (id: number, words = ""): LowerEntry => ({ to: "section", id, words }),
  page: (id: number, words = ""): LowerEntry => ({ to: "page", id, words }),
  link: (address: string, words: string): LowerEntry => ({ to: "link", address, words }),
};
const top = (entry: LowerEntry, ...below: LowerEntry[]): MenuEntry => ({ ...entry, below });

/** "Mục 1 /muc-1" and what is below it. */
const shown = (menu: MenuEntry[], here?: Here) =>
  menuOf({ menu, tree, pages }, here).map(({ words, path, below }) =>
    [`${words} ${path}`, ...below.map((one) => `${one.words} ${one.path}`)].join(" | "),
  );

test("a menu that says nothing is the sections that readers know, and the pages whose place is there", () => {
  expect(shown([])).toEqual(["Mục 1 /muc-1", "Mục 3 /muc-3", "Trang 11 /trang-11"]);
});

test("a menu is as it is said, in two levels, with the words of its own", () => {
  const menu = [
    top(to.page(13, "Giới thiệu"), to.section(2), to.link("https://dichvucong.example/", "Dịch vụ công")),
    top(to.section(3, "Tin")),
    top(to.page(11)),
  ];
  expect(shown(menu)).toEqual([
    "Giới thiệu /trang-13 | Mục 2 /muc-2 | Dịch vụ công https://dichvucong.example/",
    "Tin /muc-3",
    "Trang 11 /trang-11",
  ]);
});

test("what readers may not open is left out, and what stands below it takes its place", () => {
  const menu = [
    top(to.page(99), to.section(3), to.section(5)),
    top(to.section(4)),
    top(to.link("javascript:alert(1)", "x")),
    top(to.section(1), to.page(99), to.link("/a b", "x")),
  ];
  expect(shown(menu)).toEqual(["Mục 3 /muc-3", "Mục 1 /muc-1", "Trang 11 /trang-11"]);
});

test("a section that readers never met is there around a preview of its first article", () => {
  expect(shown([], { sectionId: 5 })).toContain("Mục 4 /muc-4");
});

test("the menu says where one is, and in what that lies", () => {
  const menu = [top(to.section(1), to.section(2)), top(to.link("/x", "Khác"), to.page(12))];
  const marks = (here: Here) =>
    menuOf({ menu, tree, pages }, here).map(({ current, below }) => [current, ...below.map((one) => one.current)]);
  expect(marks({ sectionId: 2 })).toEqual([["true", "page"], [undefined, undefined], [undefined]]);
  expect(marks({ sectionId: 1 })).toEqual([["page", undefined], [undefined, undefined], [undefined]]);
  // An article is no section: it lies in one.
  expect(marks({ sectionId: 2, isInside: true })).toEqual([["true", "true"], [undefined, undefined], [undefined]]);
  expect(marks({ page: 12 })).toEqual([[undefined, undefined], ["true", "page"], [undefined]]);
  expect(marks({ page: 11 })).toEqual([[undefined, undefined], [undefined, undefined], ["page"]]);
});

test("an address that somebody has typed says as well that one is there, or below it", () => {
  const menu = [
    top(to.link("/van-ban", "Văn bản"), to.link("/chu-de/", "Chủ đề")),
    top(to.link("/", "Đầu trang"), to.link("/muc-1", "Một"), to.link("/trang-12", "Liên hệ")),
    top(to.link("https://khac.example/van-ban", "Nơi khác"), to.link("/van-ban?loai=x", "Một loại")),
  ];
  const marks = (here: Here) =>
    menuOf({ menu, tree, pages }, here).map(({ current, below }) => [current, ...below.map((one) => one.current)]);
  expect(marks({ path: "/van-ban" })).toEqual([
    ["page", undefined],
    [undefined, undefined, undefined],
    [undefined, undefined],
    [undefined],
  ]);
  expect(marks({ path: "/van-ban/thong-tu-8" })[0]).toEqual(["true", undefined]);
  expect(marks({ path: "/van-ban-khac" })[0]).toEqual([undefined, undefined]);
  expect(marks({ path: "/chu-de" })[0]).toEqual(["true", "page"]);
  expect(marks({ path: "/chu-de/lu" })[0]).toEqual(["true", "true"]);
  expect(marks({ path: "/" })[1]).toEqual(["page", undefined, undefined]);
  expect(marks({ sectionId: 1 })[1]).toEqual(["true", "page", undefined]);
  expect(marks({ sectionId: 2 })[1]).toEqual(["true", "true", undefined]);
  expect(marks({ sectionId: 1, isInside: true })[1]).toEqual(["true", "true", undefined]);
  expect(marks({ page: 12 })[1]).toEqual(["true", undefined, "page"]);
});
