import { expect, test } from "vitest";
import type { Happening } from "#features/workflow/history.ts";
import { asTold, sentenceOf } from "./happenings.ts";

const told = (change: Partial<Extract<Happening, { kind: "moved" }>>) =>
  sentenceOf(
    { ...{ kind: "moved", move: "hide", from: "draft", to: "draft", visibility: "hidden" }, ...change },
    () => "",
  );
const taken = (change: Parameters<typeof told>[0]) => told(change).key;

test("taking an article from readers is told with the hour that it took from an update", () => {
  expect(taken({ from: "scheduled", to: "approved" })).toBe("hide_unscheduled");
  expect(taken({ move: "withdraw", from: "scheduled", to: "approved" })).toBe("withdraw_unscheduled");
  expect(taken({})).toBe("hide");
  expect(taken({ move: "withdraw", from: null, to: null })).toBe("withdraw");
  expect(taken({ move: "unschedule", from: "scheduled", to: "approved" })).toBe("unschedule");
});

test("a withdrawal for having been merged names the article, also after that was undone", () => {
  expect(told({ move: "withdraw", reason: "merged", article: 12 }).said).toEqual(["Đã gộp vào bài khác (bài số 12)"]);
});

test("an hour that was set anew in one press is told as one thing, two presses as two", () => {
  const line = (move: "schedule" | "unschedule" | "approve", at?: string, actorId = 4) => ({
    actorId,
    happening: { kind: "moved", move, from: "approved", to: "scheduled", visibility: "never_live", at } as const,
  });
  const moves = (...history: Parameters<typeof asTold>[0]) =>
    asTold(history).map(({ happening, isNewHour }) => `${"move" in happening ? happening.move : ""} ${isNewHour}`);
  expect(moves(line("schedule", "9"), line("unschedule", "9"), line("schedule", "5"), line("approve"))).toEqual([
    "schedule true",
    "schedule false",
    "approve false",
  ]);
  const two = ["schedule false", "unschedule false"];
  expect(moves(line("schedule", "9"), line("unschedule"))).toEqual(two);
  expect(moves(line("schedule", "9"), line("unschedule", "8"))).toEqual(two);
  expect(moves(line("schedule", "9"), line("unschedule", "9", 7))).toEqual(two);
});

test("that a text went live is told by the move that made it so", () => {
  const live = { kind: "went_live" as const, revision: 3, hash: "" };
  expect(asTold([{ actorId: 4, happening: live }])).toEqual([]);
});
