import type { Archive } from "#db/testing-archive.ts";
import * as lines from "#features/reading/lines-store.ts";
import * as listed from "#features/reading/lists-store.ts";
import { PAGE_SIZE } from "#features/reading/page-size.ts";
import { NUMBERS_IN_A_FILE } from "#features/reading/sitemap.ts";
import * as sitemap from "#features/reading/sitemap-store.ts";
import type { List } from "#features/reading/types.ts";
import { every, one, placesOf, type StoreAsks, updated } from "./testing-ask.ts";

const listsOf = ({ siteId, topic }: Archive): List[] => [
  { list: "site", ofId: siteId },
  { list: "tag", ofId: 7 },
  { list: "author", ofId: 1 },
  { list: "corrections", ofId: siteId },
  { list: "topic", ofId: topic },
  { list: "topics", ofId: siteId },
  { list: "answers", ofId: siteId },
  { list: "english", ofId: siteId },
  { list: "english_corrections", ofId: siteId },
];

/** What lists, feeds and sitemaps ask for readers and for programs. */
export const ASKED_FOR_LISTS: Readonly<Record<string, StoreAsks>> = {
  lists: every(listed, [], {
    countInList: async (archive) => {
      for (const list of listsOf(archive)) await listed.countInList(list);
    },
    findInList: async (archive) => {
      for (const list of listsOf(archive)) {
        for (const place of placesOf(await listed.countInList(list)))
          await listed.findInList(archive.siteId, list, place, PAGE_SIZE);
      }
    },
    findCorrections: async ({ siteId }) => {
      for (const place of placesOf(await listed.countInList({ list: "corrections", ofId: siteId })))
        await listed.findCorrections(siteId, place, PAGE_SIZE);
    },
    findMonths: async ({ siteId }) => {
      await listed.findMonths(siteId, null);
      await listed.findMonths(siteId, "2015");
    },
    findDays: ({ siteId }) => listed.findDays(siteId, "2015-01"),
    countOnDay: ({ siteId }) => listed.countOnDay(siteId, "2015-01-15"),
    findOnDay: async ({ siteId }) => {
      await listed.findOnDay(siteId, "2015-01-15", 0, PAGE_SIZE);
      await listed.findOnDay(siteId, "2015-01-15", PAGE_SIZE, PAGE_SIZE);
    },
    findTag: async ({ siteId }) => {
      await listed.findTag(siteId, { id: 7 });
      await listed.findTag(siteId, { slug: "tu-khoa-7" });
    },
    findAuthor: async ({ siteId }) => {
      await listed.findAuthor(siteId, { id: 1 });
      await listed.findAuthor(siteId, { slug: "nguoi-thu-1" });
    },
    findAuthorsOf: (archive) => listed.findAuthorsOf(archive.siteId, one(archive), ["Người thứ 1", "Người thứ 2"]),
    findTagAddresses: ({ siteId }) => listed.findTagAddresses(siteId, 10_000),
    findAuthorAddresses: ({ siteId }) => listed.findAuthorAddresses(siteId, 10_000),
  }),
  "lists for machines": every(lines, [], {
    findFeedOfSite: ({ siteId }) => lines.findFeedOfSite(siteId, 30),
    findFeedOfList: async (archive) => {
      for (const list of listsOf(archive)) await lines.findFeedOfList(archive.siteId, list, 30);
    },
    findFeedOfSection: async ({ siteId, large, small }) => {
      for (const { id } of [large, small]) await lines.findFeedOfSection(siteId, id, 30);
    },
    findFeedOfTopic: (archive) => lines.findFeedOfTopic(archive.siteId, archive.topic, 30),
    findNewsSince: ({ siteId }) => lines.findNewsSince(siteId, new Date(Date.now() - 48 * 3_600_000), 1_000),
    findLines: async (archive) => {
      for (const after of [null, one(archive), updated(archive)]) await lines.findLines(archive.siteId, after, 51);
    },
    findLinesAmong: (archive) => lines.findLinesAmong(archive.siteId, [one(archive), updated(archive)]),
    findLinesInSection: async (archive) => {
      for (const { id } of [archive.large, archive.small]) {
        for (const after of [null, one(archive)]) await lines.findLinesInSection(archive.siteId, id, after, 51);
      }
    },
  }),
  sitemap: every(sitemap, [], {
    // As many runs as an index of the larger archive names.
    findRunsChanged: ({ siteId }) =>
      sitemap.findRunsChanged(
        siteId,
        NUMBERS_IN_A_FILE,
        Array.from({ length: 101 }, (_, run) => run),
      ),
    findSectionsChanged: ({ siteId }) => sitemap.findSectionsChanged(siteId),
    findPageAddresses: ({ siteId }) => sitemap.findPageAddresses(siteId),
    findAddresses: async ({ siteId, base, articles }) => {
      await sitemap.findAddresses(siteId, 0, 1_000);
      await sitemap.findAddresses(siteId, base + articles - 1_000, base + articles);
    },
    findLeadPictures: async ({ siteId, base, articles }) => {
      await sitemap.findLeadPictures(siteId, base, base + 1_000);
      await sitemap.findLeadPictures(siteId, base + articles - 1_000, base + articles);
    },
    findKeptBack: async ({ siteId, base, articles }) => {
      const found = await sitemap.findLeadPictures(siteId, base + articles - 1_000, base + articles);
      await sitemap.findKeptBack(
        siteId,
        found.map(({ fileId }) => fileId),
      );
    },
    findPaperAddresses: async ({ siteId, base, articles }) => {
      await sitemap.findPaperAddresses(siteId, 0, NUMBERS_IN_A_FILE);
      await sitemap.findPaperAddresses(siteId, base + articles - NUMBERS_IN_A_FILE, base + articles);
    },
    findTranslationAddresses: async ({ siteId, base, articles }) => {
      await sitemap.findTranslationAddresses(siteId, 0, NUMBERS_IN_A_FILE);
      await sitemap.findTranslationAddresses(siteId, base + articles - NUMBERS_IN_A_FILE, base + articles);
    },
    findTranslationRuns: ({ siteId }) => sitemap.findTranslationRuns(siteId, NUMBERS_IN_A_FILE),
    findPaperRuns: ({ siteId }) => sitemap.findPaperRuns(siteId, NUMBERS_IN_A_FILE),
    findRuns: ({ siteId }) => sitemap.findRuns(siteId, NUMBERS_IN_A_FILE),
  }),
};
