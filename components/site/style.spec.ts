import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ACCENTS } from "#features/kinds/site.ts";
import { BANDS, PAPER } from "./paper.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
const tokens = read("./tokens.css");
const others = [
  "./site.css",
  "./frame.css",
  "./banners.css",
  "./lists.css",
  "./front.css",
  "./search.css",
  "./suggestions.css",
  "./archive.css",
  "./file.css",
  "./feeds.css",
  "./papers.css",
  "./questions.css",
  "./weeks.css",
  "../article/article.css",
  "../article/tools.css",
  "../article/gallery.css",
  "./print.css",
];
const sheets = [tokens, ...others.map(read)];

test.each([
  ["nesting", /&|\{[^{}]*\{[^{}]*\{/],
  [":has() and :where()", /:has\(|:where\(/],
  ["layers, containers, scopes", /@(?:layer|container|scope|property)/],
  ["new colours", /\b(?:oklch|oklab|lch|lab|color-mix|light-dark)\(/],
  ["short logical properties and inset", /\b(?:inset|(?:margin|padding)-(?:inline|block)):/],
  ["new units", /\d(?:d|s|l)v[hw]\b/],
  ["gaps, which Safari 14 has in grids only", /[^-]gap:/],
  ["ranges in media queries", /@media[^{]*[<>]=?/],
  ["boxes that keep a shape by themselves", /aspect-ratio/],
  [":is(), and lists in :not()", /:is\(|:not\([^()]*,/],
])("the readers' style sheets do without %s", (_, pattern) => {
  for (const sheet of sheets) expect(sheet).not.toMatch(pattern);
});

/** Lines of what is no running text: figures beside a line, and the arrows of the gallery. */
const NO_TEXT = [".body sub", ".body sup", ".viewer .viewer-previous", ".viewer .viewer-next"];

test("lines stand apart by 1.3 or more, as letters with two marks (Ế, Ộ, Ự) need it", () => {
  const heights = sheets.flatMap((sheet) =>
    [...sheet.matchAll(/([^{};]+)\{([^{}]*)\}/g)].flatMap(([, selectors = "", block = ""]) =>
      [...block.matchAll(/(?:line-height:|font:[^;]*?\/)\s*([^\s;]+)/g)].map(([, height = ""]) => ({
        of: selectors.split(",").map((one) => one.trim()),
        height,
      })),
    ),
  );
  expect(heights.length).toBeGreaterThan(50);
  const low = heights.filter(({ height }) => !/^\d(?:\.\d+)?$/.test(height) || Number(height) < 1.3);
  expect(
    low.flatMap(({ of, height }) => of.filter((one) => !NO_TEXT.includes(one)).map((one) => `${one}: ${height}`)),
  ).toEqual([]);
  // Whoever leaves the list of these leaves it here, too.
  expect(NO_TEXT.filter((one) => !low.some(({ of }) => of.includes(one)))).toEqual([]);
});

/** What a rule of the tokens says of colours, in the light and in the dark theme: as of two style sheets, one over the other. */
const DARK = "@media (prefers-color-scheme: dark)";
const [plain = "", inDark = ""] = tokens.split(DARK);
const [accentsPlain = "", accentsInDark = ""] = read("./accents.css").split(DARK);
const [light, dark] = [plain + accentsPlain, inDark + accentsInDark];
const saidBy = (sheet: string, selector: string): [string, string][] =>
  [...sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    .filter(([, selectors = ""]) => selectors.split(",").some((one) => one.trim() === selector))
    .flatMap(([, , block = ""]) => [...block.matchAll(/--([\w-]+): #(\w{6})/g)])
    .map(([, name = "", colour = ""]) => [name, colour]);
const accents = [...new Set(light.match(/\.accent-\w+/g))];

describe.each(accents)("with the accent %s", (accent) => {
  test.each([
    ["light", [light]],
    ["dark", [light, dark]],
  ])("what is read can be read, in the %s theme", (_, sheets) => {
    expectReadable(new Map(sheets.flatMap((sheet) => [...saidBy(sheet, ":root"), ...saidBy(sheet, accent)])));
  });
});

test("what a browser's own frame is coloured by is each site's band", () => {
  for (const accent of ACCENTS) {
    const [inLight, inDark] = [light, dark].map((sheet) => new Map(saidBy(sheet, `.accent-${accent}`)).get("band"));
    expect(BANDS[accent]).toEqual({ light: `#${inLight}`, dark: `#${inDark}` });
  }
  expect(PAPER).toBe(`#${new Map(saidBy(light, ":root")).get("paper")}`);
});

test("every accent has its colours in both themes", () => {
  expect(accents.length).toBe(ACCENTS.length);
  for (const accent of accents) {
    expect(ACCENTS).toContain(accent.slice(".accent-".length));
    for (const sheet of [light, dark]) expect(saidBy(sheet, accent).map(([name]) => name)).toEqual(["accent", "band"]);
  }
});

test.each([
  ["light", [light]],
  ["dark", [light, dark]],
])("with more contrast each colour is at least 7 to 1, in the %s theme", (_, sheets) => {
  const colours = new Map(sheets.flatMap((sheet) => [...saidBy(sheet, ":root"), ...saidBy(sheet, ".more-contrast")]));
  expectReadable(colours, 7);
});

/** @param least what WCAG asks of text is 4.5, of the edges of controls 3; ours is a little more */
function expectReadable(colours: ReadonlyMap<string, string>, least = 5): void {
  const on = (ground: string, name: string) => contrast(colours.get(name) ?? "", colours.get(ground) ?? "");
  for (const ground of ["paper", "tint"]) {
    for (const name of ["ink", "quiet", "accent", "link"])
      expect(on(ground, name), `${name}, ${ground}`).toBeGreaterThan(least);
    expect(on(ground, "edge-of-control")).toBeGreaterThan(3);
  }
  expect(on("band", "on-band")).toBeGreaterThan(least);
  for (const level of ["emergency", "urgent", "outage"]) expect(on(level, `on-${level}`), level).toBeGreaterThan(least);
  expect(on("mark", "ink")).toBeGreaterThan(least);
}

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
