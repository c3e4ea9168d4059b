import type { Archive } from "#db/testing-archive.ts";
import * as banners from "#features/reading/banners-store.ts";
import * as beside from "#features/reading/beside-store.ts";
import * as english from "#features/reading/english-store.ts";
import * as fronts from "#features/reading/front-store.ts";
import * as listed from "#features/reading/lists-store.ts";
import { PAGE_SIZE } from "#features/reading/page-size.ts";
import * as papers from "#features/reading/papers-store.ts";
import * as pictures from "#features/reading/pictures-store.ts";
import * as shares from "#features/reading/shares-store.ts";
import * as reading from "#features/reading/store.ts";
import * as topics from "#features/reading/topics-store.ts";
import type { PaperFilter } from "#features/reading/types.ts";
import * as views from "#features/reading/views-store.ts";
import * as weeks from "#features/reading/weeks-store.ts";
import { EVERYWHERE, every, fileOf, one, placesOf, type StoreAsks, translated, updated } from "./testing-ask.ts";

async function placesIn({ siteId }: Archive, sectionId: number): Promise<number[]> {
  return placesOf(await reading.countInSection(siteId, sectionId));
}

/** Papers narrowed in each way, to what many are and to what few are. */
function paperFilters(): PaperFilter[] {
  const all = { form: null, issuer: null, from: null, until: null };
  return [
    ...[all, { ...all, form: "decision" }, { ...all, issuer: "co-quan-3" }],
    ...[
      { ...all, form: "plan", issuer: "co-quan-3" },
      { ...all, from: "2015-01-01", until: "2015-12-31" },
    ],
  ];
}

