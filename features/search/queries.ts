import { wasTooSlow } from "#db/outage.ts";
import { translationPath } from "#features/addresses/english.ts";
import { topicPath, weekPath } from "#features/addresses/lists.ts";
import { paperPath } from "#features/addresses/papers.ts";
import { articlePath, pagePath, type SearchAsked } from "#features/addresses/public.ts";
import { article, endsAt } from "#features/kinds/article.ts";
import type { KindName } from "#features/kinds/kinds.ts";
import type { Holds } from "#features/kinds/paper-standing.ts";
import { type Section, subtree, type TreeSection } from "#features/sites/tree.ts";
import type { ArticleCalled } from "./called.ts";
import type { Asked, Found, FoundKind, Narrowed } from "./engine.ts";
import { saidIn } from "./entries.ts";
import { formFrom } from "./forms.ts";
import { type Piece, type Reader, readerOf } from "./highlight.ts";
import { engine } from "./keep.ts";
import { filesNow, liveAmong, placesOf, textsNow } from "./live-store.ts";
import { type Question, readQuestion } from "./question.ts";

/** A document that was found, as a line of the list. */
export type Result = {
  number: number;
  kind: FoundKind;
  /** Of its words. */
  language: "vi" | "en";
  /** Public path. */
  path: string;
  title: Piece[];
  /** What of the text says most of what was asked for. */
  excerpt: Piece[];
  /** That stands in a document that the text hands out. */
  isInFile: boolean;
  /** Null of what stands in none. */
  section: Pick<Section, "id" | "name" | "slug"> | null;
  shownAt: Date;
  /** When it holds no more: a notice's own hour, and that of its English sister. */
  endsAt: Date | null;
  /** From when to when it holds, of a paper. */
  holds: Holds | null;
};

export type Results = {
  question: Question;
  results: Result[];
  /** How many there are, on all pages. */
  count: number;
  /** There are more than anybody is shown. */
  isMore: boolean;
  page: number;
  pages: number;
  /** Nothing has all that was asked for: these have most of it. */
  isSome: boolean;
  /** What was probably meant, as it would be typed; null where nothing better is known. */
  meant: string | null;
  /** Nothing has what was typed: the results are those of what was probably meant. */
  isOfMeant: boolean;
};

export const RESULTS_ON_A_PAGE = 20;
/** Fewer may come of a slip. */
const FEW = 3;

/**
 * Looks for something among what readers of a site get at this moment.
 * @param said as it was typed @param page from 1; beyond the last one is the last one
 * @throws what the database throws; a question that takes too long ends so
 */
export async function search(
  siteId: number,
  said: string,
  narrowed: Narrowed,
  { page, now }: { page: number; now: Date },
): Promise<Results> {
  const question = readQuestion(said);
  const { ids, isAll, isSome, meant, isOfMeant, answered } = await ranked({ siteId, question, narrowed, now });
  const pages = Math.max(1, Math.ceil(ids.length / RESULTS_ON_A_PAGE));
  const at = Math.min(page, pages);
  const here = ids.slice((at - 1) * RESULTS_ON_A_PAGE, at * RESULTS_ON_A_PAGE);
  const results = await resultsOf(siteId, here, answered);
  // In quotes letter for letter, which the engine cannot say.
  const count = ids.length - here.length + results.length;
  return { question, results, count, isMore: !isAll, page: at, pages, isSome, meant, isOfMeant };
}

const NEITHER = { isSome: false, isOfMeant: false };

/**
 * The numbers of what is found, the best first: what has all that was asked for; where nothing has, what has all of what was probably
 * meant, or else most of it.
 */
export async function ranked(asked: Asked) {
  const { siteId, question } = asked;
  const all = { ...(await live(asked, engine.find(asked))), ...NEITHER, meant: null, answered: question };
  if (question.units.length === 0 || all.ids.length > FEW) return all;
  const meant = await engine.meant(siteId, question);
  if (all.ids.length > 0) return { ...all, meant };
  if (meant !== null) {
    const other = { ...asked, question: readQuestion(meant) };
    const found = await live(other, engine.find(other));
    if (found.ids.length > 0) return { ...found, ...NEITHER, isOfMeant: true, meant, answered: other.question };
  }
  const some = await live(asked, engine.findSome(asked));
  return { ...all, ...some, isSome: some.ids.length > 0 };
}

async function live({ siteId }: Asked, finding: Promise<Found>) {
  const { documentIds, isAll } = await finding;
  return { ids: await liveAmong(siteId, documentIds), isAll };
}

/**
 * The same as an address asks for it. What stands there and means nothing narrows nothing.
 * @returns "busy" where it took too long, or too many ask at once
 */
export async function searchFor(
  siteId: number,
  tree: readonly TreeSection[],
  asked: SearchAsked,
  now: Date,
): Promise<Results | "busy"> {
  const section = tree.find(({ slug }) => slug === asked.section);
  const narrowed = {
    sectionIds: section === undefined ? null : subtree(tree, section.id).map(({ id }) => id),
    form: formFrom(asked.form),
    year: YEAR.test(asked.year) ? Number(asked.year) : null,
  };
  try {
    return await search(siteId, asked.words, narrowed, { page: asked.page, now });
  } catch (error) {
    if (wasTooSlow(error)) return "busy";
    throw error;
  }
}

const YEAR = /^[12]\d{3}$/;

/** So much of each file is read for what is shown of it, in UTF-16 units. */
const MOST_OF_A_FILE = 60_000;

