import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { transformWithOxc } from "vite";
import { expect, test } from "vitest";

/** The oldest browsers that get a page's scripts (docs/design.md). */
const OLDEST = ["chrome87", "safari14"];

/** What they do not have, though they can read it. Source: MDN's tables of compatibility. */
const NOT_THERE =
  /\.(?:at|findLast|findLastIndex|toSorted|toReversed|toSpliced|with)\(|\bObject\.(?:hasOwn|groupBy)\b|\b(?:structuredClone|randomUUID)\(/;

const ROOT = join(import.meta.dirname, "..", "..");
const scripts = globSync(["public/*.js", "components/site/scripts/*.js"], { cwd: ROOT });

/** A script as it would have to be for these browsers. Only the spelling of what they do not know differs. */
const forBrowsers = async (script: string, target: string | string[]) =>
  (await transformWithOxc(script, "a.js", { target, sourcemap: false })).code;

test("there are scripts to look at", () =>
  expect(scripts).toEqual(expect.arrayContaining(["public/gallery.js", "components/site/scripts/tools.js"])));

test.each(scripts)("browsers of 2020 can read %s, and have what it asks for", async (name) => {
  const script = readFileSync(join(ROOT, name), "utf8");
  expect(await forBrowsers(script, OLDEST)).toBe(await forBrowsers(script, "esnext"));
  expect(script).not.toMatch(NOT_THERE);
});

test("what is sent as one file is one script", async () => {
  const parts = scripts.filter((name) => name.startsWith("components/")).toSorted();
  const whole = parts.map((name) => readFileSync(join(ROOT, name), "utf8")).join("");
  expect(await forBrowsers(whole, OLDEST)).toBe(await forBrowsers(whole, "esnext"));
});

test.each(["class A { #x = 1 }", "/(?<=a)b/.test(c);", "class A { static {} }", "/a/v.test(b);"])(
  "%s would be found",
  async (newer) => expect(await forBrowsers(newer, OLDEST)).not.toBe(await forBrowsers(newer, "esnext")),
);
