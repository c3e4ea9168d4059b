import type { Tx } from "#db/transaction.ts";
import { type Asked, type Entry, type Found, MOST_FOUND, type SearchEngine } from "./engine.ts";
import { amongArticles, lexemesOf, narrowing, stretches, vocabularyOf } from "./lexemes.ts";
import { likely } from "./slips.ts";
import { stepsOf, stepsOfMost, stepsToSuggest } from "./steps.ts";
import {
  countArticles,
  countWords,
  deleteEntries,
  findEntries,
  holdEntries,
  keptTitles,
  knownWords,
  type Query,
  upsertEntries,
  wordsThatBegin,
} from "./store.ts";
import { saidOften, stepsToNear, themesOf } from "./themes.ts";
import { wordsOf } from "./words.ts";

/** PostgreSQL's own text search: nothing beside the database has to be kept. */
export const postgresSearch: SearchEngine = {
  hold: holdEntries,
  async put(tx, entries, { areCompared }) {
    await recount(
      tx,
      entries.map(({ documentId }) => documentId),
      entries,
    );
    await upsertEntries(
      tx,
      entries.map((entry) => ({ ...placeOf(entry), words: lexemesOf(entry) })),
      areCompared,
    );
  },
  async forget(tx, documentIds) {
    if (documentIds.length === 0) return;
    await recount(tx, documentIds, []);
    await deleteEntries(tx, documentIds);
  },
  find: (asked) => found(asked, stepsOf(asked.question, narrowing(asked.siteId, asked.narrowed))),
  findSome: (asked) => found(asked, stepsOfMost(asked.question, narrowing(asked.siteId, asked.narrowed))),
  async nearest(tx, entry, most) {
    const { siteId, documentId } = entry;
    const said = saidOften(entry);
    const titles = await knownWords(siteId, [...said.keys()], tx);
    const themes = themesOf(said, titles, await countArticles(tx, siteId));
    const steps = stepsToNear(themes, amongArticles(siteId));
    // What is rare in titles may be common in what stands below them. It is near itself.
    const found = await findEntries(steps, stretches(siteId, null, new Date()), most + 1, tx);
    const others = found.filter((one) => one.documentId !== documentId).slice(0, most);
    return others.map((one) => ({ ...one, step: steps[one.step - 1]?.step ?? one.step }));
  },
  async suggest({ siteId, begun, now }, most) {
    const words = wordsOf(begun);
    const last = words.at(-1);
    // Of one letter there is too much to say.
    if (last === undefined || begun.trim().length < SHORTEST) return [];
    const ends = await wordsThatBegin(siteId, last.bare, MOST_ENDS);
    const steps = stepsToSuggest(words.slice(0, -1), [...new Set([last.bare, ...ends])], narrowing(siteId, ANYWHERE));
    const entries = await findEntries(steps, stretches(siteId, null, now), most);
    return entries.map(({ documentId }) => documentId);
  },
  meant: (siteId, question) => likely(question, (words) => knownWords(siteId, words)),
};

/** Letters that somebody has to type before anything is suggested. */
const SHORTEST = 2;
/** Words that the last one may become. */
const MOST_ENDS = 12;
const ANYWHERE = { sectionIds: null, form: null, year: null };

const placeOf = ({ documentId, siteId, revisionId, shownAt }: Entry) => ({ documentId, siteId, revisionId, shownAt });

async function found({ siteId, question, narrowed, now }: Asked, steps: readonly Query[]): Promise<Found> {
  if (question.units.length === 0) return { documentIds: [], isAll: true };
  const entries = await findEntries(steps, stretches(siteId, narrowed.year, now), MOST_FOUND + 1);
  const documentIds = entries.slice(0, MOST_FOUND).map(({ documentId }) => documentId);
  return { documentIds, isAll: entries.length <= MOST_FOUND };
}

/** Brings the words of titles from what is kept to what will be. */
async function recount(tx: Tx, documentIds: readonly number[], entries: readonly Entry[]): Promise<void> {
  const bySite = new Map<number, Map<string, number>>();
  const count = (siteId: number, title: string, by: number) => {
    const counts = bySite.get(siteId) ?? new Map<string, number>();
    for (const words of vocabularyOf(title)) counts.set(words, (counts.get(words) ?? 0) + by);
    bySite.set(siteId, counts);
  };
  for (const { siteId, title } of await keptTitles(tx, documentIds)) count(siteId, title, -1);
  for (const { siteId, title } of entries) count(siteId, title, 1);
  for (const [siteId, counts] of bySite) {
    const changed = [...counts].flatMap(([words, by]) => (by === 0 ? [] : [{ words, by }]));
    await countWords(tx, siteId, changed);
  }
}
