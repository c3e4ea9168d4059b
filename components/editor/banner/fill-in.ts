import type { BannerContent } from "#features/kinds/banner.ts";
import { type Blank, blanksOf, hourIn, SENTENCES, type SentenceId, spelt } from "#features/kinds/banner-sentences.ts";
import { momentInWords } from "#lib/dates.ts";
import { cleanLine } from "#lib/nfc.ts";

type Fields = Omit<BannerContent, "version">;

/** A sentence with its blanks as they are kept: cleaned as the server cleans them, so that both read alike. */
const wordsOf = (sentence: SentenceId, blanks: readonly string[]) => spelt(sentence, blanks.map(cleanLine));

/**
 * What was typed before something else was chosen: what stood in blanks of each kind, from when on an outage is shown, and words of
 * one's own with what goes with them.
 */
export type Typed = {
  blanks: Partial<Record<Blank, string>>;
  begins: string | null;
  own: Partial<Pick<Fields, "words" | "level" | "begins">>;
};

export const NOTHING_TYPED: Typed = { blanks: {}, begins: null, own: {} };

/** What is remembered of the fields beside what was typed earlier. */
export function remembered(typed: Typed, fields: Fields): Typed {
  const { sentence, words, level } = fields;
  const begins = level === "outage" ? fields.begins : typed.begins;
  if (sentence === "")
    return { ...typed, begins, own: words === "" ? typed.own : { words, level, begins: fields.begins } };
  const these = blanksOf(sentence).map((blank, at) => [sameAs(blank), fields.blanks[at] ?? ""] as const);
  return { ...typed, begins, blanks: { ...typed.blanks, ...Object.fromEntries(these) } };
}

/**
 * What the fields become once somebody has chosen a sentence, words of their own, or neither (""): looking through what there is to
 * choose loses no word.
 *
 * @param typed with what stood in the fields
 */
export function chosen(sentence: SentenceId | "", isOwn: boolean, typed: Typed): Partial<Fields> {
  if (sentence === "") return { sentence, blanks: [], words: "", ...(isOwn ? typed.own : {}) };
  const blanks = blanksOf(sentence).map((blank) => typed.blanks[sameAs(blank)] ?? "");
  const { level } = SENTENCES[sentence];
  return {
    sentence,
    blanks,
    level,
    words: wordsOf(sentence, blanks),
    begins: level === "outage" ? typed.begins : null,
  };
}

/**
 * The fields once a blank was filled in. What holds until an hour is shown until then, unless another end was said: while that hour
 * is typed it is read as others, or as none, and none of these is left behind.
 */
export function filledIn(fields: Fields, place: number, said: string): Partial<Fields> {
  if (fields.sentence === "") return {};
  const asked = blanksOf(fields.sentence);
  const taken = asked[place] === "place" || asked[place] === "spot" ? asPlaces(said) : said;
  const blanks = asked.map((_, at) => (at === place ? taken : (fields.blanks[at] ?? "")));
  const words = wordsOf(fields.sentence, blanks);
  if (asked[place] !== "until") return { blanks, words };
  const [before, now] = [fields.blanks[place] ?? "", said].map((hour) => hourIn(hour)?.toISOString() ?? null);
  const follows = fields.ends === null || fields.ends === before;
  return { blanks, words, ...(follows ? { ends: now ?? null } : {}) };
}

/** What was said in one of these goes into the other. */
const sameAs = (blank: Blank): Blank => (blank === "spot" ? "place" : blank);

/** Phones begin whatever is typed with a capital; what a place is called before its name has none. */
const asPlaces = (places: string): string =>
  places
    .replace(/ {2,}/g, " ")
    .replace(/(^|,\s*|\svà\s+)(\p{Lu})/gu, (_, before: string, letter: string) => before + letter.toLowerCase());

/** An hour as it stands in a sentence; "" while it is none. */
export const hourSpelt = (moment: Date | null): string => (moment === null ? "" : momentInWords(moment));
