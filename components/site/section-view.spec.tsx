import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SectionView } from "./section-view.tsx";

const news = { id: 1, parentId: null, name: "Tin tức", slug: "tin-tuc" };
const party = { id: 2, parentId: 1, name: "Đảng - đoàn thể", slug: "dang-doan-the" };
const empty = { below: [], page: 1, pages: 1, cards: [], front: null, now: new Date() };

test("a section that has been emptied says so, and leads on to what lies above it and to the home page", () => {
  const html = renderToStaticMarkup(<SectionView {...empty} section={party} path={[news, party]} />);
  expect(html).toContain("Hiện không có bài viết nào trong chuyên mục này.");
  expect(html).toMatch(/<a href="\/tin-tuc">Xem chuyên mục Tin tức<\/a>.*<a href="\/">Xem tin mới trên trang chủ<\/a>/);
  const top = renderToStaticMarkup(<SectionView {...empty} section={news} path={[news]} />);
  expect(top).not.toContain("Xem chuyên mục");
  expect(top).toContain('<a href="/">Xem tin mới trên trang chủ</a>');
});
