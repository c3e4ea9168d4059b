import { bareLetters } from "#lib/bare.ts";
import { COMMON_PIECES } from "./common-passwords.ts";
import { lengthProblem } from "./typed-password.ts";

/** How much has to be left of a password once everything that is easy to guess is taken out of it. */
const OWN_CHARACTERS = 5;

/**
 * What is wrong with a new password, as a sentence; null when nothing is. No rule about kinds of characters: length and
 * not being guessable are what counts. Source: https://pages.nist.gov/800-63-4/sp800-63b.html (3.1.1.2)
 *
 * @param around what an attacker knows: the person's name and address, the site's name
 */
export function passwordProblem(password: string, around: readonly string[]): string | null {
  const wrongLength = lengthProblem(password);
  if (wrongLength !== null) return wrongLength;
  const plain = bareLetters(password);
  if (isRepetition(plain)) return "Mật khẩu này lặp lại nên dễ đoán. Hãy chọn một câu khác.";
  const wordsAround = around.flatMap((text) => text.split(/[\s@._-]+/)).map(bareLetters);
  const left = without(
    without(
      plain,
      wordsAround.filter((word) => word.length >= 3),
    ),
    COMMON_PIECES,
  );
  if (left.replace(SEQUENCES, "").length < OWN_CHARACTERS) {
    return "Mật khẩu này quá phổ biến hoặc dễ đoán từ tên, e-mail. Hãy chọn một câu khác.";
  }
  return null;
}

/** The longest pieces first, so that a piece inside another does not break it. */
function without(text: string, pieces: readonly string[]): string {
  return [...pieces].sort((a, b) => b.length - a.length).reduce((rest, piece) => rest.replaceAll(piece, ""), text);
}

function isRepetition(plain: string): boolean {
  return new Set(plain).size < 5 || /^(.{1,6}?)\1+.{0,5}$/su.test(plain);
}

const ROWS = ["01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
/** Years, the same character three times or more, and three neighbours or more on the keyboard or in the alphabet. */
const SEQUENCES = new RegExp(
  [
    "(?:19|20)\\d\\d",
    "(\\p{L}|\\p{N})\\1{2,}",
    ...ROWS.flatMap((row) => [...runs(row), ...runs([...row].reverse().join(""))]),
  ].join("|"),
  "gu",
);

/** Every run of a row, longest first. */
function runs(row: string): string[] {
  const found: string[] = [];
  for (let length = row.length; length >= 3; length--) {
    for (let at = 0; at + length <= row.length; at++) found.push(row.slice(at, at + length));
  }
  return found;
}
