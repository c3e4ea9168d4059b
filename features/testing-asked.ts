import type { Archive } from "#db/testing-archive.ts";
import { transaction } from "#db/transaction.ts";
import * as coming from "#features/choosing/coming-store.ts";
import * as choosing from "#features/choosing/store.ts";
import * as all from "#features/desk/all-store.ts";
import { deskDocument } from "#features/desk/desk-document.ts";
import * as documents from "#features/desk/document-store.ts";
import * as home from "#features/desk/home-store.ts";
import { DATES, STANDS } from "#features/desk/lines.ts";
import { filterOf } from "#features/desk/list-filter.ts";
import * as lists from "#features/desk/lists-store.ts";
import * as root from "#features/desk/root-store.ts";
import { standingOf } from "#features/desk/standing.ts";
import * as system from "#features/desk/system-store.ts";
import type { Narrowed } from "#features/desk/ways-store.ts";
import * as words from "#features/desk/words-store.ts";
import * as options from "#features/drafts/options-store.ts";
import * as batches from "#features/importing/batch-store.ts";
import * as importing from "#features/importing/store.ts";
import * as publishing from "#features/publishing/store.ts";
import * as banners from "#features/reading/banners-store.ts";
import * as beside from "#features/reading/beside-store.ts";
import * as english from "#features/reading/english-store.ts";
import * as fronts from "#features/reading/front-store.ts";
import * as lines from "#features/reading/lines-store.ts";
import * as listed from "#features/reading/lists-store.ts";
import { PAGE_SIZE } from "#features/reading/page-size.ts";
import * as papers from "#features/reading/papers-store.ts";
import * as pictures from "#features/reading/pictures-store.ts";
import * as shares from "#features/reading/shares-store.ts";
import { NUMBERS_IN_A_FILE } from "#features/reading/sitemap.ts";
import * as sitemap from "#features/reading/sitemap-store.ts";
import * as reading from "#features/reading/store.ts";
import * as topics from "#features/reading/topics-store.ts";
import type { List, PaperFilter } from "#features/reading/types.ts";
import * as views from "#features/reading/views-store.ts";
import * as weeks from "#features/reading/weeks-store.ts";
import * as tags from "#features/sites/tags-store.ts";
import * as eyes from "#features/workflow/eyes-store.ts";
import {
  askedByEach,
  EVERYWHERE,
  every,
  fileOf,
  one,
  revisionOf,
  type StoreAsks,
  translated,
  updated,
} from "./testing-ask.ts";
import { ASKED_OF_STAFF } from "./testing-asked-staff.ts";

/** Where a list's first page, one in its middle and its last one begin. */
function placesOf(listed: number): number[] {
  const last = Math.max(0, Math.floor((listed - 1) / PAGE_SIZE)) * PAGE_SIZE;
  return [0, Math.floor(last / 2 / PAGE_SIZE) * PAGE_SIZE, last];
}

async function placesIn({ siteId }: Archive, sectionId: number): Promise<number[]> {
  return placesOf(await reading.countInSection(siteId, sectionId));
}

const listsOf = ({ siteId, topic }: Archive): List[] => [
  { list: "site", ofId: siteId },
  { list: "tag", ofId: 7 },
  { list: "author", ofId: 1 },
  { list: "corrections", ofId: siteId },
  { list: "topic", ofId: topic },
  { list: "topics", ofId: siteId },
  { list: "answers", ofId: siteId },
  { list: "english", ofId: siteId },
];

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

