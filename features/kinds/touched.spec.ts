import { expect, test } from "vitest";
import type { Listed } from "#features/text/kind.ts";
import {
  touchedByArticle,
  touchedByFront,
  touchedByPage,
  touchedByPaper,
  touchedBySite,
  touchedByWeek,
} from "./touched.ts";

const SITE = 1;
const article = (sectionId: number, ...others: number[]): Listed => ({
  ...{ title: "Lễ hội sen", slug: "le-hoi-sen", card: {} },
  ...{ sectionId, listedIn: [sectionId, ...others], lines: [], sisterOfId: null },
});
const touched = (before: Listed | null, after: Listed | null) => touchedByArticle({ siteId: SITE, before, after });

test("an article that readers find, or no more, changes the lists where it stands, the home page and the sitemap", () => {
  const facts = ["list:section:5", "list:section:7", "list:home:1", "list:sitemap:1"];
  expect(touched(null, article(5, 7))).toEqual(facts);
  expect(touched(article(5, 7), null)).toEqual(facts);
});

test("an article that only says something else changes no list: they forget it with its own words", () => {
  expect(touched(article(5, 7), { ...article(5, 7), title: "Lễ hội sen Hồ" })).toEqual(["list:sitemap:1"]);
});

test("an article that moves changes the lists that it leaves and comes into, and not where it stays", () => {
  expect(touched(article(5, 7), article(6, 7))).toEqual([
    "list:section:5",
    "list:section:6",
    "list:home:1",
    "list:sitemap:1",
  ]);
  expect(touched(article(5, 7), article(5, 8))).toEqual(["list:section:7", "list:section:8", "list:sitemap:1"]);
});

test("an article of another form changes the fronts that list its form: the home page and those of its sections", () => {
  const notice = { ...article(5, 7), card: { kind: "notice" } };
  const facts = ["list:section:5", "list:section:7", "list:home:1", "list:sitemap:1"];
  expect(touched(article(5, 7), notice)).toEqual(facts);
  expect(touched(notice, article(5, 7))).toEqual(facts);
  expect(touched(notice, { ...notice, title: "Cúp nước" })).toEqual(["list:sitemap:1"]);
});

test("an article changes what its tags, its authors and its day list, and what is counted above the day", () => {
  const lines = (day: string, ...tags: number[]): Pick<Listed, "lines"> => ({
    lines: [{ list: "site", ofId: SITE, day }, ...tags.map((ofId) => ({ list: "tag" as const, ofId, day }))],
  });
  const day = ["list:site:1:", "list:site:1:2026", "list:site:1:2026-11", "list:site:1:2026-11-28"];
  const comes = touched(null, { ...article(5), ...lines("2026-11-28", 3) });
  expect(comes).toEqual([
    ...["list:section:5", "list:section:5:2026-11-28", ...day, "list:tag:3", "list:home:1", "list:sitemap:1"],
  ]);
  const retagged = touched(
    { ...article(5), ...lines("2026-11-28", 3, 4) },
    { ...article(5), ...lines("2026-11-28", 4, 6) },
  );
  expect(retagged).toEqual(["list:tag:3", "list:tag:6", "list:sitemap:1"]);
});

test("a second correction on one day changes what corrections list", () => {
  const noted = (count: number): Listed => ({
    ...article(5),
    lines: Array.from({ length: count }, () => ({ list: "corrections" as const, ofId: SITE, day: "2026-11-28" })),
  });
  expect(touched(noted(1), noted(2))).toEqual(["list:corrections:1", "list:sitemap:1"]);
});

test("its own section and a second one that change places change nothing but what home shows", () => {
  expect(touched(article(5, 7), article(7, 5))).toEqual(["list:home:1", "list:sitemap:1"]);
});

test("what readers find neither before nor after changes no list", () => {
  expect(touched(null, null)).toEqual([]);
  expect(touchedByPage({ siteId: SITE, before: null, after: null })).toEqual([]);
});

const page = (change: Partial<Listed> = {}): Listed => ({
  ...{ title: "Liên hệ", slug: "lien-he", card: { place: "menu" }, sectionId: null, listedIn: [], lines: [] },
  sisterOfId: null,
  ...change,
});

test.each([
  ["comes", null, page(), true],
  ["goes", page(), null, true],
  ["has another name", page(), page({ title: "Liên lạc" }), true],
  ["has another place", page(), page({ card: {} }), true],
  ["says something else", page(), page(), false],
])("of a page that %s the way to it changes", (_, before, after, isListedAnew) => {
  const facts = touchedByPage({ siteId: SITE, before, after });
  expect(facts).toEqual([...(isListedAnew ? ["list:pages:1"] : []), "list:sitemap:1"]);
});

const paper = (change: Partial<Listed> = {}): Listed => ({
  ...{ title: "Quy chế", slug: "quy-che", card: { reference: "1/QĐ", replaces: [7] } },
  ...{ sectionId: null, listedIn: [], lines: [], sisterOfId: null, ...change },
});

test.each([
  ["comes", null, paper(), [7]],
  ["goes", paper(), null, [7]],
  ["has another card", paper(), paper({ card: { reference: "2/QĐ", replaces: [7] } }), [7]],
  ["replaces another one", paper(), paper({ card: { reference: "1/QĐ", replaces: [9] } }), [7, 9]],
])("of a paper that %s lists change, and what it replaces says something else", (_, before, after, replaced) => {
  expect(touchedByPaper({ siteId: SITE, before, after })).toEqual([
    ...["list:papers:1", ...replaced.map((id) => `document:${id}`), "list:sitemap:1"],
  ]);
});

test("a paper whose text alone is another one changes no list", () => {
  expect(touchedByPaper({ siteId: SITE, before: paper(), after: paper() })).toEqual(["list:sitemap:1"]);
});

test("a calendar of a week that comes or goes changes which weeks there are; its words change its page alone", () => {
  const calendar = {
    title: "Lịch",
    slug: "2026-w49",
    card: {},
    sectionId: null,
    listedIn: [],
    lines: [],
    sisterOfId: null,
  };
  for (const [before, after] of [
    [null, calendar],
    [calendar, null],
  ] as const)
    expect(touchedByWeek({ siteId: SITE, before, after })).toEqual(["list:weeks:1", "list:sitemap:1"]);
  expect(touchedByWeek({ siteId: SITE, before: calendar, after: calendar })).toEqual(["list:sitemap:1"]);
  expect(touchedByWeek({ siteId: SITE, before: null, after: null })).toEqual([]);
});

test("what a site says of itself changes all its pages", () => {
  expect(touchedBySite({ siteId: SITE, before: null, after: null })).toEqual(["site:1"]);
});

test("a front changes its own page, and one that moves to another section that page too", () => {
  const front = (sectionId: number | null): Listed => ({
    ...{ title: "Sắp xếp", slug: null, sectionId: null, listedIn: [], lines: [], sisterOfId: null },
    // A card leaves out what is as on an empty front.
    card: sectionId === null ? {} : { sectionId },
  });
  const touched = (before: Listed | null, after: Listed | null) => touchedByFront({ siteId: SITE, before, after });
  expect(touched(null, front(null))).toEqual(["front:site:1"]);
  expect(touched(front(5), front(5))).toEqual(["front:section:5"]);
  expect(touched(front(5), front(null))).toEqual(["front:section:5", "front:site:1"]);
  expect(touched(null, null)).toEqual([]);
});
