import { globSync, readFileSync } from "node:fs";
import { join, normalize, sep } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");
const SOURCES = ["{app,bench,components,db,e2e,features,i18n,lib,public,scripts,server}/**/*.{ts,tsx,js,mjs}"];
/** The path in `import … from`, `export … from`, `import "…"`, `import("…")` and what tests put in a module's place. */
const IMPORTED = /(?:\bfrom\s*|\bimport\s*\(?\s*|\b(?:mock|importActual)\s*\(\s*)["'](\.[^"']*)["']/g;

/** What a relative import may not leave: the rules on imports in biome.json read only those from the root ("#…"). */
function areaOf(file: string): string {
  const parts = file.split(sep);
  const depth = (parts[0] === "features" || parts[0] === "components") && parts.length > 2 ? 2 : 1;
  return parts.slice(0, depth).join("/");
}

function strayIn(file: string, source: string): string[] {
  return [...source.matchAll(IMPORTED)]
    .map(([, to = ""]) => to)
    .filter((to) => areaOf(normalize(join(file, "..", to))) !== areaOf(file));
}

test("a relative import stays in its own part; what belongs to another one is imported from the root", () => {
  const files = globSync(SOURCES, { cwd: ROOT });
  expect(files.length).toBeGreaterThan(400);
  const stray = files.flatMap((file) => strayIn(file, readFileSync(join(ROOT, file), "utf8")).map((to) => [file, to]));
  expect(stray).toEqual([]);
});

test.each([
  ["components/site/card.tsx", "../../db/client.ts", true],
  ["components/site/card.tsx", "../editor/toolbar/toolbar.tsx", true],
  ["features/reading/find.ts", "../workflow/commands.ts", true],
  ["bench/main.ts", "../e2e/fixtures/npm-start.ts", true],
  ["features/workflow/law/house.ts", "../commands.ts", false],
  ["app/(site)/[site]/layout.tsx", "../../icons.ts", false],
  ["lib/log.ts", "./nfc.ts", false],
  ["bench/main.ts", "#e2e/fixtures/npm-start.ts", false],
])("in %s an import of %s is stray: %s", (file, to, isStray) => {
  for (const line of [
    `import { one } from "${to}";`,
    `import type { One } from "${to}";`,
    `export { one } from "${to}";`,
    `import "${to}";`,
    `const { one } = await import("${to}");`,
  ]) {
    expect({ line, stray: strayIn(file, line) }).toEqual({ line, stray: isStray ? [to] : [] });
  }
});
