import { readFileSync } from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ArticleBody } from "#components/article/body.tsx";
import { mediaWords } from "#components/site/media-words.ts";
import { plainText } from "#features/text/plain.ts";
import { withoutInvisible } from "#lib/invisible.ts";
import { contentOf } from "./content-of.ts";
import { parseArticle } from "./parse.ts";

const NOW = new Date("2026-11-22T08:00:00Z");
const DATE_LINE = "Ngày đăng 07/03/2019 | 16:40 | Lượt xem: 268";

/** What has to survive, worked out without the parser: letters in order, blanks collapsed, NFC, nothing that nobody sees. */
const collapse = (text: string) => withoutInvisible(text).replace(/\s+/g, " ").trim().normalize("NFC");

const words = (text: string) => {
  const { headline, standfirst, body } = contentOf(parseArticle(text, NOW), null);
  return { headline, rest: collapse(`${standfirst} ${plainText(body)}`) };
};

/** The body as a browser would copy it. React writes five characters as entities. */
function page(text: string): string {
  const { standfirst, body } = contentOf(parseArticle(text, NOW), null);
  const html = renderToStaticMarkup(
    createElement(ArticleBody, {
      body,
      words: { credit: "Ảnh", ai: { edited: "", made: "" }, table: "Bảng", awaited: "", media: mediaWords },
    }),
  );
  const seen = html
    .replace(/<\/(p|div|figcaption|figure)>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
  return collapse(`${standfirst} ${seen}`);
}
const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" };

test("every character of the fixture survives to the page, in order", () => {
  const text = readFileSync(new URL("./fixtures/hop-giao-ban-thang-tam.txt", import.meta.url), "utf8");
  const expected = collapse(text.slice(text.indexOf("1.342") + 5));
  expect(words(text).rest).toBe(expected);
  expect(page(text)).toBe(expected);
});

test("every character of 300 made-up texts survives to the page", () => {
  const met = new Set<string>();
  for (let seed = 0; seed < 300; seed += 1) {
    const any = dice(seed);
    const headline = phrase(any);
    const body = [phrase(any), ...Array.from({ length: any(12) }, () => line(any))].map((one) => one + blanks(any));
    const text = `Tin phường\n\n${headline}\n${DATE_LINE}\n${body.join("")}`;
    const written = any(3) === 0 ? text.replaceAll("\n", "\r\n").normalize("NFD") : text;
    expect(words(written), `text ${seed}`).toEqual({ headline: collapse(headline), rest: collapse(body.join("")) });
    expect(page(written), `text ${seed}`).toBe(collapse(body.join("")));
    for (const { type } of parseArticle(written, NOW).blocks) met.add(type);
  }
  expect([...met].toSorted()).toEqual(["bulletList", "figure", "orderedList", "paragraph"]);
});

type Dice = (sides: number) => number;

/** Numbers that look random and are the same in every run (mulberry32). */
function dice(seed: number): Dice {
  let state = seed * 0x9e3779b1 + 1;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const PIECES = [
  ..."hồ sen|Ủy ban|hoà|hòa|thuý|Quận|6 tháng|22/6/2021|99,6%|(91/142)|61.450.000|2021 - 2026|Covid-19".split("|"),
  ...'Hồ\u00a0Sen|a\u0323\u0302|đ\u200bi|–|—|…|“xong”|"nguyên văn"|<b>|&amp;|&|</p>|{x}|*|#|1.|(1)|(2).|a)|-|+|🪷|x²|₫'.split(
    "|",
  ),
];
const MARKERS = [
  "",
  "",
  "",
  "- ",
  "+ ",
  "– ",
  "(1) ",
  "(2) ",
  "(3) ",
  "(1). ",
  "(2). ",
  "1. ",
  "2. ",
  "a) ",
  "b) ",
  "01. ",
  "I. ",
  "(1)",
  "1.\u00a0",
];
const ENDS = [".", ".", ".", "", "", ":", ";", "./.", "!", ".”", "…"];

const pick = (any: Dice, from: readonly string[]) => from[any(from.length)] ?? "";
const phrase = (any: Dice) =>
  Array.from({ length: 1 + any(7) }, () => pick(any, PIECES)).join(pick(any, [" ", " ", "  ", "\t"]));
const line = (any: Dice) => `${pick(any, MARKERS)}${phrase(any)}${pick(any, ENDS)}`;
const blanks = (any: Dice) => pick(any, ["\n", "\n\n", "\n\n", "\n \u00a0\n\n", "  \n\n\n", "\n\uFEFF"]);
