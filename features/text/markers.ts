/** Numbering as official papers write it. The marker is text: readers copy it, screen readers say it once. */
export const NUMBER_STYLES = ["(1)", "(1).", "1.", "a)"] as const;
export const BULLET_STYLES = ["-", "+"] as const;

export type NumberStyle = (typeof NUMBER_STYLES)[number];
export type BulletStyle = (typeof BULLET_STYLES)[number];

/** The marker in front of the item that counts as `number` (from 1). */
export function markerOf(style: NumberStyle | BulletStyle, number: number): string {
  switch (style) {
    case "(1)":
      return `(${number})`;
    case "(1).":
      return `(${number}).`;
    case "1.":
      return `${number}.`;
    case "a)":
      return `${letters(number)})`;
    case "-":
    case "+":
      return style;
  }
}

/** The marker that somebody typed at the start of a line, or null. `length` counts the blanks after it too. */
export function typedMarker(line: string): { style: NumberStyle | BulletStyle; number: number; length: number } | null {
  for (const [style, pattern] of TYPED) {
    const found = pattern.exec(line);
    if (found === null) continue;
    const number = numberOf(style, found[1] ?? "");
    if (number !== null) return { style, number, length: found[0].length };
  }
  return null;
}

/** Points in Vietnamese papers count with the Vietnamese letters that bear no mark: đ is one, f, j, w and z are none. */
const LETTERS = "abcdđeghiklmnopqrstuvxy";

const TYPED: [NumberStyle | BulletStyle, RegExp][] = [
  ["(1).", /^\((\d{1,3})\)\.\s+/],
  ["(1)", /^\((\d{1,3})\)\s+/],
  ["1.", /^(\d{1,3})\.\s+/],
  ["a)", /^([a-zđ])\)\s+/],
  ["-", /^[-–]\s+/],
  ["+", /^\+\s+/],
];

function letters(number: number): string {
  let rest = number;
  let text = "";
  while (rest > 0) {
    text = LETTERS.charAt((rest - 1) % LETTERS.length) + text;
    rest = Math.floor((rest - 1) / LETTERS.length);
  }
  return text;
}

function numberOf(style: NumberStyle | BulletStyle, typed: string): number | null {
  if (style === "-" || style === "+") return 1;
  const number = style === "a)" ? LETTERS.indexOf(typed) + 1 : Number(typed);
  return number > 0 ? number : null;
}
