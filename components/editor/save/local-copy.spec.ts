import { beforeEach, expect, it, vi } from "vitest";
import { emptyContent } from "#features/text/content.ts";
import { forget, keep, leftBehind } from "./local-copy.ts";

const me = { personId: 1, articleId: 9 };
const copyOf = (headline: string, at = "2026-11-22T03:27:00.000Z") => ({
  base: 1,
  at,
  content: { ...emptyContent(), headline },
});
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
  expect(leftBehind(me, emptyContent(), none).map(({ tab }) => tab)).toEqual(["b", "a"]);
});

it("a tab that is still open keeps its copy to itself", () => {
  keep({ ...me, tab: "a" }, copyOf("x"));
  expect(leftBehind(me, emptyContent(), new Set(["a"]))).toEqual([]);
  expect(leftBehind(me, emptyContent(), none)).toHaveLength(1);
});

it("a copy that says what the server says is cleared away", () => {
  keep({ ...me, tab: "a" }, copyOf("x "));
  expect(leftBehind(me, { ...emptyContent(), headline: "x" }, none)).toEqual([]);
  expect(leftBehind(me, emptyContent(), none)).toEqual([]);
});

it("a forgotten copy is gone, and one that does not fit is not promised", () => {
  keep({ ...me, tab: "a" }, copyOf("x"));
  forget({ ...me, tab: "a" });
  expect(leftBehind(me, emptyContent(), none)).toEqual([]);
  expect(keep({ ...me, tab: "a" }, copyOf("x".repeat(200_000)))).toBe(false);
});
