import { type Tx, transaction } from "#db/transaction.ts";
import { spellTexts } from "#features/drafts/ahead.ts";
import { hashOnScreen } from "#features/drafts/cut.ts";
import { type Known, knownBy, knownOfLive } from "#features/drafts/known.ts";
import { kindOf } from "#features/kinds/kinds.ts";
import { withOwn } from "#features/text/carried.ts";
import { upgradeContent } from "#features/text/content.ts";
import type { Gap, GapFacts } from "#features/text/gaps.ts";
import { type Content, titleOf } from "#features/text/kind.ts";
import { askerOf } from "#features/workflow/asker.ts";
import { authorsOf, type EyesOnText, eyesOn, senderDecidesOn } from "#features/workflow/eyes.ts";
import { emergencyOf, type Signature, signaturesOf } from "#features/workflow/eyes-store.ts";
import { fourEyes, isWantedAsSecond, othersWordsWait } from "#features/workflow/four-eyes.ts";
import { includes, type Move } from "#features/workflow/machine.ts";
import { type Asker, maySee, movesOpenTo, permitTyping } from "#features/workflow/policy.ts";
import { gapFactsOf, gapsOf } from "#features/workflow/readiness.ts";
import { namesOf, revisionText } from "#features/workflow/store.ts";
import type { Story } from "#features/workflow/story.ts";
import { findStory } from "#features/workflow/story-store.ts";
import { decidingRank } from "#features/workflow/who-may.ts";
import { Refusal } from "#lib/refusal.ts";
import {
  type Circumstances,
  circumstancesOf,
  type HistoryLine,
  historyOf,
  type Version,
  versionsOf,
} from "./document-store.ts";
import type { AtSite } from "./lists-store.ts";

/** Everything the desk shows of one document to one person. */
export type DeskDocument = {
  number: number;
  story: Pick<Story, "document" | "open" | "lastClosed" | "writers">;
  /**
   * The open text; of a discarded first draft the last one. Null when only readers' text is there. `savedBy`: whose words
   * came last, null where nobody has typed any.
   */
  text: { content: Content; title: string; version: number; savedAt: Date; savedBy: number | null } | null;
  /** What stands for the open text: this very hash is what an approval is of. */
  hash: string | null;
  /** The text of the article that this person knows: what changed since is shown before they sign the open one. */
  known: Known | null;
  live: LiveText | null;
  moves: Move[];
  /** Null when this person may type now, else why not. */
  frozen: string | null;
  isApprover: boolean;
  /** Approver where readers find the article as well, where an open text would move it. */
  decides: boolean;
  /** It was given to this person, or their words are in it. */
  isMine: boolean;
  gaps: Gap[];
  gapFacts: GapFacts;
  eyes: EyesView | null;
  about: Circumstances;
  /** What this person's pressing "restore" would do: bring it back, be the first of two, or nothing, for they have agreed. */
  restoring: "at_once" | "first_of_two" | "agreed";
  history: HistoryLine[];
  /** The first line, counted from the oldest, that is not what was written then; null when all are. */
  brokenAt: number | null;
  versions: Version[];
  names: ReadonlyMap<number, string>;
};

/** What readers have, or had last: everybody whose words it holds, who confirmed it, and why it went out in an emergency, if it did. */
export type LiveText = {
  revisionId: number;
  hash: string;
  title: string;
  contributors: number[];
  signatures: Signature[];
  emergency: { reason: string; countersigned: boolean } | null;
  /** The text of it that this person knows. */
  known: Known | null;
};

type EyesView = EyesOnText & {
  /** The confirmations of this very text, as they are on record. */
  signatures: Signature[];
  /** Whether it would be approved if this person approved it now. */
  wouldHold: boolean;
  /** Whose words would still wait for somebody else then. */
  stillWaiting: number[];
  /** Whether nobody but whoever sent it would have confirmed it then. */
  sentAlone: boolean;
  mine: boolean;
  /** This person's approval would be the one that four eyes ask for: they confirm by approving. */
  decides: boolean;
  /** Somebody else's words wait, and this person has not confirmed them. */
  othersWait: boolean;
  /** An approver sent the text, and somebody else, such as this person, has to confirm it beside them. */
  senderWaits: boolean;
};

