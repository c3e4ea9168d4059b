// @vitest-environment jsdom
import { describe, expect, it, onTestFinished } from "vitest";
import type { BodyDoc } from "#features/text/body.ts";
import { markerOf } from "#features/text/markers.ts";
import { editorWith, pasted } from "./fixtures/pasted.ts";
import { OTHER_PAGES, PROGRAMS, type WordParagraph } from "./fixtures/word-pages.ts";

/** What a writer puts in, and the lines that come of it: two blanks for each list around, and the marker. */
const SITUATIONS: Record<string, { given: WordParagraph[]; lines: string[] }> = {
  "official markers become lists of their styles": {
    given: [
      ...["(1)", "(2)"].map((marker) => ({ level: 1, marker, words: `Điểm ${marker}` })),
      ...["(1).", "(2)."].map((marker) => ({ level: 1, marker, words: "Khoản" })),
      ...["c)", "d)"].map((marker) => ({ level: 1, marker, words: "Tiết" })),
      ...["·", "o", "–", "+"].map((marker) => ({ level: 1, marker, words: "Ý" })),
    ],
    lines: [
      "(1) Điểm (1)",
      "(2) Điểm (2)",
      "(1). Khoản",
      "(2). Khoản",
      "c) Tiết",
      "d) Tiết",
      "- Ý",
      "- Ý",
      "- Ý",
      "+ Ý",
    ],
  },
  "levels become lists in the item before, and a gap is one deeper": {
    given: [
      { level: 1, marker: "1.", words: "Kè sông" },
      { level: 3, marker: "-", words: "Đoạn bắc" },
      { level: 2, marker: "a)", words: "Vật liệu" },
      { level: 1, marker: "2.", words: "Bến phà" },
    ],
    lines: ["1. Kè sông", "  - Đoạn bắc", "  a) Vật liệu", "2. Bến phà"],
  },
  "numbering goes on behind a paragraph, and a further paragraph stays in its item": {
    given: [
      { level: 1, marker: "1.", words: "Họp dân" },
      { level: 1, further: true, words: "Mời cả tổ hai." },
      { level: 1, marker: "2.", words: "Lấy ý kiến" },
      { words: "Sau đó:" },
      { level: 1, marker: "3.", words: "Trình xã" },
    ],
    lines: ["1. Họp dân", "  Mời cả tổ hai.", "2. Lấy ý kiến", "Sau đó:", "3. Trình xã"],
  },
  "a marker that our lists do not know stays as words": {
    given: [
      { level: 1, marker: "IV.", words: "Phần bốn" },
      { level: 2, marker: "1.1.", words: "Mục" },
      { level: 1, marker: "A.", words: "Chương" },
      { level: 1, marker: "Điều 1.", words: "Phạm vi" },
      { level: 1, marker: "f)", words: "Thừa" },
    ],
    lines: ["IV. Phần bốn", "1.1. Mục", "A. Chương", "Điều 1. Phạm vi", "f) Thừa"],
  },
  "a point without a word leaves nothing, and those behind it keep their numbers": {
    given: ["Một", "", "Ba"].map((words, at) => ({ level: 1, marker: `${at + 1}.`, words })),
    lines: ["1. Một", "3. Ba"],
  },
  "a heading keeps its number": {
    given: [
      { level: 1, marker: "2.", words: "Kết quả", tag: "h2" },
      { level: 1, marker: "1.", words: "Lúa" },
    ],
    lines: ["# 2. Kết quả", "1. Lúa"],
  },
  "letters and numbers say what they said, also where our lists count otherwise or no further": {
    given: [
      { level: 1, marker: "998.", words: "Gần cuối" },
      { level: 1, marker: "999.", words: "Cuối" },
      { level: 1, marker: "1000.", words: "Quá" },
      { level: 1, marker: "d)", words: "Bốn" },
      { level: 1, marker: "e)", words: "Sáu" },
    ],
    lines: ["998. Gần cuối", "999. Cuối", "1000. Quá", "d) Bốn", "e) Sáu"],
  },
};

