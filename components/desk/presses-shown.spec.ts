import { expect, test } from "vitest";
import { pressesShown } from "./presses-shown.ts";

const sent: Parameters<typeof pressesShown>[0] = {
  ...{ moves: ["approve", "return", "restore"], restoring: "at_once", decides: true },
  ...{
    eyes: { wouldHold: true, othersWait: false, senderWaits: false, decides: true },
    story: { document: { withdrawnReason: null } },
  },
};
const ofWithdrawn = (withdrawnReason: string) => ({ ...sent, story: { document: { withdrawnReason } } });

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
  const decided = ["approve_and_publish", "approve_and_schedule", "approve", "return", "hide"];
  expect(pressesShown(owed, "open")).toEqual(decided);
  expect(pressesShown(owed, "live")).toEqual(["return", "countersign", "object", "hide"]);
  expect(pressesShown(owed, "typed")).toEqual(["return", "hide"]);

  const approved: typeof sent = { ...sent, moves: ["publish", "schedule", "cancel_approval"] };
  expect(pressesShown(approved, "open")).toEqual(["publish", "schedule", "cancel_approval"]);
  expect(pressesShown(approved, "live")).toEqual(["cancel_approval"]);
});

test("another hour is offered to whoever may set it, and not where they approve in one of two sections only", () => {
  const waiting: typeof sent = { ...sent, moves: ["unschedule"] };
  expect(pressesShown(waiting, "open")).toEqual(["reschedule", "unschedule"]);
  expect(pressesShown({ ...waiting, decides: false }, "open")).toEqual(["unschedule"]);
});

test("an emergency is offered where an approval would wait for somebody, and not to whoever may simply approve", () => {
  const asks = (wouldHold: boolean, moves: (typeof sent)["moves"]) => {
    const eyes = { wouldHold, othersWait: false, senderWaits: false, decides: true };
    return pressesShown({ ...sent, moves, eyes }, "open").includes("emergency_publish");
  };
  expect(asks(true, ["approve", "emergency_publish"])).toBe(false);
  expect(asks(false, ["approve", "emergency_publish"])).toBe(true);
  // A draft, or a text that this approver started, cannot be approved by them.
  expect(asks(true, ["emergency_publish"])).toBe(true);
});

test("where an approver sent somebody else's text, its writer may confirm it, and whoever approves need not", () => {
  const asked = (eyes: Partial<NonNullable<(typeof sent)["eyes"]>>) =>
    pressesShown(
      {
        ...sent,
        moves: ["confirm"],
        eyes: { wouldHold: false, othersWait: false, senderWaits: false, decides: false, ...eyes },
      },
      "open",
    );
  expect(asked({ senderWaits: true })).toEqual(["confirm"]);
  expect(asked({ senderWaits: true, decides: true })).toEqual([]);
  expect(asked({})).toEqual([]);
});
