import { expect, test } from "vitest";
import {
  articlePath,
  homePath,
  pagePath,
  robotsPath,
  sectionAbove,
  sectionPath,
  sitemapPath,
  spellingsOf,
  whatIsAsked,
} from "./public.ts";

test.each([
  ["/", { kind: "home" }],
  ["/robots.txt", { kind: "robots" }],
  ["/Sitemap.xml", { kind: "sitemap", part: null }],
  ["/sitemap-3.xml", { kind: "sitemap", part: 3 }],
  ["/sitemap-giao-thong", { kind: "section", slug: "sitemap-giao-thong", page: 1 }],
  ["/tin-tuc/so-2147483648", { kind: "nothing" }],
  ["/tep/12/ke-hoach", { kind: "file", id: 12 }],
  ["/tep/2147483648/ke-hoach", { kind: "nothing" }],
  ["/tep/012/ke-hoach", { kind: "nothing" }],
  ["/tep/12/a/b", { kind: "nothing" }],
  ["/tep/ke-hoach-12", { kind: "article", number: 12 }],
  ["/tep", { kind: "section", slug: "tep", page: 1 }],
  ["/tep/trang/2", { kind: "section", slug: "tep", page: 2 }],
  ["/tin-tuc/so-031", { kind: "nothing" }],
  ["/tin-tuc/so-1e3", { kind: "nothing" }],
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

test("what is written is read back as what it was", () => {
  expect(whatIsAsked(homePath)).toEqual({ kind: "home" });
  expect(whatIsAsked(robotsPath)).toEqual({ kind: "robots" });
  for (const part of [null, 1, 12]) expect(whatIsAsked(sitemapPath(part))).toEqual({ kind: "sitemap", part });
  for (const page of [1, 2, 300])
    expect(whatIsAsked(sectionPath("thong-bao", page))).toEqual({ kind: "section", slug: "thong-bao", page });
  expect(whatIsAsked(pagePath("lien-he"))).toEqual({ kind: "section", slug: "lien-he", page: 1 });
  expect(whatIsAsked(articlePath("thong-bao", "hop-dan-pho-2", 31))).toEqual({ kind: "article", number: 31 });
});

test.each([
  ["/tin-tuc", "tin-tuc"],
  ["/tin-tuc/trang/2", "tin-tuc"],
  ["/tin-tuc/le-hoi-12", "tin-tuc"],
  ["/tin-tuc/le-hoi", null],
  ["/tin-tuc/2019/le-hoi-12", null],
])("below which section %s can only be ours: %s", (path, slug) => {
  expect(sectionAbove(path)).toBe(slug);
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
