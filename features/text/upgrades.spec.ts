import { expect, onTestFinished, test } from "vitest";
import { emptyContent, parseContent, upgradeContent } from "./content.ts";
import { CONTENT_VERSION, UPGRADES } from "./upgrades.ts";

test("a text of this version is as it was", () => {
  const content = { ...emptyContent(), headline: "Một" };
  expect(upgradeContent(content, CONTENT_VERSION)).toEqual(content);
});

test("a text of an older version is brought on as a whole, head and body", () => {
  UPGRADES[0] = ({ title, ...rest }) => ({ ...rest, headline: title });
  onTestFinished(() => {
    delete UPGRADES[0];
  });
  const { headline: _, ...rest } = emptyContent();
  const old = { ...rest, version: 0, title: "Một" };
  expect(upgradeContent(old, 0)).toEqual({ ...emptyContent(), headline: "Một", body: rest.body });
  // An editor that was opened before the upgrade still sends what it knows.
  expect(parseContent(old)).toEqual({ ...emptyContent(), headline: "Một", body: rest.body });
});

test("a text that was kept before a field joined has its default, and none of a field that went", () => {
  const { aiLabel: _, ...rest } = emptyContent();
  const old = { ...rest, bodyVersion: 1 };
  for (const read of [upgradeContent(old, 1), parseContent(old), parseContent(rest)]) {
    expect(read).toEqual({ ...emptyContent(), body: rest.body });
  }
});

test("a text of a newer program is not guessed at", () => {
  expect(() => upgradeContent(emptyContent(), 99)).toThrow("not known");
  expect(() => parseContent({ ...emptyContent(), version: 99 })).toThrow("không dùng được");
});
