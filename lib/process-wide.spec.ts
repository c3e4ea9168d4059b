import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { processWide } from "./process-wide.ts";

const ROOT = join(import.meta.dirname, "..");
const SOURCES = globSync("{app,bench,components,db,e2e,features,i18n,lib,patches,scripts,server}/**/*.{ts,tsx}", {
  cwd: ROOT,
}).filter((file) => !file.startsWith(join("lib", "process-wide.")));
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

test("whoever asks by the same name has the same thing, which was made once; what it holds may come later", () => {
  const name = `test ${Math.random()}`;
  const first = processWide<{ said?: string }>(name, () => ({}));
  const again = processWide<{ said?: string }>(name, () => expect.fail("made twice"));
  first.said = "later";
  expect(again.said).toBe("later");
  expect(processWide(`another ${name}`, () => ({}))).not.toBe(first);
});

test("nobody else keeps anything for the whole process", () => {
  expect(SOURCES.length).toBeGreaterThan(400);
  expect(SOURCES.filter((file) => /Symbol\.for\(|\bglobalThis as\b|\bglobal\./.test(read(file)))).toEqual([]);
});

test("no two things have the same name", () => {
  // What only tests load puts other things in the place of these.
  const names = SOURCES.filter((file) => !/\.spec\.ts$|\/testing[\w-]*\.ts$/.test(file)).flatMap((file) =>
    [...read(file).matchAll(/\bprocessWide(?:<.+>)?\(\s*"([^"]+)"/g)].map(([, name]) => name),
  );
  expect(names.length).toBeGreaterThan(10);
  expect(names).toHaveLength(new Set(names).size);
});
