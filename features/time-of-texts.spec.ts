import { performance } from "node:perf_hooks";
import { expect, test } from "vitest";
import { nextTarget } from "#features/identity/next-target.ts";
import { keyOf } from "#features/importing/sections.ts";
import { mayBecomeAddress, safeHref } from "#features/text/address.ts";
import { slugFrom, slugProblem } from "#features/text/slug.ts";
import { bare, bareLetters } from "#lib/bare.ts";
import { withoutInvisible } from "#lib/invisible.ts";
import { cleanLine, cleanLines, cleanText, nfc, nfd } from "#lib/nfc.ts";

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
};

/** The shortest of seven, in milliseconds: what else the machine did is not the transform's. */
function took(transform: (text: string) => unknown, text: string): number {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    transform(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}

for (const [name, transform] of Object.entries(TRANSFORMS)) {
  test.each(NASTY)(`${name} takes at most 2.5 times as long for twice as many %s`, (_, make) => {
    const times = 5_000;
    const once = took(transform, make(times));
    const twice = took(transform, make(2 * times));
    // Below 50 ms, what readers may be held up, nobody minds; uncapped, 10,000 times took over a second.
    expect(twice < 50 || twice / once <= 2.5, `${once} ms, then ${twice} ms`).toBe(true);
  });
}
