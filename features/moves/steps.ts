import { cut, hashOnScreen } from "#features/drafts/cut.ts";
import { type Known, knownBy, NOTHING, sinceOf } from "#features/drafts/known.ts";
import { fillSlug, openUpdate } from "#features/drafts/open.ts";
import { kindOf } from "#features/kinds/kinds.ts";
import { goLive } from "#features/publishing/go-live.ts";
import { endSchedule } from "#features/publishing/schedule-store.ts";
import { upgradeContent } from "#features/text/content.ts";
import type { Content } from "#features/text/kind.ts";
import { eyesOn } from "#features/workflow/eyes.ts";
import { hasConfirmed } from "#features/workflow/eyes-store.ts";
import { puttingOff } from "#features/workflow/policy.ts";
import { applyMove, insertApproval, namesOf, remember, revisionText } from "#features/workflow/store.ts";
import type { RevisionMark } from "#features/workflow/story.ts";
import { findStory } from "#features/workflow/story-store.ts";
import { SENT_IT, STARTED_IT } from "#features/workflow/why-not.ts";
import { Refusal } from "#lib/refusal.ts";
import { by, type Doing, edition } from "./doing.ts";
import { askForShare } from "./share.ts";

/** A revision with its text. */
type Text = {
  id: number;
  contentHash: string;
  /** In the shape of today. */
  content: Content;
  /** As it was signed. */
  kept: Content;
};

/** The refusal of a move that was pressed on an older text than the one that is there. */
export function stale(): Refusal {
  return new Refusal(
    "out_of_date",
    "Nội dung đã thay đổi so với bản đang xem; cần mở lại trang và xem lại trước khi bấm.",
  );
}

/** Cuts the text as it would go out: with its address, which comes from the headline when nobody typed one. */
export async function cutFilled(doing: Doing): Promise<RevisionMark> {
  const { tx, permit } = doing;
  return cut(tx, permit, await fillSlug(tx, permit, doing.story), "move");
}

/** Cuts the text and makes sure that it is the one on the person's screen. */
export async function cutAsShown(doing: Doing): Promise<RevisionMark> {
  if ((await hashOnScreen(doing.story)) !== doing.said.hash) throw stale();
  return asSigned(doing, await cutFilled(doing));
}

/** What was cut, or lay there, is what the screen showed: a row says what it holds, and its hash what was signed. */
function asSigned({ said }: Doing, text: RevisionMark): RevisionMark {
  if (text.contentHash !== said.hash) throw stale();
  return text;
}

/** The same for who signs it: with it they were shown what changed since the text that they know. */
export async function cutAsCompared(doing: Doing): Promise<RevisionMark> {
  if ((await hashOnScreen(doing.story)) !== doing.said.hash) throw stale();
  const known = await knownBy(doing.tx, by(doing), doing.story);
  // A second press of the same confirmation adds nothing.
  const repeats = doing.permit.move === "confirm" && known?.because === "confirmed" && known.hash === doing.said.hash;
  if (!repeats) refuseOldBase(doing, known);
  return asSigned(doing, await cutFilled(doing));
}

/** @throws {Refusal} `out_of_date` when what changed was shown from another text than the one this person knows now */
export function refuseOldBase({ said }: Doing, known: Known | null): void {
  if (said.since === sinceOf(known)) return;
  throw new Refusal(
    "out_of_date",
    "Những thay đổi trên trang được so với một bản không còn là bản gần nhất mà người bấm đã viết hoặc xác nhận; cần mở lại trang và xem lại thay đổi trước khi bấm.",
  );
}

/** What the history keeps of the text from which what changed was shown. */
export function sinceSaid({ said }: Doing): { since?: string } {
  return said.since === undefined || said.since === NOTHING ? {} : { since: said.since };
}

/** The text that was approved; the person looks at that very one. */
export async function approvedAsShown(doing: Doing): Promise<Text> {
  const text = await approvedText(doing);
  if (text.contentHash !== doing.said.hash) throw stale();
  return text;
}

export async function approvedText(doing: Doing): Promise<Text> {
  return textOf(doing, edition(doing).approvedRevisionId);
}

export async function liveText(doing: Doing): Promise<Text> {
  return textOf(doing, doing.story.document.liveRevisionId);
}

export async function lastLiveText(doing: Doing): Promise<Text> {
  return textOf(doing, doing.story.document.lastLiveRevisionId);
}

