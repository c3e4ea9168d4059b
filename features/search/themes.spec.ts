import { describe, expect, test } from "vitest";
import { saidOften, stepsToNear, themesOf } from "./themes.ts";

const said = (title: string, head: string[] = [], body: string[] = []) => saidOften({ title, head, body });
const themes = (titles: Record<string, number>, articles = 1_000, ...text: Parameters<typeof said>) =>
  themesOf(said(...text), new Map(Object.entries(titles)), articles);

describe("what a text says often", () => {
  test("is in its title, over it, or in its body more than once, without accents and figures", () => {
    const found = said("Đình Chèm 2026", ["Hội làng"], ["Cây đa. Rồi cây đa nữa.", "Giếng cổ."]);
    expect([...found.keys()]).toEqual(["dinh chem", "hoi lang", "cay da"]);
  });

  test("counts for more in the title, and for most where the rest says it as well", () => {
    const found = said("Đình Chèm", ["Hội làng, đình Chèm"], ["Đình Chèm và hội làng.", "Đình Chèm, hội làng."]);
    expect(found.get("dinh chem")).toEqual({ weight: 4, isInTitle: true });
    expect(found.get("hoi lang")).toEqual({ weight: 2, isInTitle: false });
  });

  test("is asked for in so many pairs at most, however long a text is", () => {
    const words = Array.from(
      { length: 3_000 },
      (_, at) => `x${String.fromCharCode(97 + (at % 26)).repeat(1 + (at % 39))}`,
    );
    expect(said("", [], [words.join(" "), words.join(" ")]).size).toBeLessThanOrEqual(400);
  });
});

describe("what a text is about", () => {
  test("is what is rarest in titles, and what stands in its title before what does not", () => {
    const counts = { "dinh chem": 3, "hoi lang": 20, "cay da": 3 };
    expect(themes(counts, 1_000, "Đình Chèm", ["Hội làng, cây đa"])).toEqual(["dinh chem", "cay da", "hoi lang"]);
  });

  test("is nothing that no other title has, and nothing that many have", () => {
    expect(themes({ "dinh chem": 1, "hoi lang": 21 }, 1_000, "Đình Chèm", ["Hội làng"])).toEqual([]);
    expect(themes({ "dinh chem": 2, "hoi lang": 20 }, 1_000, "Đình Chèm", ["Hội làng"])).toHaveLength(2);
    // One over the text that one title has is shared.
    expect(themes({ "hoi lang": 1 }, 1_000, "Đình Chèm", ["Hội làng"])).toEqual(["hoi lang"]);
  });

  test("has no two that overlap, for they are one thing", () => {
    expect(themes({ "tram y": 2, "y te": 3 }, 1_000, "Trạm y tế")).toEqual(["tram y"]);
  });
});

describe("what is near it", () => {
  test("is nothing where it has one theme alone", () => {
    expect(stepsToNear([], "'~s1'")).toEqual([]);
    expect(stepsToNear(["hoi lang"], "'~s1'")).toEqual([]);
  });

  test("shares at least so many themes, from most to two, and some anywhere", () => {
    const steps = stepsToNear(["a a", "b b", "c c"], "'~s1'");
    expect(steps.map(({ step, query }) => [step, query])).toEqual([
      [2, "(('ha a' & ('hb b' & 'hc c')) & '~s1')"],
      [3, "(('ba a' & ('bb b' & 'bc c')) & '~s1')"],
      [4, "((('ha a' & ('hb b' | 'hc c')) | ('hb b' & 'hc c')) & '~s1')"],
    ]);
    expect(new Set(steps.map(({ within }) => within))).toEqual(
      new Set(["((('ba a' & ('bb b' | 'bc c')) | ('bb b' & 'bc c')) & '~s1')"]),
    );
  });
});
