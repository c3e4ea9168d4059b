import { createHash } from "node:crypto";
import type { Archive } from "#db/testing-archive.ts";
import { transaction } from "#db/transaction.ts";
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
import * as roles from "#features/roles/store.ts";
import { findStory } from "#features/workflow/story-store.ts";
import { askedInVain, every, one, reporterOf, type StoreAsks, updated } from "./testing-ask.ts";

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

/** What is asked about the people of a site, about mail to them, and about the questions of citizens. */
export const ASKED_OF_PEOPLE: Readonly<Record<string, StoreAsks>> = {
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
  "what somebody may do where": every(roles, ["holdsOn"], {
    rankAt: ({ siteId, people, large }) =>
      transaction((tx) => roles.rankAt(tx, people.reporter, { siteId, sectionId: large.id })),
    ranksIn: ({ siteId, people, large, small }) => roles.ranksIn(people.reporter, siteId, [null, large.id, small.id]),
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
};