export async function textOf({ tx, permit, story }: Doing, revisionId: number | null): Promise<Text> {
  const text = revisionId === null ? null : await revisionText(tx, permit.documentId, revisionId);
  if (!text) throw new Error(`document ${permit.documentId} lacks the text that "${permit.move}" is about`);
  if (text.content === null)
    throw new Refusal("wrong_state", "Nội dung của phiên bản này đã được xóa vĩnh viễn theo yêu cầu.");
  const content = upgradeContent(kindOf(story.document), text.content, text.contentVersion);
  return { id: text.id, contentHash: text.contentHash, content, kept: text.content };
}

/** Records what the move confirms of one hash; the same person's second one for the same text adds nothing. */
export async function sign(doing: Doing, { id, contentHash }: Pick<Text, "id" | "contentHash">): Promise<void> {
  const { tx, permit, said } = doing;
  const { signs: kind } = permit.rule;
  const forPersonId = kind === "confirm" || kind === "approve" ? (said.forPersonId ?? null) : null;
  const before = kind && kind !== "restore" ? { revisionId: id, personId: by(doing), forPersonId, kind } : null;
  if (before && (await hasConfirmed(tx, before))) return;
  await insertApproval(tx, permit, { revisionId: id, contentHash, forPersonId });
}

/** @throws {Refusal} naming whose words still wait for somebody else's confirmation */
export async function refuseWithoutFourEyes(doing: Doing, text: RevisionMark): Promise<void> {
  const { tx, story } = doing;
  const now = await findStory(tx, story.document.siteId, story.document.id);
  const eyes = now && (await eyesOn(tx, now));
  if (eyes?.holds) return;
  if (!eyes || now?.lastRevision?.id !== text.id) throw stale();
  if (eyes.unconfirmed.length > 0) {
    const names = await namesOf(tx, eyes.unconfirmed);
    throw new Refusal(
      "not_allowed",
      `Người đã viết hoặc sửa bài không được duyệt bài đó. Còn chờ người khác xác nhận nội dung của: ${names.join(", ")}.`,
    );
  }
  if (eyes.approverConfirmed) throw new Refusal("not_allowed", SENT_IT);
  const sentence = story.strict
    ? "Chuyên mục này yêu cầu người duyệt không mở lần đăng và không viết, không sửa bài."
    : STARTED_IT;
  throw new Refusal("not_allowed", sentence);
}

/** Closes the edition as published and points readers at its text. */
export async function publishText(doing: Doing, text: Text) {
  await applyMove(doing.tx, doing.permit, {
    ...{ outcome: "published", publishedRevisionId: text.id },
    ...{ closedAt: doing.story.now, closedBy: doing.permit.by },
  });
  await wentLive(doing, text);
  return { facts: { hash: text.contentHash, visibility: "live" as const } };
}

export async function wentLive(doing: Doing, text: Text): Promise<void> {
  await goLive(doing.tx, doing.permit, text);
  await rememberLive(doing, text);
}

export async function rememberLive({ tx, permit, story: { document } }: Doing, text: Text): Promise<void> {
  await askForShare(tx, document);
  await remember(tx, permit, { kind: "went_live", revision: text.id, hash: text.contentHash });
}

/** Opens an update that begins from what was live last. */
export async function reopen(doing: Doing, purpose: "revise" | "correct" | "objection"): Promise<void> {
  await openUpdate(doing.tx, doing.permit, { purpose, from: await lastLiveText(doing) });
}

/**
 * A text that is taken from readers does not come back by the clock: what was scheduled waits, approved.
 * @returns the state it waits in; undefined when nothing was scheduled
 */
export async function putOff({ tx, permit }: Doing): Promise<"approved" | undefined> {
  if (permit.from !== "scheduled") return undefined;
  await endSchedule(tx, permit, "cancelled");
  await applyMove(tx, puttingOff(permit), {});
  return "approved";
}

export async function refuseBadMerge({ tx, story }: Doing, intoId: number): Promise<void> {
  const into = intoId === story.document.id ? null : await findStory(tx, story.document.siteId, intoId);
  if (into?.document.visibility !== "live" || into.document.kind !== story.document.kind)
    throw new Refusal("bad_input", "Bài được gộp vào phải là một bài khác đang đăng.");
}
