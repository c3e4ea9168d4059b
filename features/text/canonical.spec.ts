import canonicalize from "canonicalize";
import { describe, expect, it } from "vitest";
import { canonicalText, contentHash, digestOf, newSalt } from "./canonical.ts";
import { type Content, emptyContent, parseContent } from "./content.ts";
import { visibleForm } from "./visible-form.ts";

const paragraph = (text: string, attrs: Record<string, unknown> = {}) => ({
  type: "paragraph",
  attrs,
  content: [{ type: "text", text }],
});

function aText(change: Partial<Record<keyof Content, unknown>> = {}): Content {
  const body = {
    type: "doc",
    content: [paragraph("Sáng nay, phường họp."), { type: "figure", attrs: { credit: "An" } }],
  };
  return parseContent({ ...emptyContent(), headline: "Phường họp", body, ...change });
}

describe("the canonical text", () => {
  it("says what was filled in, without any version, and sorts its keys", () => {
    const text = canonicalText(aText());
    expect(text).toMatch(/^\{"body":\{"content":\[.*\],"type":"doc"\},"headline":"Phường họp"\}$/);
    expect(text).not.toMatch(/version|"v"/i);
    expect(canonicalText(Object.fromEntries(Object.entries(aText()).reverse()) as Content)).toBe(text);
  });

  it("is what RFC 8785 makes of all that is visible", () => {
    const text = aText({ aiLabel: '"body":{', correction: "Đã sửa.", datedAt: "2021-06-23T03:27:00.000Z" });
    expect(canonicalText(text)).toBe(canonicalize(visibleForm(text)));
  });

  it("has no block ids", () => {
    expect(aText().body).not.toEqual(aText().body);
    expect(digestOf(aText())).toBe(digestOf(aText()));
  });

  it("does not tell a default that is spelt out from one that is left out", () => {
    const spelt = {
      ...aText(),
      body: { type: "doc", content: [paragraph("Một", { align: null, id: "abcd" })] },
    } as Content;
    const bare = { ...aText(), body: { type: "doc", content: [paragraph("Một")] } } as Content;
    expect(digestOf(spelt)).toBe(digestOf(bare));
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
    expect(digestOf(one)).toBe(digestOf(two));
  });

  const changes: Partial<Record<keyof Content, unknown>> = {
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
    expect(digestOf(aText({ [field]: value }))).not.toBe(digestOf(aText()));
  });

  it.each([
    ["alignment", { type: "paragraph", attrs: { align: "center" }, content: [{ type: "text", text: "x" }] }],
    ["a mark", { type: "paragraph", content: [{ type: "text", text: "x", marks: [{ type: "bold" }] }] }],
    [
      "a list's style",
      { type: "orderedList", attrs: { style: "(1)" }, content: [{ type: "listItem", content: [paragraph("x")] }] },
    ],
    ["a picture", { type: "figure", attrs: { file: "ab".repeat(32) } }],
    ["a credit", { type: "figure", attrs: { credit: "Bình" } }],
    ["an alt text", { type: "figure", attrs: { alt: "Bình" } }],
  ])("changes with %s", (_, block) => {
    const plain = aText({ body: { type: "doc", content: [paragraph("x")] } });
    expect(digestOf(aText({ body: { type: "doc", content: [block] } }))).not.toBe(digestOf(plain));
  });
});

describe("the content hash", () => {
  it("is the same for the same salt, as bytes or hex, and another for another", () => {
    const salt = newSalt();
    expect(contentHash(salt, aText())).toBe(contentHash(salt.toString("hex"), aText()));
    expect(contentHash(salt, aText())).not.toBe(contentHash(newSalt(), aText()));
    expect(contentHash(salt, aText())).toMatch(/^[0-9a-f]{64}$/);
  });

  it("takes no salt that is too short", () => {
    expect(() => contentHash("abcd", aText())).toThrow("16 bytes");
  });
});
