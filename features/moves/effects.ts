import { cut } from "#features/drafts/cut.ts";
import { knownOfLive } from "#features/drafts/known.ts";
import { openDraftFrom } from "#features/drafts/open.ts";
import { kindOf } from "#features/kinds/kinds.ts";
import { changeForReaders } from "#features/publishing/go-live.ts";
import { endSchedule, insertSchedule } from "#features/publishing/schedule-store.ts";
import { restorersOf } from "#features/workflow/eyes-store.ts";
import type { Happening } from "#features/workflow/history.ts";
import type { DocumentMove } from "#features/workflow/machine.ts";
import { forCopy, inOwedEdition } from "#features/workflow/policy.ts";
import { refuseWithoutRights } from "#features/workflow/readiness.ts";
import { isReturnReason, isWithdrawalReason } from "#features/workflow/reasons.ts";
import {
  applyMove,
  canSignIn,
  type EditionChange,
  giveTo,
  mayWriteSomewhere,
  NEVER_SIGNED_IN,
  owedEdition,
  takeFrom,
} from "#features/workflow/store.ts";
import { Refusal } from "#lib/refusal.ts";
import { by, type Doing } from "./doing.ts";
import {
  approvedAsShown,
  approvedText,
  cutAsCompared,
  cutAsShown,
  cutFilled,
  lastLiveText,
  liveText,
  publishText,
  putOff,
  refuseBadMerge,
  refuseOldBase,
  refuseWithoutFourEyes,
  rememberLive,
  reopen,
  sign,
  sinceSaid,
  stale,
  textOf,
  wentLive,
} from "./steps.ts";

/** What a move does once it is permitted: its rows, beside the event that every move writes. */
type Effect = (doing: Doing) => Promise<Outcome>;
/** Facts for the event (`visibility` when the move changes it), and the article that the move made, if any. */
type Outcome = { facts?: Partial<Extract<Happening, { kind: "moved" }>>; madeDocumentId?: number };

const OPEN_AGAIN: EditionChange = { approvedRevisionId: null };

