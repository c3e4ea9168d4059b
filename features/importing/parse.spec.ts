import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Block } from "#features/text/body.ts";
import { plainLines } from "#features/text/plain.ts";
import { parseArticle } from "./parse.ts";

const NOW = new Date("2026-11-22T08:00:00Z");
const fixture = readFileSync(new URL("./fixtures/hop-giao-ban-thang-tam.txt", import.meta.url), "utf8");
const HEAD = "Tin phường\n\nMở lại cầu Ao Cả\nNgày đăng 07/03/2019 | 16:40 | Lượt xem: 268\n\n";
const FIRST = "Cầu Ao Cả mở lại.\n\n";

const parse = (text: string) => parseArticle(text, NOW);
const said = (blocks: Block[]) => blocks.flatMap(plainLines);
const bodyOf = (text: string) => parse(`${HEAD}${FIRST}${text}`).blocks;

test("a page of an older portal is read whole", () => {
  const read = parse(fixture);
  expect(read.section).toEqual({ name: "Đảng - đoàn thể", line: 1 });
  expect(read.headline).toBe("Phường Sen Hồ họp giao ban khối dân vận tháng 8, bàn việc giữ nước hồ sạch");
  expect(read.at.toISOString()).toBe("2022-08-19T01:05:00.000Z");
  expect(read.views).toBe(1342);
  expect(read.standfirst).toMatch(/^Chiều 18\/8\/2022, .* năm học mới\.$/);
  expect(read.blocks.map(({ type }) => type)).toEqual([
    "paragraph",
    "paragraph",
    "orderedList",
    "figure",
    "paragraph",
    "orderedList",
  ]);
  expect(read.blocks.flatMap((block) => (block.type === "orderedList" ? [block.attrs.style] : []))).toEqual([
    "(1)",
    "(1).",
  ]);
  expect(said(read.blocks).at(-1)).toMatch(/quanh hồ\.\/\.$/);
  expect(read.notes).toEqual(["line 20: taken as the caption of a picture that is awaited"]);
});

test("the same text is the same, whatever its blanks, line ends, Unicode form and count", () => {
  const { textHash } = parse(fixture);
  const written = [
    fixture.replaceAll("\n", "\r\n"),
    `\uFEFF${fixture}`,
    fixture.normalize("NFD"),
    fixture.replaceAll("\n\n", "\n \u00a0\n\t\n"),
    fixture.replaceAll(" ", "  "),
    fixture.replace("1.342", "1.397"),
  ];
  expect(written.map((text) => parse(text).textHash)).toEqual(written.map(() => textHash));
  const others = [
    ["38,5 tấn", "38,6 tấn"],
    ["Đảng - đoàn thể", "Tin phường"],
    ["19/08/2022", "20/08/2022"],
    ["tháng 8, bàn", "tháng 9, bàn"],
  ] as const;
  for (const [is, other] of others) expect(parse(fixture.replace(is, other)).textHash).not.toBe(textHash);
});

test("decomposed letters arrive composed", () => {
  const read = parse(fixture.normalize("NFD"));
  expect(read.headline).toBe(read.headline.normalize("NFC"));
  expect(said(read.blocks)).toEqual(said(parse(fixture).blocks));
});

test("lists keep their first number, and a list that was interrupted goes on where it stopped", () => {
  const blocks = bodyOf("(4) Bốn.\n(5) Năm.\n\nLời bàn.\n\n(6) Sáu.\n(7) Bảy.");
  expect(blocks.map((block) => (block.type === "orderedList" ? block.attrs.start : block.type))).toEqual([
    4,
    "paragraph",
    6,
  ]);
  expect(said(blocks)).toEqual(["(4) Bốn.", "(5) Năm.", "Lời bàn.", "(6) Sáu.", "(7) Bảy."]);
});

test.each([
  ["a) Một.\nb) Hai.\nc) Ba.\nd) Bốn.\nđ) Năm.\ne) Sáu.", ["orderedList"]],
  ["- Một.\n- Hai.", ["bulletList"]],
  ["+ Một.\n+ Hai.", ["bulletList"]],
  ["1. Một.\n2. Hai.", ["orderedList"]],
  ["1. Một.\n2) Hai.", ["paragraph", "paragraph"]],
  ["(1) Một.\n(1) Một nữa.", ["paragraph", "paragraph"]],
  ["(1) Một.\n(2). Hai.", ["paragraph", "paragraph"]],
  ["(1) Một mình.", ["paragraph"]],
  ["– Gạch dài.\n– Gạch dài nữa.", ["paragraph", "paragraph"]],
  ["01. Một.\n02. Hai.", ["paragraph", "paragraph"]],
  ["1.265 lượt xem.\n2.300 lượt xem.", ["paragraph", "paragraph"]],
])("%j becomes %j, letter for letter", (text, types) => {
  const blocks = bodyOf(text);
  expect(blocks.map(({ type }) => type)).toEqual(types);
  expect(said(blocks)).toEqual(text.split("\n"));
});

