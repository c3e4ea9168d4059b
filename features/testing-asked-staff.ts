import { createHash } from "node:crypto";
import type { Archive } from "#db/testing-archive.ts";
import { transaction } from "#db/transaction.ts";
import * as deeds from "#features/files/deeds-store.ts";
import * as beside from "#features/library/beside-store.ts";
import * as collections from "#features/library/collections-store.ts";
import { fileFilterOf, LACKS, RIGHTS, USES } from "#features/library/filter.ts";
import * as going from "#features/library/going-store.ts";
import * as listed from "#features/library/list-store.ts";
import * as rights from "#features/library/rights-store.ts";
import * as library from "#features/library/store.ts";
import * as uses from "#features/library/uses-store.ts";
import * as live from "#features/live/store.ts";
import * as licences from "#features/mail/licences-store.ts";
import * as names from "#features/mail/names-store.ts";
import * as mail from "#features/mail/store.ts";
import * as whom from "#features/mail/whom-store.ts";
import * as links from "#features/people/links-store.ts";
import * as news from "#features/people/news-store.ts";
import * as notices from "#features/people/notices-store.ts";
import * as people from "#features/people/store.ts";
import * as questionLists from "#features/questions/desk-store.ts";
import * as asked from "#features/questions/reader-store.ts";
import * as questions from "#features/questions/store.ts";
import * as renaming from "#features/renaming/store.ts";
import * as roles from "#features/roles/store.ts";
import * as papers from "#features/sites/papers-store.ts";
import * as places from "#features/sites/places-store.ts";
import * as weeks from "#features/sites/weeks-store.ts";
import { findStory } from "#features/workflow/story-store.ts";
import {
  askedByEach,
  askedInVain,
  EVERYWHERE,
  every,
  FILM,
  fileOf,
  one,
  type StoreAsks,
  updated,
} from "./testing-ask.ts";

const reporterOf = ({ siteId, people: { reporter } }: Archive) => ({ siteId, personId: reporter });

/** Those of an editor, and of a reporter to whom half of them were given. */
const whoseQuestions = (archive: Archive) => [
  { ...reporterOf(archive), edits: true, writes: true },
  { ...reporterOf(archive), edits: false, writes: true },
];
/** Of the code of one of its questions. */
const CODE_HASH = createHash("sha256").update("code 12").digest("hex");

/** A message of the archive, by its number: the first one that was made. */
const MAIL = 1;

async function storyIn(archive: Archive, id: number) {
  const story = await transaction((tx) => findStory(tx, archive.siteId, id));
  if (!story) throw new Error("an article of an archive is there");
  return story;
}

/** The library as a whole, in its middle, and narrowed by each filter; words that no file has are looked for everywhere. */
const NARROWED: Partial<listed.Asked>[] = [
  ...[{}, { kind: "picture" as const }, { onlyUsable: true }, { from: "2015-01-01", until: "2015-01-31" }],
  ...(["after", "before"] as const).map((way) => ({ cursor: { way, at: "2016-01-01T00:00:00Z", id: 1 } })),
  ...USES.map((use) => ({ use })),
  ...LACKS.map((lack) => ({ lack })),
  { collectionId: 1 },
  ...RIGHTS.map((right) => ({ right })),
  ...[{ words: "khong co o dau" }, { words: "khong co o dau", use: "unused" as const }],
];

