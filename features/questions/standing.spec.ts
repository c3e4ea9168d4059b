import { expect, test } from "vitest";
import { type Answer, isWaiting, mayBegin, standingOf } from "./standing.ts";

const NEVER = "never_live";

test.each<[string, boolean, Answer | null, string]>([
  ["nothing was pressed", false, null, "received"],
  ["its answer is written", false, { visibility: NEVER, isOpen: true }, "answering"],
  ["the draft of its answer was given up", false, { visibility: NEVER, isOpen: false }, "received"],
  ["its answer is live", false, { visibility: "live", isOpen: false }, "answered"],
  ["its live answer is being updated", false, { visibility: "live", isOpen: true }, "answered"],
  ["its answer is hidden for now", false, { visibility: "hidden", isOpen: false }, "hidden"],
  ["its hidden answer is being mended", false, { visibility: "hidden", isOpen: true }, "hidden"],
  ["its answer was taken down", false, { visibility: "withdrawn", isOpen: false }, "withdrawn"],
  ["its answer was taken down and is written anew", false, { visibility: "withdrawn", isOpen: true }, "answering"],
  ["it was closed", true, null, "closed"],
  ["it was closed while an answer was written", true, { visibility: NEVER, isOpen: true }, "closed"],
  ["it was closed and its answer went live all the same", true, { visibility: "live", isOpen: false }, "answered"],
  ["it was closed and its answer is hidden", true, { visibility: "hidden", isOpen: false }, "closed"],
])("where %s it stands as it is", (_, isClosed, answer, standing) => {
  expect(standingOf({ isClosed, answer })).toBe(standing);
});

test("an answer may be begun where there is none, and something is owed until it is answered or closed", () => {
  const all = ["received", "answering", "answered", "hidden", "withdrawn", "closed"] as const;
  expect(all.filter(mayBegin)).toEqual(["received", "withdrawn"]);
  expect(all.filter(isWaiting)).toEqual(["received", "answering", "hidden", "withdrawn"]);
});
