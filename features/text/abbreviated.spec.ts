import { expect, test } from "vitest";
import { withWords } from "./abbreviated.ts";
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
