import { withoutInvisible } from "./invisible.ts";

/**
 * Composed form, the only one we keep: macOS and Windows-1258 hand over decomposed letters. Of a longer run of marks
 * than any writing needs the rest is left out: putting marks in their order takes time with the square of their number.
 */
export function nfc(text: string): string {
  return streamSafe(text).normalize("NFC");
}

/** Every letter apart from its marks, for looking without them. Long runs of marks are cut, as in `nfc`. */
export function nfd(text: string): string {
  return streamSafe(text).normalize("NFD");
}

/** NFC without what no page can show: control characters, halves of characters, and what nobody sees. */
export function cleanText(text: string): string {
  return nfc(withoutInvisible(text.replace(BLANK_CONTROLS, " ").replace(UNSHOWABLE, "")));
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

const UNSHOWABLE = /\p{Cc}|\p{Cs}/gu;

function streamSafe(text: string): string {
  return text.replace(LONG_RUN, "$1");
}

/** Thirty marks in a row, and those behind them. Source: UAX #15, 12.1 Stream-Safe Text Format; Vietnamese needs two. */
const LONG_RUN = /(\p{M}{30})\p{M}+/gu;