/** The list of all articles in each order, and narrowed by each filter. */
async function narrowed(archive: Archive, ranks: lists.Ranks): Promise<void> {
  const usual = { ...filterOf({}), sectionIds: null, oftenIn: [] };
  const filters: Partial<Narrowed>[] = [
    ...DATES.flatMap((date) => [{ date }, { date, oldestFirst: true }, { date, sectionIds: [archive.small.id] }]),
    ...STANDS.map((stand) => ({ stand })),
    ...[{ kind: "page" as const }, { personId: archive.people.reporter }, { from: "2015-01-01", until: "2015-01-31" }],
    ...[{ words: "khong co o dau" }, { cursor: { way: "after" as const, at: "2016-01-01T00:00:00Z", id: 1 } }],
  ];
  for (const filter of filters) await all.articlesSeen(ranks, { ...usual, ...filter });
}

/** The stores whose statements may not grow with the archive, by what they are called: another one is another line. */
export const ASKED: Readonly<Record<string, StoreAsks>> = {
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
  "who chooses for a front": every(choosing, ["holdFront", "insertChoice"], {
    choicesOf: ({ siteId, large }) => transaction((tx) => choosing.choicesOf(tx, { siteId, sectionId: large.id }, 30)),
    choiceOf: ({ siteId, large }) => transaction((tx) => choosing.choiceOf(tx, { siteId, sectionId: large.id }, 1)),
    articlesAmong: (archive) =>
      transaction((tx) => choosing.articlesAmong(tx, archive.siteId, [one(archive), updated(archive)])),
    titlesOf: (archive) => choosing.titlesOf(archive.siteId, [one(archive), updated(archive)]),
  }),
  "what comes by the clock": every(coming, [], {
    topicsOf: (archive) => coming.topicsOf([one(archive)]),
    findComing: async ({ siteId, people }) => {
      for (const said of [1, "lễ hội"]) await coming.findComing({ siteId, personId: people.approver }, said, 8);
    },
    findDueUntil: ({ siteId, people }) =>
      coming.findDueUntil({ siteId, personId: people.approver }, new Date(Date.now() + 86_400_000)),
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
  sitemap: every(sitemap, [], {
    // As many runs as an index of the larger archive names.
    findRunsChanged: ({ siteId }) =>
      sitemap.findRunsChanged(
        siteId,
        2_500,
        Array.from({ length: 90 }, (_, run) => run),
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
  "list of all articles": every(all, [], {
    articlesSeen: (archive) => askedByEach(archive, (ranks) => narrowed(archive, ranks)),
  }),
  "words of a list": every(words, [], { sectionsWhereOften: () => words.sectionsWhereOften("họp bàn") }),
  "desk home": every(home, [], {
    waitingFor: (archive) => askedByEach(archive, (ranks) => home.waitingFor(ranks)),
    writtenBy: (archive) => askedByEach(archive, home.writtenBy),
    toCome: (archive) => askedByEach(archive, home.toCome),
    outToday: (archive) => askedByEach(archive, home.outToday),
  }),
  "desk lists": every(
    lists,
    [
      ...(["rankOf", "liveRankOf", "isGivenTo", "withRank", "isSeenByRole", "isSeen"] as const),
      ...(["lineWith", "lineOf", "moment", "ints"] as const),
    ],
    {
      ranksOf: ({ siteId, people }) => lists.ranksOf({ siteId, personId: people.reporter }),
      everWrote: ({ siteId }) => lists.everWrote(siteId),
    },
  ),
  "desk page of a document": every({ deskDocument, standingOf }, [], {
    deskDocument: async (archive) => {
      for (const id of [one(archive), updated(archive)]) {
        for (const personId of Object.values(archive.people))
          await deskDocument({ siteId: archive.siteId, personId }, id);
      }
    },
    standingOf: (archive) => standingOf({ siteId: archive.siteId, personId: archive.people.editor }, one(archive), []),
  }),
  // Asked by the page of a document.
  "desk document": every(documents, ["circumstancesOf", "historyOf", "versionsOf"], {}),
  "clock and imports of the desk": every(system, [], {
    clockWorkOf: ({ siteId }) => system.clockWorkOf(siteId),
    importsWaiting: ({ siteId }) => system.importsWaiting(siteId),
  }),
  "desk at the root": every(root, [], {
    bannersSeen: (archive) => askedByEach(archive, root.bannersSeen),
    frontsSeen: (archive) => askedByEach(archive, root.frontsSeen),
    pagesSeen: (archive) => askedByEach(archive, root.pagesSeen),
    siteDocumentOf: ({ siteId }) => root.siteDocumentOf(siteId),
  }),
  batches: every(batches, ["closeBatch"], {
    findBatches: (archive) =>
      askedByEach(archive, (looker) =>
        transaction(async (tx) => {
          for (const which of ["waiting", { doneBefore: null }, { doneBefore: 20 }, { id: 1 }] as const)
            await batches.findBatches(tx, looker, which, 51);
        }),
      ),
    findWaiting: (archive) =>
      askedByEach(archive, (looker) => {
        const decided = lists.withRank(looker, 3);
        return transaction((tx) => batches.findWaiting(tx, looker, { batchId: 1, decided, limit: 50 }));
      }),
    closerOf: (archive) => {
      const closer = { siteId: archive.siteId, personId: archive.people.editor };
      return transaction((tx) => batches.closerOf(tx, closer, 1, [one(archive)]));
    },
  }),
  tags: every(tags, ["insertTag", "lockTags"], {
    tagsOf: ({ siteId }) => tags.tagsOf(siteId),
  }),
  options: every(options, [], {
    staffOf: ({ siteId }) => options.staffOf(siteId),
    knownOf: async ({ siteId }) => {
      for (const kind of ["page", "topic"] as const) await options.knownOf(siteId, kind);
    },
    papersOf: (archive) => options.papersOf(archive.siteId, [one(archive), updated(archive)]),
    newestLive: (archive) => options.newestLive(archive.siteId, "article", one(archive), 50),
  }),
  importing: every(
    importing,
    [
      ...(["findPerson", "findSitesOf", "lockText"] as const),
      ...(["insertImport", "insertBatch", "insertRedirect"] as const),
    ],
    {
      findImport: ({ siteId }) => transaction((tx) => importing.findImport(tx, siteId, "0".repeat(64))),
      findAddress: (archive) => transaction((tx) => importing.findAddress(tx, one(archive))),
      findRedirect: ({ siteId }) => transaction((tx) => importing.findRedirect(tx, siteId, "/cu/1.html")),
    },
  ),
  publishing: every(publishing, ["listenForAnnouncements", "selectLook"], {
    findListed: (archive) => transaction((tx) => publishing.findListed(tx, one(archive))),
    findLiveFiles: (archive) => transaction((tx) => publishing.findLiveFiles(tx, one(archive))),
  }),
  eyes: every(eyes, ["isDeputyOf"], {
    mayDecide: (archive) => transaction((tx) => eyes.mayDecide(tx, archive.people.approver, revisionOf(archive))),
    baseText: (archive) => transaction((tx) => eyes.baseText(tx, revisionOf(archive))),
    hasConfirmed: (archive) =>
      transaction((tx) => eyes.hasConfirmed(tx, { revisionId: revisionOf(archive), personId: 1, kind: "confirm" })),
    restorersOf: (archive) => {
      const ordered = { withdrawnAt: new Date(0), withdrawnReason: "authority" };
      return transaction((tx) => eyes.restorersOf(tx, { ...ordered, lastLiveRevisionId: revisionOf(archive) }));
    },
    confirmationsOf: (archive) => transaction((tx) => eyes.confirmationsOf(tx, revisionOf(archive))),
    signaturesOf: (archive) => transaction((tx) => eyes.signaturesOf(tx, revisionOf(archive))),
    emergencyOf: (archive) => transaction((tx) => eyes.emergencyOf(tx, revisionOf(archive))),
    writtenIn: (archive) => transaction((tx) => eyes.writtenIn(tx, 2 * one(archive) - 1)),
  }),
  ...ASKED_OF_STAFF,
};