/** What is asked about the people of a site, of their messages and of what happens while they look. */
export const ASKED_OF_STAFF: Readonly<Record<string, StoreAsks>> = {
  "list of files": every(listed, [], {
    filesFound: async (archive) => {
      const { siteId, people } = archive;
      for (const asked of [...NARROWED, { personId: people.reporter }, { alike: fileOf(archive) }])
        await listed.filesFound(siteId, { ...fileFilterOf({}), ...asked });
    },
    countFound: async ({ siteId }) => {
      for (const asked of NARROWED) await listed.countFound(siteId, { ...fileFilterOf({}), ...asked });
    },
  }),
  "collections of files": every(
    collections,
    ["insertCollection", "addFiles", "takeFiles", "nameCollection", "dropCollection"],
    {
      collectionsOf: ({ siteId }) => collections.collectionsOf(siteId),
      collectionsWith: ({ siteId }) => collections.collectionsWith(siteId, [1, 2, 3]),
      lockCollection: ({ siteId }) => transaction((tx) => collections.lockCollection(tx, siteId, 1)),
      countCollections: ({ siteId }) => transaction((tx) => collections.countCollections(tx, siteId)),
      findByName: ({ siteId }) => transaction((tx) => collections.findByName(tx, siteId, "Lễ hội đình")),
      countFiles: () => transaction((tx) => collections.countFiles(tx, 1)),
    },
  ),
  "a file": every(library, ["keepWords"], {
    findChosen: ({ siteId }) => library.findChosen(siteId, [1, 2, 3]),
    lockChosen: ({ siteId }) => transaction((tx) => library.lockChosen(tx, siteId, [1, 2, 3])),
    findDetails: (archive) => library.findDetails(archive.siteId, fileOf(archive)),
    lockFile: (archive) => transaction((tx) => library.lockFile(tx, archive.siteId, fileOf(archive))),
    lastChange: () => transaction((tx) => library.lastChange(tx, 1)),
  }),
  "rights of a file": every(rights, ["keepRights"], {
    lockRights: (archive) => transaction((tx) => rights.lockRights(tx, archive.siteId, [fileOf(archive), EVERYWHERE])),
    lastSaid: () => transaction((tx) => rights.lastSaid(tx, 1)),
    rightsHistory: (archive) => rights.rightsHistory(archive.siteId, fileOf(archive)),
    lastOf: ({ siteId, people: { reporter } }) => rights.lastOf(siteId, reporter),
    endedLive: ({ siteId }) => rights.endedLive(siteId, 5),
  }),
  "where files go": every(going, ["forgetBinned"], {
    lockToGo: (archive) => transaction((tx) => going.lockToGo(tx, archive.siteId, fileOf(archive))),
    isNamed: (archive) =>
      transaction(async (tx) => {
        for (const sha256 of [fileOf(archive), EVERYWHERE]) await going.isNamed(tx, archive.siteId, sha256);
      }),
    findAsked: (archive) => transaction((tx) => going.findAsked(tx, archive.siteId, fileOf(archive))),
    binnedFiles: async ({ siteId }) => {
      for (const before of [null, { at: "2016-01-01T00:00:00Z", id: 1 }]) await going.binnedFiles(siteId, before, 49);
    },
    countBinned: ({ siteId }) => going.countBinned(siteId),
    waitingErasures: ({ siteId }) => going.waitingErasures(siteId),
    keptFromReaders: (archive) => going.keptFromReaders(updated(archive)),
    binnedLongAgo: () => going.binnedLongAgo(0, 200),
  }),
  "deeds about files": every(deeds, ["insertDeed"], {
    isErased: (archive) => deeds.isErased(archive.siteId, fileOf(archive)),
    erasedAmong: (archive) => deeds.erasedAmong(archive.siteId, [fileOf(archive), EVERYWHERE]),
    erasures: (archive) => deeds.erasures(fileOf(archive)),
    unswept: (archive) => transaction((tx) => deeds.unswept(tx, fileOf(archive))),
    countUnswept: () => deeds.countUnswept(),
    deedsOf: (archive) => deeds.deedsOf(archive.siteId, fileOf(archive)),
  }),
  "what belongs to a video": every(beside, [], {
    besideOf: async ({ siteId }) => {
      const [poster] = await beside.besideOf(siteId, FILM);
      // Too many texts name it for anybody to say that none shows it otherwise.
      if (poster?.sha256 !== EVERYWHERE || !poster.isApart) throw new Error("a poster that all texts name stays");
    },
  }),
  "uses of a file": every(uses, [], {
    usesOf: (archive) =>
      askedByEach(archive, async (ranks) => {
        await uses.usesOf(ranks, fileOf(archive), null);
        await uses.usesOf(ranks, EVERYWHERE, null);
        await uses.usesOf(ranks, EVERYWHERE, archive.base + 1_000);
      }),
  }),
  mail: every(mail, ["addOnce", "setMail", "noteTry", "choose", "isWanted"], {
    gather: (archive) =>
      askedInVain((tx) => mail.gather(tx, { ...reporterOf(archive), documentId: one(archive), kind: "published" })),
    holdMail: () => transaction((tx) => mail.holdMail(tx, MAIL)),
    inHandUntil: () => transaction((tx) => mail.inHandUntil(tx, MAIL, 60)),
    notBefore: () =>
      transaction(async (tx) => {
        const { mail: held } = await mail.holdMail(tx, MAIL);
        if (held) await mail.notBefore(tx, held);
      }),
    receiverOf: () =>
      transaction(async (tx) => {
        const { mail: held } = await mail.holdMail(tx, MAIL);
        if (held) await mail.receiverOf(tx, held);
      }),
    wantedBy: ({ people: { reporter } }) => transaction((tx) => mail.wantedBy(tx, reporter)),
    mailsOf: (archive) =>
      transaction(async (tx) => {
        for (const personId of Object.values(archive.people))
          for (const before of [null, 400]) await mail.mailsOf(tx, { siteId: archive.siteId, personId }, before, 31);
      }),
    envelopesOf: ({ siteId }) =>
      transaction(async (tx) => {
        for (const before of [null, 400]) await mail.envelopesOf(tx, siteId, before, 31);
      }),
  }),
  "licences that end": every(licences, [], {
    noticeLicences: () => askedInVain((tx) => licences.noticeLicences(tx)),
    toldOfLicences: ({ siteId }) => transaction((tx) => licences.toldOfLicences(tx, siteId, "2026-12-01")),
    endingFor: ({ siteId, people: { editor } }) =>
      transaction((tx) => licences.endingFor(tx, siteId, editor, "2026-12-01")),
  }),
  "whom mail is for": every(whom, ["switchedOn"], {
    decidersOn: async (archive) => {
      const story = await storyIn(archive, one(archive));
      await transaction((tx) => whom.decidersOn(tx, story));
    },
    lastStepOf: (archive) => transaction((tx) => whom.lastStepOf(tx, one(archive))),
    publishedIn: async (archive) => {
      const story = await storyIn(archive, updated(archive));
      await transaction((tx) => whom.publishedIn(tx, story));
    },
    liveTitleOf: (archive) => transaction((tx) => whom.liveTitleOf(tx, one(archive))),
    sitesOf: (archive) => transaction((tx) => whom.sitesOf(tx, [one(archive), updated(archive)])),
    askedAboutRole: () => transaction((tx) => whom.askedAboutRole(tx, 1)),
    askedAboutWayIn: ({ people: { editor } }) => transaction((tx) => whom.askedAboutWayIn(tx, editor)),
    askedAboutErasure: () => transaction((tx) => whom.askedAboutErasure(tx, 1)),
    fileAskedAbout: () => transaction((tx) => whom.fileAskedAbout(tx, 1)),
    isStillAsked: ({ people: { editor } }) =>
      transaction(async (tx) => {
        await whom.isStillAsked(tx, editor, { grantId: 1, linkId: null, fileEventId: null });
        await whom.isStillAsked(tx, editor, { grantId: null, linkId: null, fileEventId: 1 });
      }),
  }),
  "names that mail is of": every(names, [], {
    nameProposal: () => transaction((tx) => names.nameProposal(tx, 1)),
    askedAboutName: () => transaction((tx) => names.askedAboutName(tx, 1)),
    toldOfName: () => transaction((tx) => names.toldOfName(tx, 1)),
  }),
  news: every(news, ["putAway"], {
    newsOf: ({ siteId, people: { approver } }) => transaction((tx) => news.newsOf(tx, siteId, approver)),
  }),
  notices: every(notices, [], {
    rolesByTwo: ({ siteId }) => transaction((tx) => notices.rolesByTwo(tx, siteId)),
    resetsByTwo: ({ siteId }) => transaction((tx) => notices.resetsByTwo(tx, siteId)),
    peopleOfSite: ({ siteId }) => transaction((tx) => notices.peopleOfSite(tx, siteId)),
    administratorsOfSite: ({ siteId }) => transaction((tx) => notices.administratorsOfSite(tx, siteId)),
    rolesOfSite: ({ siteId }) => transaction((tx) => notices.rolesOfSite(tx, siteId)),
  }),
  // Their rows are as many as there are people.
  people: every(
    people,
    [
      ...(["lockOffice", "belongsTo", "addPerson", "nobodyIsThere", "queueForFirst", "switchPerson"] as const),
      ...(["addGrant", "lockGrant", "agreeToGrant", "endGrant", "somebodyCouldAnswer"] as const),
    ],
    {
      personByEmail: () => transaction((tx) => people.personByEmail(tx, "nguoi-1@luu-tru.example")),
      personOfSite: (archive) => transaction((tx) => people.personOfSite(tx, archive.siteId, archive.people.editor)),
      rolesOf: (archive) => transaction((tx) => people.rolesOf(tx, archive.people.editor)),
      countAdministrators: ({ siteId }) => transaction((tx) => people.countAdministrators(tx, siteId, 1)),
    },
  ),
  "ways in": every(
    links,
    [
      ...(["addLink", "spendLink", "voidLinksOf", "voidFirstLinks", "voidLink", "makeUsable"] as const),
      ...(["isAsked"] as const),
    ],
    {
      personOfLink: () => transaction((tx) => links.personOfLink(tx, "0".repeat(64))),
      lockLink: () => transaction((tx) => links.lockLink(tx, "0".repeat(64))),
      lockLinkOfSite: ({ siteId }) => transaction((tx) => links.lockLinkOfSite(tx, siteId, 1)),
    },
  ),
  places: every(places, [], {
    placesOf: (archive) => transaction((tx) => places.placesOf(tx, archive.siteId, one(archive))),
    aroundOf: ({ siteId }) => transaction((tx) => places.aroundOf(tx, siteId)),
  }),
  "what somebody may do where": every(roles, ["holdsOn"], {
    rankAt: ({ siteId, people, large }) =>
      transaction((tx) => roles.rankAt(tx, people.reporter, { siteId, sectionId: large.id })),
    ranksIn: ({ siteId, people, large, small }) => roles.ranksIn(people.reporter, siteId, [null, large.id, small.id]),
  }),
  "what sections shall be called": every(renaming, ["writeProposal", "writeDropped"], {
    lastDeeds: ({ siteId }) => transaction((tx) => renaming.lastDeeds(tx, siteId)),
    administers: ({ siteId, people }) => transaction((tx) => renaming.administers(tx, siteId, people.reporter)),
  }),
  "questions on the desk": every(questionLists, [], {
    findQuestions: async (archive) => {
      for (const whose of whoseQuestions(archive)) {
        for (const which of ["waiting", "all"] as const) {
          await questionLists.findQuestions(whose, which, null, 31);
          await questionLists.findQuestions(whose, which, 40, 31);
        }
      }
    },
    countWaiting: async (archive) => {
      for (const whose of whoseQuestions(archive)) await questionLists.countWaiting(whose, 100);
    },
    findQuestion: async (archive) => {
      for (const whose of whoseQuestions(archive)) await questionLists.findQuestion(whose, 12);
    },
    findDeeds: () => questionLists.findDeeds(12, 100),
    findWriters: ({ siteId }) => questionLists.findWriters(siteId),
  }),
  "questions by their codes": every(asked, ["insertQuestion"], {
    isKnown: ({ siteId }) => asked.isKnown(siteId, CODE_HASH),
    findByCode: ({ siteId }) => asked.findByCode(siteId, CODE_HASH),
  }),
  "questions that are handled": every(questions, ["insertDeed"], {
    holdQuestion: ({ siteId }) => transaction((tx) => questions.holdQuestion(tx, siteId, 12)),
    holdsAnywhere: ({ siteId, people: { reporter } }) =>
      transaction((tx) => questions.holdsAnywhere(tx, siteId, reporter, ["reporter"])),
    lastDeed: () => transaction((tx) => questions.lastDeed(tx, 12, ["closed", "reopened"])),
    answerAt: (archive) => transaction((tx) => questions.answerAt(tx, archive.siteId, one(archive))),
    answerOf: ({ siteId }) => transaction((tx) => questions.answerOf(tx, siteId, 12)),
    isWriterOf: (archive) => transaction((tx) => questions.isWriterOf(tx, one(archive), archive.people.reporter)),
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
