import { readdirSync, readFileSync, statSync } from "node:fs";
import subsetFont from "subset-font";
import { describe, expect, test } from "vitest";
import { charactersIn } from "./font-cmap.ts";
import { LETTERS, VIETNAMESE } from "./font-letters.ts";

const folder = new URL("../components/site/fonts/", import.meta.url);

async function lettersOf(face: string): Promise<Set<number>> {
  const parts = readdirSync(folder)
    .filter((name) => [`${face}.woff2`, `${face}-latin.woff2`, `${face}-vietnamese.woff2`].includes(name))
    .map((name) => readFileSync(new URL(name, folder)));
  const opened = await Promise.all(
    parts.map((part) => subsetFont(part, null, { targetFormat: "sfnt", keepAllGlyphs: true })),
  );
  return new Set(opened.flatMap((font) => [...charactersIn(font)]));
}

test("Vietnamese has 134 letters besides plain Latin ones", () => {
  expect(new Set(VIETNAMESE).size).toBe(134);
});

describe.each(["serif", "serif-italic", "sans", "sans-bold"])("the face %s", (face) => {
  test("has every Vietnamese letter, the digits and the sign of the đồng", async () => {
    const found = await lettersOf(face);
    const needed = [...VIETNAMESE, ..."0123456789₫“”–—…"];
    expect(needed.filter((letter) => !found.has(letter.codePointAt(0) ?? 0))).toEqual([]);
  });

  test("holds nothing that was not asked for", async () => {
    const asked = new Set([...LETTERS].map((letter) => letter.codePointAt(0)));
    expect([...(await lettersOf(face))].filter((code) => !asked.has(code))).toEqual([]);
  });
});

test("the faces of a first visit weigh less than 55 KB together", () => {
  const first = readdirSync(folder).filter((name) => name.endsWith(".woff2") && !name.includes("italic"));
  expect(first.map((name) => statSync(new URL(name, folder)).size).reduce((a, b) => a + b, 0)).toBeLessThan(55_000);
});