describe.each(Object.entries(PROGRAMS))("from %s", (_, write) => {
  it.each(Object.entries(SITUATIONS))("%s", (_, { given, lines }) => {
    expect(outlineOf(write(given))).toEqual(lines);
  });

  it("Roman numerals stay words in the item that they lie below, also where one of them looks like a letter", () => {
    const numbers = ["i)", "ii)", "v)"].map((marker) => ({ level: 2, marker, words: "Ý" }));
    const { body, lines } = put(write([{ level: 1, marker: "1.", words: "Mục" }, ...numbers]));
    expect(lines).toEqual(["1. Mục", "  i) Ý", "  ii) Ý", "  v) Ý"]);
    expect(body.content.map(({ type }) => type)).toEqual(["orderedList"]);
    expect(JSON.stringify(body).match(/"[a-z]+List"/g)).toHaveLength(1);
  });

  it("a marker that our lists do not know makes no list", () => {
    const others = ["IV.", "iv.", "I)", "(ii)", "1.1.", "A.", "Điều 1.", "f)"];
    const { body, lines } = put(write(others.map((marker) => ({ level: 1, marker, words: "Ý" }))));
    expect(lines).toEqual(others.map((marker) => `${marker} Ý`));
    expect(body.content.map(({ type }) => type)).toEqual(others.map(() => "paragraph"));
  });

  it("lists in cells become lists there", () => {
    const list = write([{ level: 1, marker: "(1)", words: "Trong ô" }]);
    const cell = list.replace(
      /([\s\S]*StartFragment-->)([\s\S]*)(<!--End[\s\S]*)/,
      "$1<table><tr><td>$2</td></tr></table>$3",
    );
    expect(outlineOf(cell)).toEqual(["| (1) Trong ô"]);
  });
});

describe("from elsewhere", () => {
  it.each(Object.entries(OTHER_PAGES))("%s", (_, { html, lines }) => {
    expect(outlineOf(html)).toEqual(lines);
  });

  it("a name of a table that is too long stands in front of it, and a framed table stays one", () => {
    const name = "Giá ".repeat(90).trim();
    expect(outlineOf(`<table><caption>${name}</caption><tr><td>1</td></tr></table>`)).toEqual([name, "| 1"]);
    expect(outlineOf("<figure><table><tr><td>1</td></tr></table><figcaption>Giá</figcaption></figure>")).toEqual([
      "| 1",
      "Giá",
    ]);
  });

  it("a name of a table on two lines keeps a blank between them", () => {
    expect(outlineOf("<table><caption>Bảng 1<br>Giá lúa</caption><tr><td>1</td></tr></table>").join("\n")).toContain(
      "Bảng 1 Giá lúa",
    );
  });

  it("an item is counted as a browser counts it, by Roman numerals as far as there are any", () => {
    const html = [1, 449, 3_999, 4_000, 2_000_000_000]
      .map((at) => `<ol type="I" start="${at}"><li>Ý</li></ol>`)
      .join("");
    expect(outlineOf(html)).toEqual(["I. Ý", "CDXLIX. Ý", "MMMCMXCIX. Ý", "4000. Ý", "2000000000. Ý"]);
  });

  it("the items of a list that counts down say their numbers", () => {
    const three = "<li>ba</li><li>hai</li><li>một</li>";
    expect(outlineOf(`<ol reversed>${three}</ol>`)).toEqual(["3. ba", "2. hai", "1. một"]);
    expect(outlineOf(`<ol reversed start="9">${three}</ol>`)).toEqual(["9. ba", "8. hai", "7. một"]);
  });

  it("words between items that have no list stay between them", () => {
    expect(outlineOf("<li>một</li>hai<li>ba</li>")).toEqual(["- một", "hai", "- ba"]);
  });

  it("what other programs of the same kind copied is put in place as all else is", () => {
    expect(outlineOf('<table data-pm-slice="1 1 []"><tr><td><h2>Mục</h2></td></tr></table>')).toEqual(["| Mục"]);
  });

  it("lists deeper than a text can hold are paragraphs, with all their words", () => {
    const html = `${"<ul><li>x".repeat(60)}${"</li></ul>".repeat(60)}`;
    expect(outlineOf(html).join("").match(/x/g)).toHaveLength(60);
  });
});

const picture = new File(["x"], "anh.png", { type: "image/png" });
const GIF = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAACADs=";

/** Each block by its name, a figure with the name of the file that comes into it. */
function blocksOf({ body, brought }: ReturnType<typeof put>): string[] {
  const files = new Map(brought.map(({ id, file }) => [id, file.name]));
  return body.content.map(({ type, attrs }) =>
    type === "figure" ? `figure ${files.get(attrs.id) ?? "awaited"}` : type,
  );
}

