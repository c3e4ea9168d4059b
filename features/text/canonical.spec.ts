import canonicalize from "canonicalize";
import { describe, expect, it } from "vitest";
import { type ArticleContent, article } from "#features/kinds/article.ts";
import { canonicalText, contentHash, digestOf, newSalt } from "./canonical.ts";
import { emptyContent, parseContent } from "./content.ts";
import { visibleForm } from "./visible-form.ts";

const paragraph = (text: string, attrs: Record<string, unknown> = {}) => ({
  type: "paragraph",
  attrs,
  content: [{ type: "text", text }],
});

function aText(change: Partial<Record<keyof ArticleContent, unknown>> = {}): ArticleContent {
  const body = {
    type: "doc",
    content: [paragraph("Sáng nay, phường họp."), { type: "figure", attrs: { credit: "An" } }],
  };
  return parseContent(article, { ...emptyContent(article), headline: "Phường họp", body, ...change });
}

describe("the canonical text", () => {
  it("says what was filled in, without any version, and sorts its keys", () => {
    const text = canonicalText(article, aText());
    expect(text).toMatch(/^\{"body":\{"content":\[.*\],"type":"doc"\},"headline":"Phường họp"\}$/);
    expect(text).not.toMatch(/version|"v"/i);
    expect(canonicalText(article, Object.fromEntries(Object.entries(aText()).reverse()) as ArticleContent)).toBe(text);
  });

  it("is what RFC 8785 makes of all that is visible", () => {
    const text = aText({ aiLabel: '"body":{', correction: "Đã sửa.", datedAt: "2021-06-23T03:27:00.000Z" });
    expect(canonicalText(article, text)).toBe(canonicalize(visibleForm(article, text)));
  });

  it("has no block ids", () => {
    expect(aText().body).not.toEqual(aText().body);
    expect(digestOf(article, aText())).toBe(digestOf(article, aText()));
  });

  it("does not tell a default that is spelt out from one that is left out", () => {
    const spelt = {
      ...aText(),
      body: { type: "doc", content: [paragraph("Một", { align: null, id: "abcd" })] },
    } as ArticleContent;
    const bare = { ...aText(), body: { type: "doc", content: [paragraph("Một")] } } as ArticleContent;
    expect(digestOf(article, spelt)).toBe(digestOf(article, bare));
  });

  it("does not tell decomposed letters from composed ones, nor one piece of text from two", () => {
    const pieces = [
      { type: "text", text: "Sáng na" },
      { type: "text", text: "y" },
    ];
    const one = aText({
      headline: "Đường Lê Lợi".normalize("NFD"),
      body: { type: "doc", content: [{ type: "paragraph", content: pieces }] },
    });
    const two = { ...aText({ headline: "Đường Lê Lợi", body: { type: "doc", content: [paragraph("Sáng nay")] } }) };
    expect(digestOf(article, one)).toBe(digestOf(article, two));
  });

  const changes: Partial<Record<keyof ArticleContent, unknown>> = {
    kind: "notice",
    origin: "reprint",
    kicker: "x",
    headline: "Phường họp.",
    standfirst: "x",
    slug: "x",
    sectionId: 3,
    secondSectionIds: [4],
    tagIds: [5],
    byline: { hidden: true, names: [] },
    source: { name: "x", url: "" },
    aiLabel: "x",
    correction: "x",
    datedAt: "2021-06-23T03:27:00.000Z",
    body: { type: "doc", content: [paragraph("Sáng nay, phường họp!")] },
  };
  it.each(Object.entries(changes))("changes with %s", (field, value) => {
    expect(digestOf(article, aText({ [field]: value }))).not.toBe(digestOf(article, aText()));
  });

  const inList = { type: "orderedList", content: [{ type: "listItem", content: [paragraph("x")] }] };
  const figure = { type: "figure", attrs: {} };
  it.each([
    ["alignment", paragraph("x"), paragraph("x", { align: "center" })],
    [
      "a mark",
      paragraph("x"),
      { type: "paragraph", content: [{ type: "text", text: "x", marks: [{ type: "bold" }] }] },
    ],
    ["a list's style", inList, { ...inList, attrs: { style: "(1)" } }],
    ["a picture", figure, { type: "figure", attrs: { file: "ab".repeat(32) } }],
    ["how a picture is cut", figure, { type: "figure", attrs: { cut: "90-0-0-5000-10000" } }],
    ["a caption of a picture that is still awaited", figure, { ...figure, content: [{ type: "text", text: "Bình" }] }],
    ["a credit", figure, { type: "figure", attrs: { credit: "Bình" } }],
    ["an alt text", figure, { type: "figure", attrs: { alt: "Bình" } }],
  ])("changes with %s", (_, plain, block) => {
    const digest = (one: object) => digestOf(article, aText({ body: { type: "doc", content: [one] } }));
    expect(digest(block)).not.toBe(digest(plain));
  });
});

describe("the content hash", () => {
  it("is the same for the same salt, as bytes or hex, and another for another", () => {
    const salt = newSalt();
    expect(contentHash(article, salt, aText())).toBe(contentHash(article, salt.toString("hex"), aText()));
    expect(contentHash(article, salt, aText())).not.toBe(contentHash(article, newSalt(), aText()));
    expect(contentHash(article, salt, aText())).toMatch(/^[0-9a-f]{64}$/);
  });

  it("takes no salt that is too short", () => {
    expect(() => contentHash(article, "abcd", aText())).toThrow("16 bytes");
  });
});
