import { expect, test } from "vitest";
import { withinSite } from "./address.ts";

const here = "https://senho.example.vn";

test("an address of this site becomes a path of it", () => {
  expect(withinSite("https://senho.example.vn/thong-bao/cap-nuoc-31?a=1#b", here)).toBe("/thong-bao/cap-nuoc-31?a=1#b");
  expect(withinSite("https://senho.example.vn", here)).toBe("/");
  expect(withinSite("HTTPS://SENHO.example.vn?trang=2", here)).toBe("/?trang=2");
  expect(withinSite("https://senho.example.vn/cấp-nước", here)).toBe("/cấp-nước");
});

test("any other address stays what it is", () => {
  for (const href of [
    "https://bao.example/a",
    "http://senho.example.vn/a",
    "/thong-bao",
    "mailto:a@senho.example.vn",
    "a",
  ])
    expect(withinSite(href, here)).toBe(href);
  expect(withinSite("https://senho.example.vn//bao.example/a", here)).toBe("https://senho.example.vn//bao.example/a");
});
