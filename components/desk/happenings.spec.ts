import { expect, test } from "vitest";
import type { Happening } from "#features/workflow/history.ts";
import { sentenceOf } from "./happenings.ts";

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
