import {
  amongBanners,
  amongPages,
  amongPapers,
  amongWeeks,
  documentFact,
  type Fact,
  inList,
  inSection,
  inSectionOn,
  inSitemap,
  ofDate,
  ofFront,
  onHome,
  siteFact,
} from "#features/facts/facts.ts";
import type { Listed, ListLine, LiveChange } from "#features/text/kind.ts";

/**
 * Lists show an article's own words from the article: they are forgotten with it. They change in themselves when it comes or goes,
 * and then as a whole, for what follows moves up or down. The sitemap says of each when it changed last.
 */
export function touchedByArticle({ siteId, before, after }: LiveChange): Fact[] {
  if (before === null && after === null) return [];
  const [were, are] = [before?.listedIn ?? [], after?.listedIn ?? []];
  const changed = [...were, ...are].filter((id) => !were.includes(id) || !are.includes(id));
  // At home an article stands under its own section alone, and among those of its form; so it does on the fronts of its sections.
  const isOfAnotherForm = before?.card.kind !== after?.card.kind;
  const isElsewhere = before?.sectionId !== after?.sectionId || isOfAnotherForm;
  const lists = isOfAnotherForm ? [...new Set([...were, ...are])] : changed;
  return [
    ...lists.map(inSection),
    ...changed.flatMap((id) => daysOf(before, after).map((day) => inSectionOn(id, day))),
    ...new Set(linesChanged(before?.lines ?? [], after?.lines ?? []).flatMap(touchedByLine)),
    ...(isElsewhere ? [onHome(siteId)] : []),
    inSitemap(siteId),
  ];
}

/** The days on which readers find it, before and after; mostly one. */
function daysOf(...all: readonly (Listed | null)[]): string[] {
  const lines = all.flatMap((listed) => listed?.lines ?? []);
  return [...new Set(lines.filter(({ list }) => list === "site").map(({ day }) => day))];
}

/** What stands in one of the two and not in the other. */
function linesChanged(before: readonly ListLine[], after: readonly ListLine[]): ListLine[] {
  const count = (lines: readonly ListLine[], one: ListLine) =>
    lines.filter(({ list, ofId, day }) => list === one.list && ofId === one.ofId && day === one.day).length;
  return [...before, ...after].filter((line) => count(before, line) !== count(after, line));
}

/** A day of the archive is counted in its month, its year and among all of these. */
function touchedByLine({ list, ofId, day }: ListLine): Fact[] {
  if (list !== "site") return [inList(list === "topic_pinned" ? "topic" : list, ofId)];
  return ["", day.slice(0, 4), day.slice(0, 7), day].map((date) => ofDate(ofId, date));
}

/** The way to a page is in the menu or at the foot of every other one, by its name. */
export function touchedByPage({ siteId, before, after }: LiveChange): Fact[] {
  if (before === null && after === null) return [];
  const isListedAnew = nameOf(before) !== nameOf(after);
  return [...(isListedAnew ? [amongPages(siteId)] : []), inSitemap(siteId)];
}

/** Its Vietnamese sister's page leads to it, and what is said in English of the whole site; what was wrong in it is listed too. */
export function touchedByTranslation({ siteId, before, after }: LiveChange): Fact[] {
  if (before === null && after === null) return [];
  const isListedAnew = nameOf(before) !== nameOf(after);
  const sisterOfId = (after ?? before)?.sisterOfId ?? null;
  const comesOrGoes = before === null || after === null;
  const changed = linesChanged(before?.lines ?? [], after?.lines ?? []);
  const isCorrectedAnew = changed.some(({ list }) => list === "english_corrections");
  return [
    ...(sisterOfId !== null && comesOrGoes ? [inList("sister", sisterOfId)] : []),
    ...(isListedAnew ? [inList("english", siteId)] : []),
    ...(isCorrectedAnew ? [inList("english_corrections", siteId)] : []),
    inSitemap(siteId),
  ];
}

/**
 * A paper is listed with its card. Whether another one holds is said by whatever replaces it, on that one's page: it says something
 * else whenever this one comes, goes, or holds from another day on.
 */
export function touchedByPaper({ siteId, before, after }: LiveChange): Fact[] {
  if (before === null && after === null) return [];
  const replaced = [before, after].flatMap((listed) => (listed?.card.replaces as number[] | undefined) ?? []);
  const isListedAnew = nameOf(before) !== nameOf(after);
  return [
    ...(isListedAnew ? [amongPapers(siteId), ...[...new Set(replaced)].map(documentFact)] : []),
    inSitemap(siteId),
  ];
}

/** A topic stands in its site's list by name; the lists of its articles read its own words from it. */
export function touchedByTopic({ siteId, before, after }: LiveChange): Fact[] {
  if (before === null && after === null) return [];
  const comesOrGoes = before === null || after === null;
  return [...(comesOrGoes ? [inList("topics", siteId)] : []), inSitemap(siteId)];
}

/** A calendar of a week leads to those beside it. Its own words stand on its page alone, and its week stays. */
export function touchedByWeek({ siteId, before, after }: LiveChange): Fact[] {
  if (before === null && after === null) return [];
  const comesOrGoes = before === null || after === null;
  return [...(comesOrGoes ? [amongWeeks(siteId)] : []), inSitemap(siteId)];
}

/** A front is one page, which has no list above it; moved to another section it is another page's. */
export function touchedByFront({ siteId, before, after }: LiveChange): Fact[] {
  const fronts = [before, after].filter((one) => one !== null).map((one) => (one.card.sectionId as number) ?? null);
  return [...new Set(fronts)].map((sectionId) => ofFront(siteId, sectionId));
}

/** A banner stands above all pages of its site. */
export function touchedByBanner({ siteId, before, after }: LiveChange): Fact[] {
  return before === null && after === null ? [] : [amongBanners(siteId)];
}

/** What a site says of itself stands on all its pages. */
export const touchedBySite = ({ siteId }: LiveChange): Fact[] => [siteFact(siteId)];

/** Whatever of it stands in lists, or in the way to it. */
const nameOf = (listed: Listed | null) => listed && JSON.stringify([listed.title, listed.slug, listed.card]);
