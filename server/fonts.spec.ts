import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { fontsAhead } from "./fonts.ts";

const folder = mkdtempSync(join(tmpdir(), "toa-soan-fonts-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a page names the faces that stand on every page, and neither the italics nor the desk's fonts", () => {
  for (const name of ["serif-latin.a1.woff2", "sans-bold.b2.woff2", "serif-italic-latin.c3.woff2", "inter.d4.woff2"]) {
    writeFileSync(join(folder, name), "");
  }
  expect(fontsAhead(folder)).toBe(
    '<link rel="preload" as="font" type="font/woff2" href="/_next/static/media/serif-latin.a1.woff2" media="(min-width: 44em)" crossorigin=""/>' +
      '<link rel="preload" as="font" type="font/woff2" href="/_next/static/media/sans-bold.b2.woff2" media="(min-width: 44em)" crossorigin=""/>',
  );
});

test("without a build, or before it, it names none", () => {
  expect([fontsAhead(""), fontsAhead(join(folder, "none"))]).toEqual(["", ""]);
});