export const EFFECTS: Record<DocumentMove, Effect> = {
  async submit(doing) {
    const text = await cutFilled(doing);
    await step(doing, { submittedBy: by(doing), submittedAt: doing.story.now });
    return { facts: { hash: text.contentHash, words: doing.said.answer || undefined } };
  },

  async take_back(doing) {
    await step(doing, {});
    return {};
  },

  async return(doing) {
    const { reason = "", words } = doing.said;
    if (!isReturnReason(reason)) throw new Refusal("bad_input", "Lý do trả lại không có trong danh sách.");
    const text = await cut(doing.tx, doing.permit, doing.story, "move");
    await endSchedule(doing.tx, doing.permit, "cancelled");
    await step(doing, { ...OPEN_AGAIN, returnedRevisionId: text.id, returnReason: reason, returnWords: words ?? "" });
    return { facts: { reason, words, hash: text.contentHash } };
  },

  async refuse(doing) {
    const text = await cut(doing.tx, doing.permit, doing.story, "move");
    await close(doing, { outcome: "refused" });
    return { facts: { reason: doing.said.reason, hash: text.contentHash } };
  },

  async confirm(doing) {
    const text = await cutAsCompared(doing);
    await sign(doing, text);
    return { facts: { hash: text.contentHash, ...sinceSaid(doing) } };
  },

  async approve(doing) {
    const text = await cutAsCompared(doing);
    await sign(doing, text);
    await refuseWithoutFourEyes(doing, text);
    await step(doing, { approvedRevisionId: text.id });
    return { facts: { hash: text.contentHash, ...sinceSaid(doing) } };
  },

  async cancel_approval(doing) {
    await step(doing, OPEN_AGAIN);
    return {};
  },

  async schedule(doing) {
    const { at } = doing.said;
    const text = await approvedAsShown(doing);
    if (!at || at <= doing.story.now) throw new Refusal("bad_input", "Giờ hẹn đăng phải ở sau lúc này.");
    // Whoever sets the hour hears now what the clock would meet then.
    await refuseWithoutRights(doing.tx, doing.story, text.content, at);
    await insertSchedule(doing.tx, doing.permit, { revisionId: text.id, dueAt: at });
    await step(doing, {});
    return { facts: { at: at.toISOString(), hash: text.contentHash } };
  },

  async unschedule(doing) {
    await endSchedule(doing.tx, doing.permit, "cancelled");
    await step(doing, {});
    // Said with it when another hour is set in the same press.
    return { facts: { at: doing.said.at?.toISOString() } };
  },

  async miss(doing) {
    await endSchedule(doing.tx, doing.permit, "failed");
    await step(doing, {});
    return { facts: { reason: doing.said.reason } };
  },

  async publish(doing) {
    return publishText(doing, await approvedAsShown(doing));
  },

  async go_live(doing) {
    const text = await approvedText(doing);
    const out = await publishText(doing, text);
    await endSchedule(doing.tx, doing.permit, "done");
    return out;
  },

  async emergency_publish(doing) {
    const text = await cutAsShown(doing);
    await sign(doing, text);
    await close(doing, { outcome: "published", publishedRevisionId: text.id, emergencyReason: doing.said.reason });
    await wentLive(doing, await textOf(doing, text.id));
    return { facts: { reason: doing.said.reason, hash: text.contentHash, visibility: "live" } };
  },

  async countersign(doing) {
    const live = await liveText(doing);
    if (live.contentHash !== doing.said.hash) throw stale();
    refuseOldBase(doing, await knownOfLive(doing.tx, by(doing), doing.story));
    await sign(doing, live);
    const owed = await owedEdition(doing.tx, doing.permit.documentId, live.id);
    if (owed === null) throw new Error(`document ${doing.permit.documentId} owes for a text no edition published`);
    const now = doing.story.now;
    await applyMove(doing.tx, inOwedEdition(doing.permit, owed), {
      ...{ countersignedAt: now, countersignedBy: by(doing) },
    });
    await changeForReaders(doing.tx, doing.permit, { owedSince: null, owedBy: null });
    return { facts: { hash: live.contentHash, ...sinceSaid(doing) } };
  },

  async object(doing) {
    const { reason } = doing.said;
    if (doing.story.open) return { facts: { reason } };
    await reopen(doing, "objection");
    return { facts: { reason, to: "draft" } };
  },

  async revise(doing) {
    await reopen(doing, "revise");
    return {};
  },

  async correct(doing) {
    await reopen(doing, "correct");
    return {};
  },

  async hide(doing) {
    const to = await putOff(doing);
    const hiddenAt = doing.story.now;
    const { reason } = doing.said;
    await changeForReaders(doing.tx, doing.permit, {
      ...{ visibility: "hidden", liveRevisionId: null, hiddenAt, hiddenReason: reason },
    });
    return { facts: { reason, to, visibility: "hidden" } };
  },

  async withdraw(doing) {
    const { reason = "", words, mergedIntoId } = doing.said;
    if (!isWithdrawalReason(reason)) throw new Refusal("bad_input", "Lý do gỡ bài không có trong danh sách.");
    if ((reason === "merged") !== (mergedIntoId !== undefined)) {
      throw new Refusal("bad_input", "Gỡ vì đã gộp vào bài khác thì phải chọn bài đó, và chỉ khi đó.");
    }
    if (mergedIntoId !== undefined) await refuseBadMerge(doing, mergedIntoId);
    const to = await putOff(doing);
    await changeForReaders(doing.tx, doing.permit, {
      ...{ visibility: "withdrawn", liveRevisionId: null, hiddenAt: null, hiddenReason: null },
      ...{ withdrawnAt: doing.story.now, withdrawnReason: reason, mergedIntoId: mergedIntoId ?? null },
    });
    return { facts: { reason, words, to, article: mergedIntoId, visibility: "withdrawn" } };
  },

  async restore(doing) {
    const { document } = doing.story;
    const text = await lastLiveText(doing);
    await refuseWithoutRights(doing.tx, doing.story, text.content, doing.story.now);
    await sign(doing, text);
    const agreed = await restorersOf(doing.tx, document);
    if (agreed && agreed.length < 2) return { facts: { hash: text.contentHash, visibility: document.visibility } };
    await changeForReaders(doing.tx, doing.permit, {
      ...{ visibility: "live", liveRevisionId: text.id, hiddenAt: null, hiddenReason: null },
      ...{ withdrawnAt: null, withdrawnReason: null, mergedIntoId: null },
    });
    await rememberLive(doing, text);
    return { facts: { hash: text.contentHash, visibility: "live" } };
  },

  async discard(doing) {
    await cut(doing.tx, doing.permit, doing.story, "move");
    await close(doing, { outcome: "discarded" });
    return {};
  },

  async recover(doing) {
    await step(doing, { outcome: null, closedAt: null, closedBy: null });
    return {};
  },

  async hand_over(doing) {
    const { toPersonId } = doing.said;
    const { document, writers } = doing.story;
    if (!toPersonId || !(await mayWriteSomewhere(doing.tx, toPersonId, document.siteId))) {
      throw new Refusal("bad_input", "Người nhận bàn giao không có vai trò nào trên trang này.");
    }
    const leaves = writers.includes(by(doing)) && toPersonId !== by(doing);
    if (writers.includes(toPersonId) && !leaves)
      throw new Refusal("bad_input", "Bài đang ở chính người này; cần chọn người khác.");
    if (!(await canSignIn(doing.tx, toPersonId))) throw new Refusal("bad_input", NEVER_SIGNED_IN);
    await giveTo(doing.tx, doing.permit, toPersonId);
    if (leaves) await takeFrom(doing.tx, doing.permit, by(doing));
    return { facts: { toPerson: toPersonId } };
  },

  async duplicate(doing) {
    const { document, open, buffer } = doing.story;
    const isWritten = open !== null || document.lastLiveRevisionId === null;
    const from = isWritten && buffer ? buffer.content : (await lastLiveText(doing)).content;
    const kind = kindOf(document);
    const left = Object.fromEntries(kind.notCopied.map((field) => [field, kind.bare[field as never]]));
    const made = await openDraftFrom(doing.tx, forCopy(doing.permit), { content: { ...from, ...left } });
    return { facts: { article: made.documentId }, madeDocumentId: made.documentId };
  },
};

function step(doing: Doing, change: EditionChange): Promise<void> {
  return applyMove(doing.tx, doing.permit, change);
}

async function close(doing: Doing, change: EditionChange): Promise<void> {
  await step(doing, { ...change, closedAt: doing.story.now, closedBy: doing.permit.by });
}