/** What pages ask for readers; what is listed, feeds and sitemaps are asked beside it (testing-asked-lists.ts). */
export const ASKED_FOR_READERS: Readonly<Record<string, StoreAsks>> = {
  reading: every(reading, [], {
    findSites: () => reading.findSites(),
    findSite: () => reading.findSite("luu-tru"),
    findSections: ({ siteId }) => reading.findSections(siteId),
    findNewest: ({ siteId }) => reading.findNewest(siteId, 5),
    findNewestBySection: async ({ siteId }) => {
      const ids = (await reading.findSections(siteId)).map(({ id }) => id);
      const newest = (await reading.findNewest(siteId, 5)).map(({ number }) => number);
      await reading.findNewestBySection(siteId, ids, newest, 4);
    },
    findInSection: async (archive) => {
      for (const { id } of [archive.large, archive.small]) {
        for (const place of await placesIn(archive, id)) {
          await reading.findInSection(archive.siteId, id, place, PAGE_SIZE);
        }
      }
    },
    countInSection: ({ siteId, large }) => reading.countInSection(siteId, large.id),
    countInSections: async ({ siteId }) => {
      const ids = (await reading.findSections(siteId)).map(({ id }) => id);
      await reading.countInSections(siteId, ids);
    },
    findFormerSection: ({ siteId }) => reading.findFormerSection(siteId, "tin-cu"),
    findLive: (archive) => reading.findLive(archive.siteId, one(archive)),
    findNoted: (archive) => reading.findNoted([updated(archive)]),
    findTags: ({ siteId }) => reading.findTags(siteId, [1, 2, 3]),
    findPageAt: ({ siteId, pageSlug }) => reading.findPageAt(siteId, pageSlug),
    findPages: ({ siteId }) => reading.findPages(siteId),
    findLivePage: ({ siteId }) => reading.findLivePage(siteId, 1),
    findStanding: (archive) => reading.findStanding(archive.siteId, one(archive)),
    findRedirects: ({ siteId }) => reading.findRedirects(siteId, ["/cu/1.html", "/cu/khong-co.html"]),
  }),
  "what stands above all pages": every(banners, [], {
    findBanners: ({ siteId }) => banners.findBanners(siteId, new Date().toISOString()),
  }),
  "what stands in front": every(fronts, [], {
    findFront: async ({ siteId, large }) => {
      for (const place of [null, large.id]) await fronts.findFront(siteId, place);
    },
    findChoices: async ({ siteId, large }) => {
      for (const place of [null, large.id]) await fronts.findChoices(siteId, place);
    },
    findByNumber: (archive) => fronts.findByNumber(archive.siteId, [one(archive), updated(archive)]),
    findOfForm: async ({ siteId }) => {
      for (const form of ["notice", "photo_story"]) await fronts.findOfForm(siteId, form, 60);
    },
    findOfFormInSection: async ({ siteId, large, small }) => {
      for (const { id } of [large, small]) await fronts.findOfFormInSection(siteId, "notice", id, 60);
    },
  }),
  pictures: every(pictures, [], {
    findPictures: (archive) => pictures.findPictures(archive.siteId, [fileOf(archive), "0".repeat(64)]),
    findAttached: async (archive) => {
      for (const sha256 of [fileOf(archive), EVERYWHERE]) {
        const [found] = await pictures.findPictures(archive.siteId, [sha256]);
        await pictures.findAttached(archive.siteId, found?.id ?? 0);
      }
    },
    findForReaders: async (archive) => {
      await pictures.findForReaders(archive.siteId, fileOf(archive));
      await pictures.findForReaders(archive.siteId, EVERYWHERE);
      await pictures.findForReaders(archive.siteId, "0".repeat(64));
    },
  }),
  "beside an article": every(beside, [], {
    findNear: async (archive) => {
      for (const { id } of [archive.large, archive.small]) {
        for (const number of [one(archive), updated(archive)]) await beside.findNear(archive.siteId, id, number, 5);
      }
    },
    findChosen: (archive) => beside.findChosen(archive.siteId, [one(archive), updated(archive)]),
    findTagged: (archive) => beside.findTagged(archive.siteId, [7, 8, 9], [one(archive)], 4),
    findNearTexts: async (archive) => {
      for (const number of [one(archive), updated(archive)]) await beside.findNearTexts(archive.siteId, number);
    },
  }),
  papers: every(papers, [], {
    findPapers: async (archive) => {
      for (const filter of paperFilters()) {
        const read = (from: Parameters<typeof papers.findPapers>[2]) =>
          papers.findPapers(archive.siteId, filter, from, 2_000);
        await read(null);
        const place = { issuedOn: "2015-06-01", number: one(archive) };
        for (const way of ["after", "before"] as const) await read({ way, place });
      }
    },
    findPapersCalled: ({ siteId, base }) =>
      papers.findPapersCalled(
        siteId,
        Array.from({ length: PAGE_SIZE }, (_, at) => base + 4 * at),
      ),
    findReplacing: ({ siteId, base }) => papers.findReplacing(siteId, base + 4),
    findPaperPlace: (archive) => papers.findPaperPlace(archive.siteId, one(archive)),
    findPaperForms: ({ siteId }) => papers.findPaperForms(siteId),
    findPaperBodies: ({ siteId }) => papers.findPaperBodies(siteId),
    findPaperYears: ({ siteId }) => papers.findPaperYears(siteId),
    findLivePaper: (archive) => papers.findLivePaper(archive.siteId, one(archive)),
  }),
  "what is said in English": every(english, [], {
    findSister: (archive) => english.findSister(archive.siteId, one(archive)),
    findOriginal: (archive) => english.findOriginal(archive.siteId, translated(archive)),
    findPublishedFiles: (archive) => english.findPublishedFiles(updated(archive), ["0".repeat(64), "1".repeat(64)]),
    findLiveTranslation: (archive) => english.findLiveTranslation(archive.siteId, translated(archive)),
    async findEnglish({ siteId }) {
      const count = await listed.countInList({ list: "english", ofId: siteId });
      for (const place of placesOf(count)) await english.findEnglish(siteId, place, PAGE_SIZE);
    },
    async findEnglishCorrections({ siteId }) {
      const count = await listed.countInList({ list: "english_corrections", ofId: siteId });
      for (const place of placesOf(count)) await english.findEnglishCorrections(siteId, place, PAGE_SIZE);
    },
    findEnglishPages: ({ siteId }) => english.findEnglishPages(siteId),
  }),
  topics: every(topics, [], {
    findTopicAt: ({ siteId }) => topics.findTopicAt(siteId, "dong-su-kien"),
    findLiveTopic: ({ siteId, topic }) => topics.findLiveTopic(siteId, topic),
    findPinned: ({ siteId, topic }) => topics.findPinned(siteId, topic),
    findTopicsOf: (archive) => topics.findTopicsOf(archive.siteId, one(archive)),
    findNewestInTopics: (archive) =>
      topics.findNewestInTopics(archive.siteId, [archive.topic, archive.topic + 1], [one(archive)], 8),
    findTopics: ({ siteId }) => topics.findTopics(siteId, 0, PAGE_SIZE),
    countInTopics: ({ topic }) => topics.countInTopics([topic]),
    findTopicAddresses: ({ siteId }) => topics.findTopicAddresses(siteId, 10_000),
  }),
  weeks: every(weeks, [], {
    findWeekAt: ({ siteId }) => weeks.findWeekAt(siteId, "2015-w10"),
    findLiveWeek: ({ siteId }) => weeks.findLiveWeek(siteId, 2),
    findWeekNextTo: async ({ siteId }) => {
      for (const side of ["before", "after"] as const) await weeks.findWeekNextTo(siteId, "2015-w10", side);
    },
    findWeeksBetween: ({ siteId }) => weeks.findWeeksBetween(siteId, "2015-w01", "2015-w53"),
    findWeekAddresses: ({ siteId }) => weeks.findWeekAddresses(siteId, 10_000),
  }),
  "views that readers see": every(views, [], {
    findViewDays: ({ siteId }) => views.findViewDays(siteId, "2015-01-01"),
    findViewMonths: ({ siteId }) => views.findViewMonths(siteId, "2015-01-01"),
    findAllViews: ({ siteId }) => views.findAllViews(siteId),
    findMostRead: async ({ siteId }) => {
      await views.findMostRead(siteId, 24, 10);
      await views.findMostRead(siteId, 7 * 24, 10);
    },
    findMostReadInSection: async ({ siteId, large, small }) => {
      for (const { id } of [large, small]) await views.findMostReadInSection(siteId, 7 * 24, id, 60);
    },
  }),
  shares: every(shares, [], {
    findShare: (archive) => shares.findShare(archive.siteId, one(archive)),
  }),
};
