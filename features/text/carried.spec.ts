import { expect, test } from "vitest";
import { article } from "#features/kinds/article.ts";
import { carriedOf, withCarried, withOwn } from "./carried.ts";
import { emptyContent, parseContent } from "./content.ts";

const BEFORE = { correction: "", update: "Thêm ý kiến của phường." };
const text = (update: string) => ({ ...emptyContent(article), update });
const kept = (update: string) => withCarried(article, text(update), BEFORE);

test("an empty field carries what readers were told, and whoever writes sees it empty", () => {
  expect(kept("").update).toBe(BEFORE.update);
  expect(withOwn(article, kept(""), BEFORE).update).toBe("");
  expect(carriedOf(article, kept(""))).toEqual(BEFORE);
});

test("other words stand as they were typed", () => {
  expect(kept("Thêm ảnh.").update).toBe("Thêm ảnh.");
  expect(withOwn(article, kept("Thêm ảnh."), BEFORE).update).toBe("Thêm ảnh.");
});

test("the same words once more are kept as typed, apart from those that are carried", () => {
  expect(kept(BEFORE.update)).not.toEqual(kept(""));
  expect(withOwn(article, kept(BEFORE.update), BEFORE).update).toBe(BEFORE.update);
  // Nobody can type what is kept then.
  expect(parseContent(article, kept(BEFORE.update)).update).toBe(BEFORE.update);
});

test("nothing is taken for words that were typed again where readers were told nothing", () => {
  const nothing = { correction: "", update: "" };
  const [empty, own] = [text(""), text("Thêm ảnh.")];
  expect(withCarried(article, empty, nothing)).toEqual(empty);
  expect(withOwn(article, own, nothing)).toEqual(own);
});
