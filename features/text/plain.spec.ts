import { expect, it } from "vitest";
import { validateBody } from "./document.ts";
import { isEmptyBody, plainText, shownBody } from "./plain.ts";

const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
const item = (...content: unknown[]) => ({ type: "listItem", content });
const cell = (text: string) => ({ type: "tableCell", content: [paragraph(text)] });

it("plain text says what a reader would see, markers, cells and captions included", () => {
  const body = validateBody({
    type: "doc",
    content: [
      paragraph("Kết quả:"),
      {
        type: "orderedList",
        attrs: { style: "(1)", start: 2 },
        content: [
          item(paragraph("Chỉ đạo"), { type: "bulletList", content: [item(paragraph("nhanh"))] }),
          item(paragraph("Kiểm tra")),
        ],
      },
      {
        type: "table",
        attrs: { caption: "Thu, chi" },
        content: [{ type: "tableRow", content: [cell("Thu"), cell("3")] }],
      },
      { type: "blockquote", content: [paragraph("Làm ngay")] },
      { type: "figure", attrs: { credit: "An" }, content: [{ type: "text", text: "Hội nghị" }] },
      { type: "attachment", attrs: { title: "Quyết định 12", summary: "Giao việc cho phường." } },
    ],
  });
  expect(plainText(body)).toBe(
    "Kết quả:\n(2) Chỉ đạo\n- nhanh\n(3) Kiểm tra\nThu, chi\nThu\t3\nLàm ngay\nHội nghị An\nQuyết định 12\nGiao việc cho phường.",
  );
});

it("of a gallery its name and the words of its pictures are read, and readers get none of those that are awaited", () => {
  const figure = (words: string, file: string | null) => ({
    ...{ type: "figure", attrs: { file, credit: "An" } },
    content: [{ type: "text", text: words }],
  });
  const gallery = (...content: unknown[]) =>
    validateBody({ type: "doc", content: [{ type: "gallery", attrs: { caption: "Ngày hội" }, content }] });
  const body = gallery(figure("Rước kiệu", "ab".repeat(32)), figure("Đua thuyền", null));
  expect(plainText(body)).toBe("Ngày hội\nRước kiệu An\nĐua thuyền An");
  expect(plainText(shownBody(body))).toBe("Ngày hội\nRước kiệu An");
  expect(shownBody(body, new Set()).content).toEqual([]);
  expect(plainText(shownBody(body, new Set(["ab".repeat(32)])))).toBe("Ngày hội\nRước kiệu An");
  expect(isEmptyBody(gallery(figure("Đua thuyền", null)))).toBe(true);
  expect(isEmptyBody(body)).toBe(false);
});

it("a body is empty until readers would see something", () => {
  const withBlock = (block: unknown) => isEmptyBody(validateBody({ type: "doc", content: [block] }));
  expect(withBlock(paragraph(" "))).toBe(true);
  expect(withBlock({ type: "figure" })).toBe(true);
  expect(withBlock({ type: "figure", attrs: { credit: "An" }, content: [{ type: "text", text: "Hội nghị" }] })).toBe(
    true,
  );
  expect(withBlock({ type: "figure", attrs: { file: "ab".repeat(32) } })).toBe(false);
  expect(withBlock({ type: "attachment", attrs: { title: "Quyết định" } })).toBe(true);
  expect(withBlock({ type: "attachment", attrs: { title: "Quyết định", file: "ab".repeat(32) } })).toBe(false);
});

it("what is hidden from readers goes with its words, whatever it is", () => {
  const [film, paper] = ["11".repeat(32), "22".repeat(32)];
  const words = [{ type: "text", text: "Về đích" }];
  const body = validateBody({
    type: "doc",
    content: [
      { type: "paragraph", content: [{ type: "text", text: "Sáng nay" }] },
      { type: "video", attrs: { file: film, title: "Đua thuyền", transcript: "Xin chào" }, content: words },
      { type: "attachment", attrs: { file: paper, title: "Kế hoạch", summary: "" } },
      { type: "audio", attrs: { file: null, title: "Lời chào" } },
    ],
  });
  expect(plainText(shownBody(body))).toBe("Sáng nay\nĐua thuyền\nVề đích\nXin chào\nKế hoạch");
  expect(plainText(shownBody(body, new Set([paper])))).toBe("Sáng nay\nKế hoạch");
});
