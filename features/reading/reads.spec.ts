import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** What a page asks past the queries that say what it was drawn from, nobody would forget it for. */
test("readers' pages ask the database through their queries, and these through what records them", () => {
  const root = join(import.meta.dirname, "..", "..");
  const files = globSync(["features/reading/**/*.ts", "app/(site)/**/*.{ts,tsx}"], { cwd: root }).filter(
    (file) => !/\.spec\.ts$/.test(file),
  );
  expect(files.length).toBeGreaterThan(20);
  const importing = (what: RegExp) => files.filter((file) => what.test(readFileSync(join(root, file), "utf8")));
  expect(importing(/["']#db\/(?:client|transaction)\.ts["']/)).toEqual([
    "features/reading/sitemap-store.ts",
    "features/reading/store.ts",
  ]);
  expect(importing(/["'](?:\.\/|#features\/reading\/)(?:sitemap-)?store\.ts["']/)).toEqual([
    "features/reading/reads.ts",
  ]);
});
