import type { Entry } from "./engine.ts";
import { allOf, anyOf, type Field, lexeme, pairsOf, quoted } from "./lexemes.ts";
import type { Query } from "./store.ts";
import { wordsOf } from "./words.ts";

/** How much of a text a pair of neighbours is, and whether the text's own title is among those that have it. */
type Said = { weight: number; isInTitle: boolean };

/** What stands in a title counts for more than what stands over the text, or is said more than once in it. */
const IN_TITLE = 2;
const ELSEWHERE = 1;

/** Pairs that a text is looked at for, those of its title before the others: so many are asked about at once. */
const MOST_SAID = 400;

/** What a text may be about: two syllables are a word more often than not (`lexemes.ts`). */
export function saidOften({ title, head, body }: Pick<Entry, "title" | "head" | "body">): Map<string, Said> {
  const pairsIn = (lines: readonly string[]) => lines.flatMap((line) => pairsOf(wordsOf(line)));
  const inTitle = new Set(pairsIn([title]));
  const inHead = new Set(pairsIn(head));
  const inBody = pairsIn(body);
  const once = new Set<string>();
  const often = new Set(inBody.filter((pair) => once.has(pair) || !once.add(pair)));
  const all = [...new Set([...inTitle, ...inHead, ...often])].slice(0, MOST_SAID);
  return new Map(
    all.map((pair) => {
      const isInTitle = inTitle.has(pair);
      const elsewhere = [inHead, often].filter((pairs) => pairs.has(pair)).length;
      return [pair, { weight: (isInTitle ? IN_TITLE : 0) + ELSEWHERE * elsewhere, isInTitle }];
    }),
  );
}

/** So many themes say what a text is about. */
const MOST_THEMES = 6;
/** A theme stands in one of fifty titles at most, where there are many; and in no more than this, however many there are. */
const ONE_OF = 50;
const FEW = 10;
const MANY = 1_000;

/**
 * What a text is about that others are about as well: of what it says often what is rarest in titles; no two that overlap, for "trạm y"
 * and "y tế" are one thing.
 *
 * @param titles in how many titles of the site each stands @param articles how many there are
 */
export function themesOf(
  said: ReadonlyMap<string, Said>,
  titles: ReadonlyMap<string, number>,
  articles: number,
): string[] {
  const most = Math.min(MANY, Math.max(FEW, articles / ONE_OF));
  const known = [...said].flatMap(([pair, { weight, isInTitle }]) => {
    const count = titles.get(pair) ?? 0;
    const isShared = count > (isInTitle ? 1 : 0) && count <= most;
    return isShared ? [{ pair, says: weight * Math.log1p(articles / count) }] : [];
  });
  const themes: string[] = [];
  for (const { pair } of known.toSorted((a, b) => b.says - a.says || (a.pair < b.pair ? -1 : 1))) {
    if (themes.length < MOST_THEMES && !themes.some((theme) => overlap(theme, pair))) themes.push(pair);
  }
  return themes;
}

function overlap(one: string, other: string): boolean {
  const [begin, end] = one.split(" ");
  const [otherBegin, otherEnd] = other.split(" ");
  return end === otherBegin || otherEnd === begin;
}

/** How many of the themes another text shares, and where it says them, from the nearest on. */
const NEAR: readonly { field: Field; shared: number }[] = [
  { field: "h", shared: 4 },
  { field: "h", shared: 3 },
  { field: "b", shared: 3 },
  { field: "h", shared: 2 },
];
/** One theme alone is no likeness. */
const LEAST = 2;

/** A text search query for each step, and which step of all it is, from 1 on. @param narrowing what each goes with */
export function stepsToNear(themes: readonly string[], narrowing: string): (Query & { step: number })[] {
  if (themes.length < LEAST) return [];
  const sharing = (field: Field, shared: number) =>
    allOf([
      someOf(
        shared,
        themes.map((theme) => quoted(lexeme(field, theme))),
      ),
      narrowing,
    ]);
  // Whatever is near shares so many, somewhere.
  const within = sharing("b", LEAST);
  return NEAR.flatMap(({ field, shared }, at) =>
    shared > themes.length ? [] : [{ query: sharing(field, shared), within, step: at + 1 }],
  );
}

/** At least so many of them. What follows the first of those that are there is spelt once for it, and not once for each choice. */
function someOf(least: number, [first = "", ...others]: readonly string[]): string {
  if (least === 1) return anyOf([first, ...others]);
  const withFirst = allOf([first, someOf(least - 1, others)]);
  return others.length < least ? withFirst : anyOf([withFirst, someOf(least, others)]);
}
