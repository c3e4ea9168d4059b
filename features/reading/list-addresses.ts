import { englishCorrectionsPath, englishPath } from "#features/addresses/english.ts";
import {
  archivePath,
  authorPath,
  correctionsPath,
  heldRoots,
  questionsPath,
  rootOf,
  tagPath,
  topicPath,
  topicsPath,
  weekPath,
  weeksPath,
} from "#features/addresses/lists.ts";
import { papersPath } from "#features/addresses/papers.ts";
import { reads } from "./reads.ts";
import type { Entry } from "./sitemap-xml.ts";

/** As many tags, and as many authors, as a site may have in one file of its sitemap beside its sections and pages. */
const MOST = 10_000;
/** Longer than any run of numbers: where there is one there is a live one. */
const ALL = 2_000_000_000;

/**
 * The lists of a site that search engines should find: tags and authors that gather two articles at least, the months of the
 * archive, its topics, the weeks of its calendar, its corrections, the list of what it has in English, and the corrections of that.
 *
 * @param slugs what sections and pages have at its root
 */
export async function listAddresses(siteId: number, slugs: readonly (string | null)[]): Promise<Entry[]> {
  const held = heldRoots(slugs);
  const [tags, authors, months, topics, forms, answers, corrected, correctedInEnglish, weeks, english] =
    await Promise.all([
      reads.findTagAddresses(siteId, MOST),
      reads.findAuthorAddresses(siteId, MOST),
      reads.findMonths(siteId, null),
      reads.findTopicAddresses(siteId, MOST),
      reads.findPaperForms(siteId),
      reads.countInList({ list: "answers", ofId: siteId }),
      reads.countInList({ list: "corrections", ofId: siteId }),
      reads.countInList({ list: "english_corrections", ofId: siteId }),
      reads.findWeekAddresses(siteId, MOST),
      reads.findTranslationRuns(siteId, ALL, 1),
    ]);
  const hasPapers = forms.length > 0;
  const paths = [
    ...(hasPapers ? [papersPath] : []),
    ...(answers > 0 ? [questionsPath()] : []),
    ...(corrected > 0 ? [correctionsPath()] : []),
    ...(correctedInEnglish > 0 ? [englishCorrectionsPath()] : []),
    ...months.map(({ date }) => archivePath(date)),
  ];
  const ofTopics = topics.map(({ slug, changedAt }) => ({ path: topicPath(slug), changed: changedAt.toISOString() }));
  const gathered = [
    ...tags.map(({ slug, newest }) => ({ path: tagPath(slug), changed: newest.toISOString() })),
    ...authors.map(({ slug, newest }) => ({ path: authorPath(slug), changed: newest.toISOString() })),
  ];
  const hasEnglish = english.length > 0;
  const all = [
    ...gathered,
    ...paths.map((path) => ({ path })),
    ...(hasEnglish ? [{ path: englishPath() }] : []),
    ...(topics.length === 0 ? [] : [{ path: topicsPath(), ...lastOf(topics) }]),
    ...ofTopics,
    ...(weeks.length === 0 ? [] : [{ path: weeksPath, ...lastOf(weeks) }]),
    ...weeks.map(({ slug, changedAt }) => ({ path: weekPath(slug), changed: changedAt.toISOString() })),
  ];
  return all.filter(({ path }) => !held.has(rootOf(path)));
}

/** A list says what the last of what stands in it says, since when it says it. */
function lastOf(listed: readonly { changedAt: Date }[]): { changed?: string } {
  const last = Math.max(...listed.map(({ changedAt }) => changedAt.getTime()));
  return Number.isFinite(last) ? { changed: new Date(last).toISOString() } : {};
}