/** What is shown of documents that were found, in their order. @param question what is marked in it */
export async function resultsOf(siteId: number, documentIds: readonly number[], question: Question): Promise<Result[]> {
  if (documentIds.length === 0) return [];
  const [places, texts] = await Promise.all([placesOf(siteId, documentIds), textsNow(documentIds)]);
  const files = await filesNow(texts.map(({ revisionId }) => revisionId));
  const reader = readerOf(question);
  return documentIds.flatMap((id) => {
    const [place, text] = [places.find((one) => one.documentId === id), texts.find((one) => one.documentId === id)];
    // One of the two was read when it was live no more.
    if (!place?.slug || !text) return [];
    const said = saidIn(text);
    const own = files.filter(({ revisionId }) => revisionId === text.revisionId);
    const body = said.body(new Set(own.map(({ sha256 }) => sha256)));
    const inFiles = own.flatMap((file) => file.text.slice(0, MOST_OF_A_FILE).split("\n"));
    if (!reader.hasPhrases([said.title, ...said.head, ...body, ...inFiles])) return [];
    const path = pathOf(id, { ...place, slug: place.slug });
    const { excerpt, isInFile } = excerptOf(reader, said.title, [...said.head, ...body], inFiles);
    const { kind, shownAt } = said;
    const { section, holds, original } = place;
    return {
      number: id,
      ...{ kind, language: languageOf(said) },
      path,
      title: reader.whole(said.title),
      excerpt,
      isInFile,
      section,
      shownAt,
      endsAt: said.endsAt ?? endsAt({ ...article.bare, ...original }),
      holds,
    };
  });
}

type Place = { kind: KindName; slug: string; section: Result["section"] };

const languageOf = ({ kind }: { kind: KindName }) => (kind === "translation" ? "en" : "vi");

function pathOf(number: number, { kind, slug, section }: Place): string {
  if (kind === "paper") return paperPath(slug, number);
  if (kind === "topic") return topicPath(slug);
  if (kind === "week") return weekPath(slug);
  if (kind === "translation") return translationPath(slug, number);
  return section === null ? pagePath(slug) : articlePath(section.slug, slug, number);
}

/** Where the title says it all and no line says it as well, the beginning of the text stands below it. */
function excerptOf(reader: Reader, title: string, lines: readonly string[], inFiles: readonly string[]) {
  const isInTitle = reader.isWholeIn(title);
  const found = reader.best(lines, isInTitle);
  const inFile = found === null && !isInTitle ? reader.best(inFiles) : null;
  const first = lines.find((line) => line.trim() !== "") ?? "";
  const begun =
    first.length > LONGEST_BEGINNING ? `${first.slice(0, LONGEST_BEGINNING).replace(/\s\S*$/u, "")} …` : first;
  return { excerpt: found ?? inFile ?? [{ text: begun, isHit: false }], isInFile: inFile !== null };
}

const LONGEST_BEGINNING = 240;

export type Suggestion = { title: string; path: string; lang: "vi" | "en" };
/** So many at most, as you type. */
const SUGGESTED = 8;

/** Titles of what readers get now, by the beginning of what somebody types; none where that takes too long. @throws what the database throws */
export async function suggest(siteId: number, begun: string, now: Date): Promise<Suggestion[]> {
  const { typed } = readQuestion(begun);
  try {
    return await suggested(siteId, await engine.suggest({ siteId, begun: typed, now }, SUGGESTED));
  } catch (error) {
    if (wasTooSlow(error)) return [];
    throw error;
  }
}

async function suggested(siteId: number, documentIds: readonly number[]): Promise<Suggestion[]> {
  const places = await placesOf(siteId, documentIds);
  return documentIds.flatMap((id) => {
    const place = places.find((one) => one.documentId === id);
    if (!place?.slug) return [];
    return [{ title: place.title, path: pathOf(id, { ...place, slug: place.slug }), lang: languageOf(place) }];
  });
}

/**
 * Live articles of a site by what somebody types who wants to choose one: its number, or words of it, those whose titles begin so
 * first. None where that takes too long.
 * @throws what the database throws
 */
export async function articlesCalled(siteId: number, said: string, now: Date): Promise<ArticleCalled[]> {
  const number = /^\s*#?([1-9]\d{0,8})\s*$/.exec(said)?.[1];
  const question = readQuestion(said);
  if (number === undefined && question.typed.trim() === "") return [];
  try {
    const numbered = number === undefined ? [] : [Number(number)];
    const begun = await engine.suggest({ siteId, begun: question.typed, now }, SUGGESTED);
    // What begins so may be no article.
    const first = await called(siteId, [...new Set([...numbered, ...begun])]);
    if (first.length >= SUGGESTED) return first.slice(0, SUGGESTED);
    const narrowed = { sectionIds: null, form: null, year: null };
    const { ids } = await ranked({ siteId, question, narrowed, now });
    const others = await called(
      siteId,
      ids.filter((id) => !first.some((one) => one.id === id)).slice(0, 2 * SUGGESTED),
    );
    return [...first, ...others].slice(0, SUGGESTED);
  } catch (error) {
    if (wasTooSlow(error)) return number === undefined ? [] : called(siteId, [Number(number)]);
    throw error;
  }
}

async function called(siteId: number, documentIds: readonly number[]): Promise<ArticleCalled[]> {
  const places = await placesOf(siteId, documentIds);
  return documentIds.flatMap((id) => {
    const place = places.find((one) => one.documentId === id);
    return place?.section ? [{ id, title: place.title, section: place.section.name }] : [];
  });
}