test.each([
  ["a short line between paragraphs", "Một.\n\nBà con đi qua cầu\n\nHai.", ["paragraph", "figure", "paragraph"]],
  ["two of them", "Một.\n\nCầu cũ\n\nCầu mới\n\nHai.", ["paragraph", "figure", "figure", "paragraph"]],
  ["right after the standfirst", "Bà con đi qua cầu\n\nHai.", ["figure", "paragraph"]],
  ["between a list and a paragraph", "- A.\n- B.\n\nCầu mới\n\nHai.", ["bulletList", "figure", "paragraph"]],
  ["with no blank lines anywhere", "Một.\nCầu mới\nHai.", ["paragraph", "figure", "paragraph"]],
])("a caption: %s", (_, text, types) => {
  expect(bodyOf(text).map(({ type }) => type)).toEqual(types);
});

test.each([
  ["the last line, a name", "Một.\n\nTrịnh Văn Khoát"],
  ["verses, which stand together", "Một.\n\nSen nở trắng hồ\nGió đưa hương lại\n\nHai."],
  ["a line that ends with a quoted full stop", 'Một.\n\nBà nói: "Xong rồi."\n\nHai.'],
  ["a line of stars", "Một.\n\n***\n\nHai."],
  ["a lone point", "Một.\n\n1. Kết quả\n\nHai."],
  ["a long line without a full stop", `Một.\n\n${"Nước hồ trong ".repeat(25)}\n\nHai.`],
])("no caption: %s", (_, text) => {
  expect(new Set(bodyOf(text).map(({ type }) => type))).toEqual(new Set(["paragraph"]));
});

test("a headline over two lines is one headline", () => {
  const read = parse("Tin phường\n\nMở lại\ncầu Ao Cả\nNgày đăng 07/03/2019 | 16:40\n\nMột.\n\nHai.");
  expect(read).toMatchObject({ section: { name: "Tin phường", line: 1 }, headline: "Mở lại cầu Ao Cả" });
});

test("without a section line the section is left open", () => {
  const read = parse("\n\nMở lại cầu Ao Cả\nNgày đăng 07/03/2019 | 16:40\n\nMột.\n\nHai.");
  expect(read).toMatchObject({ section: null, headline: "Mở lại cầu Ao Cả", views: 0 });
});

test.each([
  ["one paragraph", "Cầu mở lại hôm nay.", 1],
  ["a list first", "- Một.\n- Hai.", 1],
  ["a first paragraph that is too long", `${"Nước hồ trong. ".repeat(220)}\n\nHai.`, 2],
])("%s: no standfirst, and nothing is lost", (_, text, count) => {
  const read = parse(`${HEAD}${text}`);
  expect(read.standfirst).toBe("");
  expect(read.blocks).toHaveLength(count);
  expect(read.notes[0]).toMatch(/^line 6: .*there is no standfirst$/);
});

test("direction marks are left out and said", () => {
  const read = parse(`${HEAD}Một.\n\n\u202ABa hai\u202C một.`);
  expect(said(read.blocks)).toEqual(["Ba hai một."]);
  expect(read.notes).toEqual(["line 8: invisible direction marks were left out"]);
});

test.each([
  ["no text at all", " \n\u00a0\n", null, /empty/],
  ["no date line", "Tin phường\n\nMở lại cầu\n\nMột.\n", 5, /no date line/],
  ["no headline", "\nNgày đăng 07/03/2019 | 16:40\n\nMột.", 2, /no headline/],
  ["three things above the date", "Tin\n\nDẫn\n\nMở lại\nNgày đăng 07/03/2019 | 16:40\n\nMột.", 5, /something else/],
  ["nothing below the date", HEAD, 4, /no text below/],
  ["a headline without end", `T\n\n${"cầu ".repeat(90)}\nNgày đăng 07/03/2019 | 16:40\n\nMột.`, 3, /longer than 300/],
])("refused, with its line: %s", (_, text, line, reason) => {
  expect(() => parse(text)).toThrow(expect.objectContaining({ line, reason: expect.stringMatching(reason) }));
});