/** @returns null when the site has no such document, or not for this person */
export async function deskDocument(staff: AtSite, documentId: number): Promise<DeskDocument | null> {
  await spellTexts(staff, documentId);
  return transaction(async (tx) => {
    const story = await findStory(tx, staff.siteId, documentId);
    if (!story) return null;
    const asker = await askerOf(tx, staff, story);
    if (asker.kind === "clock" || !maySee(asker)) return null;
    const edition = story.open ?? story.lastClosed;
    const { lines: history, brokenAt } = await historyOf(tx, documentId);
    const versions = await versionsOf(tx, documentId);
    const eyes = await eyesOn(tx, story);
    const gapFacts = await gapFactsOf(tx, story);
    const about = await circumstancesOf(tx, story.document, edition?.id ?? 0);
    const live = await liveOf(tx, asker.personId, story);
    const signatures =
      eyes && story.lastRevision && eyes.confirmedBy.length > 0 ? await signaturesOf(tx, story.lastRevision.id) : [];
    const signed = [...signatures, ...(live?.signatures ?? [])];
    const names = await namesIn(tx, story, history, versions, [
      ...(eyes?.contributors ?? []),
      ...(live?.contributors ?? []),
      ...signed.flatMap(({ personId, forPersonId }) => [personId, forPersonId]),
    ]);
    return {
      number: documentId,
      story: { document: story.document, open: story.open, lastClosed: story.lastClosed, writers: story.writers },
      text: textOf(story, about),
      hash: story.open ? await hashOnScreen(story) : null,
      known: await knownBy(tx, asker.personId, story),
      live,
      moves: movesOpenTo(asker, story),
      frozen: whyFrozen(asker, story),
      isApprover: includes(asker.rank, "approver"),
      decides: includes(decidingRank(asker), "approver"),
      isMine: asker.isWriter || (eyes?.contributors.includes(asker.personId) ?? false),
      gaps: gapsOf(story, gapFacts),
      gapFacts,
      eyes: eyes && { ...viewOf(eyes, asker, story, await senderDecidesOn(tx, story)), signatures },
      about,
      restoring: restoringBy(staff.personId, about),
      history,
      brokenAt,
      versions,
      names,
    };
  });
}

type Person = Extract<Asker, { kind: "person" }>;

/** What an update carries from the text it began from is not its own: what is written and looked at begins without it. */
function textOf({ open, document, buffer, lastRevision }: Story, { before }: Circumstances) {
  if (!buffer || (!open && document.visibility !== "never_live")) return null;
  const kind = kindOf(document);
  return {
    content: withOwn(kind, buffer.content, before),
    title: titleOf(kind, buffer.content),
    version: buffer.version,
    savedAt: buffer.savedAt,
    savedBy: buffer.unkeptBy[0] ?? lastRevision?.writers[0] ?? null,
  };
}

async function liveOf(tx: Tx, personId: number, story: Story): Promise<LiveText | null> {
  const { document } = story;
  if (document.lastLiveRevisionId === null) return null;
  const text = await revisionText(tx, document.id, document.lastLiveRevisionId);
  if (!text) return null;
  const kind = kindOf(document);
  const title = text.content === null ? "" : titleOf(kind, upgradeContent(kind, text.content, text.contentVersion));
  return {
    ...{ revisionId: text.id, hash: text.contentHash, title },
    contributors: await authorsOf(tx, text.id),
    signatures: await signaturesOf(tx, text.id),
    emergency: await emergencyOf(tx, text.id),
    known: await knownOfLive(tx, personId, story),
  };
}

function restoringBy(personId: number, { withdrawnReason, restoreAgreedBy }: Circumstances): DeskDocument["restoring"] {
  if (withdrawnReason !== "authority") return "at_once";
  if (restoreAgreedBy.includes(personId)) return "agreed";
  return restoreAgreedBy.length === 0 ? "first_of_two" : "at_once";
}

function whyFrozen(asker: Person, story: Story): string | null {
  try {
    permitTyping(asker, story);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.sentence;
    throw error;
  }
}

/** The same rule as at the press, asked with this person's approval added. */
function viewOf(eyes: EyesOnText, asker: Person, story: Story, senderDecides: boolean): Omit<EyesView, "signatures"> {
  const me = asker.personId;
  const sentBy = story.open?.submittedBy ?? null;
  const startedBy = story.open?.openedBy ?? 0;
  const people = { contributors: eyes.contributors, startedBy, sentBy, strict: story.strict };
  const approval = { personId: me, forPersonId: null, isApprover: includes(decidingRank(asker), "approver") };
  const { holds, unconfirmed, sentAlone } = fourEyes(people, [...eyes.confirmedBy, approval]);
  return {
    ...eyes,
    wouldHold: holds,
    stillWaiting: unconfirmed,
    sentAlone,
    decides: fourEyes(people, [approval]).approverConfirmed,
    mine: eyes.contributors.includes(me),
    othersWait: othersWordsWait(eyes, me),
    senderWaits: isWantedAsSecond(eyes, me, { sentBy, senderDecides }),
  };
}

async function namesIn(
  tx: Tx,
  story: Story,
  history: HistoryLine[],
  versions: Version[],
  more: readonly (number | null)[],
) {
  const { document, open, buffer, lastRevision, writers } = story;
  const said = history.flatMap(({ actorId, happening }) =>
    happening.kind === "moved" ? [actorId, happening.toPerson, happening.forPerson] : [actorId],
  );
  const ids = new Set(
    [
      ...[...said, ...versions.flatMap((version) => version.writers), ...writers, ...more],
      ...[
        document.owedBy,
        open?.openedBy,
        open?.submittedBy,
        ...(buffer?.unkeptBy ?? []),
        ...(lastRevision?.writers ?? []),
      ],
    ].filter((id) => typeof id === "number"),
  );
  const names = await namesOf(tx, [...ids]);
  return new Map([...ids].map((id, at) => [id, names[at] ?? ""]));
}
