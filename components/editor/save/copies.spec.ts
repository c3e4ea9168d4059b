import { expect, it, onTestFinished } from "vitest";
import { article } from "#features/kinds/article.ts";
import { emptyContent } from "#features/text/content.ts";
import { shouting } from "#features/text/testing.ts";
import { type Kept, leftBehind } from "./copies.ts";

const copyOf = (headline: string, at = "2026-11-22T03:27:00.000Z") => ({
  base: 1,
  edit: 1,
  at,
  content: { ...emptyContent(article), headline },
});
const kept = (tab: string, copy: object, edit = 1): Kept => ({ tab, edit, text: JSON.stringify(copy) });
const server = (headline = "", passed: Record<string, number> = {}) => ({
  kind: "article" as const,
  content: { ...emptyContent(article), headline },
  passed,
});

it("what closed tabs left behind is offered, newest first", () => {
  const copies = [kept("a", copyOf("cũ", "2026-11-22T03:00:00.000Z")), kept("b", copyOf("mới"))];
  expect(leftBehind(copies, server()).texts.map(({ tab }) => tab)).toEqual(["b", "a"]);
});

it("a copy that says what the server says is done with", () => {
  const copies = [kept("a", copyOf("x "))];
  expect(leftBehind(copies, server("x"))).toEqual({ texts: [], words: [], done: ["a"] });
  expect(leftBehind(copies, server("y"))).toMatchObject({ texts: [{ tab: "a" }], done: [] });
});

it("a copy that the server has passed is old, whatever it says; one with a later edit is offered", () => {
  const copies = [kept("a", copyOf("Nửa câu"), 7), kept("b", copyOf("Cả câu"), 8)];
  const left = leftBehind(copies, server("Câu khác", { a: 7, b: 7 }));
  expect(left).toMatchObject({ texts: [{ tab: "b" }], words: [], done: ["a"] });
  expect(leftBehind(copies, server("Câu khác")).texts).toHaveLength(2);
});

it("a copy that no save would take is offered as its words, with the reason", () => {
  const content = {
    ...emptyContent(article),
    headline: "Lịch tiêm",
    standfirst: "x".repeat(3001),
    body: saying("Ở trạm y tế."),
  };
  expect(leftBehind([kept("a", { ...copyOf(""), content })], server())).toEqual({
    texts: [],
    done: [],
    words: [
      {
        tab: "a",
        at: "2026-11-22T03:27:00.000Z",
        words: ["Lịch tiêm", "x".repeat(3001), "Ở trạm y tế."].join("\n\n"),
        sentence: "Sapo dài quá 3000 ký tự.",
      },
    ],
  });
});

it("a copy without an address is the text to which one was given at its submit", () => {
  const given = { ...copyOf("Lịch tiêm").content, slug: "lich-tiem" };
  expect(leftBehind([kept("a", copyOf("Lịch tiêm"))], { kind: "article", content: given, passed: {} }).done).toEqual([
    "a",
  ]);
});

it("a copy of an older version is read in today's shape", () => {
  onTestFinished(shouting(article));
  const content = { ...emptyContent(article), version: 0, body: saying("HỘI THAO") };
  const { texts, words } = leftBehind([kept("a", { ...copyOf(""), content })], server());
  expect(words).toEqual([]);
  expect(texts[0]?.content).toMatchObject({ version: 1, body: saying("hội thao") });
});

it("a copy that a newer program kept, or that is no text at all, is not thrown away", () => {
  const content = {
    ...emptyContent(article),
    version: 99,
    body: { type: "doc", content: [{ type: "song", text: "Hò ơi" }] },
  };
  const copies = [
    kept("a", { ...copyOf(""), content }),
    { tab: "b", edit: 1, text: "Đoạn dở {" },
    { tab: "c", edit: 1, text: "null" },
  ];
  expect(leftBehind(copies, server())).toMatchObject({
    texts: [],
    done: [],
    words: [
      { tab: "a", words: "Hò ơi", sentence: null },
      { tab: "b", at: null, words: "Đoạn dở {", sentence: null },
      { tab: "c", at: null },
    ],
  });
});

function saying(text: string) {
  return {
    type: "doc" as const,
    content: [
      {
        type: "paragraph" as const,
        attrs: { id: "abcdefgh", align: null },
        content: [{ type: "text" as const, text }],
      },
    ],
  };
}
