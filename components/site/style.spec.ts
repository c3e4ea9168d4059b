import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
const site = read("./site.css");
const others = ["./frame.css", "./lists.css", "../article/article.css", "../article/gallery.css", "./print.css"];
const sheets = [site, ...others.map(read)];

test.each([
  ["nesting", /&|\{[^{}]*\{[^{}]*\{/],
  [":has() and :where()", /:has\(|:where\(/],
  ["layers, containers, scopes", /@(?:layer|container|scope|property)/],
  ["new colours", /\b(?:oklch|oklab|lch|lab|color-mix|light-dark)\(/],
  ["short logical properties and inset", /\b(?:inset|(?:margin|padding)-(?:inline|block)):/],
  ["new units", /\d(?:d|s|l)v[hw]\b/],
  ["gaps, which Safari 14 has in grids only", /[^-]gap:/],
  ["ranges in media queries", /@media[^{]*[<>]=?/],
])("the readers' style sheets do without %s", (_, pattern) => {
  for (const sheet of sheets) expect(sheet).not.toMatch(pattern);
});

describe.each([
  ["light", /:root \{([^}]*)\}/],
  ["dark", /prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/],
])("in the %s theme", (_, block) => {
  const colours = new Map([...(block.exec(site)?.[1] ?? "").matchAll(/--(\w+): #(\w{6})/g)].map(([, a, b]) => [a, b]));

  test.each(["ink", "quiet", "accent", "link"])("%s can be read on paper and on tint", (name) => {
    for (const ground of ["paper", "tint"]) {
      expect(contrast(colours.get(name) ?? "", colours.get(ground) ?? "")).toBeGreaterThan(5);
    }
  });
});

/** WCAG 2: from 1 to 21; 4.5 is asked of text. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
