import { expect, test } from "vitest";
import { FORMS } from "#features/kinds/article.ts";
import { leadFigure, NO_LEAD } from "#features/kinds/lead.ts";
import { figuresIn } from "#features/text/figures.ts";
import { plainLines } from "#features/text/plain.ts";
import type { DemoArticle } from "./article.ts";
import { articlesInOrder } from "./articles/all.ts";
import { datedOf } from "./dated.ts";
import { PICTURES, pictureCalled } from "./pictures.ts";
import { SECTIONS } from "./sections.ts";

const now = new Date("2026-11-22T08:00:00Z");
const articles = articlesInOrder(now);

const filesOf = ({ lead, body }: DemoArticle) =>
  [leadFigure(lead ?? NO_LEAD), ...figuresIn({ type: "doc", content: body })].flatMap((one) => one?.attrs.file ?? []);

test("there are sixty, in every kind, over three years, the last of which are of today", () => {
  expect(articles).toHaveLength(60);
  expect(new Set(articles.map(({ kind = "news" }) => kind))).toEqual(new Set(FORMS));
  const years = articles.map(({ from }) => (from ? datedOf(from, now) : now).getFullYear());
  expect(new Set(years)).toEqual(new Set([2023, 2024, 2025, 2026]));
  expect(articles.slice(-2).map(({ from }) => from)).toEqual([undefined, undefined]);
});

test("each section of the demo that has none below it has something to read", () => {
  const leaves = SECTIONS.flatMap((planned) => (typeof planned === "string" ? [planned] : planned[1]));
  const filled = new Set(articles.flatMap(({ section, secondSections = [] }) => [section, ...secondSections]));
  expect(leaves.filter((name) => !filled.has(name))).toEqual([]);
});

test("about half of them have a picture, none the same one twice, and every picture is shown", () => {
  const withLead = articles.filter(({ lead }) => lead !== undefined).length;
  expect(withLead).toBeGreaterThan(25);
  expect(withLead).toBeLessThan(40);
  for (const article of articles)
    expect(new Set(filesOf(article)).size, article.headline).toBe(filesOf(article).length);
  expect(new Set(articles.flatMap(filesOf))).toEqual(new Set(PICTURES.map(({ sha256 }) => sha256)));
});

test("a photo story shows several, and the picture of no name is a mistake", () => {
  const stories = articles.filter(({ kind }) => kind === "photo_story");
  expect(stories.length).toBeGreaterThan(2);
  for (const story of stories) expect(filesOf(story).length, story.headline).toBeGreaterThan(2);
  expect(() => pictureCalled("nowhere" as "cau-go")).toThrow("no picture");
});

test("no two say the same sentence", () => {
  const said = articles.flatMap(({ headline, standfirst, body }) => [
    ...[headline, standfirst],
    ...body.flatMap(plainLines).filter((line) => line.length > 60),
  ]);
  expect(said.filter((line, at) => said.indexOf(line) !== at)).toEqual([]);
});
