import { SHARE_LETTERS } from "./letters.ts";

/** The most letters of a headline that fit on the picture, in UTF-16 units; of a longer one the rest is left out. */
const MOST = 250;

const KNOWN = new Set(SHARE_LETTERS);
const NO_BREAK = "\u00a0";
/** Has no width, and no line breaks beside it. */
const JOINER = "\u2060";

/** What a number is counted by: "ngày 15", "khóa XII". */
const COUNTING = "ngày|tháng|năm|số|khóa|quý|kỳ|lần|thứ|mục|điều|khoản|chương|phần";
const BEFORE = new RegExp(`(?<=^|[\\s“‘("])(${COUNTING})\\s+(?=[\\dIVX])`, "giu");
/** What it counts: "12 phường", "1.250 tỷ". A year counts nothing, and in a date a line may break before the month. */
const AFTER = new RegExp(`(?<=\\d)(?<!(?<![\\d.,])\\d{4})\\s+(?=\\p{L})(?!(?:${COUNTING})(?!\\p{L}))`, "giu");
/** Years and hours from one to another. */
const BETWEEN = /(?<=\d)[–/-](?=\d)/gu;

/**
 * The words of a headline as they are drawn: in letters that our fonts have, no longer than there is room, and with numbers, dates
 * and quotes kept together where a line may break.
 */
export function drawnHeadline(headline: string): string {
  const line = shortened(drawnLine(headline), MOST);
  const words = line.replace(BEFORE, `$1${NO_BREAK}`).replace(AFTER, NO_BREAK).replace(BETWEEN, `${JOINER}$&${JOINER}`);
  // No word stands alone on the last line where it is short.
  return words.replace(/\s(?=\S{1,4}$)/u, NO_BREAK);
}

/** Words in letters that our fonts have; of a letter with marks that they lack the letter, of signs and pictures nothing. */
export function drawnLine(words: string): string {
  const letters = [...words.normalize("NFC")].map((letter) => {
    if (KNOWN.has(letter)) return letter;
    if (/\s/u.test(letter)) return " ";
    const [bare = ""] = letter.normalize("NFKD");
    return KNOWN.has(bare) ? bare : "";
  });
  return letters.join("").replace(/ +/g, " ").trim();
}

/** @param most in UTF-16 units */
export function shortened(line: string, most: number): string {
  if (line.length <= most) return line;
  const whole = line.slice(0, most - 1);
  const end = whole.lastIndexOf(" ");
  return `${whole.slice(0, end > most / 2 ? end : most - 1).replace(/[\s,;:–-]+$/u, "")}…`;
}
