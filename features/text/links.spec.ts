import { expect, test } from "vitest";
import { article } from "#features/kinds/article.ts";
import { emptyContent, parseContent } from "./content.ts";
import { linksIn, linksOnlyIn, outwardLinks } from "./links.ts";

const text = (words: string, ...marks: unknown[]) => ({ type: "text", text: words, marks });
const link = (href: string) => ({ type: "link", attrs: { href } });
const paragraph = (...content: unknown[]) => ({ type: "paragraph", content });
const aText = (content: unknown[], source = { name: "", url: "" }) =>
  parseContent(article, { ...emptyContent(article), source, body: { type: "doc", content } });

test("every outward link is told by its words and its address, wherever it stands, and the source's own last", () => {
  const cell = { type: "tableCell", content: [paragraph(text("Bảng giá", link("https://gia.example/")))] };
  const blocks = [
    paragraph(text("Xem "), text("https://a.example", link("https://b.example/"))),
    {
      type: "bulletList",
      content: [{ type: "listItem", content: [paragraph(text("Thư", link("mailto:a@b.example")))] }],
    },
    { type: "table", content: [{ type: "tableRow", content: [cell] }] },
    { type: "figure", attrs: { file: null }, content: [text("Ảnh ở đây", link("https://anh.example/"))] },
  ];
  expect(outwardLinks(article, aText(blocks, { name: "Báo kia", url: "https://bao.example/" }))).toEqual([
    { words: "https://a.example", address: "https://b.example/" },
    { words: "Thư", address: "mailto:a@b.example" },
    { words: "Bảng giá", address: "https://gia.example/" },
    { words: "Ảnh ở đây", address: "https://anh.example/" },
    { words: "Báo kia", address: "https://bao.example/" },
  ]);
});

test("a link within the site is not told, and one that stands twice is told once", () => {
  const out = paragraph(text("Nghị quyết", link("https://b.example/")));
  const blocks = [paragraph(text("Tin cũ", link("/tin-cu"))), out, out];
  expect(outwardLinks(article, aText(blocks))).toEqual([{ words: "Nghị quyết", address: "https://b.example/" }]);
});

test("neighbours with one address are one link, whatever their looks; words between them part them", () => {
  const one = link("https://b.example/");
  const joined = paragraph(text("Nghị ", one), text("quyết", one, { type: "bold" }));
  expect(linksIn(aText([joined]).body)).toEqual([{ words: "Nghị quyết", address: "https://b.example/" }]);
  const parted = paragraph(text("Nghị", one), text(" và "), text("quyết", one));
  expect(linksIn(aText([parted]).body).map(({ words }) => words)).toEqual(["Nghị", "quyết"]);
});

test("of two texts the links of one are told that lead where the other has none", () => {
  const [mine, theirs] = ["/tin-cu", "https://b.example/"].map((href) => {
    return aText([paragraph(text("Xem", link(href)), text(" và "), text("đây", link("/chung")))]).body;
  });
  expect(mine && theirs && linksOnlyIn(mine, theirs)).toEqual([{ words: "Xem", address: "/tin-cu" }]);
  expect(mine && linksOnlyIn(mine, mine)).toEqual([]);
});
