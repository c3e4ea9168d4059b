import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { articlesInOrder } from "#features/demo/articles/all.ts";
import { type ArticleContent, article } from "#features/kinds/article.ts";
import { canonicalText } from "#features/text/canonical.ts";
import { emptyContent, parseContent, upgradeContent } from "#features/text/content.ts";
import { signedContent } from "#features/text/signed.ts";
import { LONG_BODIES } from "#features/text/testing.ts";
import { someContents } from "#features/text/testing-contents.ts";
import { ArticleView } from "./article-view.tsx";

const kept: { called: string; content: ArticleContent }[] = JSON.parse(
  readFileSync(new URL("../../features/text/fixtures/signed-contents.json", import.meta.url), "utf8"),
);
const demo = articlesInOrder(new Date()).map(
  ({ section: _, secondSections: __, tags: ___, from: ____, corrected: _____, updated: ______, body, ...fields }) =>
    parseContent(article, { ...emptyContent(article), ...fields, body: { type: "doc", content: body } }),
);
const long = Object.values(LONG_BODIES).map((make) => ({ ...emptyContent(article), body: make(40_000) }));

/** The page's part that a text decides: with pictures awaited and shown, for staff and for readers. */
const drawn = (content: ArticleContent, marksAwaited: boolean) =>
  renderToStaticMarkup(
    <ArticleView
      article={{
        number: 7,
        content,
        pictures: new Map(),
        share: null,
        notes: [],
        sectionPath: [],
        tags: [],
        authors: new Map(),
        shownAt: null,
        updatedAt: null,
        views: null,
      }}
      marksAwaited={marksAwaited}
    />,
  );

function expectServedAsSigned(content: ArticleContent): void {
  const canonical = canonicalText(article, content);
  const served = signedContent(article, canonical, article.version);
  expect(canonicalText(article, served)).toBe(canonical);
  for (const marksAwaited of [false, true]) expect(drawn(served, marksAwaited)).toBe(drawn(content, marksAwaited));
  const { body: _, ...fields } = content;
  expect(served).toMatchObject(fields);
}

test.each(kept)("what readers get of $called is what was signed, letter for letter", ({ content }) => {
  expectServedAsSigned(upgradeContent(article, content, content.version));
});

test("what readers get of an empty text, of the demo's and of long ones is what was signed", () => {
  for (const content of [emptyContent(article), ...demo, ...long]) expectServedAsSigned(content);
});

test("what readers get of any text is what was signed", () => {
  const contents = someContents(20_261_128, 80);
  for (const content of contents) expectServedAsSigned(content);
  const spelt = contents.map((content) => canonicalText(article, content)).join();
  // The dice have made of everything some.
  for (const part of ["table", "figure", "orderedList", "bulletList", "blockquote", "heading", "hardBreak", "link"]) {
    expect(spelt).toContain(`"type":"${part}"`);
  }
});
