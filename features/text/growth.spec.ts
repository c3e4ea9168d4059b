import { readFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { type ArticleContent, article } from "#features/kinds/article.ts";
import { canonicalText, digestOf } from "./canonical.ts";
import { parseContent, upgradeContent } from "./content.ts";
import type { Kind } from "./kind.ts";
import { visibleForm } from "./visible-form.ts";
import { NODES } from "./vocabulary.ts";

/** Contents as they were kept by the first version, with their digests. They are never changed: people signed such. */
const SIGNED: { called: string; digest: string; content: ArticleContent }[] = JSON.parse(
  readFileSync(new URL("./fixtures/signed-contents.json", import.meta.url), "utf8"),
);

test.each(SIGNED)("the digest of $called is what it was when it was signed", ({ content, digest }) => {
  expect(digestOf(article, content)).toBe(digest);
  expect(digestOf(article, upgradeContent(article, content, content.version))).toBe(digest);
  expect(digestOf(article, parseContent(article, content))).toBe(digest);
});

test.each(SIGNED)("a field that joins changes nothing of $called while it says nothing", ({ content }) => {
  const grown = (weather: unknown) =>
    visibleForm({ ...article, bare: { ...article.bare, weather: "" } } as Kind, { ...content, weather });
  expect(grown("")).toEqual(visibleForm(article, content));
  expect(grown("nắng")).toEqual({ ...visibleForm(article, content), weather: "nắng" });
});

test.each(SIGNED)("an attribute and a node that join change nothing of $called", ({ content, digest }) => {
  const attrs: Record<string, unknown> = NODES.paragraph.attrs;
  attrs.loud = { default: false, read: (value: unknown) => value };
  Object.assign(NODES, { song: { content: "inline*", group: "block", attrs: {}, called: "bài hát" } });
  onTestFinished(() => {
    delete attrs.loud;
    delete (NODES as Record<string, unknown>).song;
  });
  const said = (loud: boolean) =>
    digestOf(
      article,
      JSON.parse(JSON.stringify(content), (key, value) =>
        key === "" || value?.type !== "paragraph" ? value : { ...value, attrs: { ...value.attrs, loud } },
      ),
    );
  expect(digestOf(article, content)).toBe(digest);
  expect(said(false)).toBe(digest);
  expect(said(true)).not.toBe(digest);
});

test("the visible form knows no version, and no field that went", () => {
  for (const { content } of SIGNED) {
    expect(canonicalText(article, { ...content, version: 99, bodyVersion: 1 } as unknown as ArticleContent)).toBe(
      canonicalText(article, content),
    );
  }
});
