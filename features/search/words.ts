import { nfc, nfd } from "#lib/nfc.ts";

/** A syllable, an abbreviation or a number, as it is compared. */
export type Word = {
  /** Small letters with their accents, in one style. */
  exact: string;
  /** The same without accents, đ as d. */
  bare: string;
};

/** Where one stands in the text it was found in, in UTF-16 units. */
export type Placed = Word & { start: number; end: number };

/** Longer runs are no words of any language: what is kept of one is cut. */
const LONGEST = 40;

/** Letters and figures apart: "Covid19" and "Covid-19" are the same two. */
const RUN = /[\p{L}\p{M}]+|\p{N}+/gu;

/** Decimal figures at the beginning that count for nothing: 06/2021 is 6/2021. */
const LEADING_ZEROS = /^0+(?=\d)/;

/** Tone on the last letter, the way that dictionaries of today have it; official papers have it on the one before. */
const NEW_STYLE = /(oà|oá|oả|oã|oạ|oè|oé|oẻ|oẽ|oẹ|uỳ|uý|uỷ|uỹ|uỵ)$/u;
const OLD_STYLE: Readonly<Record<string, string>> = {
  ...{ oà: "òa", oá: "óa", oả: "ỏa", oã: "õa", oạ: "ọa", oè: "òe", oé: "óe", oẻ: "ỏe", oẽ: "õe", oẹ: "ọe" },
  ...{ uỳ: "ùy", uý: "úy", uỷ: "ủy", uỹ: "ũy", uỵ: "ụy" },
};

/** Written with y or i as people please: "kỹ thuật" and "kĩ thuật", "công ty" and "công ti". */
const Y_FOR_I = /^(b|c|đ|h|k|l|m|n|s|t|v|qu)([yỳýỷỹỵ])$/u;
const I_FOR_Y: Readonly<Record<string, string>> = { y: "i", ỳ: "ì", ý: "í", ỷ: "ỉ", ỹ: "ĩ", ỵ: "ị" };

/** The words of a text, in reading order; whatever parts them is nothing. */
export function wordsOf(text: string): Word[] {
  return placedWords(nfc(text));
}

/** The same with their places. @param text in its composed form, as everything is that we keep */
export function placedWords(text: string): Placed[] {
  return [...text.matchAll(RUN)].map(({ 0: run, index }) => ({
    ...wordFrom(run),
    start: index,
    end: index + run.length,
  }));
}

/** The same few thousand syllables over and over. */
const known = new Map<string, Word>();
const MOST_KNOWN = 50_000;

function wordFrom(run: string): Word {
  const word = known.get(run);
  if (word) return word;
  const made = makeWord(run.slice(0, LONGEST));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(run, made);
  return made;
}

function makeWord(run: string): Word {
  const lower = run.normalize("NFC").toLocaleLowerCase("vi").replace(LEADING_ZEROS, "");
  const styled = /^qu/u.test(lower) ? lower : lower.replace(NEW_STYLE, (end) => OLD_STYLE[end] ?? end);
  const exact = styled.replace(Y_FOR_I, (_, begin: string, end: string) => begin + (I_FOR_Y[end] ?? end));
  return { exact, bare: bareOf(exact) };
}

const bareOf = (exact: string): string => nfd(exact).replace(/\p{M}/gu, "").replaceAll("đ", "d");

export const isNumber = ({ bare }: Word): boolean => /^\p{N}+$/u.test(bare);
