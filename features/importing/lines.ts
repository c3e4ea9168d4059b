import { cleanText } from "#lib/nfc.ts";

/** A line that has something to read: NFC, blanks collapsed, with its number in the file (from 1). */
export type TextLine = {
  number: number;
  text: string;
  /** The line before is blank, or there is none. */
  opens: boolean;
  /** The line after is blank, or there is none. */
  closes: boolean;
};

/** The lines of a text that are not blank. A line of nothing but invisible marks is blank. */
export function linesOf(text: string): TextLine[] {
  const all = text.split(/\r\n|\r|\n|\u2028|\u2029/).map((line) => cleanText(line).replace(/\s+/g, " ").trim());
  const isBlank = (at: number) => !/[^\s\p{Cf}]/u.test(all[at] ?? "");
  return all.flatMap((line, at) =>
    isBlank(at) ? [] : [{ number: at + 1, text: line, opens: isBlank(at - 1), closes: isBlank(at + 1) }],
  );
}

/** Direction marks are left out of every text: they can make it read differently from what was approved. */
export function directionMarks(text: string): number[] {
  const lines = text.split(/\r\n|\r|\n|\u2028|\u2029/);
  return lines.flatMap((line, at) => (/[\u202A-\u202E\u2066-\u2069]/.test(line) ? [at + 1] : []));
}

/** For reading marks of form (a date line, a section's name): without invisible characters. */
export function visible(text: string): string {
  return text.replace(/\p{Cf}/gu, "").trim();
}
