import { expect, test } from "vitest";
import { resolveArticle, resolveOwnPage, resolveSection, spellingsOf, whatIsAsked } from "./resolve.ts";

test.each([
  ["/", { kind: "home" }],
  ["/robots.txt", { kind: "file", path: "/robots.txt" }],
  ["/Sitemap.xml", { kind: "file", path: "/sitemap.xml" }],
  ["/tin-tuc", { kind: "section", slug: "tin-tuc", page: 1 }],
  ["/Tin-Tuc", { kind: "section", slug: "tin-tuc", page: 1 }],
  ["/tin-tuc/trang/2", { kind: "section", slug: "tin-tuc", page: 2 }],
  ["/tin-tuc/trang/02", { kind: "section", slug: "tin-tuc", page: 2 }],
  ["/tin-tuc/le-hoi-sen-12", { kind: "article", number: 12 }],
  ["/anything/12", { kind: "article", number: 12 }],
  ["/tin-tuc/le-hoi-sen-12.", { kind: "article", number: 12 }],
  ["/tin-tuc/le-hoi-sen-12”)…", { kind: "article", number: 12 }],
  ["/tin-tuc/le-hoi-sen-12 ", { kind: "article", number: 12 }],
  ["/tin-tuc/le-hoi-sen-12.html", { kind: "nothing" }],
  ["/tin-tuc/trang/0", { kind: "nothing" }],
  ["/tin-tuc/trang/2/3", { kind: "nothing" }],
  ["/tin-tuc/trang", { kind: "nothing" }],
  ["/tin-tuc/le-hoi", { kind: "nothing" }],
  ["/a/b/c-12", { kind: "nothing" }],
  ["/a/b-99999999999", { kind: "nothing" }],
])("%s asks for %j", (path, asked) => {
  expect(whatIsAsked(path)).toEqual(asked);
});

const STOOD = { slug: "le-hoi-sen", sectionSlug: "tin-tuc" };

test.each([
  ["live", { kind: "article", path: "/tin-tuc/le-hoi-sen-12" }],
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
  expect(resolveSection("tin-tuc", 1, 1)).toEqual({ kind: "page", path: "/tin-tuc" });
  expect(resolveSection("tin-tuc", 3, 3)).toEqual({ kind: "page", path: "/tin-tuc/trang/3" });
  expect(resolveSection("tin-tuc", 4, 3)).toEqual({ kind: "unknown" });
  expect(resolveSection("khong-co", 1, undefined)).toEqual({ kind: "unknown" });
});

test("an old address is looked for with its query first, however it was written", () => {
  expect(spellingsOf("/index.php", "?id=12")).toEqual([
    "/index.php?id=12",
    "/index.php/?id=12",
    "/index.php",
    "/index.php/",
  ]);
  expect(spellingsOf("/Lễ hội", "")).toEqual(
    expect.arrayContaining(["/Lễ hội", "/L%E1%BB%85%20h%E1%BB%99i", "/lễ hội"]),
  );
});
