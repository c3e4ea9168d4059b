import type { ArticleContent, Form } from "#features/kinds/article.ts";
import { article } from "#features/kinds/article.ts";
import { LEVELS } from "#features/kinds/banner-sentences.ts";
import type { Banners } from "#features/reading/banners.ts";
import type { Card, GoneDocument, LiveArticle } from "#features/reading/types.ts";
import { emptyContent } from "#features/text/content.ts";
import { validateBody } from "#features/text/document.ts";

/** Vietnamese at its tallest and at its longest: two marks on a capital, and a word that does not break. */
export const STACKED = "ĐỖ THỊ MỸ DIỄM: ỦY BAN NHÂN DÂN PHƯỜNG HỌP VỀ NƯỚC SẠCH Ở NGÕ GIẾNG ĐỀ, TỔ DÂN PHỐ 8";

const AT = new Date("2026-11-28T03:15:00Z");
const section = { id: 0, parentId: null, name: "Mục mẫu", slug: "muc-mau" };

/** One banner of each level. */
export function sampleBanners(now: Date): Banners {
  const ends = new Date(now.getTime() + 3_600_000);
  const shown = LEVELS.map((level, number) => ({
    level,
    number,
    words: STACKED,
    link: number === 0 ? "/" : null,
    ends,
  }));
  return { shown, until: null };
}

/** A line of a list that leads nowhere. */
export function sampleCard(number: number, change: Partial<Card> = {}): Card {
  return {
    ...{ number, path: "#mau", kicker: "Tít dẫn mẫu", headline: "Tiêu đề mẫu của một bài viết trong danh sách" },
    ...{ standfirst: "Sapo mẫu nói ngắn gọn điều quan trọng nhất, để ai chỉ đọc một câu cũng hiểu việc gì đã xảy ra." },
    ...{ lead: article.bare.lead as Card["lead"], picture: null },
    ...{ kind: "news", endsAt: null, shownAt: AT, isNews: true, section },
    ...change,
  };
}

const words = (text: string, bold = false) => ({ type: "text", text, ...(bold ? { marks: [{ type: "bold" }] } : {}) });
const paragraph = (...content: object[]) => ({ type: "paragraph", content });
const item = (text: string) => ({ type: "listItem", content: [paragraph(words(text))] });
const cell = (type: string, text: string) => ({ type, content: [paragraph(words(text))] });

const BODY = validateBody({
  type: "doc",
  content: [
    paragraph(words("Câu hỏi in đậm cả đoạn, như trong một bài phỏng vấn?", true)),
    paragraph(words("Đoạn văn mẫu. Chữ đủ lớn để đọc lâu, dòng đủ cao cho chữ có hai dấu: Ễ, Ộ, Ự, Ẵ.")),
    { type: "heading", attrs: { level: 2 }, content: [words("Tiêu đề phụ")] },
    { type: "bulletList", content: [item("Mục thứ nhất"), item("Mục thứ hai")] },
    { type: "blockquote", content: [paragraph(words("Một câu được trích."))] },
    {
      type: "table",
      attrs: { caption: "Bảng mẫu" },
      content: [
        { type: "tableRow", content: [cell("tableHeader", "Việc"), cell("tableHeader", "Ngày xong")] },
        { type: "tableRow", content: [cell("tableCell", "Lát vỉa hè"), cell("tableCell", "15/12/2026")] },
      ],
    },
  ],
});

/** An article of each kind: with all that may stand around a text. */
export function sampleArticle(kind: Form): LiveArticle {
  const content: ArticleContent = {
    ...emptyContent(article),
    ...{ kind, kicker: "Tít dẫn mẫu", headline: STACKED, body: BODY, aiLabel: "Nhãn mẫu về công cụ AI đã dùng." },
    standfirst: "Sapo mẫu của một bài viết, hai dòng trên máy tính và bốn dòng trên điện thoại.",
    byline: { hidden: false, names: [{ name: "Tên Người Viết", post: "Chức danh", personId: null }] },
    source: { name: "Tên nguồn", url: "" },
    validUntil: AT.toISOString(),
  };
  return {
    ...{ number: 0, content, pictures: new Map(), share: null, sectionPath: [section] },
    notes: [{ kind: "correction", text: "Số liệu ở đoạn hai đã được sửa.", at: AT }],
    tags: [{ id: 0, name: "từ khóa mẫu", path: "#mau" }],
    authors: new Map([["Tên Người Viết", "#mau"]]),
    ...{ shownAt: AT, updatedAt: AT, views: 1265 },
  } as LiveArticle;
}

export const SAMPLE_GONE: GoneDocument = {
  ...{ kind: "article", headline: "Tiêu đề mẫu", withdrawnAt: AT, reason: "error", mergedInto: null },
};
