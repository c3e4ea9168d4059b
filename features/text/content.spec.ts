import { describe, expect, it } from "vitest";
import { type ArticleContent, article } from "#features/kinds/article.ts";
import { Refusal } from "#lib/refusal.ts";
import { emptyContent, parseContent } from "./content.ts";

const refusalOf = (change: Record<string, unknown>): string => {
  try {
    parseContent(article, { ...emptyContent(article), ...change });
  } catch (error) {
    if (error instanceof Refusal) return error.sentence;
    throw error;
  }
  return "taken";
};

describe("a text from outside", () => {
  it("is taken as it is when nothing is filled in", () => {
    const empty = emptyContent(article);
    expect(parseContent(article, empty)).toEqual(empty);
  });

  it("is composed, trimmed and freed of controls", () => {
    const text = parseContent(article, {
      ...emptyContent(article),
      headline: " Quye\u0302\u0301t đi\u0323nh\u0007\n mới ",
      standfirst: "Một\r\nhai",
    });
    expect(text.headline).toBe("Quyết định  mới");
    expect(text.standfirst).toBe("Một\nhai");
  });

  it("keeps no empty byline and no id twice", () => {
    const names = [
      { name: "", post: "", personId: null },
      { name: "An", post: "", personId: 3 },
    ];
    const text = parseContent(article, {
      ...emptyContent(article),
      byline: { hidden: true, names },
      tagIds: [4, 4, 2],
    });
    expect(text.byline.names).toHaveLength(1);
    expect(text.tagIds).toEqual([4, 2]);
  });

  it("may hold an address that is still being typed", () => {
    for (const url of ["w", "www.bao.example", "https:/", "https://"]) {
      expect(refusalOf({ source: { name: "", url } })).toBe("taken");
    }
  });

  const cases: [Record<string, unknown>, string][] = [
    [{ headline: "a".repeat(301) }, "Tiêu đề dài quá 300 ký tự."],
    [{ headline: 7 }, "Tiêu đề có giá trị không dùng được."],
    [{ kind: "opera" }, "Thể loại có giá trị không dùng được."],
    [{ slug: "Có-Dấu" }, "Đường dẫn chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối."],
    [{ slug: "desk" }, "Đường dẫn “desk” dành riêng cho hệ thống."],
    [
      { byline: { hidden: false, names: [{ name: "a".repeat(121), post: "", personId: null }] } },
      "Tác giả thứ 1 dài quá 120 ký tự.",
    ],
    [{ tagIds: Array.from({ length: 31 }, (_, at) => at + 1) }, "Từ khóa: nhiều quá 30 mục."],
    [
      { source: { name: "", url: "javascript:alert(1)" } },
      "Địa chỉ của nguồn phải bắt đầu bằng http:// hoặc https://.",
    ],
    [{ approved: true }, "Nội dung có trường không được dùng (“approved”)."],
    [{ sectionId: 2 ** 31 }, "Chuyên mục có giá trị không dùng được."],
    [{ version: 2 }, "Nội dung có giá trị không dùng được."],
    [{ datedAt: "31/02/2021" }, "Ngày đăng gốc có giá trị không dùng được."],
  ];
  it.each(cases)("is refused with one sentence: %#", (change, sentence) => expect(refusalOf(change)).toBe(sentence));

  it("is refused when it is no text at all", () => {
    for (const given of [null, 3, "x", [], {}]) expect(() => parseContent(article, given)).toThrow(Refusal);
  });

  it("keeps the time of an old article as an instant", () => {
    expect(parseContent(article, { ...emptyContent(article), datedAt: "2021-06-23T10:27:00+07:00" }).datedAt).toBe(
      "2021-06-23T03:27:00.000Z",
    );
  });
});

it("a content's type has no surprises", () => {
  const text: ArticleContent = emptyContent(article);
  expect(Object.keys(text)).toHaveLength(20);
});
