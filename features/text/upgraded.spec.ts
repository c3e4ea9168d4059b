import { expect, onTestFinished, test } from "vitest";
import { article } from "#features/kinds/article.ts";
import { emptyContent, parseContent, upgradeContent } from "./content.ts";

test("a text of this version is as it was", () => {
  const content = { ...emptyContent(article), headline: "Một" };
  expect(upgradeContent(article, content, article.version)).toEqual(content);
});

test("a text of an older version is brought on as a whole, head and body", () => {
  article.upgrades[0] = ({ title, ...rest }) => ({ ...rest, headline: title });
  onTestFinished(() => {
    delete article.upgrades[0];
  });
  const { headline: _, ...rest } = emptyContent(article);
  const old = { ...rest, version: 0, title: "Một" };
  expect(upgradeContent(article, old, 0)).toEqual({ ...emptyContent(article), headline: "Một", body: rest.body });
  // An editor that was opened before the upgrade still sends what it knows.
  expect(parseContent(article, old)).toEqual({ ...emptyContent(article), headline: "Một", body: rest.body });
});

test("a text that was kept before a field joined has its default, and none of a field that went", () => {
  const { aiLabel: _, ...rest } = emptyContent(article);
  const old = { ...rest, bodyVersion: 1 };
  for (const read of [upgradeContent(article, old, 1), parseContent(article, old), parseContent(article, rest)]) {
    expect(read).toEqual({ ...emptyContent(article), body: rest.body });
  }
});

test("a text of a newer program is not guessed at", () => {
  expect(() => upgradeContent(article, emptyContent(article), 99)).toThrow("not known");
  expect(() => parseContent(article, { ...emptyContent(article), version: 99 })).toThrow("không dùng được");
});
