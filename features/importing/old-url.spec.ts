import { expect, test } from "vitest";
import { readOldUrl } from "./old-url.ts";

test.each([
  [
    "https://cu.phuong.example/tin/12345.aspx?id=7&p=2#top",
    { host: "cu.phuong.example", path: "/tin/12345.aspx?id=7&p=2" },
  ],
  ["http://cu.phuong.example:8080/a", { host: "cu.phuong.example:8080", path: "/a" }],
  [
    "https://cu.phuong.example/tin%20t%E1%BB%A9c//Giao%20ban/",
    { host: "cu.phuong.example", path: "/tin tức/Giao ban" },
  ],
  ["/tin tức/Giao ban.html", { host: null, path: "/tin tức/Giao ban.html" }],
  ["https://cu.phuong.example/?bai=9", { host: "cu.phuong.example", path: "/?bai=9" }],
])("%j is kept as browsers ask for it", (given, address) => {
  expect(readOldUrl(given)).toEqual(address);
});

test.each([
  ["bai-cu.html", /give a web address/],
  ["//cu.phuong.example/a", /give a web address/],
  ["javascript:alert(1)", /give a web address/],
  ["ftp://cu.phuong.example/a", /give a web address/],
  ["https://cu.phuong.example/", /home page/],
  ["/tin/%C0%80", /not UTF-8/],
  ["/Desk/articles/1", /belong to the program/],
  [`/${"a".repeat(2_000)}`, /longer than/],
])("%j is refused", (given, reason) => {
  expect(() => readOldUrl(given)).toThrow(expect.objectContaining({ reason: expect.stringMatching(reason) }));
});
