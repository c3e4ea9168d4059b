import { describe, expect, it, vi } from "vitest";
import { Refusal } from "#lib/refusal.ts";
import { MAX_LEVELS, validateBody } from "./document.ts";

const text = (words: string, ...marks: unknown[]) => ({
  type: "text",
  text: words,
  ...(marks.length > 0 ? { marks } : {}),
});
const paragraph = (...content: unknown[]) => ({ type: "paragraph", content });
const doc = (...content: unknown[]) => ({ type: "doc", content });

function refusalOf(given: unknown): string {
  try {
    validateBody(given);
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.sentence}`;
    throw error;
  }
  return "taken";
}

describe("a body", () => {
  it("gets every attribute and an id of its own for every block", () => {
    const twice = { ...paragraph(text("Một")), attrs: { id: "same-id" } };
    const [first, second] = validateBody(doc(twice, structuredClone(twice))).content;
    expect(first?.attrs).toEqual({ id: "same-id", align: null });
    expect(second?.attrs.id).toMatch(/^[0-9a-z]{10}$/);
  });

  it("stays as it is when it is read again", () => {
    const once = validateBody(doc(paragraph(text("Sáng "), text("nay", { type: "bold" }))));
    expect(validateBody(structuredClone(once))).toEqual(once);
  });

  it("joins texts, drops empty ones, composes letters and leaves out controls", () => {
    const body = validateBody(doc(paragraph(text("Tie"), text(""), text("\u0302\u0301ng\u0000 Vie\u0323\u0302t"))));
    expect(body.content[0]).toMatchObject({ content: [{ type: "text", text: "Tiếng Việt" }] });
  });

  it("in very many pieces is no more work than the same text in one", () => {
    const normalized = vi.spyOn(String.prototype, "normalize");
    const pieces = Array.from({ length: 5_000 }, () => text("ệ"));
    validateBody(doc(paragraph(...pieces)));
    const letters = normalized.mock.contexts.reduce((sum: number, context) => sum + String(context).length, 0);
    expect(letters).toBeLessThan(10 * pieces.length);
    normalized.mockRestore();
  });

  it("may be empty", () => {
    expect(validateBody({ type: "doc" }).content).toHaveLength(1);
  });

  it("keeps official numbering and its start", () => {
    const list = {
      type: "orderedList",
      attrs: { style: "(1).", start: 4 },
      content: [{ type: "listItem", content: [paragraph(text("Ý"))] }],
    };
    expect(validateBody(doc(list)).content[0]?.attrs).toMatchObject({ style: "(1).", start: 4 });
  });

  it("may hold a picture that is still awaited, with its caption", () => {
    const figure = { type: "figure", attrs: { file: null }, content: [text("Quang cảnh hội nghị")] };
    expect(validateBody(doc(figure)).content[0]?.attrs).toMatchObject({ file: null, alt: "", decorative: false });
  });

  it("may hold a gallery with whatever number of pictures, each with all that a figure has, in their order", () => {
    const figure = (at: number) => ({ type: "figure", attrs: { credit: `${at}` }, content: [text(`Ảnh ${at}`)] });
    for (const count of [1, 2, 31]) {
      const figures = Array.from({ length: count }, (_, at) => figure(at));
      const [gallery] = validateBody(
        doc({ type: "gallery", attrs: { caption: " Ngày hội " }, content: figures }),
      ).content;
      expect(gallery).toMatchObject({ attrs: { caption: "Ngày hội" }, content: figures });
      expect(new Set((gallery?.type === "gallery" ? gallery.content : []).map(({ attrs }) => attrs.id)).size).toBe(
        count,
      );
    }
  });

  it("keeps how a picture is cut in the one spelling there is, and takes no other one", () => {
    const cut = (spelt: unknown) => doc({ type: "figure", attrs: { file: "ab".repeat(32), cut: spelt } });
    for (const spelt of ["", "90-0-0-5000-10000"]) {
      expect(validateBody(cut(spelt)).content[0]?.attrs).toMatchObject({ cut: spelt });
    }
    for (const other of ["0-0-0-10000-10000", "90-0-0-5000", "90-00-0-5000-10000", null, 90, { turn: 90 }]) {
      expect([other, refusalOf(cut(other))]).toEqual([other, expect.stringContaining("bad_text")]);
    }
  });
});

describe("a refused body names the place", () => {
  const cases: [string, unknown, string][] = [
    ["an unknown node", doc(paragraph(), { type: "iframe" }), "Đoạn thứ 2: có thành phần không được dùng (“iframe”)."],
    ["an inherited name", doc({ type: "constructor" }), "Đoạn thứ 1: có thành phần không được dùng (“constructor”)."],
    [
      "an unknown mark",
      doc(paragraph(), paragraph(text("x", { type: "strike" }))),
      "Đoạn thứ 2: có định dạng không được dùng (“strike”).",
    ],
    [
      "an unknown attribute",
      doc({ type: "paragraph", attrs: { style: "x" } }),
      "Đoạn thứ 1: có thuộc tính không được dùng (“style”).",
    ],
    [
      "an event attribute on a link",
      doc(paragraph(text("x", { type: "link", attrs: { href: "/", onclick: "x" } }))),
      "Đoạn thứ 1: có thuộc tính không được dùng (“onclick”).",
    ],
    [
      "a heading of level 1",
      doc({ type: "heading", attrs: { level: 1 } }),
      "Đoạn thứ 1 (tiêu đề phụ): thuộc tính “level” có giá trị không dùng được.",
    ],
    [
      "a figure in a quote",
      doc({ type: "blockquote", content: [{ type: "figure" }] }),
      "Đoạn thứ 1 (trích dẫn, ảnh 1): ảnh không được đặt ở đây.",
    ],
    [
      "a picture that is not named by its bytes",
      doc({ type: "figure", attrs: { file: 7 } }),
      "Đoạn thứ 1 (ảnh): thuộc tính “file” có giá trị không dùng được.",
    ],
    [
      "a gallery with words that no picture has",
      doc({ type: "gallery", content: [{ type: "figure" }, paragraph(text("x"))] }),
      "Đoạn thứ 1 (chùm ảnh): đoạn văn không được đặt ở đây.",
    ],
    [
      "a picture of a gallery",
      doc({ type: "gallery", content: [{ type: "figure" }, { type: "figure", attrs: { file: 7 } }] }),
      "Đoạn thứ 1 (chùm ảnh, ảnh 2): thuộc tính “file” có giá trị không dùng được.",
    ],
    [
      "a gallery without a picture",
      doc({ type: "gallery", content: [] }),
      "Đoạn thứ 1 (chùm ảnh): chùm ảnh đang để trống.",
    ],
    ["an empty list", doc({ type: "bulletList", content: [] }), "Đoạn thứ 1 (danh sách): danh sách đang để trống."],
    ["text outside a block", doc(text("x")), "Đoạn thứ 1 (chữ): chữ không được đặt ở đây."],
    ["something else", { type: "paragraph" }, "Nội dung bài: không phải là nội dung bài viết."],
    [
      "a mark twice",
      doc(paragraph(text("x", { type: "bold" }, { type: "bold" }))),
      "Đoạn thứ 1: có định dạng lặp lại.",
    ],
  ];
  it.each(cases)("%s", (_, given, sentence) => expect(refusalOf(given)).toBe(`bad_text ${sentence}`));

  it("counts rows and cells", () => {
    const cell = (child: unknown) => ({ type: "tableCell", content: [child] });
    const table = {
      type: "table",
      content: [{ type: "tableRow", content: [cell(paragraph()), cell(paragraph(text("x", { type: "blink" })))] }],
    };
    expect(refusalOf(doc(paragraph(), table))).toContain("Đoạn thứ 2 (bảng, hàng 1, ô 2): ");
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:x",
    "java\nscript:x",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example",
    "/\\evil.example",
    "https://dichvucong.example@evil.example",
    "blob:x",
    "http:evil",
    "relative/path",
    "",
  ])("an address like %j", (href) =>
    expect(refusalOf(doc(paragraph(text("x", { type: "link", attrs: { href } }))))).toMatch(
      /^bad_text Đoạn thứ 1: liên kết /,
    ),
  );

  it.each([
    "https://phuong.example/a?b=c#d",
    "http://phuong.example",
    "mailto:ubnd@phuong.example",
    "tel:+842412345678",
    "/tin-tuc/bai-1",
  ])("not an address like %j", (href) =>
    expect(refusalOf(doc(paragraph(text("x", { type: "link", attrs: { href } }))))).toBe("taken"),
  );

  it("more than 2 MB", () => {
    expect(refusalOf(doc(paragraph(text("ệ".repeat(700_000)))))).toBe(
      "bad_text Nội dung bài lớn hơn 2 MB; cần rút ngắn hoặc tách thành nhiều bài.",
    );
  });

  it("more than 50 levels, however deep", () => {
    const nested = (levels: number): unknown => {
      let inner: unknown = { type: "bulletList", content: [{ type: "listItem", content: [paragraph()] }] };
      for (let at = 0; at < levels; at += 1)
        inner = { type: "bulletList", content: [{ type: "listItem", content: [paragraph(), inner] }] };
      return doc(inner);
    };
    expect(refusalOf(nested(23))).toBe("taken");
    expect(refusalOf(nested(24))).toContain(`nội dung lồng nhau quá ${MAX_LEVELS} lớp.`);
    expect(refusalOf(nested(20_000))).toContain(`nội dung lồng nhau quá ${MAX_LEVELS} lớp.`);
  });
});
