import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");
const LEAF = "features/addresses/desk.ts";
/** These name addresses for another reason than to lead somebody there. */
const MAY_SPELL = new Map([
  [LEAF, "the leaf itself"],
  ["features/addresses/public.ts", "where a reader's form is sent"],
  ["features/addresses/machines.ts", "what programs of readers ask lies below the same word"],
  ["proxy.ts", "Next reads the pattern without running the file"],
  ["components/site/scripts/search.js", "a reader's page has no imports"],
  ["components/site/scripts/views.js", "a reader's page has no imports"],
]);

/** A text that begins as an address of the staff side does; what only reads an address is a pattern, and no text. */
const SPELT = /["'`]\/(?:desk|login|api)(?=[/?"'`]|\$\{)[^"'`\n]*/g;

function speltIn(source: string, what = SPELT): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  return [...code.matchAll(what)].map(([text]) => text);
}

/** A text in which a part of a public address stands: a page's number, an article's, a file of ours, or a name behind a slash. */
const PUBLIC =
  /["'`](?=[^"'`\n]*(?:\/trang\b|\/robots\.txt|\/sitemap(?:-[\d$]|\.xml)|\/\$\{[^}\n]*[sS]lug\}))[^"'`\n]*["'`]/g;

const sources = globSync(["{app,components,features,lib,public,server}/**/*.{ts,tsx,js}", "proxy.ts"], { cwd: ROOT })
  .filter((file) => !/\.spec\.tsx?$|(?:^|\/)testing[^/]*$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(ROOT, file), "utf8") }));

test("no part but one spells an address of the staff side", () => {
  expect(sources.length).toBeGreaterThan(400);
  const spelling = sources.filter(({ text }) => speltIn(text).length > 0).map(({ file }) => file);
  expect(spelling.toSorted()).toEqual([...MAY_SPELL.keys()].toSorted());
});

test("no part but one puts a public address together", () => {
  const spelling = sources.filter(({ text }) => speltIn(text, PUBLIC).length > 0).map(({ file }) => file);
  expect(spelling).toEqual([
    "features/addresses/english.ts",
    "features/addresses/lists.ts",
    "features/addresses/papers.ts",
    "features/addresses/public.ts",
  ]);
});

test.each([
  ["const path = `/$" + "{section.slug}/$" + "{slug}-$" + "{number}`;", true],
  ["href={`/$" + "{page.slug}`}", true],
  ['path + "/trang/" + page', true],
  ['origin + "/sitemap.xml"', true],
  ["href={sectionPath(slug, page)}", false],
  ["t(`done.$" + "{slug}`)", false],
  ['import { one } from "./sitemap-store.ts"', false],
])("in %s a public address is put together: %s", (line, isSpelt) => {
  expect(speltIn(line, PUBLIC).length > 0).toBe(isSpelt);
});

test.each([
  ['fetch("/api/live")', true],
  ["fetch(`/api/drafts/1?tab=2`)", true],
  ['<a href="/login">', true],
  ["redirect('/desk?done=1')", true],
  ['import { one } from "#app/desk/page.tsx"', false],
  ["/^\\/api\\/live$/.test(url)", false],
  ['path: "/desktop"', false],
  ["/** What is answered at `/api/health`. */", false],
])("in %s an address is spelt: %s", (line, isSpelt) => {
  expect(speltIn(line).length > 0).toBe(isSpelt);
});
