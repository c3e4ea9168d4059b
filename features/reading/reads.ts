import { inTurn } from "#db/snapshot.ts";
import {
  amongBanners,
  amongPages,
  amongPapers,
  amongRedirects,
  amongWeeks,
  type DrawnFrom,
  documentFact,
  type Fact,
  fileFact,
  fromNothing,
  inList,
  inSection,
  inSectionOn,
  inSitemap,
  ofDate,
  ofFront,
  onHome,
  pictureFact,
  shareFact,
  siteFact,
  tagFact,
} from "#features/facts/facts.ts";
import { drawnFrom } from "#features/facts/recording.ts";
import { HOUR_MS, isoDayOf } from "#lib/dates.ts";
import * as forBanners from "./banners-store.ts";
import * as forBeside from "./beside-store.ts";
import * as forEnglish from "./english-store.ts";
import * as forFronts from "./front-store.ts";
import * as forMachines from "./lines-store.ts";
import * as forLists from "./lists-store.ts";
import * as forPapers from "./papers-store.ts";
import * as forPictures from "./pictures-store.ts";
import * as forShares from "./shares-store.ts";
import * as forSitemap from "./sitemap-store.ts";
import * as forPages from "./store.ts";
import * as forTopics from "./topics-store.ts";
import type { List } from "./types.ts";
import * as forViews from "./views-store.ts";
import * as forWeeks from "./weeks-store.ts";

const store = {
  ...forBanners,
  ...forBeside,
  ...forPages,
  ...forLists,
  ...forViews,
  ...forSitemap,
  ...forPapers,
  ...forPictures,
  ...forShares,
  ...forMachines,
  ...forTopics,
  ...forFronts,
  ...forWeeks,
  ...forEnglish,
};
type Store = typeof store;

/**
 * Of each query of a store from what a page is drawn that was told its answer: what was asked for, whether it was there or not, and
 * each row that came. A query that is missing, or that could have no fact and does not say why, does not compile.
 */
export type FactsOf<S> = {
  [Name in keyof S]: S[Name] extends (...asked: infer Asked) => Promise<infer Found>
    ? (found: Found, ...asked: Asked) => DrawnFrom
    : never;
};

const documents = (found: readonly { number: number }[]): Fact[] => found.map(({ number }) => documentFact(number));

const originalFact = ({ original }: { original: number }): Fact => documentFact(original);

const each = ([first, ...others]: Fact[], orNothing: string): DrawnFrom =>
  first === undefined ? fromNothing(orNothing) : [first, ...others];

/** What is pinned is a part of its topic. */
const ofList = ({ list, ofId }: List): Fact =>
  list === "site" ? ofDate(ofId, "") : inList(list === "topic_pinned" ? "topic" : list, ofId);

type Neighbour = { side: "newer" | "older"; shownAt: Date | null };

/** Longer than that a section is a list in which nothing comes in between often, in days. */
const MOST_DAYS = 40;

/**
 * On which days something may come in between what stands side by side: all from the oldest to the newest of them, with one more at each
 * end, where another time zone has another day. Null, the whole section, where there is none before or behind, or they lie far apart.
 */
function nextTo(found: readonly Neighbour[], older: number): (string | null)[] {
  const times = found.flatMap(({ shownAt }) => shownAt?.getTime() ?? []);
  const isBetween = found.some(({ side }) => side === "newer") && found.length > older;
  const [from, to] = [Math.min(...times) - DAY_MS, Math.max(...times) + DAY_MS];
  if (!isBetween || to - from > MOST_DAYS * DAY_MS) return [null];
  return Array.from({ length: Math.floor((to - from) / DAY_MS) + 1 }, (_, at) =>
    isoDayOf(new Date(from + at * DAY_MS)),
  );
}

const DAY_MS = 24 * HOUR_MS;

const NOT_KEPT = "no page is kept of an address that leads nowhere";
/** Nobody announces that somebody reads: a page says how it stood when it was drawn. */
const COUNTED = "what is counted is as it was when the page was drawn";

