import { performance } from "node:perf_hooks";
import { expect, test } from "vitest";
import { nextTarget } from "#features/identity/next-target.ts";
import { emailForm } from "#features/identity/sign-in.ts";
import { keyOf } from "#features/importing/sections.ts";
import { Pressed } from "#features/moves/pressed.ts";
import { Said } from "#features/moves/said.ts";
import { matches } from "#features/people/matching.ts";
import { addressProblem } from "#features/people/who.ts";
import { mayBecomeAddress, safeHref } from "#features/text/address.ts";
import { digestOf } from "#features/text/canonical.ts";
import { emptyContent, parseContent } from "#features/text/content.ts";
import { slugFrom, slugProblem } from "#features/text/slug.ts";
import { bare, bareLetters } from "#lib/bare.ts";
import { withoutInvisible } from "#lib/invisible.ts";
import { cleanLine, cleanLines, cleanText, nfc, nfd } from "#lib/nfc.ts";
import { readTarget } from "#server/target.ts";

const FOUR = "\u0315\u0300\u05AE\u0317";

/** What a request may bring to hold everybody up, by how often it repeats. */
const NASTY: [string, (times: number) => string][] = [
  ["marks in no order", (times) => `a${FOUR.repeat(times)}`],
  ["letters with as many marks as are kept", (times) => `a${FOUR.repeat(7)}`.repeat(times / 10)],
  ["blanks", (times) => `a${" ".repeat(times)}b`],
  ["line ends", (times) => `a${"\r\n".repeat(times)}b`],
  ["hyphens and blanks", (times) => `a${" -".repeat(times)}b`],
  ["joiners and people", (times) => "👩\u200D\u200D".repeat(times)],
  ["tags", (times) => `🏴${"\u{E0061}".repeat(times)}`],
  ["controls and halves of characters", (times) => "\u0000\uD800\u202E".repeat(times)],
];

const TRANSFORMS = {
  nfc,
  nfd,
  cleanText,
  cleanLine,
  cleanLines,
  withoutInvisible,
  bare,
  bareLetters,
  keyOf,
  slugFrom,
  slugProblem,
  safeHref,
  mayBecomeAddress,
  nextTarget,
  "what a reader asks for": (text: string) => readTarget(`/${text}`),
  "an e-mail address": (text: string) => addressProblem(emailForm(text)),
  "a search for people": (text: string) => matches({ name: "Lò Thị Mận", email: "man@thu.example" }, text),
  "a headline": tried((text) => parseContent({ ...emptyContent(), headline: text })),
  "a standfirst": tried((text) => parseContent({ ...emptyContent(), standfirst: text })),
  "a source's address": tried((text) => parseContent({ ...emptyContent(), source: { name: "", url: text } })),
  "a date": tried((text) => parseContent({ ...emptyContent(), datedAt: text })),
  "a body": tried((text) => digestOf(parseContent({ ...emptyContent(), body: aBody(text) }))),
  "words with a press": tried((text) => Said.parse({ words: text, reason: text })),
  "a press": tried((text) =>
    Pressed.parse({ articleId: text, press: "withdraw", at: text, mergedInto: text, hash: text, toPersonId: text }),
  ),
};

function aBody(text: string) {
  return { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
}

/** A refusal costs time as well. */
function tried(read: (text: string) => unknown) {
  return (text: string) => {
    try {
      read(text);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
  };
}

/** The shortest of four, in milliseconds: what else the machine did is not the transform's. */
function took(transform: (text: string) => unknown, text: string): number {
  const times = Array.from({ length: 4 }, () => {
    const start = performance.now();
    transform(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** Below 50 ms, what readers may be held up, nobody minds; uncapped, 10,000 times took over a second. */
const isFine = (once: number, twice: number) => twice < 50 || twice / once <= 2.5;

for (const [name, transform] of Object.entries(TRANSFORMS)) {
  test.each(NASTY)(`${name} takes at most 2.5 times as long for twice as many %s`, (_, make) => {
    const [few, many] = [make(5_000), make(10_000)];
    // What grows by the square does so each time; what a busy machine adds does not.
    const seen = Array.from({ length: 3 }, () => {
      const [once, twice] = [took(transform, few), took(transform, many)];
      return { once, twice, fine: isFine(once, twice) };
    });
    expect(seen).toContainEqual(expect.objectContaining({ fine: true }));
  });
}
