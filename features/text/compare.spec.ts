import { describe, expect, it } from "vitest";
import { type ArticleContent, article } from "#features/kinds/article.ts";
import { compare } from "./compare.ts";
import { emptyContent, parseContent } from "./content.ts";

const block = (id: string, text: string, extra: Record<string, unknown> = {}) => ({
  type: "paragraph",
  attrs: { id, ...extra },
  content: [{ type: "text", text }],
});
const aText = (blocks: unknown[], change: Record<string, unknown> = {}): ArticleContent =>
  parseContent(article, {
    ...emptyContent(article),
    headline: "Phường họp",
    ...change,
    body: { type: "doc", content: blocks },
  });
const kinds = (before: unknown[], after: unknown[]) =>
  compare(article, aText(before), aText(after)).blocks.map(({ kind }) => kind);

const [one, two, three] = [block("id-1", "Một"), block("id-2", "Hai"), block("id-3", "Ba")];

describe("comparing two texts", () => {
  it("finds nothing between equal ones", () => {
    expect(compare(article, aText([one, two]), aText([one, two])).changed).toBe(false);
  });

  it("finds nothing between a text and the same text as the database gives it back, its keys in another order", () => {
    const typed = aText([block("id-1", "Một", { align: "center" })], {
      byline: { hidden: true, names: [{ name: "Lê Thị Hoa", post: "Phóng viên", personId: null }] },
      source: { name: "Báo Sen Hồ", url: "https://sen-ho.example" },
    });
    const kept = turnedRound(typed);
    expect(JSON.stringify(kept.byline)).not.toBe(JSON.stringify(typed.byline));
    expect(compare(article, kept, typed)).toMatchObject({ fields: [], changed: false });
  });

  it("shows the words of a field that changed", () => {
    const { fields } = compare(article, aText([one]), aText([one], { headline: "Phường Sen Hồ họp", tagIds: [3] }));
    expect(fields.map(({ field }) => field)).toEqual(["headline", "tagIds"]);
    expect(fields[0]?.words).toEqual([
      { text: "Phường ", kind: "same" },
      { text: "Sen Hồ ", kind: "added" },
      { text: "họp", kind: "same" },
    ]);
    expect(fields[1]?.words).toBeNull();
  });

  it("finds every field that readers see or that says where they see it", () => {
    const before = aText([one]);
    const fields = Object.keys(before).filter((field) => !["version", "body"].includes(field));
    for (const field of fields)
      expect(compare(article, before, { ...before, [field]: "khác" }).fields).toMatchObject([{ field, after: "khác" }]);
    expect(fields.length).toBeGreaterThan(12);
  });

  it("finds blocks added, removed, changed and moved by their ids", () => {
    expect(kinds([one, two], [one, three, two])).toEqual(["same", "added", "same"]);
    expect(kinds([one, two, three], [one, three])).toEqual(["same", "removed", "same"]);
    expect(kinds([one, two], [one, block("id-2", "Hai hai")])).toEqual(["same", "changed"]);
    expect(kinds([one, two, three], [three, one, two])).toEqual(["moved", "same", "same"]);
  });

  it("falls back to the text when ids are new", () => {
    expect(kinds([one, two], [block("new-1", "Một"), block("new-2", "Hai")])).toEqual(["same", "same"]);
  });

  it("keeps whole Vietnamese words", () => {
    const [change] = compare(
      article,
      aText([block("id-1", "Đảng ủy phường quyết định")]),
      aText([block("id-1", "Đảng ủy phường quyết nghị")]),
    ).blocks;
    expect(change).toMatchObject({
      words: [{ text: "Đảng ủy phường quyết " }, { text: "định", kind: "removed" }, { text: "nghị", kind: "added" }],
    });
  });

  it("sees a change of looks alone, and of the kind of a block", () => {
    const [change] = compare(article, aText([one]), aText([block("id-1", "Một", { align: "center" })])).blocks;
    expect(change).toMatchObject({ kind: "changed", words: [{ text: "Một", kind: "same" }] });
    expect(
      kinds([one], [{ type: "heading", attrs: { id: "id-1" }, content: [{ type: "text", text: "Một" }] }]),
    ).toEqual(["changed"]);
  });

  it("compares with the body that came first when all is new", () => {
    expect(kinds([block("id-9", "x")], [one, two])).toEqual(["removed", "added", "added"]);
  });

  it("gives up on words that take too long, and says that all is gone and all is new", () => {
    const text = (letter: string) => Array.from({ length: 8_000 }, (_, at) => `${letter}${at}`).join(" ");
    const began = performance.now();
    const { blocks } = compare(article, aText([block("id-1", text("a"))]), aText([block("id-1", text("b"))]));
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(blocks.map((change) => change.kind !== "same" && "words" in change && change.words)).toEqual([
      [
        { text: text("a"), kind: "removed" },
        { text: text("b"), kind: "added" },
      ],
    ]);
  });
});

/** The same value, the keys of each object in the opposite order. */
function turnedRound<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turnedRound) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, turnedRound(inner)] as const);
  return Object.fromEntries(entries.toReversed()) as T;
}
