import { expect, test } from "vitest";
import { pressesShown } from "./presses-shown.ts";

const sent: Parameters<typeof pressesShown>[0] = {
  ...{ moves: ["approve", "return", "restore"], restoring: "at_once" },
  ...{ eyes: { wouldHold: true, othersWait: false, decides: true }, story: { article: { withdrawnReason: null } } },
};
const ofWithdrawn = (withdrawnReason: string) => ({ ...sent, story: { article: { withdrawnReason } } });

test("an update of what was withdrawn is approved and published, or put on the clock, in one press", () => {
  for (const article of [sent, ofWithdrawn("error")]) {
    expect(pressesShown(article, "open")).toEqual(
      expect.arrayContaining(["approve_and_publish", "approve_and_schedule"]),
    );
  }
});

test("an update of what an authority ordered down can be approved, and no press brings it back but restoring", () => {
  expect(pressesShown(ofWithdrawn("authority"), "open")).toEqual(["approve", "return", "restore"]);
});

test("an update is decided where it is shown, and what readers have where that is shown", () => {
  const owed: typeof sent = {
    ...sent,
    moves: ["approve", "return", "emergency_publish", "hide", "countersign", "object"],
  };
  const decided = ["approve_and_publish", "approve_and_schedule", "approve", "return", "hide", "emergency_publish"];
  expect(pressesShown(owed, "open")).toEqual(decided);
  expect(pressesShown(owed, "live")).toEqual(["return", "countersign", "object", "hide"]);
  expect(pressesShown(owed, "typed")).toEqual(["return", "hide"]);

  const approved: typeof sent = { ...sent, moves: ["publish", "schedule", "cancel_approval"] };
  expect(pressesShown(approved, "open")).toEqual(["publish", "schedule", "cancel_approval"]);
  expect(pressesShown(approved, "live")).toEqual(["cancel_approval"]);
});
