import { expect, test } from "vitest";
import { readQuestion } from "./question.ts";
import { stepsOf, stepsOfMost } from "./steps.ts";

/** What is asked in each step, from the best place to the weakest; `~1` is what it is narrowed to. */
const asked = (said: string, steps = stepsOf) => steps(readQuestion(said), "'~1'").map(({ query }) => query);

test("words typed side by side are looked for by their pairs alone, then scattered; the title first, then what stands over the text, then the text, then files", () => {
  expect(asked("giao ban quan")).toEqual(
    ["t", "h", "b", "f"].flatMap((at) => [
      `(('${at}giao ban' & '${at}ban quan') & '~1')`,
      `(('${at}giao' & '${at}ban' & '${at}quan') & '~1')`,
    ]),
  );
});

test("a word typed with accents is looked for beside its pairs, which have none", () => {
  expect(asked("giao bán")[0]).toBe("(('tbán' & 'tgiao ban') & '~1')");
});

test("each place is asked with the accents that were typed before any is asked without; the text's scattered words come last", () => {
  const places = asked("giao bán").map((query) => `${/'([thbf])/.exec(query)?.[1]}${query.includes("bán") ? "!" : ""}`);
  expect(places.join(" ")).toBe("t! t! h! h! b! t t h h b b! b f! f f! f");
});

test("one word alone has no pairs, and is asked once a place", () => {
  expect(asked("quan")).toEqual(["t", "h", "b", "f"].map((at) => `('${at}quan' & '~1')`));
});

test("of what has several spellings each stays whole, and leads on to the next word", () => {
  expect(asked("UBND phuong")[0]).toBe(
    "((('tubnd' | ('tuy ban' & 'tban nhan' & 'tnhan dan')) & ('tubnd phuong' | 'tdan phuong')) & '~1')",
  );
});

test("what is left out is left out wherever it stands, with the accents that it was typed with", () => {
  for (const query of asked("lễ hội -bò")) expect(query).toContain("!'bbò'");
});

test("where nothing has all of it, a text may lack one of three things, two of six side by side, and none of two", () => {
  expect(asked("le hoi", stepsOfMost)).toEqual([]);
  expect(asked("le hoi bo", stepsOfMost)).toEqual([
    "((('thoi' & 'tbo') | ('tle' & 'tbo') | ('tle' & 'thoi')) & '~1')",
    "((('hhoi' & 'hbo') | ('hle' & 'hbo') | ('hle' & 'hhoi')) & '~1')",
    "(('bhoi bo' | 'ble bo' | 'ble hoi') & '~1')",
  ]);
  expect(asked("mot hai ba bon nam sau", stepsOfMost)[2]?.split("|")).toHaveLength(5);
});
