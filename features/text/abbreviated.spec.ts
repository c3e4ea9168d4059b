import { expect, test } from "vitest";
import { abbreviationsIn, lineWithWords, withWords } from "./abbreviated.ts";
import { validateBody } from "./document.ts";
import { plainText } from "./plain.ts";

const bold = [{ type: "bold" }];
const body = (...texts: [words: string, marks?: object[]][]) =>
  validateBody({
    type: "doc",
    content: texts.map(([text, marks = []]) => ({ type: "paragraph", content: [{ type: "text", text, marks }] })),
  });
const saidIn = (node: unknown): string[] =>
  [...JSON.stringify(node).matchAll(/"text":"([^"]*)"[^{}]*"words":"([^"]*)"/g)].map(
    ([, text, words]) => `${text}=${words}`,
  );

test("an abbreviation says its words where it stands first, and nowhere else", () => {
  const drawn = withWords(body(["UBND phường, HĐND phường."], ["Sau đó UBND trả lời."]));
  expect(saidIn(drawn)).toEqual(["UBND=Ủy ban nhân dân", "HĐND=Hội đồng nhân dân"]);
});

test("no letter and no mark changes, also where it begins or ends a text", () => {
  for (const one of [body(["UBND"]), body(["của UBND"], ["UBND họp", bold]), body(["Không có gì."])])
    expect(plainText(withWords(one))).toBe(plainText(one));
  const [first] = withWords(body(["UBND họp", bold])).content;
  expect(first).toMatchObject({
    content: [
      { text: "UBND", marks: bold },
      { text: " họp", marks: bold },
    ],
  });
});

test("what only looks like one is left alone", () => {
  expect(saidIn(withWords(body(["ubnd, UBNDX và XUBND"])))).toEqual([]);
});

test("a body is not touched by drawing it", () => {
  const one = body(["UBND phường"]);
  const before = JSON.stringify(one);
  withWords(one);
  expect(JSON.stringify(one)).toBe(before);
});

test("a headline says the words of its abbreviations as well, and keeps each letter", () => {
  expect(lineWithWords("UBND họp: HĐND và UBND")).toEqual([
    { text: "UBND", words: "Ủy ban nhân dân" },
    { text: " họp: " },
    { text: "HĐND", words: "Hội đồng nhân dân" },
    { text: " và UBND" },
  ]);
  for (const line of ["", "Không có gì", "của UBND", "UBND"])
    expect(
      lineWithWords(line)
        .map(({ text }) => text)
        .join(""),
    ).toBe(line);
});

test("the abbreviations of a text are listed once, in the order in which they come", () => {
  const texts = ["HĐND khóa mới", "", "UBND và HĐND"];
  expect(abbreviationsIn(texts).map(({ short }) => short)).toEqual(["HĐND", "UBND"]);
  expect(abbreviationsIn(["Không có gì"])).toEqual([]);
});
