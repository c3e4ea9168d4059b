import { expect, test } from "vitest";
import { resolveArticle, resolveOwnPage, resolveSection } from "./resolve.ts";

const STOOD = { slug: "le-hoi-sen", sectionSlug: "tin-tuc" };

test.each([
  ["live", { kind: "article", path: "/tin-tuc/le-hoi-sen-12", number: 12 }],
  ["hidden", { kind: "hidden", of: "article" }],
  ["withdrawn", { kind: "gone", number: 12 }],
  ["never_live", { kind: "unknown" }],
] as const)("an article that is %s is, to readers, %j", (visibility, resolution) => {
  expect(resolveArticle(12, { visibility, ...STOOD })).toEqual(resolution);
});

test.each([
  ["live", { kind: "own_page", path: "/lien-he", number: 7 }],
  ["hidden", { kind: "hidden", of: "page" }],
  ["withdrawn", { kind: "gone", number: 7 }],
  ["never_live", { kind: "unknown" }],
] as const)("a page of somebody's that is %s is, to readers, %j", (visibility, resolution) => {
  expect(resolveOwnPage({ number: 7, visibility, slug: "lien-he" })).toEqual(resolution);
});

test("a number that no article has is unknown", () => {
  expect(resolveArticle(12, undefined)).toEqual({ kind: "unknown" });
  expect(resolveOwnPage(undefined)).toEqual({ kind: "unknown" });
});

test("a section has the pages it has", () => {
  const section = { id: 5, slug: "tin-tuc", pages: 3 };
  expect(resolveSection({ ...section, pages: 1 }, 1)).toEqual({ kind: "section", path: "/tin-tuc", id: 5, page: 1 });
  expect(resolveSection(section, 3)).toEqual({ kind: "section", path: "/tin-tuc/trang/3", id: 5, page: 3 });
  expect(resolveSection(section, 4)).toEqual({ kind: "unknown" });
  expect(resolveSection(undefined, 1)).toEqual({ kind: "unknown" });
});
