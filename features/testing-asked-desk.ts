import type { Archive } from "#db/testing-archive.ts";
import { transaction } from "#db/transaction.ts";
import * as coming from "#features/arranging/coming-store.ts";
import * as arranging from "#features/arranging/store.ts";
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
import * as live from "#features/live/store.ts";
import * as publishing from "#features/publishing/store.ts";
import * as renaming from "#features/renaming/store.ts";
import * as papers from "#features/sites/papers-store.ts";
import * as places from "#features/sites/places-store.ts";
import * as tags from "#features/sites/tags-store.ts";
import * as weeks from "#features/sites/weeks-store.ts";
import * as eyes from "#features/workflow/eyes-store.ts";
import { askedByEach, every, one, reporterOf, revisionOf, type StoreAsks, updated } from "./testing-ask.ts";

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

/** What is asked about texts and about what readers have, by whoever works on them. */
export const ASKED_ON_THE_DESK: Readonly<Record<string, StoreAsks>> = {
  "who arranges a front": every(arranging, ["holdFront", "insertChoice"], {
    choicesOf: ({ siteId, large }) => transaction((tx) => arranging.choicesOf(tx, { siteId, sectionId: large.id }, 30)),
    choiceOf: ({ siteId, large }) => transaction((tx) => arranging.choiceOf(tx, { siteId, sectionId: large.id }, 1)),
    articlesAmong: (archive) =>
      transaction((tx) => arranging.articlesAmong(tx, archive.siteId, [one(archive), updated(archive)])),
    titlesOf: (archive) => arranging.titlesOf(archive.siteId, [one(archive), updated(archive)]),
  }),
  "what comes by the clock": every(coming, [], {
    topicsOf: (archive) => coming.topicsOf([one(archive)]),
    findComing: async ({ siteId, people }) => {
      for (const said of [1, "lễ hội"]) await coming.findComing({ siteId, personId: people.approver }, said, 8);
    },
    findDueUntil: ({ siteId, people }) =>
      coming.findDueUntil({ siteId, personId: people.approver }, new Date(Date.now() + 86_400_000)),
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
  places: every(places, [], {
    placesOf: (archive) => transaction((tx) => places.placesOf(tx, archive.siteId, one(archive))),
    aroundOf: ({ siteId }) => transaction((tx) => places.aroundOf(tx, siteId)),
  }),
  "weeks of a text": every(weeks, ["weeksAhead"], {
    weeksAmong: ({ siteId }) => transaction((tx) => weeks.weeksAmong(tx, siteId, weeks.weeksAhead(new Date()))),
    weeksBeside: (archive) =>
      transaction((tx) => weeks.weeksBeside(tx, { siteId: archive.siteId, id: one(archive) }, "2015-03-02")),
    holdWeek: ({ siteId }) => transaction((tx) => weeks.holdWeek(tx, siteId, "2015-03-02")),
    freeWeek: ({ siteId }) => transaction((tx) => weeks.freeWeek(tx, siteId, new Date())),
  }),
  "papers of a text": every(papers, [], {
    papersBeside: (archive) =>
      transaction((tx) =>
        papers.papersBeside(
          tx,
          { siteId: archive.siteId, id: one(archive) },
          { named: [1, 2], reference: "12/2026/QĐ-UBND", issuer: "Ủy ban nhân dân" },
        ),
      ),
  }),
  "what sections shall be called": every(renaming, ["writeProposal", "writeDropped"], {
    lastDeeds: ({ siteId }) => transaction((tx) => renaming.lastDeeds(tx, siteId)),
    administers: ({ siteId, people }) => transaction((tx) => renaming.administers(tx, siteId, people.reporter)),
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
  "what open pages are told": every(live, ["markNow"], {
    openEar: async (archive) => {
      const nobody = () => undefined;
      const ear = await live.openEar(nobody, nobody);
      await ear.look(await live.markNow(), [one(archive), updated(archive)]);
      ear.hangUp();
    },
    whoSees: async (archive) => {
      const { siteId, base } = archive;
      const everybody = Object.values(archive.people).map((personId) => ({ siteId, personId }));
      await live.whoSees(
        everybody,
        Array.from({ length: 20 }, (_, at) => base + 1 + at),
      );
    },
    anythingSince: async (archive) => live.anythingSince(reporterOf(archive), await live.markNow()),
    changeSince: (archive) => live.changeSince(reporterOf(archive), { documentId: one(archive), seq: 1, version: 1 }),
  }),
};