describe("pictures", () => {
  it.each([
    ["alone, from the clipboard", "", { files: [picture] }],
    ["with their names as text", "", { files: [picture], text: "anh.png" }],
    ["that a browser copied, by address and as a file", '<img src="https://bao.example/a.jpg">', { files: [picture] }],
  ])("%s become figures", (_, html, given) => {
    const came = put(html, given);
    expect(came.left).toBeNull();
    expect(blocksOf(came)).toEqual(["figure anh.png"]);
  });

  it("of a page come with its words, each behind the block that it stands in, in their order", () => {
    const came = put(
      `<p>Lễ hội <img src="${GIF}" alt="Rước kiệu"> đầu xuân <img src="${GIF}"></p><p>Hết.</p><div><img src="${GIF}"></div>`,
    );
    expect(came.left).toBeNull();
    expect(blocksOf(came)).toEqual([
      "paragraph",
      "figure anh-1.gif",
      "figure anh-2.gif",
      "paragraph",
      "figure anh-3.gif",
    ]);
    expect(came.lines).toEqual(["Lễ hội đầu xuân", "Hết."]);
    expect(came.brought[0]?.file).toMatchObject({ type: "image/gif", size: 26 });
    expect(came.body.content[1]?.attrs).toMatchObject({ file: null, alt: "Rước kiệu" });
  });

  it("in lists and tables stand behind them, and tear nothing", () => {
    const came = put(
      `<ul><li>Một <img src="${GIF}"></li><li>Hai</li></ul><table><tr><td>Ô<img src="${GIF}"></td></tr></table>`,
    );
    expect(blocksOf(came)).toEqual(["bulletList", "figure anh-1.gif", "table", "figure anh-2.gif"]);
  });

  it("with a caption keep it; what is only an address is awaited, and told", () => {
    const came = put(
      `<figure><img src="https://bao.example/a.jpg" alt="Kè sông"><figcaption>Đoạn kè mới</figcaption></figure><p>Chữ <img src="file:///C:/anh.png"></p>`,
      { files: [picture] },
    );
    expect(came.left).toEqual({ kind: "awaited", count: 2 });
    expect(blocksOf(came)).toEqual(["figure awaited", "paragraph", "figure awaited"]);
    expect(came.body.content[0]).toMatchObject({
      attrs: { file: null, alt: "Kè sông" },
      content: [{ text: "Đoạn kè mới" }],
    });
  });

  it("that nobody sees are none, nor is a bullet that is a picture", () => {
    const bullet = `<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'><img src=b.gif alt="*"></span>Ý</p>`;
    expect(put(bullet)).toMatchObject({ left: null, lines: ["- Ý"] });
    expect(blocksOf(put(`<p>Thư <img src="https://x.example/1.gif" width="1" height="1"></p>`))).toEqual(["paragraph"]);
  });

  it("that are all of an item of Word's leave no empty item", () => {
    const item =
      "<p>Chữ</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.</span><img src=a></p>";
    const came = put(item);
    expect(came).toMatchObject({ left: { kind: "awaited", count: 1 }, lines: ["Chữ"] });
    expect(blocksOf(came)).toEqual(["paragraph", "figure awaited"]);
  });

  it("in a cell have no place there, which is told; the words come in", () => {
    const editor = editorWith("<table><tr><td>Ô</td></tr></table>");
    onTestFinished(() => editor.destroy());
    editor.commands.setTextSelection(5);
    const { left, brought } = pasted(`<p>Một</p><p><img src="${GIF}"></p>`, { editor });
    expect(left).toEqual({ kind: "pictures", count: 1 });
    expect(brought).toEqual([]);
    expect(editor.state.doc.textContent).toContain("Một");
    expect(editor.state.doc.childCount).toBe(1);
  });

  it("are taken back with the words by one undoing", () => {
    const { editor } = put(`<p>Lễ hội</p><p><img src="${GIF}"></p>`);
    editor.commands.undo();
    expect(editor.state.doc.textContent).toBe("");
    expect(editor.state.doc.childCount).toBe(1);
  });

  it("copied within the editor bring their file along", () => {
    const file = "ab".repeat(32);
    const html = `<figure data-pm-slice="0 0 []" data-id="figure01" data-file='"${file}"'><figcaption>Kè</figcaption></figure>`;
    const came = put(html);
    expect(came.left).toBeNull();
    expect(came.body.content).toMatchObject([{ type: "figure", attrs: { file } }]);
  });
});

