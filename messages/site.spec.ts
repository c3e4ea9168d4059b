import { expect, test } from "vitest";
import english from "./en/site.json" with { type: "json" };
import vietnamese from "./vi/site.json" with { type: "json" };

type Words = { [key: string]: string | Words };

const said = (words: Words, at = ""): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[at + key, value] as [string, string]] : said(value, `${at}${key}.`),
  );

test.each([
  ["Vietnamese", vietnamese],
  ["English", english],
])(
  "what readers are told in %s has the quotes of a book, each opened and closed, and none of a typewriter",
  (_, words) => {
    const all = said(words);
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter(([, value]) => /["'`´]/.test(value))).toEqual([]);
    expect(all.filter(([, value]) => !/^(?:[^“”]*“[^“”]+”)*[^“”]*$/.test(value))).toEqual([]);
    // Words do quote: something is looked at here.
    expect(all.some(([, value]) => value.includes("“"))).toBe(true);
  },
);
