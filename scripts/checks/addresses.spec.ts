import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");
const LEAF = "features/addresses/desk.ts";
/** These name addresses for another reason than to lead somebody there. */
const MAY_SPELL = new Map([
  [LEAF, "the leaf itself"],
  ["proxy.ts", "Next reads the pattern without running the file"],
  ["public/views.js", "a reader's page has no imports"],
]);

/** A text that begins as an address of the staff side does; what only reads an address is a pattern, and no text. */
const SPELT = /["'`]\/(?:desk|login|api)(?=[/?"'`]|\$\{)[^"'`\n]*/g;

function speltIn(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  return [...code.matchAll(SPELT)].map(([text]) => text);
}

test("no part but one spells an address of the staff side", () => {
  const files = globSync(["{app,components,features,lib,public,server}/**/*.{ts,tsx,js}", "proxy.ts"], { cwd: ROOT });
  const sources = files.filter((file) => !/\.spec\.tsx?$|(?:^|\/)testing[^/]*$/.test(file));
  expect(sources.length).toBeGreaterThan(400);
  const spelling = sources.filter((file) => speltIn(readFileSync(join(ROOT, file), "utf8")).length > 0);
  expect(spelling.toSorted()).toEqual([...MAY_SPELL.keys()].toSorted());
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