describe("what does not come in is told", () => {
  const other = new File(["x"], "bai.zip");

  it.each([
    ["another file", { files: [other] }, { kind: "files", count: 1 }],
    ["a file with its name as text", { files: [other], text: "bai.zip" }, { kind: "files", count: 1 }],
  ])("%s changes nothing", (_, given, left) => {
    const came = put("", given);
    expect(came.left).toEqual(left);
    expect(came.lines).toEqual([""]);
  });

  it("files beside pictures, which come in", () => {
    const came = put("", { files: [other, picture] });
    expect(came.left).toEqual({ kind: "files", count: 1 });
    expect(blocksOf(came)).toEqual(["figure anh.png"]);
  });

  it("nothing, where documents come beside pictures: each has its place, in their order", () => {
    const document = new File(["x"], "Quyết định 12.pdf", { type: "application/pdf" });
    const untyped = new File(["x"], "BANG.XLSX");
    const came = put("", { files: [document, picture, untyped] });
    expect(came.left).toBeNull();
    expect(came.brought.map(({ file }) => file.name)).toEqual(["Quyết định 12.pdf", "anh.png", "BANG.XLSX"]);
    const ids = came.brought.map(({ id }) => id);
    expect(came.body.content).toMatchObject([
      { type: "attachment", attrs: { id: ids[0], file: null, title: "Quyết định 12", summary: "" } },
      { type: "figure", attrs: { id: ids[1] } },
      { type: "attachment", attrs: { id: ids[2], title: "BANG" } },
      { type: "paragraph" },
    ]);
  });

  it("an attachment copied within the editor brings its file and its words along", () => {
    const attrs = { file: "ab".repeat(32), title: "Quyết định", summary: "Giao việc" };
    const said = Object.entries(attrs).map(([name, value]) => `data-${name}='"${value}"'`);
    const came = put(`<div data-pm-slice="0 0 []" data-id="attach01" data-attachment ${said.join(" ")}></div>`);
    expect(came.left).toBeNull();
    expect(came.body.content).toMatchObject([{ type: "attachment", attrs }]);
  });

  it("words alone leave nothing to say", () => {
    expect(put("", { text: "Chữ" })).toMatchObject({ left: null, lines: ["Chữ"] });
  });

  it("HTML that the editor cannot hold comes in as its plain text", () => {
    const broken = `<ul><h1 data-pm-slice="" data-id="aaaaaaaa">Kênh Ba</h1></ul>`;
    expect(put(broken, { text: "Kênh Ba\nKênh Tư" })).toMatchObject({
      left: { kind: "looks" },
      lines: ["Kênh Ba", "Kênh Tư"],
    });
  });
});

it("what is pasted into a caption loses no word", () => {
  const editor = editorWith({ type: "doc", content: [{ type: "figure", content: [{ type: "text", text: "Ảnh" }] }] });
  editor.commands.setTextSelection(4);
  pasted("<p>Chợ nổi</p><ul><li>Sáng</li><li>Chiều</li></ul><table><tr><td>Tối</td></tr></table>", { editor });
  expect(editor.state.doc.textContent).toBe("ẢnhChợ nổiSángChiềuTối");
  editor.destroy();
});

it("one undoing takes a paste back as a whole, and nothing that was typed before it", () => {
  const editor = editorWith();
  editor.commands.insertContent("Mở đầu.");
  const before = editor.state.doc.textContent;
  const write = PROGRAMS["Word 2016"];
  pasted(write?.([1, 2, 3].map((at) => ({ level: 1, marker: `${at}.`, words: `Việc ${at}` }))) ?? "", { editor });
  expect(editor.state.doc.textContent).toContain("Việc 3");
  editor.commands.undo();
  expect(editor.state.doc.textContent).toBe(before);
  editor.destroy();
});

function put(html: string, given: { text?: string; files?: File[] } = {}) {
  const { body, left, brought, editor } = pasted(html, given);
  onTestFinished(() => editor.destroy());
  return { left, body, brought, editor, lines: outline(body) };
}

const outlineOf = (html: string): string[] => {
  const { left, lines } = put(html);
  expect(left).toBeNull();
  return lines;
};

type Part = { type: string; text?: string; attrs?: Record<string, unknown>; content?: Part[] };

function outline(body: BodyDoc): string[] {
  const lines = (part: Part): string[] => {
    const { type, attrs = {}, content = [] } = part;
    if (type === "heading" || type === "paragraph") {
      return [
        `${type === "heading" ? "# " : ""}${content
          .map(({ text = "\n" }) => text)
          .join("")
          .trim()}`,
      ];
    }
    if (type === "tableCell" || type === "tableHeader") return content.flatMap(lines).map((line) => `| ${line}`);
    if (!type.endsWith("List")) return content.flatMap(lines);
    return content.flatMap((item, at) => {
      const [first, ...others] = (item.content ?? []).flatMap(lines);
      return [
        `${markerOf(attrs.style as "1.", Number(attrs.start ?? 1) + at)} ${first}`,
        ...others.map((line) => `  ${line}`),
      ];
    });
  };
  return lines(body as Part);
}
