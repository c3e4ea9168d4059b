import { expect, test } from "vitest";
import { readTarget } from "./target.ts";

test.each([
  ["/", "/"],
  ["//", "/"],
  ["/tin-tuc/", "/tin-tuc"],
  ["//tin-tuc///le-hoi-12//", "/tin-tuc/le-hoi-12"],
  ["//evil.example/", "/evil.example"],
  ["/%74in-tuc", "/tin-tuc"],
  ["/Tin-Tuc", "/Tin-Tuc"],
  ["/tin%20tuc", "/tin%20tuc"],
  ["/l%E1%BB%85-h%E1%BB%99i", "/l%E1%BB%85-h%E1%BB%99i"],
  ["/a%2Fb", "/a/b"],
  // Letters whose marks stand by themselves, as some systems write names of files.
  [`/${encodeURIComponent("lễ-hội".normalize("NFD"))}`, "/l%E1%BB%85-h%E1%BB%99i"],
  [`/${"Ế".normalize("NFD")}`, "/%E1%BA%BE"],
  ["/le%CC%A3%CC%82", "/l%E1%BB%87"],
  ["/le%CC%82%CC%A3", "/l%E1%BB%87"],
])("%s stands for %s", (url, address) => {
  expect(readTarget(url)).toMatchObject({ ok: true, address });
});

test.each([
  ["/?utm_source=zalo&fbclid=1", ""],
  ["/?zarsrc=31&zalo_id=2&gclid=x&_gl=1&mc_cid=3", ""],
  ["/?mc=2&gla=3", "?mc=2&gla=3"],
  ["/index.php?id=12&utm_medium=x&p=2", "?id=12&p=2"],
  ["/?", ""],
  ["/?a=%zz", "?a=%zz"],
])("of %s the query %s counts", (url, query) => {
  expect(readTarget(url)).toMatchObject({ ok: true, query });
});

test.each([
  "/%",
  "/%zz",
  "/%ff%fe",
  "/%c3%28",
  "/a%00b",
  "/a%0d%0aSet-Cookie:x",
  "/../etc/passwd",
  "/%2e%2e/x",
  "/a/./b",
  "/a%5cb",
  "/\\evil.example",
  "http://elsewhere.example/",
  "*",
  "",
])("%j is a bad request", (url) => {
  expect(readTarget(url)).toEqual({ ok: false, status: 400 });
});

test("an address that no portal made is too long", () => {
  expect(readTarget(`/${"a".repeat(2_048)}`)).toEqual({ ok: false, status: 414 });
});
