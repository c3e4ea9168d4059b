import { globSync, readFileSync } from "node:fs";
import { join, normalize, sep } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");
const SOURCES = ["{app,bench,components,db,e2e,features,i18n,lib,patches,public,scripts,server}/**/*.{ts,tsx,js,mjs}"];
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

test("what features import of each other leads one way, never round", () => {
  const known = usedByFeatures();
  expect(known.get("moves")).toContain("drafts");
  // Who knows nobody that is left is taken away, again and again; a circle stays.
  for (let before = 0; before !== known.size; ) {
    before = known.size;
    for (const [name, others] of known) if (![...others].some((other) => known.has(other))) known.delete(name);
  }
  expect([...known.keys()]).toEqual([]);
});

test("each feature stands once in the tour's picture of layers, and uses none that stands above it", () => {
  const [, picture = ""] = /```text\n([\s\S]+?)```/.exec(readFileSync(join(ROOT, "docs/tour.md"), "utf8")) ?? [];
  const known = usedByFeatures();
  const layers = picture
    .split("\n")
    .filter((line) => line.includes("·"))
    .map((line) =>
      (line.split("·")[0] ?? "")
        .replace(/^ features /, "")
        .trim()
        .split(/\s+/),
    );
  expect(layers.flat().toSorted()).toEqual([...known.keys()].toSorted());
  const layerOf = (name: string) => layers.findIndex((names) => names.includes(name));
  const upwards = [...known].flatMap(([name, others]) =>
    [...others].filter((other) => layerOf(other) < layerOf(name)).map((other) => `${name} uses ${other}`),
  );
  expect(upwards).toEqual([]);
});

/** Every feature, with the others that it uses. */
function usedByFeatures(): Map<string, Set<string>> {
  const files = globSync("features/*/**/*.ts", { cwd: ROOT }).filter(
    (file) => !/\.spec\.ts$|testing|\/law\//.test(file),
  );
  const known = new Map<string, Set<string>>();
  for (const file of files) {
    const own = featureOf(file);
    const others = [...readFileSync(join(ROOT, file), "utf8").matchAll(/["']#(features\/[^"']+)["']/g)]
      .map(([, to = ""]) => featureOf(to))
      .filter((other) => other !== own);
    known.set(own, new Set([...(known.get(own) ?? []), ...others]));
  }
  return known;
}

const featureOf = (path: string) => path.split(/[\\/]/)[1] ?? "";

test.each([
  ["components/site/card.tsx", "../../db/client.ts", true],
  ["components/site/card.tsx", "../editor/toolbar/toolbar.tsx", true],
  ["features/reading/find.ts", "../moves/commands.ts", true],
  ["bench/main.ts", "../e2e/fixtures/npm-start.ts", true],
  ["features/workflow/law/testing.ts", "../history.ts", false],
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
