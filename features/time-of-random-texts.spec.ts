import { expect, test } from "vitest";
import { DOORS, isFine, NOBODY_MINDS_MS, took } from "./testing.ts";

/** The same in every run, so that a red one is about a change. Another number looks elsewhere. */
const SEED = 20_261_128;

/** Besides one of each piece alone, which is what most regular expressions fall over. */
const MIXED = 60;

/**
 * What the regular expressions of the doors speak of: blanks, ends, signs of addresses, dates and names, letters with and
 * without marks, and of each kind of invisible character one.
 */
const PIECES = [
  ...[" ", "\t", "\n", "\r", "\r\n", "\u00A0", "\u2028", "\u3000", "\u0000", "\u0085"],
  ...["-", "–", ".", ",", ":", ";", "/", "//", "?", "#", "&", "=", "%", "%41", "%D0%B0", "@", "\\", "<", ">", '"', "'"],
  ...["+", "_", "(", ")", "[", "]", "{", "}", "*", "|", "~", "“", "”", "…", "。"],
  ...["a", "z", "A", "Z", "T", "0", "9", "đ", "Đ", "ă", "ế", "ß", "İ", "Ω", "а", "例", "ｇ", "ﬁ", "ب", "क", "가"],
  ...["\u0300", "\u0301", "\u0315", "\u0317", "\u0323", "\u031B", "\u05AE", "\u0345", "\u0F73"],
  ...[
    "👩",
    "❤",
    "🏽",
    "🏴",
    "🇻",
    "1\u20E3",
    "\u20E3",
    "\uFE0E",
    "\uFE0F",
    "\u200C",
    "\u200D",
    "\u{E0061}",
    "\u{E0100}",
  ],
  ...["\u00AD", "\u200B", "\u202E", "\u2060", "\uFEFF", "\u115F", "\u3164", "\u2800", "\uFFF9", "\uD800", "\uDC00"],
  ...["http://", "https://", "mailto:", "tel:", "xn--", "2026-01-01T00:00:00", "null", "true"],
] as const;

type Shape = { before: string; unit: string; after: string };

/** Numbers from 0 to 1 that follow from the seed alone (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shapesOf(seed: number): Shape[] {
  const next = random(seed);
  const pieces = (least: number, most: number) =>
    Array.from(
      { length: least + Math.floor(next() * (most - least + 1)) },
      () => PIECES[Math.floor(next() * PIECES.length)],
    ).join("");
  const units = [...PIECES, ...Array.from({ length: MIXED }, () => pieces(2, 3))];
  return units.map((unit) => ({ before: pieces(0, 2), unit, after: pieces(0, 2) }));
}

const textOf = ({ before, unit, after }: Shape, times: number) => before + unit.repeat(times) + after;

/** How often a unit is repeated, in small steps while a text is so short that no door may be seen to take time for it. */
const SHORT = [8, 12, 18, 27, 41, 62, 93, 140, 210, 315, 500];
const LONG = [1_500, 4_000, 10_000];

/**
 * Goes up in small steps: what grows by powers is noticed while it still ends. What seems slow is measured by its growth,
 * the shortest of several, at three lengths: a busy machine does not slow down the long text alone three times.
 * @returns true when the time grows faster than the text
 */
function growsTooFast(door: (text: string) => unknown, shape: Shape): boolean {
  const isQuick = (times: number) => {
    const text = textOf(shape, times);
    return took(door, text, 1) < NOBODY_MINDS_MS || took(door, text) < NOBODY_MINDS_MS;
  };
  if (!SHORT.every(isQuick)) return true;
  const slow = LONG.find((times) => !isQuick(times));
  if (slow === undefined) return false;
  const lengths = [slow, slow * 1.5, slow * 2];
  return lengths.every((few) => !isFine(took(door, textOf(shape, few)), took(door, textOf(shape, few * 2))));
}

test.each(Object.entries(DOORS))(
  "%s is held up by no text that repeats something",
  (_, door) => {
    const slow = shapesOf(SEED).find((shape) => growsTooFast(door, shape));
    expect(slow).toBeUndefined();
  },
  120_000,
);
