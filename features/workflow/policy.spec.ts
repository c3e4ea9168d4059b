import { describe, expect, test } from "vitest";
import type { Tx } from "#db/transaction.ts";
import { cut } from "#features/drafts/cut.ts";
import { writeBuffer } from "#features/drafts/store.ts";
import { closeBatch } from "#features/importing/batch-store.ts";
import { insertBatch, insertImport, insertRedirect } from "#features/importing/store.ts";
import { article } from "#features/kinds/article.ts";
import { changeForReaders, goLive } from "#features/publishing/go-live.ts";
import { changeLive, pointAt } from "#features/publishing/live-store.ts";
import { insertSchedule } from "#features/publishing/schedule-store.ts";
import { emptyContent } from "#features/text/content.ts";
import { shownOf } from "#features/text/kind.ts";
import desk from "#messages/vi/desk.json" with { type: "json" };
import type { Move, State, Visibility } from "./machine.ts";
import * as policy from "./policy.ts";
import { applyMove, giveTo, insertApproval, insertDocument, insertEdition, remember } from "./store.ts";
import type { Story } from "./story.ts";
import { isTheirs } from "./who-may.ts";

/** Nothing gets as far as the database here. */
const tx = {} as Tx;

const approver: policy.Asker = { kind: "person", personId: 3, rank: 3, liveRank: 3, isWriter: true, sees: true };

function aStory(state: State | null, visibility: Visibility = "never_live"): Story {
  const edition = { id: 20, state: state ?? "closed", openedBy: 1 };
  return {
    ...{ document: { id: 10, siteId: 1, kind: "article", visibility }, writers: [3] },
    ...{ open: state && edition, lastClosed: state ? null : edition, now: new Date(0) },
  } as unknown as Story;
}

const granted = (move: Move, state: State | null, visibility?: Visibility) =>
  policy.permit(approver, move, aStory(state, visibility));

describe("a permit", () => {
  test("is built by the policy alone: neither in a literal nor by changing another one", () => {
    const submit = granted("submit", "draft");
    // @ts-expect-error a literal is no permit
    const built: policy.Permit = { siteId: 1, documentId: 10, kind: "article", editionId: 20, by: 3 };
    // @ts-expect-error a changed permit is none
    const changed: policy.MovePermit = { ...submit, to: "approved" };
    expect([built.editionId, changed.to]).toEqual([20, "approved"]);
  });

  test("to type moves nothing, and a permit on a document begins no other", () => {
    const typing = policy.permitTyping({ ...approver, kind: "person" }, aStory("draft"));
    // @ts-expect-error whoever may type has not been asked whether they may move
    const moving: policy.MovePermit = typing;
    // @ts-expect-error whoever may type here has not been asked whether they may begin something
    const starting: policy.StartPermit = typing;
    expect([moving.documentId, starting.siteId]).toEqual([10, 1]);
  });

  test("to type in what somebody has sent is refused with the way back to it, and to others without one", () => {
    const typing = (isWriter: boolean) => () =>
      policy.permitTyping({ ...approver, kind: "person", rank: 1, isWriter }, aStory("in_review"));
    expect(typing(true)).toThrow(`Bài đã gửi duyệt; muốn sửa tiếp, bấm “${desk.presses.take_back}”.`);
    expect(typing(false)).toThrow("Không có quyền sửa bài này lúc này.");
  });

  test("cannot be left out of any write", () => {
    const of = { revisionId: 1, contentHash: "", forPersonId: null };
    const text = { content: emptyContent(article), digest: "" };
    const writes = [
      // @ts-expect-error
      () => applyMove(tx, {}),
      // @ts-expect-error
      () => insertApproval(tx, of),
      // @ts-expect-error
      () => insertSchedule(tx, { documentId: 10, revisionId: 1, dueAt: new Date(0) }),
      // @ts-expect-error
      () => changeForReaders(tx, { visibility: "hidden" }),
      // @ts-expect-error
      () => goLive(tx, { id: 1, content: text.content }),
      // @ts-expect-error
      () => writeBuffer(tx, { ...text, unkeptBy: [] }),
      // @ts-expect-error
      () => cut(tx, aStory("draft"), "move"),
      // @ts-expect-error
      () => insertEdition(tx, { purpose: "first", baseRevisionId: null }),
      // @ts-expect-error
      () => insertDocument(tx, { importedViews: 0, migrated: false }),
      // @ts-expect-error
      () => giveTo(tx, 10, 3),
      // @ts-expect-error
      () => remember(tx, { kind: "imported", file: "", textHash: "" }),
      // @ts-expect-error
      () => insertBatch(tx, { siteId: 1, by: 3 }),
      // @ts-expect-error
      () => insertImport(tx, { textHash: "", fileName: "", batchId: null }),
      // @ts-expect-error
      () => insertRedirect(tx, "/cu/1.html"),
      // @ts-expect-error
      () => closeBatch(tx, { siteId: 1, batchId: 1, by: 3 }),
    ];
    expect(writes).toHaveLength(15);
  });

  test("is for the edition that was looked at, and none is written in without one", async () => {
    const other = { ...aStory("draft"), open: { ...aStory("draft").open, id: 21 } } as Story;
    await expect(cut(tx, granted("submit", "draft"), other, "move")).rejects.toThrow("no permit for what is open");
    await expect(applyMove(tx, granted("revise", null, "live"), {})).rejects.toThrow("is for no edition");
    expect(() => policy.inEdition(granted("submit", "draft"), 21)).toThrow("opens no other one");
    expect(policy.inEdition(granted("revise", null, "live"), 21).editionId).toBe(21);
  });
});

