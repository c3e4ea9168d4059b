import type { BannerContent } from "#features/kinds/banner.ts";
import { type Blank, blanksOf, hourIn, SENTENCES, type SentenceId, spelt } from "#features/kinds/banner-sentences.ts";
import { momentInWords } from "#lib/dates.ts";
import { cleanLine } from "#lib/nfc.ts";

type Fields = Omit<BannerContent, "version">;

/** A sentence with its blanks as they are kept: cleaned as the server cleans them, so that both read alike. */
const wordsOf = (sentence: SentenceId, blanks: readonly string[]) => spelt(sentence, blanks.map(cleanLine));

/** The fields once somebody has chosen a sentence, words of their own, or neither (""). What was filled in already stays in blanks of its kind. */
export function chosen(fields: Fields, sentence: SentenceId | "", isOwn: boolean): Partial<Fields> {
  if (sentence === fields.sentence && isOwn) return {};
  if (sentence === "") return { sentence, blanks: [], words: "" };
  const known: readonly Blank[] = fields.sentence === "" ? [] : blanksOf(fields.sentence);
  const blanks = blanksOf(sentence).map((blank) => fields.blanks[known.indexOf(blank)] ?? "");
  const { level } = SENTENCES[sentence];
  return {
    sentence,
    blanks,
    level,
    words: wordsOf(sentence, blanks),
    begins: level === "outage" ? fields.begins : null,
  };
}

/** The fields once a blank was filled in. What holds until an hour is shown until then, unless another end was said. */
export function filledIn(fields: Fields, place: number, said: string): Partial<Fields> {
  if (fields.sentence === "") return {};
  const asked = blanksOf(fields.sentence);
  const taken = asked[place] === "place" ? asPlaces(said) : said;
  const blanks = asked.map((_, at) => (at === place ? taken : (fields.blanks[at] ?? "")));
  const words = wordsOf(fields.sentence, blanks);
  if (asked[place] !== "until") return { blanks, words };
  const [before, now] = [fields.blanks[place] ?? "", said].map((hour) => hourIn(hour)?.toISOString() ?? null);
  const follows = fields.ends === null || fields.ends === before;
  return { blanks, words, ...(follows && now != null ? { ends: now } : {}) };
}

/** Phones begin whatever is typed with a capital; what a place is called before its name has none. */
const asPlaces = (places: string): string =>
  places
    .replace(/ {2,}/g, " ")
    .replace(/(^|,\s*)(\p{Lu})/gu, (_, before: string, letter: string) => before + letter.toLowerCase());

/** An hour as it stands in a sentence; "" while it is none. */
export const hourSpelt = (moment: Date | null): string => (moment === null ? "" : momentInWords(moment));
