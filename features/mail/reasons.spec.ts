import { describe, expect, test } from "vitest";
import { MOVES, type Move } from "#features/workflow/machine.ts";
import type { Story } from "#features/workflow/story.ts";
import { type Facts, holds, kindsOf, type LastStep, onlyFor } from "./reasons.ts";

const moved = (move: Move) => kindsOf({ kind: "moved", move, from: null, to: null, visibility: "live" });

test("people are told of these moves, as this, and of no other one", () => {
  const told = Object.fromEntries((Object.keys(MOVES) as Move[]).map((move) => [move, moved(move).join()]));
  expect(Object.fromEntries(Object.entries(told).filter(([, kinds]) => kinds !== ""))).toEqual({
    submit: "waiting",
    return: "returned",
    approve: "waiting",
    cancel_approval: "waiting",
    unschedule: "waiting",
    hand_over: "waiting",
    hide: "waiting",
    restore: "waiting",
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

const NONE: Facts = { lastStep: null, handedTo: null, eyes: null, restorers: [] };

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
  ["waiting", { visibility: "hidden" }, null, false, false, true],
  ["waiting", { visibility: "hidden", state: "draft" }, null, false, false, false],
  ["waiting", { visibility: "withdrawn" }, null, false, false, false],
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
    expect([1, 2, 3].map((rank) => holds(kind, anAsker(rank), aStory(where), { ...NONE, lastStep }))).toEqual(expected);
  });
  test("is told to nobody who may not know of the document", () => {
    const told = (rank: number) => holds(kind, anAsker(rank, false), aStory(where), { ...NONE, lastStep });
    expect([0, 1, 2, 3].filter(told)).toEqual([]);
  });
});

describe("a text waits for one of its own people", () => {
  const writer = (change: Partial<Facts>, where: Where = { state: "in_review" }) =>
    holds("waiting", anAsker(1), aStory(where), { ...NONE, ...change });
  const eyes = (change: Partial<NonNullable<Facts["eyes"]>>): Partial<Facts> => ({
    eyes: { contributors: [1], unconfirmed: [], confirmedBy: [], sentAlone: false, senderDecides: false, ...change },
  });
  const by = (personId: number) => ({ personId, forPersonId: null, isApprover: false });

  test("with words of others that nobody has confirmed, and not for their own words alone", () => {
    expect(writer(eyes({ contributors: [1, 2], unconfirmed: [1, 2] }))).toBe(true);
    expect(writer(eyes({ unconfirmed: [1] }))).toBe(false);
    expect(writer(eyes({ contributors: [2], unconfirmed: [2] }))).toBe(false);
  });
  test("until they have confirmed it, themselves or by a deputy", () => {
    const mixed = { contributors: [1, 2], unconfirmed: [1] };
    expect(writer(eyes({ ...mixed, unconfirmed: [2], confirmedBy: [by(1)] }))).toBe(false);
    expect(writer(eyes({ ...mixed, unconfirmed: [2], confirmedBy: [{ ...by(3), forPersonId: 1 }] }))).toBe(false);
  });
  test("that an approver has sent on, who needs a second person for it; an editor needs the approver anyway", () => {
    expect(writer(eyes({ sentAlone: true, senderDecides: true }))).toBe(true);
    expect(writer(eyes({ sentAlone: true, senderDecides: false }))).toBe(false);
  });
  test("to whom a draft was handed over, until it goes on", () => {
    expect(writer({ handedTo: 1 }, { state: "draft" })).toBe(true);
    expect(writer({ handedTo: 2 }, { state: "draft" })).toBe(false);
    expect(writer({ handedTo: 1 }, { state: "approved" })).toBe(false);
  });
});

test("what an authority had withdrawn waits for the second of two approvers who agree to bring it back", () => {
  const agreed = (restorers: number[], rank = 3) =>
    holds("waiting", anAsker(rank), aStory({ visibility: "withdrawn" }), { ...NONE, restorers });
  expect([agreed([2]), agreed([1]), agreed([]), agreed([2], 2)]).toEqual([true, false, false, false]);
});

test("a hand-over concerns the person to whom it was, and every other move all of its kind", () => {
  const move = { kind: "moved", from: null, to: null, visibility: "live", toPerson: 4 } as const;
  expect(onlyFor({ ...move, move: "hand_over" })).toBe(4);
  expect(onlyFor({ ...move, move: "submit" })).toBe(null);
});
