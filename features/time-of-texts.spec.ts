import { expect, test } from "vitest";
import { DOORS, isFine, took } from "./testing.ts";

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

for (const [name, door] of Object.entries(DOORS)) {
  test.each(NASTY)(`${name} takes at most 2.5 times as long for twice as many %s`, (_, make) => {
    const [few, many] = [make(5_000), make(10_000)];
    // What grows by the square does so each time; what a busy machine adds does not.
    const seen = Array.from({ length: 3 }, () => {
      const [once, twice] = [took(door, few), took(door, many)];
      return { once, twice, fine: isFine(once, twice) };
    });
    expect(seen).toContainEqual(expect.objectContaining({ fine: true }));
  });
}
