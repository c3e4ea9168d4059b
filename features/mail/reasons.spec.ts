import { describe, expect, test } from "vitest";
import { MOVES, type Move } from "#features/workflow/machine.ts";
import type { Story } from "#features/workflow/story.ts";
import { holds, kindsOf, type LastStep } from "./reasons.ts";

const moved = (move: Move) => kindsOf({ kind: "moved", move, from: null, to: null, visibility: "live" });

test("people are told of these moves, as this, and of no other one", () => {
  const told = Object.fromEntries((Object.keys(MOVES) as Move[]).map((move) => [move, moved(move).join()]));
  expect(Object.fromEntries(Object.entries(told).filter(([, kinds]) => kinds !== ""))).toEqual({
    submit: "waiting",
    return: "returned",
    approve: "waiting",
    cancel_approval: "waiting",
    publish: "published",
    go_live: "published",
    miss: "missed",
    emergency_publish: "published,owed",
  });
});

test("lines that are no move are told to nobody", () => {
  expect(kindsOf({ kind: "went_live", revision: 1, hash: "" })).toEqual([]);
  expect(kindsOf({ kind: "schedule_failed", attempt: 1, sentence: "" })).toEqual([]);
  expect(kindsOf({ kind: "imported", file: "", textHash: "" })).toEqual([]);
});

type Where = {
  state?: NonNullable<Story["open"]>["state"];
  purpose?: NonNullable<Story["open"]>["purpose"];
  visibility?: Story["document"]["visibility"];
  owedBy?: number;
};

function aStory({ state, purpose = "first", visibility = "never_live", owedBy }: Where): Story {
  const open = state && { state, purpose, openedBy: 9 };
  const document = { kind: "article", visibility, owedBy: owedBy ?? null, owedSince: owedBy ? new Date(0) : null };
  return { document, open: open ?? null, lastClosed: null, writers: [] } as unknown as Story;
}

const anAsker = (rank: number, sees = true) =>
  ({ kind: "person", personId: 1, rank, liveRank: rank, isWriter: rank === 1, sees }) as const;

//                kind          where the document stands              last step   writer editor approver
const TABLE: [Parameters<typeof holds>[0], Where, LastStep, boolean, boolean, boolean][] = [
  ["returned", { state: "draft" }, "return", true, true, true],
  ["returned", { state: "draft" }, "submit", false, false, false],
  ["returned", { state: "in_review" }, "submit", false, false, false],
  ["waiting", { state: "in_review" }, "submit", false, true, true],
  ["waiting", { state: "in_review", purpose: "migrate" }, "submit", false, false, false],
  ["waiting", { state: "approved" }, "approve", false, false, true],
  ["waiting", { state: "draft" }, "submit", false, false, false],
  ["waiting", { visibility: "live" }, "approve", false, false, false],
  ["published", { visibility: "live" }, "approve", true, true, true],
  ["published", { visibility: "live", state: "draft" }, "approve", true, true, true],
  ["published", { visibility: "withdrawn" }, "approve", false, false, false],
  ["published", { visibility: "hidden" }, "approve", false, false, false],
  ["missed", { state: "approved" }, "miss", false, false, true],
  ["missed", { state: "approved" }, "unschedule", false, false, false],
  ["missed", { state: "scheduled" }, "miss", false, false, false],
  ["owed", { visibility: "live", owedBy: 2 }, null, false, false, true],
  ["owed", { visibility: "live", owedBy: 1 }, null, false, false, false],
  ["owed", { visibility: "live" }, null, false, false, false],
];

describe.each(TABLE)("%s, where %o and the last step is %s,", (kind, where, lastStep, ...expected) => {
  test(`is told to a writer, an editor, an approver: ${expected.join()}`, () => {
    expect([1, 2, 3].map((rank) => holds(kind, anAsker(rank), aStory(where), lastStep))).toEqual(expected);
  });
  test("is told to nobody who may not know of the document", () => {
    expect([0, 1, 2, 3].filter((rank) => holds(kind, anAsker(rank, false), aStory(where), lastStep))).toEqual([]);
  });
});