describe("a move writes what its rule says and nothing else", () => {
  const of = { revisionId: 1, contentHash: "", forPersonId: null };

  test("one that confirms nothing leaves no confirmation", async () => {
    await expect(insertApproval(tx, granted("submit", "draft"), of)).rejects.toThrow("confirms nothing");
  });

  test("one that sets no hour leaves no schedule", async () => {
    const at = { revisionId: 1, dueAt: new Date(0) };
    await expect(insertSchedule(tx, granted("publish", "approved"), at)).rejects.toThrow("sets no hour");
  });

  test("readers get by it what it makes them get", async () => {
    const shown = shownOf(article, emptyContent(article));
    await expect(pointAt(tx, granted("hide", null, "live"), 1, shown)).rejects.toThrow("makes no document live");
    const hidden = changeLive(tx, granted("publish", "approved"), { visibility: "hidden" });
    await expect(hidden).rejects.toThrow("makes no document hidden");
  });

  test("only a duplicate begins another document, and only what answers for an emergency touches a closed edition", () => {
    expect(policy.forCopy(granted("duplicate", "draft"))).toEqual({
      siteId: 1,
      kind: "article",
      by: 3,
      sisterOfId: null,
    });
    expect(() => policy.forCopy(granted("submit", "draft"))).toThrow("begins no other document");
    expect(() => policy.inOwedEdition(granted("hide", null, "live"), 20)).toThrow("answers for no emergency");
  });

  test("only what takes a text from readers puts off its update", () => {
    expect(policy.puttingOff(granted("hide", "scheduled", "live"))).toMatchObject({ move: "hide", to: "approved" });
    expect(() => policy.puttingOff(granted("return", "scheduled", "live"))).toThrow("puts nothing off");
  });
});

describe("a move is somebody's", () => {
  const presser = { kind: "person", personId: 3, rank: 3, liveRank: 3, isWriter: true } as const;
  const may = (change: { rank?: number; liveRank?: number; forPersonId?: number }, openedBy: number) =>
    isTheirs({ ...presser, ...change }, "approve", { openedBy, owedBy: null });

  test("by the rank that its rule asks for, and not where they, or whom they stand for, opened the edition", () => {
    expect([may({}, 1), may({ rank: 2 }, 1), may({ liveRank: 2 }, 1)]).toEqual([true, false, false]);
    expect([may({}, 3), may({ forPersonId: 4 }, 4), may({ forPersonId: 4 }, 1)]).toEqual([false, false, true]);
  });

  test("whatever else a document says: how it stands is asked beside it", () => {
    const open = (state: State) => policy.isOpenTo(approver, "approve", aStory(state));
    expect([open("in_review"), open("approved")]).toEqual([true, false]);
  });
});

test("a batch is closed by who has confirmed an article of it", () => {
  const closer = { siteId: 1, personId: 3, batchId: 7 };
  expect(policy.permitClosing({ ...closer, hasConfirmed: true })).toEqual({ siteId: 1, batchId: 7, by: 3 });
  expect(policy.permitClosing({ ...closer, hasConfirmed: false })).toBeNull();
});

describe("who begins a document", () => {
  const starter = { siteId: 1, personId: 3, mayWrite: true, rankOnSite: 0, hasOne: false };

  test("with a text that is there already has a role in its section", () => {
    expect(policy.permitStart("article", { ...starter, rankThere: 1 })).toMatchObject({ kind: "article", by: 3 });
    expect(() => policy.permitStart("article", { ...starter, rankThere: 0 })).toThrow("chuyên mục");
  });
});
