import { ABBREVIATIONS } from "#features/text/abbreviations.ts";
import { nfc } from "#lib/nfc.ts";
import { isNumber, type Word, wordsOf } from "./words.ts";

/** One thing that is asked for: a word, or words that stand together; any of its spellings will do. */
export type Unit = { spellings: Word[][]; isQuoted: boolean };

export type Question = {
  /** As it was typed, without what nobody sees: for the field of the form. */
  typed: string;
  /** Everything that is asked for at once; empty where nothing is. */
  units: Unit[];
  /** What may not stand in the text. */
  without: Word[][];
  /** Somebody who types no accents says nothing of them. */
  hasAccents: boolean;
  /** More was typed than is looked for. */
  isCut: boolean;
};

/** The longest question that is read, in UTF-16 units, and the most that is looked for. */
export const LONGEST_QUESTION = 200;
export const MOST_UNITS = 12;
const MOST_WITHOUT = 5;

/** Everything between quotes of any style, a word or such a phrase with a minus right before it, or one word. */
const PART = /(?<![\p{L}\p{N}])([-–−])?["“”„«»]([^"“”„«»]*)["“”„«»]|(?<=^|\s)([-–−])(?=[\p{L}\p{N}])(\S+)|(\S+)/gu;

/**
 * Reads what somebody has typed. Nothing of it is an error: what makes no sense is looked for as words.
 * @param said as it came, in any spelling of Unicode
 */
export function readQuestion(said: string): Question {
  const typed = nfc(said.slice(0, 4 * LONGEST_QUESTION))
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, " ")
    .trim();
  const read = typed.slice(0, LONGEST_QUESTION);
  const without: Word[][] = [];
  const units: Unit[] = [];
  let loose: Word[] = [];
  const flush = () => {
    units.push(...unitsOf(loose));
    loose = [];
  };
  for (const [, notQuoted, quoted, notWord, barred = "", word = ""] of read.matchAll(PART)) {
    const words = wordsOf(quoted ?? (barred || word));
    if (words.length === 0) continue;
    // "Covid -19" takes nothing away.
    if (notQuoted || (notWord && !words.every(isNumber))) without.push(words);
    else if (quoted === undefined) loose.push(...words);
    else {
      flush();
      units.push({ spellings: [words], isQuoted: true });
    }
  }
  flush();
  const kept = units.slice(0, MOST_UNITS);
  return {
    typed: read,
    units: kept,
    without: without.slice(0, MOST_WITHOUT),
    hasAccents: kept.some(({ spellings }) => spellings[0]?.some(({ exact, bare }) => exact !== bare)),
    isCut: typed.length > read.length || said.length > 4 * LONGEST_QUESTION || units.length > MOST_UNITS,
  };
}

type Known = { short: Word[]; words: Word[] };
const KNOWN: readonly Known[] = ABBREVIATIONS.map(({ short, words }) => ({
  short: wordsOf(short),
  words: wordsOf(words),
})).sort((a, b) => b.words.length - a.words.length);

/** Words one by one, but for those that are an abbreviation or what one stands for: of these both spellings will do. */
function unitsOf(words: readonly Word[]): Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < words.length; ) {
    const rest = words.slice(at);
    const known = KNOWN.find(({ short, words: long }) => begins(rest, short) || begins(rest, long));
    const taken = known === undefined ? 1 : begins(rest, known.short) ? known.short.length : known.words.length;
    const typed = rest.slice(0, taken);
    const other = known === undefined ? [] : begins(rest, known.short) ? [known.words] : [known.short];
    units.push({ spellings: [typed, ...other], isQuoted: false });
    at += taken;
  }
  return units;
}

/** Whoever types accents means them; a word without any stands for all. */
function begins(words: readonly Word[], others: readonly Word[]): boolean {
  return others.every(({ exact, bare }, at) => words[at]?.exact === exact || words[at]?.exact === bare);
}
