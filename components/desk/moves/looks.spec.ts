import { expect, test } from "vitest";
import { PRESSES, type Press } from "#features/moves/presses.ts";
import { askedWords, lookOf, onPhone, split, takesAway } from "./looks.ts";

const mainOf = (presses: Parameters<typeof split>[0], isMine: boolean) =>
  split(presses, isMine).bar.find((press, at) => lookOf(press, at) === "main");

test("a draft is sent on by whoever writes it; for others sending it on is no main button", () => {
  expect(mainOf(["submit", "hand_over", "discard"], true)).toBe("submit");
  expect(mainOf(["submit", "hand_over", "discard"], false)).toBeUndefined();
  expect(split(["submit", "hand_over", "discard"], false).more).toContain("submit");
});

test("deciding is the main thing under review, confirming where deciding waits for somebody else", () => {
  const approver = ["approve_and_publish", "approve_and_schedule", "approve", "return", "refuse"] as const;
  expect(mainOf(approver, false)).toBe("approve_and_publish");
  expect(split(approver, false).bar).toEqual(["approve_and_publish", "approve_and_schedule", "return"]);
  expect(mainOf(["confirm", "return"], false)).toBe("confirm");
});

test("on the bar what takes away stands after what carries on, whichever presses are open", () => {
  const all = Object.keys(PRESSES) as Press[];
  const ranks = (presses: readonly Press[]) =>
    split(presses, true).bar.map((press, at) => ["main", "plain", "danger"].indexOf(lookOf(press, at)));
  for (const one of all)
    for (const other of all) {
      expect(ranks([one, other])).toEqual(ranks([one, other]).toSorted());
    }
  expect(ranks(all)).toEqual(ranks(all).toSorted());
});

test("taking back and returning are never what a page is for", () => {
  expect(mainOf(["take_back"], true)).toBeUndefined();
  expect(mainOf(["return"], false)).toBeUndefined();
});

test("whoever countersigns finds the objection beside it", () => {
  expect(split(["countersign", "object", "revise", "hide"], false).bar).toEqual(["countersign", "object"]);
  expect(lookOf("object", 1)).toBe("danger");
  // Where an update is open beside what readers have, sending that on or back waits behind "more".
  expect(split(["submit", "return", "countersign", "object", "hide"], true)).toEqual({
    bar: ["countersign", "object"],
    more: ["submit", "return", "hide"],
  });
});

test("a phone has the first press and the no to it on the bar", () => {
  expect(onPhone(["approve_and_publish", "approve_and_schedule", "return"])).toEqual(["approve_and_publish", "return"]);
  expect(onPhone(["countersign", "object"])).toEqual(["countersign", "object"]);
  expect(onPhone(["submit"])).toEqual(["submit"]);
});

test("what takes an article away is told from what carries it on", () => {
  const more = ["correct", "hide", "withdraw", "refuse", "hand_over", "duplicate", "discard", "unschedule"] as const;
  expect(more.filter((press) => !takesAway(press))).toEqual(["correct", "hand_over", "duplicate"]);
});

test("an hour is changed from the bar, and taken away from behind it", () => {
  expect(split(["return", "reschedule", "unschedule"], false)).toEqual({
    bar: ["reschedule", "return"],
    more: ["unschedule"],
  });
});

test("an article that is out of readers' sight is given back from the bar, before anything else, also on a phone", () => {
  const { bar, more } = split(["revise", "correct", "restore", "withdraw", "duplicate"], false);
  expect([bar, more]).toEqual([
    ["restore", "revise"],
    ["correct", "withdraw", "duplicate"],
  ]);
  expect(onPhone(bar)).toEqual(["restore"]);
});

test("whoever takes an article from readers is told that its update loses the hour that was set", () => {
  const scheduled = { restoresLater: false, putsOff: true, isUpdated: true };
  expect(askedWords("hide", scheduled)).toEqual(["hide", "putsOff"]);
  expect(askedWords("withdraw", scheduled)).toEqual(["withdraw", "putsOff"]);
  expect(askedWords("return", scheduled)).toEqual(["return"]);
  expect(askedWords("hide", { ...scheduled, putsOff: false })).toEqual(["hide"]);
});

test("giving an article back says which text readers will see, and to the first of two that it takes two", () => {
  const alone = { restoresLater: false, putsOff: false, isUpdated: false };
  expect(askedWords("restore", { ...alone, restoresLater: true, isUpdated: true })).toEqual(["restoreFirst"]);
  expect(askedWords("restore", { ...alone, isUpdated: true })).toEqual(["restoreLast"]);
  expect(askedWords("restore", alone)).toEqual(["restore"]);
});

test("of what is there for emergencies the press for these comes first, and taking it away is on the bar", () => {
  expect(split(["submit", "emergency_publish", "discard"], true, true).bar).toEqual(["emergency_publish", "submit"]);
  expect(split(["revise", "hide", "withdraw"], false, true).bar).toEqual(["revise", "withdraw"]);
  expect(split(["submit", "emergency_publish", "discard"], true).bar).toEqual(["submit"]);
  expect(split(["countersign", "object", "withdraw"], false, true).bar).toEqual(["countersign", "object"]);
});
