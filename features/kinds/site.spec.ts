import { expect, test } from "vitest";
import { emptyContent } from "#features/text/content.ts";
import { type SiteContent, site } from "./site.ts";

const facts = { sectionIds: new Set([1]), pageIds: new Set([11]) };
const gaps = (change: Partial<SiteContent>) =>
  site
    .gaps({ ...emptyContent(site), name: "Phường Thử", agency: "x", responsible: "y", ...change }, facts)
    .map(({ field, blocks }) => `${field} ${blocks}`);
const menu = (entry: SiteContent["menu"][number]["below"][number]): Partial<SiteContent> => ({
  menu: [{ to: "section", id: 1, words: "", below: [entry] }],
});

test("an entry of the menu leads somewhere, on either level, and a link has words", () => {
  expect(gaps(menu({ to: "page", id: 11, words: "" }))).toEqual([]);
  expect(gaps(menu({ to: "page", id: 12, words: "" }))).toEqual(["menu submit"]);
  expect(gaps(menu({ to: "section", id: 2, words: "" }))).toEqual(["menu submit"]);
  expect(gaps(menu({ to: "link", address: "javascript:x", words: "x" }))).toEqual(["menu submit"]);
  expect(gaps(menu({ to: "link", address: "/x", words: "" }))).toEqual(["menu submit"]);
});

test("a notice ends at an hour", () => {
  expect(gaps({ notice: { words: "Cúp nước", until: null } })).toEqual(["notice submit"]);
  expect(gaps({ notice: { words: "Cúp nước", until: "2026-11-29T00:00:00.000Z" } })).toEqual([]);
});

test("without a name a site says nothing, and who answers for it is asked for", () => {
  expect(gaps({ name: "", agency: "", responsible: "" })).toEqual([
    "name submit",
    "agency advice",
    "responsible advice",
  ]);
});
