import { isoDayOf } from "#lib/dates.ts";
import type { Entry, Narrowed } from "./engine.ts";
import { isNumber, type Word, wordsOf } from "./words.ts";

/**
 * What PostgreSQL keeps of a document: words by where they stand, pairs of neighbours (a syllable is no word; two are one more often
 * than not), and marks of what it is and when it appeared. No places are kept, so that no row has to be read to know whether it matches.
 */

/** Where a word stands: in the title, in what stands over the text, anywhere readers see, in documents that are handed out. */
export type Field = "t" | "h" | "b" | "f";

/** A text search vector holds a megabyte; what is far behind in a very long document is not found. Bytes. */
const MOST_BYTES = 700_000;
/** What each lexeme takes beside its letters. */
const BESIDE = 8;

export const lexeme = (field: Field, word: string): string => field + word;
export const pairOf = (one: Word, next: Word): string => `${one.bare} ${next.bare}`;

export function lexemesOf(entry: Entry): string[] {
  const kept = new Set(marksOf(entry));
  let room = MOST_BYTES;
  const add = (one: string) => {
    if (kept.has(one) || room < 0) return;
    kept.add(one);
    room -= Buffer.byteLength(one) + BESIDE;
  };
  const title = wordsOf(entry.title);
  const head = entry.head.map(wordsOf);
  const parts: [Field, Word[][]][] = [
    ["t", [title]],
    ["h", [title, ...head]],
    ["b", [title, ...head, ...entry.body.map(wordsOf)]],
    ["f", entry.files.map(wordsOf)],
  ];
  for (const [field, lines] of parts) {
    for (const line of lines) {
      for (const [at, word] of line.entries()) {
        add(lexeme(field, word.bare));
        if (word.exact !== word.bare) add(lexeme(field, word.exact));
        const next = line[at + 1];
        if (next) add(lexeme(field, pairOf(word, next)));
      }
    }
  }
  return [...kept];
}

/** The words of a title and its pairs, without accents and figures: what a slip is corrected by, and what is offered. */
export function vocabularyOf(title: string): string[] {
  const words = wordsOf(title);
  return [...new Set([...words.filter((word) => !isNumber(word)).map(({ bare }) => bare), ...pairsOf(words)])];
}

/** Its pairs of neighbours alone. */
export const pairsOf = (words: readonly Word[]): string[] =>
  words.flatMap((word, at) => {
    const next = words[at + 1];
    return next && !isNumber(word) && !isNumber(next) ? [pairOf(word, next)] : [];
  });

/** No word begins so. */
const siteMark = (siteId: number) => `~s${siteId}`;
const yearMark = (siteId: number, year: number) => `~y${siteId} ${year}`;
const monthMark = (siteId: number, year: number, month: number) => `~m${siteId} ${year}-${month}`;
const sectionMark = (id: number) => `~c${id}`;
const formMark = (form: string) => `~f${form}`;

/** How a page that stands for itself is narrowed to. */
export const PAGE = "page";
/** The same of topics, of calendars of weeks, and of what is said in English. */
export const TOPIC = "topic";
export const WEEK = "week";
export const ENGLISH = "english";
/** The same of papers, and of one form of them. */
export const PAPER = "paper";
export const formOfPapers = (form: string) => `${PAPER} ${form}`;

function marksOf({ siteId, shownAt, sectionIds, kind, form }: Entry): string[] {
  const { year, month } = monthOf(shownAt);
  const when = [yearMark(siteId, year), monthMark(siteId, year, month)];
  return [siteMark(siteId), ...when, ...formsOf(kind, form).map(formMark), ...sectionIds.map(sectionMark)];
}

/** Whoever narrows to articles about documents looks for the documents themselves as well. */
function formsOf(kind: Entry["kind"], form: string | null): string[] {
  if (kind === "page") return [PAGE];
  if (kind === "topic") return [TOPIC];
  if (kind === "week") return [WEEK];
  if (kind === "translation") return [ENGLISH];
  return kind === "paper" ? ["document", PAPER, formOfPapers(form ?? "")] : [form ?? ""];
}

function monthOf(at: Date): { year: number; month: number } {
  const [year = 0, month = 0] = isoDayOf(at).split("-").map(Number);
  return { year, month };
}

/** What the query of every step goes with. */
export function narrowing(siteId: number, { sectionIds, form, year }: Narrowed): string {
  const sections = sectionIds === null ? [] : [anyOf(sectionIds.map((id) => quoted(sectionMark(id))))];
  const forms = form === null ? [] : [quoted(formMark(form))];
  const years = year === null ? [] : [quoted(yearMark(siteId, year))];
  return allOf([quoted(siteMark(siteId)), ...sections, ...forms, ...years]);
}

/** What narrows to the articles of a site, whatever their form. */
export const amongArticles = (siteId: number): string =>
  allOf([quoted(siteMark(siteId)), ...[PAGE, PAPER, TOPIC, WEEK, ENGLISH].map((form) => `!${quoted(formMark(form))}`)]);

/** Years that are gone through one by one; what is older comes last, together. */
const YEARS = 40;

/**
 * Stretches of time, the newest first, in which what is common is looked for one after the other until there is enough. The first
 * two say how common it is (`find_entries`).
 */
export function stretches(siteId: number, year: number | null, now: Date): string[] {
  const newest = monthOf(now);
  const month = (back: number) => {
    const at = new Date(Date.UTC(newest.year, newest.month - 1 - back, 1));
    return quoted(monthMark(siteId, at.getUTCFullYear(), at.getUTCMonth() + 1));
  };
  if (year !== null) return Array.from({ length: 12 }, (_, at) => quoted(monthMark(siteId, year, 12 - at)));
  const years = Array.from({ length: YEARS }, (_, at) => quoted(yearMark(siteId, newest.year - at)));
  return [anyOf([0, 1].map(month)), anyOf([2, 3, 4, 5].map(month)), ...years];
}

/** Of letters, figures and marks of ours alone. */
export const quoted = (one: string): string => `'${one}'`;
export const allOf = (all: readonly string[]): string => (all.length === 1 ? (all[0] ?? "") : `(${all.join(" & ")})`);
export const anyOf = (all: readonly string[]): string => (all.length === 1 ? (all[0] ?? "") : `(${all.join(" | ")})`);
