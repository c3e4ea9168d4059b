import { beforeEach, expect, it, vi } from "vitest";
import { emptyContent } from "#features/text/content.ts";
import type * as documents from "#features/text/document.ts";
import { forget, keep, leftBehind } from "./local-copy.ts";

/** An upgrade from a version of long ago, in which texts shouted. */
vi.mock("#features/text/document.ts", async (original) => {
  const own = await original<typeof documents>();
  const upgradeBody: typeof own.upgradeBody = (doc, version) =>
    version === 0 ? JSON.parse(JSON.stringify(doc).replaceAll("HỘI THAO", "hội thao")) : own.upgradeBody(doc, version);
  return { ...own, upgradeBody };
});

const me = { personId: 1, articleId: 9 };
const copyOf = (headline: string, at = "2026-11-22T03:27:00.000Z") => ({
  base: 1,
  at,
  content: { ...emptyContent(), headline },
});
const here = { ...me, tab: "here" };
const nothing = { texts: [], words: [] };
const none: ReadonlySet<string> = new Set();

beforeEach(() => {
  const stored = new Map<string, string>();
  const storage = new Proxy(
    {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => {
        if (value.length > 100_000) throw new DOMException("full", "QuotaExceededError");
        stored.set(key, value);
      },
      removeItem: (key: string) => stored.delete(key),
    },
    {
      ownKeys: () => [...stored.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  );
  vi.stubGlobal("localStorage", storage);
});

it("what a closed tab left behind is offered, newest first, to its writer alone", () => {
  keep({ ...me, tab: "a" }, copyOf("cũ", "2026-11-22T03:00:00.000Z"));
  keep({ ...me, tab: "b" }, copyOf("mới"));
  keep({ personId: 2, articleId: 9, tab: "c" }, copyOf("người khác"));
  keep({ personId: 1, articleId: 91, tab: "d" }, copyOf("bài khác"));
  expect(leftBehind(here, emptyContent(), none).texts.map(({ tab }) => tab)).toEqual(["b", "a"]);
});

it("a tab that is still open keeps its copy to itself", () => {
  keep({ ...me, tab: "a" }, copyOf("x"));
  expect(leftBehind(here, emptyContent(), new Set(["a"])).texts).toEqual([]);
  expect(leftBehind(here, emptyContent(), none).texts).toHaveLength(1);
});

it("a copy that says what the server says is cleared away", () => {
  keep({ ...me, tab: "a" }, copyOf("x "));
  expect(leftBehind(here, { ...emptyContent(), headline: "x" }, none)).toEqual(nothing);
  expect(leftBehind(here, emptyContent(), none)).toEqual(nothing);
});

it("what is on the screen of this tab is not offered to it", () => {
  keep(here, copyOf("đang viết"));
  expect(leftBehind(here, emptyContent(), none)).toEqual(nothing);
});

it("a copy that no save would take is offered as its words, with the reason, until its writer deletes it", () => {
  const content = {
    ...emptyContent(),
    headline: "Lịch tiêm",
    standfirst: "x".repeat(3001),
    body: saying("Ở trạm y tế."),
  };
  keep({ ...me, tab: "a" }, { base: 1, at: "2026-11-22T03:27:00.000Z", content });
  for (const visit of [1, 2]) {
    const { texts, words } = leftBehind(here, emptyContent(), none);
    expect([visit, texts]).toEqual([visit, []]);
    expect(words).toEqual([
      {
        tab: "a",
        at: "2026-11-22T03:27:00.000Z",
        words: ["Lịch tiêm", "x".repeat(3001), "Ở trạm y tế."].join("\n\n"),
        sentence: "Sapo dài quá 3000 ký tự.",
      },
    ]);
  }
  forget({ ...me, tab: "a" });
  expect(leftBehind(here, emptyContent(), none)).toEqual(nothing);
});

it("a copy without an address is the text to which one was given at its submit", () => {
  keep({ ...me, tab: "a" }, copyOf("Lịch tiêm"));
  const server = { ...copyOf("Lịch tiêm").content, slug: "lich-tiem" };
  expect(leftBehind(here, server, none)).toEqual(nothing);
});

it("a copy of an older version of the body is read in today's vocabulary", () => {
  const content = { ...emptyContent(), bodyVersion: 0, body: saying("HỘI THAO") };
  localStorage.setItem("toasoan.unsaved.1.9.a", JSON.stringify({ ...copyOf(""), content }));
  const { texts, words } = leftBehind(here, emptyContent(), none);
  expect(words).toEqual([]);
  expect(texts[0]?.content).toMatchObject({ bodyVersion: 1, body: saying("hội thao") });
});

it("a copy that a newer program kept, or that is no text at all, is not thrown away", () => {
  const content = {
    ...emptyContent(),
    bodyVersion: 99,
    body: { type: "doc", content: [{ type: "song", text: "Hò ơi" }] },
  };
  localStorage.setItem("toasoan.unsaved.1.9.a", JSON.stringify({ ...copyOf(""), content }));
  localStorage.setItem("toasoan.unsaved.1.9.b", "Đoạn dở {");
  localStorage.setItem("toasoan.unsaved.1.9.c", "null");
  expect(leftBehind(here, emptyContent(), none)).toMatchObject({
    texts: [],
    words: [
      { tab: "a", words: "Hò ơi", sentence: null },
      { tab: "b", at: null, words: "Đoạn dở {", sentence: null },
      { tab: "c", at: null },
    ],
  });
});

it("a forgotten copy is gone, and one that does not fit is not promised", () => {
  keep({ ...me, tab: "a" }, copyOf("x"));
  forget({ ...me, tab: "a" });
  expect(leftBehind(here, emptyContent(), none)).toEqual(nothing);
  expect(keep({ ...me, tab: "a" }, copyOf("x".repeat(200_000)))).toBe(false);
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
