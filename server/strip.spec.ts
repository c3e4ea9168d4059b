import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { leftoversIn, strip } from "./strip.ts";

/** An article page as next 16.4.6 sent it. */
const RENDERED = readFileSync(new URL("./fixtures/rendered-page.txt", import.meta.url), "utf8");

test("a rendered page loses everything of the client runtime", () => {
  expect(leftoversIn(RENDERED)).not.toEqual([]);
  expect(leftoversIn(strip(RENDERED))).toEqual([]);
});

test("a rendered page keeps its words, its head, its stylesheets and our scripts", () => {
  const page = strip(RENDERED);
  expect(page).toMatch(/^<!DOCTYPE html><html lang="vi"><head>/);
  expect(page).toContain("<title>le-hoi-sen-12</title>");
  expect(page).toContain('<meta name="description" content="Mô tả"/>');
  expect(page).toMatch(/<link rel="stylesheet" href="\/_next\/static\/chunks\/\w+\.css"/);
  expect(page).toContain('<script src="/reader.js" defer=""></script>');
  expect(page).toContain('<script type="application/ld+json">{"a":1}</script>');
  expect(page).toContain("<h1>Bài le-hoi-sen-12 của sen-ho</h1>");
  expect(page).toMatch(/<\/main><\/body><\/html>$/);
});

test("stripping twice changes nothing more", () => {
  expect(strip(strip(RENDERED))).toBe(strip(RENDERED));
});

test("words about scripts are words", () => {
  const words = "<p>Thẻ &lt;script&gt; và self.__next nằm trong bài</p>";
  expect(strip(`<body>${words}<script>self.__next_f.push([1,"</p>"])</script></body>`)).toBe(`<body>${words}</body>`);
});

test.each([
  '<script src="/_next/static/chunks/a.js" async=""></script>',
  "<script src='/_next/static/chunks/a.js'></script>",
  '<SCRIPT nonce="a>b">1</SCRIPT >',
  '<script src="//elsewhere.example/x.js"></script>',
  '<script src="https://elsewhere.example/x.js"></script>',
  '<script type="module">import "/x.js"</script>',
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>',
  '<link rel="modulepreload" href="/x.js"/>',
  '<link rel="expect" href="#_R_" blocking="render"/>',
  '<div hidden=""><!--$--><!--/$--></div>',
  "<script>never closed",
])("%s goes", (tag) => {
  expect(strip(`<p>trước</p>${tag}`)).toBe("<p>trước</p>");
});

test.each([
  '<script src="/gallery.js" defer=""></script>',
  '<script type="application/ld+json">{"@context":"https://schema.org"}</script>',
  '<link rel="preload" as="font" href="/fonts/a.woff2" crossorigin=""/>',
  '<link rel="stylesheet" href="/_next/static/chunks/a.css"/>',
  '<link rel="canonical" href="http://localhost/a"/>',
])("%s stays", (tag) => {
  expect(strip(tag)).toBe(tag);
});

test.each([
  '<!--$?--><template id="B:0"></template><p>Đang tải</p><!--/$-->',
  '<div hidden="" id="S:0"><p>bài</p></div>',
])("a page whose words a script would have to put in place is refused: %s", (html) => {
  expect(() => strip(html)).toThrow("needs the client runtime");
});
