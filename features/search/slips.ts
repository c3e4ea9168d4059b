import type { Question } from "./question.ts";
import { isNumber, placedWords, type Word } from "./words.ts";

/** How often words, or pairs, stand in titles; those that stand in none are missing. */
type Known = (words: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/** Words that are looked at, and letters that one may have: what is longer is no word of the language. */
const MOST_WORDS = 8;
const LONGEST = 12;
/** Spellings of each that are kept, the most common first. */
const MOST_SPELLINGS = 24;
/** A pair that is known counts for more than any word that is. */
const PAIR = 1_000;

/**
 * What was probably meant, where one slip was made in a word: a letter too many, too few, wrong, or two in the wrong order. Which of
 * the words that are known so is meant its neighbours say, for a syllable alone is close to twenty others.
 *
 * @returns the whole question with the word put right, which has no accents then; null where nothing better is known
 */
export async function likely({ typed: said, units }: Question, known: Known): Promise<string | null> {
  if (units.some(({ isQuoted }) => isQuoted)) return null;
  const words = units.flatMap(({ spellings }) => spellings[0] ?? []).slice(0, MOST_WORDS);
  const spelt = words.map((word) => (isSpelt(word) ? near(word.bare) : []));
  const counts = await known([...new Set(words.flatMap(({ bare }, at) => [bare, ...(spelt[at] ?? [])]))]);
  const others = spelt.map((all) =>
    all
      .filter((one) => counts.has(one))
      .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
      .slice(0, MOST_SPELLINGS),
  );
  const typed = words.map(({ bare }) => bare);
  const ways = others.flatMap((all, at) => all.map((one) => typed.with(at, one)));
  const pairs = await known([...new Set([typed, ...ways].flatMap(pairsOf))]);
  const score = (way: readonly string[]): number =>
    pairsOf(way).reduce((sum, pair) => sum + (pairs.has(pair) ? PAIR + Math.min(99, pairs.get(pair) ?? 0) : 0), 0) +
    way.reduce((sum, one) => sum + (counts.has(one) || isFigures(one) ? PAIR / 2 : 0), 0);
  const best = ways
    .map((way) => ({ way, score: score(way) + often(way, typed, counts) }))
    .sort((a, b) => b.score - a.score)[0];
  return best && best.score >= score(typed) + PAIR / 2 ? putRight(said, typed, best.way) : null;
}

function putRight(said: string, typed: readonly string[], way: readonly string[]): string {
  const at = way.findIndex((word, place) => word !== typed[place]);
  const wrong = placedWords(said).find(({ bare }) => bare === typed[at]);
  return wrong === undefined ? way.join(" ") : said.slice(0, wrong.start) + way[at] + said.slice(wrong.end);
}

const pairsOf = (words: readonly string[]): string[] => words.slice(1).map((next, at) => `${words[at]} ${next}`);
const isFigures = (word: string) => /^\p{N}+$/u.test(word);
const isSpelt = (word: Word) => word.bare.length > 1 && word.bare.length <= LONGEST && !isNumber(word);

/** Among spellings that are as good the more common one. Less than any pair. */
function often(way: readonly string[], typed: readonly string[], counts: ReadonlyMap<string, number>): number {
  const changed = way.find((word, at) => word !== typed[at]);
  return Math.min(99, counts.get(changed ?? "") ?? 0);
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** Everything that one slip away is: some fifty spellings for each letter. */
function near(word: string): string[] {
  const all = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    if (after.length > 0) all.add(before + after.slice(1));
    if (after.length > 1) all.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    for (const letter of LETTERS) {
      all.add(before + letter + after);
      if (after.length > 0) all.add(before + letter + after.slice(1));
    }
  }
  all.delete(word);
  all.delete("");
  return [...all];
}