/** Nobody asks the stores themselves. */
const FACTS: FactsOf<Store> = {
  findSites: (found) =>
    each(
      found.map(({ id }) => siteFact(id)),
      "there is no site, and so no page",
    ),
  findSite: (found) => (found ? [siteFact(found.id)] : fromNothing("no page is drawn of a site that is not there")),
  // One that comes, goes or says another hour says so of all of them.
  findBanners: (_, siteId) => [amongBanners(siteId)],
  findSections: (_, siteId) => [siteFact(siteId)],
  findFront: (_, siteId, sectionId) => [ofFront(siteId, sectionId)],
  findChoices: (_, siteId, sectionId) => [ofFront(siteId, sectionId)],
  // Whether there or not: an article that comes back has its place again.
  findByNumber: (_found, _siteId, numbers) => each(numbers.map(documentFact), "nothing stands there by hand"),
  findOfForm: (found, siteId) => [onHome(siteId), ...documents(found)],
  findOfFormInSection: (found, _siteId, _form, sectionId) => [inSection(sectionId), ...documents(found)],
  findNewest: (found, siteId) => [onHome(siteId), ...documents(found)],
  findNewestBySection: (found, siteId) => [onHome(siteId), ...documents(found)],
  findInSection: (found, _, sectionId) => [inSection(sectionId), ...documents(found)],
  countInSection: (_found, _siteId, sectionId) => [inSection(sectionId)],
  countInSections: (_found, _siteId, sectionIds) => each(sectionIds.map(inSection), "no section was asked for"),
  findNear: (found, _, sectionId, number, older) => [
    documentFact(number),
    ...nextTo(found, older).map((day) => (day === null ? inSection(sectionId) : inSectionOn(sectionId, day))),
    ...documents(found),
  ],
  // One that is not there comes back.
  findChosen: (_found, _siteId, numbers) => each(numbers.map(documentFact), "nothing was chosen"),
  findTagged: (found, _, tagIds) =>
    each([...tagIds.map((id) => inList("tag", id)), ...documents(found)], "what has no tag shares none"),
  // One that is hidden stands there once it comes back.
  findNearTexts: (found, _, number) => [inList("near", number), ...found.map(({ nearId }) => documentFact(nearId))],
  findFormerSection: (_, siteId) => [siteFact(siteId)],
  countInList: (_, list) => [ofList(list)],
  findInList: (found, _, list) => [ofList(list), ...documents(found)],
  findCorrections: (found, siteId) => [inList("corrections", siteId), ...documents(found)],
  findMonths: (_, siteId, year) => [ofDate(siteId, year ?? "")],
  findDays: (_, siteId, month) => [ofDate(siteId, month)],
  countOnDay: (_, siteId, day) => [ofDate(siteId, day)],
  findOnDay: (found, siteId, day) => [ofDate(siteId, day), ...documents(found)],
  findTag: (found) => (found ? [tagFact(found.id)] : fromNothing(NOT_KEPT)),
  findAuthor: (found) => (found ? [inList("author", found.id), documentFact(found.number)] : fromNothing(NOT_KEPT)),
  findAuthorsOf: (_found, _siteId, number) => [documentFact(number)],
  findTagAddresses: (found, siteId) => [inSitemap(siteId), ...found.map(({ id }) => tagFact(id))],
  findAuthorAddresses: (_, siteId) => [inSitemap(siteId)],
  findTopicAt: (found, siteId) => [inList("topics", siteId), ...documents(found ? [found] : [])],
  findLiveTopic: (_found, _siteId, number) => [documentFact(number)],
  findPinned: (found, _, topicId) => [inList("topic", topicId), ...documents(found)],
  // Whoever puts it into one, or takes it out, says so of the article.
  findTopicsOf: (found, _, number) => [documentFact(number), ...documents(found)],
  findNewestInTopics: (found, _, topicIds) =>
    each([...topicIds.map((id) => inList("topic", id)), ...documents(found)], "what stands in no topic has no others"),
  findTopics: (found, siteId) => [inList("topics", siteId), ...documents(found)],
  countInTopics: (_, topicIds) =>
    each(
      topicIds.map((id) => inList("topic", id)),
      "no topic was asked for",
    ),
  // Each says so of the sitemap as well.
  findTopicAddresses: (_, siteId) => [inSitemap(siteId)],
  findSister: (found, _siteId, number) => [inList("sister", number), ...documents(found ? [found] : [])],
  findOriginal: (found, _siteId, number) => [documentFact(number), ...documents(found ? [found] : [])],
  findLiveTranslation: (_found, _siteId, number) => [documentFact(number)],
  findPublishedFiles: (_, number) => [documentFact(number)],
  // What it is the sister of may come back.
  findEnglish: (found, siteId) => [inList("english", siteId), ...documents(found), ...found.map(originalFact)],
  findEnglishCorrections: (found, siteId) => [
    inList("english_corrections", siteId),
    ...documents(found),
    ...found.map(originalFact),
  ],
  findEnglishPages: (found, siteId) => [inList("english", siteId), ...documents(found), ...found.map(originalFact)],
  findViewDays: () => fromNothing(COUNTED),
  findViewMonths: () => fromNothing(COUNTED),
  findAllViews: () => fromNothing(COUNTED),
  findMostRead: (found) => each(documents(found), COUNTED),
  findMostReadInSection: (found, _siteId, _hours, sectionId) => [inSection(sectionId), ...documents(found)],
  findLive: (_found, _siteId, number) => [documentFact(number)],
  findNoted: (_, numbers) => each(numbers.map(documentFact), "of nothing there are no notes"),
  findTags: (_found, _siteId, tagIds) => each(tagIds.map(tagFact), "no tag was asked for"),
  findPageAt: (found, siteId) => [amongPages(siteId), ...documents(found ? [found] : [])],
  findPages: (_, siteId) => [amongPages(siteId)],
  findLivePage: (_found, _siteId, number) => [documentFact(number)],
  findLivePaper: (_found, _siteId, number) => [documentFact(number)],
  findPapers: (_, siteId) => [amongPapers(siteId)],
  // Whatever replaces one says so of it.
  findPapersCalled: (_found, _siteId, numbers) => each(numbers.map(documentFact), "no paper was asked for"),
  findReplacing: (found, _siteId, number) => [documentFact(number), ...documents(found)],
  findPaperPlace: (_found, _siteId, number) => [documentFact(number)],
  findPaperForms: (_, siteId) => [amongPapers(siteId)],
  findPaperBodies: (found, siteId) => [amongPapers(siteId), ...documents(found)],
  findPaperYears: (_, siteId) => [amongPapers(siteId)],
  findWeekAt: (found, siteId) => [amongWeeks(siteId), ...documents(found ? [found] : [])],
  findLiveWeek: (_found, _siteId, number) => [documentFact(number)],
  findWeekNextTo: (found, siteId) => [amongWeeks(siteId), ...documents(found ? [found] : [])],
  findWeeksBetween: (found, siteId) => [amongWeeks(siteId), ...documents(found)],
  findWeekAddresses: (_, siteId) => [inSitemap(siteId)],
  // Its address begins with its section's.
  findStanding: (_found, siteId, number) => [documentFact(number), siteFact(siteId)],
  findRedirects: (_, siteId) => [amongRedirects(siteId)],
  // Thousands of addresses: their file is one thing, made again once any of them changed.
  findRunsChanged: (_, siteId) => [inSitemap(siteId)],
  findSectionsChanged: (_, siteId) => [inSitemap(siteId)],
  findPageAddresses: (_, siteId) => [inSitemap(siteId)],
  findAddresses: (_, siteId) => [inSitemap(siteId)],
  findLeadPictures: (_, siteId) => [inSitemap(siteId)],
  // Whoever hides a file, shows it again or makes it anew says so of the sitemap.
  findKeptBack: (_, siteId) => [inSitemap(siteId)],
  findPaperRuns: (_, siteId) => [inSitemap(siteId)],
  findTranslationAddresses: (_, siteId) => [inSitemap(siteId)],
  findTranslationRuns: (_, siteId) => [inSitemap(siteId)],
  findPaperAddresses: (_, siteId) => [inSitemap(siteId)],
  findRuns: (_, siteId) => [inSitemap(siteId)],
  findPictures: (found) =>
    each(
      found.map(({ id }) => pictureFact(id)),
      "a live text has its files: it names none",
    ),
  findForReaders: (found) =>
    found ? [fileFact(found.id), pictureFact(found.id)] : fromNothing("nothing is kept of a file that is not there"),
  findAttached: (found, _siteId, id) =>
    found ? [fileFact(id), pictureFact(id)] : fromNothing("no page is drawn of a file that nobody hands out"),
  // Whatever comes or goes changes what stands at home as well.
  findFeedOfSite: (found, siteId) => [onHome(siteId), ...documents(found)],
  findFeedOfList: (found, _, list) => [ofList(list), ...documents(found)],
  findFeedOfSection: (found, _, sectionId) => [inSection(sectionId), ...documents(found)],
  findFeedOfTopic: (found, _, topicId) => [inList("topic", topicId), ...documents(found)],
  findNewsSince: (found, siteId) => [inSitemap(siteId), ...documents(found)],
  findLines: (found, siteId) => [onHome(siteId), ...documents(found)],
  findLinesAmong: (_found, _siteId, numbers) => each(numbers.map(documentFact), "nothing was found"),
  findLinesInSection: (found, _, sectionId) => [inSection(sectionId), ...documents(found)],
  findShare: (found, siteId, number) => [
    documentFact(number),
    ...[siteFact(siteId), shareFact(number)],
    ...(found?.sisterOfId ? [documentFact(found.sisterOfId)] : []),
  ],
};

type Query = (...asked: unknown[]) => Promise<unknown>;

function recorded(query: Query, facts: (found: unknown, ...asked: unknown[]) => DrawnFrom): Query {
  return async (...asked) => {
    const found = await inTurn(() => query(...asked));
    const said = facts(found, ...asked);
    if (!("because" in said)) drawnFrom(said);
    return found;
  };
}

/** The queries of the stores. Whoever draws a page with what they found has said so. */
export const reads = Object.fromEntries(
  Object.entries(store).map(([name, query]) => [name, recorded(query as Query, FACTS[name as keyof Store] as never)]),
) as Store;
