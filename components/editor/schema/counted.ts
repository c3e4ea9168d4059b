/** How other programs count the items of a list: by digits, by letters, or as the Romans did. */
export type Counting = "1" | "a" | "A" | "i" | "I";

/** A number as it is counted, without what is written behind it. Letters end at z, and Roman numerals at 3999: then digits go on. */
export function counted(number: number, by: Counting): string {
  if (by === "1" || number < 1) return String(number);
  const isRoman = by === "i" || by === "I";
  if (number > (isRoman ? 3_999 : 26)) return String(number);
  const small = isRoman ? roman(number) : String.fromCharCode(96 + number);
  return by === "I" || by === "A" ? small.toUpperCase() : small;
}

function roman(number: number): string {
  const found = ROMAN.find(([value]) => value <= number);
  return found === undefined ? "" : found[1] + roman(number - found[0]);
}

const ROMAN: [number, string][] = [
  [1_000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];
