import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const FEATURES = join(import.meta.dirname, "..");

test("that a role is in force is said in one place: whoever asks for it takes it from there", () => {
  const files = globSync("*/**/*.ts", { cwd: FEATURES }).filter((file) => !/\.spec\.ts$|testing/.test(file));
  const said = files.filter((file) =>
    /effective_?from\}?\s*<=|lte\(\s*grants\.effectiveFrom/i.test(readFileSync(join(FEATURES, file), "utf8")),
  );
  expect(said).toEqual([join("roles", "in-force-store.ts")]);
});
