/** Composed form, the only one we keep: macOS and Windows-1258 hand over decomposed letters. */
export function nfc(text: string): string {
  return text.normalize("NFC");
}

/** NFC without what no page can show: control characters, byte order marks and halves of characters. */
export function cleanText(text: string): string {
  return nfc(text.replace(BLANK_CONTROLS, " ").replace(UNSHOWABLE, ""));
}

/** `cleanText` without blanks at either end. Blanks inside stay as they were typed. */
export function cleanLine(text: string): string {
  return cleanText(text).trim();
}

/** Like `cleanLine`, but keeps line ends (as \n). */
export function cleanLines(text: string): string {
  return text
    .split(/\r\n|\r|\n|\u2028|\u2029/)
    .map(cleanText)
    .join("\n")
    .trim();
}

/** Blanks that would break a line of JSON or HTML in two. */
const BLANK_CONTROLS = /[\t\n\v\f\r\u0085\u2028\u2029]/g;

/** Controls, BOM, direction overrides (they can make a text read differently from what was approved), lone surrogates. */
const UNSHOWABLE = /[\p{Cc}\uFEFF\u202A-\u202E\u2066-\u2069]|\p{Cs}/gu;
