import { describe, expect, test } from "vitest";
import type { GapFacts } from "#features/text/gaps.ts";
import { type Band, FRONT_LIMITS, type FrontContent, front, newBand, SLOTS, TEMPLATES, usualBands } from "./front.ts";

const content = (change: Partial<FrontContent> = {}): FrontContent => ({
  ...{ version: 1, title: "Trang chủ", sectionId: null, newDays: null, bands: [newBand("lead", "lead")] },
  ...change,
});
const tiles = (...all: Band["tiles"]) => content({ bands: [{ ...newBand("tiles", "tiles"), tiles: all }] });
const gaps = (change: Partial<FrontContent>, facts?: GapFacts) =>
  front.gaps(content(change), facts).map(({ field, blocks }) => `${field} ${blocks}`);
const isIn = (change: object) => front.shape.safeParse({ ...content(), ...change }).success;

describe("what is missing of a front", () => {
  test("is nothing, of one as usual, at home and of a section", () => {
    expect(gaps({ bands: usualBands(null) })).toEqual([]);
    expect(gaps({ sectionId: 5, bands: usualBands(5) }, { sectionIds: new Set([5]) })).toEqual([]);
  });

  test("is its name", () => {
    expect(gaps({ title: "" })).toEqual(["title submit"]);
  });

  test("is a page of its own, where another front has it", () => {
    expect(gaps({}, { takenFronts: new Set([null]) })).toEqual(["sectionId submit"]);
    expect(gaps({}, { takenFronts: new Set([5]) })).toEqual([]);
    expect(gaps({ sectionId: 5 }, { takenFronts: new Set([5]) })).toEqual(["sectionId submit"]);
  });

  test("is a section that is no more, its own or of a band", () => {
    const known = { sectionIds: new Set([5]) };
    expect(gaps({ sectionId: 6 }, known)).toEqual(["sectionId submit"]);
    const of = (id: number) => [{ ...newBand("articles", "articles"), rule: { by: "section" as const, id } }];
    expect(gaps({ bands: of(6) }, known)).toEqual(["bands submit"]);
    expect(gaps({ bands: of(5) }, known)).toEqual([]);
  });

  test("is another band for a section than those of the home page", () => {
    for (const template of ["sections", "notices", "pictures"] as const) {
      const bands = [newBand(template, template)];
      expect(gaps({ bands })).toEqual([]);
      expect(gaps({ sectionId: 5, bands })).toEqual(["bands submit"]);
    }
  });

  test("is any band, at home; a section has its list anyway", () => {
    expect(gaps({ bands: [] })).toEqual(["bands submit"]);
    expect(gaps({ sectionId: 5, bands: [] })).toEqual([]);
  });

  test("is a tile, its words, or an address that a link may have", () => {
    expect(gaps(tiles())).toEqual(["bands submit"]);
    expect(gaps(tiles({ words: "Nộp hồ sơ", address: "/nop-ho-so" }))).toEqual([]);
    for (const tile of [
      { words: "", address: "/nop-ho-so" },
      { words: "Nộp hồ sơ", address: "" },
      { words: "Nộp hồ sơ", address: "javascript:alert(1)" },
      { words: "Nộp hồ sơ", address: "//noi-khac.example" },
      { words: "Nộp hồ sơ", address: "https://dich-vu.example@noi-khac.example" },
    ]) {
      expect(gaps(tiles(tile))).toEqual(["bands submit"]);
    }
  });
});

describe("no front is", () => {
  test("one whose band has fewer or more slots than its template", () => {
    for (const template of TEMPLATES) {
      const { least, most } = SLOTS[template];
      const bands = (slots: number) => [{ ...newBand(template, "mot"), slots }];
      expect([least, most].map((slots) => isIn({ bands: bands(slots) }))).toEqual([true, true]);
      expect([least - 1, most + 1, least + 0.5].map((slots) => isIn({ bands: bands(slots) }))).toEqual([
        false,
        false,
        false,
      ]);
    }
  });

  test("one with two bands of one mark, or a mark that is none", () => {
    expect(isIn({ bands: [newBand("lead", "mot"), newBand("newest", "mot")] })).toBe(false);
    for (const id of ["", "Một", "a b", "x".repeat(41)]) expect(isIn({ bands: [newBand("lead", id)] })).toBe(false);
  });

  test("one with too many bands or tiles, with another template or rule, or with what nobody knows", () => {
    const many = Array.from({ length: FRONT_LIMITS.bands + 1 }, (_, at) => newBand("lead", `lead-${at}`));
    expect([isIn({ bands: many.slice(1) }), isIn({ bands: many })]).toEqual([true, false]);
    const tile = { words: "Nộp hồ sơ", address: "/nop-ho-so" };
    const more = Array.from({ length: FRONT_LIMITS.tiles + 1 }, () => tile);
    expect(isIn(tiles(...more))).toBe(false);
    expect(isIn({ bands: [{ ...newBand("lead", "lead"), template: "carousel" }] })).toBe(false);
    expect(isIn({ bands: [{ ...newBand("lead", "lead"), rule: { by: "form", form: "news" } }] })).toBe(false);
    const mostRead = (hours: number) =>
      isIn({ bands: [{ ...newBand("lead", "lead"), rule: { by: "most_read", hours } }] });
    expect([24, 168, 48].map(mostRead)).toEqual([true, true, false]);
    expect(isIn({ pins: [] })).toBe(false);
    for (const newDays of [0, 366, 1.5]) expect(isIn({ newDays })).toBe(false);
  });
});

test("what a front says of its bands is said once, and read again as it was", () => {
  const bands = [newBand("lead", "lead"), { ...newBand("articles", "a"), rule: { by: "topic" as const, id: 9 } }];
  const { version: _, ...fields } = content({ bands });
  const said = front.said?.(fields) ?? {};
  expect(JSON.stringify(said)).not.toContain("newest");
  expect(front.unsaid?.(said)).toEqual(fields);
});
