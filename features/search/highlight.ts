import type { Question } from "./question.ts";
import { type Placed, placedWords, type Word } from "./words.ts";

/** A part of a text as it is shown: never markup, whatever stands in it. */
export type Piece = { text: string; isHit: boolean };

/** How a typed word is compared with one of a text. */
type Same = (typed: Word, found: Word) => boolean;
const exactly: Same = (typed, found) =>
  typed.exact === found.exact || (typed.exact === typed.bare && typed.bare === found.bare);
const whateverAccents: Same = (typed, found) => typed.bare === found.bare;

type Read = { text: string; words: Placed[]; hits: boolean[]; score: number };

/** Looks for what was asked for in texts of one document, each by itself. */
export type Reader = {
  /** The whole of a short text, with what was found in it. */
  whole(text: string): Piece[];
  /**
   * Of lines the one that says most of it, cut to what fits; null where nothing of it stands in any.
   * @param together only where words of it stand side by side, if there are several
   */
  best(lines: readonly string[], together?: boolean): Piece[] | null;
  /** Whether everything stands in this text. */
  isWholeIn(text: string): boolean;
  /** Whether each phrase in quotes stands in one of the lines, letter for letter. */
  hasPhrases(lines: readonly string[]): boolean;
};

/** UTF-16 units of a text that is shown, and of those before the first hit. */
const SHOWN = 240;
const BEFORE = 60;
/** Of a very long text so much is read, in UTF-16 units. */
const MOST_READ = 120_000;

export function readerOf(question: Question): Reader {
  const wanted = question.units.flatMap(({ spellings }) => spellings);

  function read(text: string, same: Same): Read {
    const words = placedWords(text);
    const hits = words.map(() => false);
    for (const spelling of wanted) {
      for (const at of placesOf(words, spelling, same)) hits.fill(true, at, at + spelling.length);
    }
    return { text, words, hits, score: scoreOf(words, hits) };
  }

  /** With the accents that were typed, or whatever accents where it does not stand with them. */
  function readAll(lines: readonly string[]): Read[] {
    const some = within(lines);
    const exact = some.map((line) => read(line, exactly)).filter(({ score }) => score > 0);
    return exact.length > 0 ? exact : some.map((line) => read(line, whateverAccents)).filter(({ score }) => score > 0);
  }

  return {
    whole: (text) => pieces(readAll([text])[0] ?? read("", exactly), text),
    best(lines, together = false) {
      const all = readAll(lines);
      const [first, ...others] = together && question.units.length > 1 ? all.filter(hasPair) : all;
      if (first === undefined) return null;
      return cut(others.reduce((best, one) => (one.score > best.score ? one : best), first));
    },
    isWholeIn(text) {
      const words = placedWords(text);
      return question.units.every(({ spellings }) =>
        spellings.some((spelling) => placesOf(words, spelling, whateverAccents).length > 0),
      );
    },
    hasPhrases(lines) {
      const phrases = question.units.flatMap(({ isQuoted, spellings }) => (isQuoted ? spellings : []));
      if (phrases.length === 0) return true;
      const texts = lines.map((line) => placedWords(line));
      const same = phrases.flat().some(({ exact, bare }) => exact !== bare) ? exactly : whateverAccents;
      return phrases.every((phrase) => texts.some((words) => placesOf(words, phrase, same).length > 0));
    },
  };
}

function placesOf(words: readonly Word[], spelling: readonly Word[], same: Same): number[] {
  return words.flatMap((_, at) =>
    spelling.every((typed, next) => {
      const found = words[at + next];
      return found !== undefined && same(typed, found);
    })
      ? [at]
      : [],
  );
}

/** Different words count, and those that stand side by side count once more. */
function scoreOf(words: readonly Placed[], hits: readonly boolean[]): number {
  const different = new Set(words.flatMap(({ bare }, at) => (hits[at] ? [bare] : [])));
  const pairs = new Set(
    words.flatMap(({ bare }, at) => (hits[at] && hits[at + 1] ? [`${bare} ${words[at + 1]?.bare}`] : [])),
  );
  return different.size + 2 * pairs.size;
}

const hasPair = ({ hits }: Read): boolean => hits.some((isHit, at) => isHit && hits[at + 1] === true);

function within(lines: readonly string[]): string[] {
  let room = MOST_READ;
  return lines.flatMap((line) => {
    const read = line.slice(0, Math.max(0, room));
    room -= line.length;
    return read.trim() === "" ? [] : [read];
  });
}

/** Hits that nothing but a blank or a hyphen parts are one. */
function spans({ text, words, hits }: Read): { start: number; end: number }[] {
  const all: { start: number; end: number }[] = [];
  for (const [at, word] of words.entries()) {
    if (!hits[at]) continue;
    const last = all.at(-1);
    if (last && hits[at - 1] && /^[\s\-–/]*$/u.test(text.slice(last.end, word.start))) last.end = word.end;
    else all.push({ start: word.start, end: word.end });
  }
  return all;
}

function pieces(found: Read, text: string, from = 0, to = text.length): Piece[] {
  const all: Piece[] = [];
  let at = from;
  const add = (end: number, isHit: boolean) => {
    if (end > at) all.push({ text: text.slice(at, end), isHit });
    at = Math.max(at, end);
  };
  for (const { start, end } of spans(found)) {
    if (start < from || end > to) continue;
    add(start, false);
    add(end, true);
  }
  add(to, false);
  return all;
}

/** Begins a little before where most of the hits stand, and ends after a whole word. */
function cut(found: Read): Piece[] {
  const { text, words } = found;
  if (text.length <= SHOWN) return pieces(found, text);
  const all = spans(found);
  const weight = (from: number) =>
    all.reduce((sum, { start, end }) => sum + (start >= from && end <= from + SHOWN - BEFORE ? end - start : 0), 0);
  const densest = all.reduce((best, { start }) => (weight(start) > weight(best) ? start : best), all[0]?.start ?? 0);
  const from = densest <= BEFORE ? 0 : (words.find(({ start }) => start >= densest - BEFORE)?.start ?? 0);
  const end = words.findLast((word) => word.end <= from + SHOWN)?.end ?? text.length;
  const to = end >= (words.at(-1)?.end ?? 0) ? text.length : end;
  const shown = pieces(found, text, from, to);
  return [
    ...(from > 0 ? [{ text: "… ", isHit: false }] : []),
    ...shown,
    ...(to < text.length ? [{ text: " …", isHit: false }] : []),
  ];
}
