import { expect, test } from "vitest";
import { articlePath, inside, numberIn, pagesFor, sectionPath } from "./paths.ts";

test("the first page of a section has the section's own address", () => {
  expect(sectionPath("thong-bao")).toBe("/thong-bao");
  expect(sectionPath("thong-bao", 3)).toBe("/thong-bao/trang/3");
});

test("the number is read back from an article's address", () => {
  expect(numberIn(articlePath("thong-bao", "hop-dan-pho-2", 31).split("/").at(-1) ?? "")).toBe(31);
});

test("a number alone is enough", () => {
  expect(numberIn("31")).toBe(31);
});

test.each(["", "hop-dan-pho", "so-031", "so-0", "so-99999999999", "so-2147483648", "so-1e3", "so--"])(
  "%j names no article",
  (segment) => {
    expect(numberIn(segment)).toBeNull();
  },
);

test("an empty section has one page and the 21st article opens the second", () => {
  expect([0, 1, 20, 21, 40, 41].map(pagesFor)).toEqual([1, 1, 1, 2, 2, 3]);
});

test.each([
  ["/", "/sen-ho"],
  ["/thong-bao/trang/2", "/sen-ho/thong-bao/trang/2"],
  ["/robots.txt", "/sen-ho/robots.txt"],
  ["/sitemap.xml", "/sen-ho/-/sitemap/all"],
  ["/sitemap-3.xml", "/sen-ho/-/sitemap/3"],
  ["/sitemap-giao-thong", "/sen-ho/sitemap-giao-thong"],
])("%s is %s behind the front", (path, within) => {
  expect(inside.page("sen-ho", path)).toBe(within);
});
