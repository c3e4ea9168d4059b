import { inTurn } from "#db/snapshot.ts";
import {
  amongPages,
  amongRedirects,
  documentFact,
  type Fact,
  inSection,
  inSitemap,
  onHome,
  siteFact,
  tagFact,
} from "#features/facts/facts.ts";
import { drawnFrom } from "#features/facts/recording.ts";
import * as forSitemap from "./sitemap-store.ts";
import * as forPages from "./store.ts";

const store = { ...forPages, ...forSitemap };
type Store = typeof store;
type Found<Name extends keyof Store> = Awaited<ReturnType<Store[Name]>>;

const documents = (found: readonly { number: number }[]): Fact[] => found.map(({ number }) => documentFact(number));

/**
 * From what a page is drawn that was told this by that query: what was asked for, whether it was there or not, and each row that
 * came. A query that is missing here does not compile, and nobody asks the stores themselves.
 */
const FACTS: { [Name in keyof Store]: (found: Found<Name>, ...asked: Parameters<Store[Name]>) => Fact[] } = {
  findSites: (found) => found.map(({ id }) => siteFact(id)),
  findSite: (found) => (found ? [siteFact(found.id)] : []),
  findSections: (_, siteId) => [siteFact(siteId)],
  findNewest: (found, siteId) => [onHome(siteId), ...documents(found)],
  findNewestBySection: (found, siteId) => [onHome(siteId), ...documents(found)],
  findInSection: (found, _, sectionId) => [inSection(sectionId), ...documents(found)],
  countInSection: (_found, _siteId, sectionId) => [inSection(sectionId)],
  findLive: (_found, _siteId, number) => [documentFact(number)],
  findNoted: (_, number) => [documentFact(number)],
  findTags: (_found, _siteId, tagIds) => tagIds.map(tagFact),
  findPageAt: (found, siteId) => [amongPages(siteId), ...documents(found ? [found] : [])],
  findPages: (_, siteId) => [amongPages(siteId)],
  findLivePage: (_found, _siteId, number) => [documentFact(number)],
  findStanding: (_found, _siteId, number) => [documentFact(number)],
  findRedirects: (_, siteId) => [amongRedirects(siteId)],
  // Thousands of addresses: their file is one thing, made again once any of them changed.
  findPageAddresses: (_, siteId) => [inSitemap(siteId)],
  findAddresses: (_, siteId) => [inSitemap(siteId)],
  findRuns: (_, siteId) => [inSitemap(siteId)],
};

type Query = (...asked: unknown[]) => Promise<unknown>;

function recorded(query: Query, facts: (found: unknown, ...asked: unknown[]) => Fact[]): Query {
  return async (...asked) => {
    const found = await inTurn(() => query(...asked));
    drawnFrom(facts(found, ...asked));
    return found;
  };
}

/** The queries of the stores. Whoever draws a page with what they found has said so. */
export const reads = Object.fromEntries(
  Object.entries(store).map(([name, query]) => [name, recorded(query as Query, FACTS[name as keyof Store] as never)]),
) as Store;
