import { expect, test } from "vitest";
import { isSigned, PRESSES, pressesFor, saidWith } from "./presses.ts";

test("approving offers publishing and scheduling in the same press", () => {
  expect(pressesFor(["approve", "return"])).toEqual([
    "approve_and_publish",
    "approve_and_schedule",
    "approve",
    "return",
  ]);
});

test("what is approved already is published by a press of its own", () => {
  expect(pressesFor(["publish", "schedule"])).toEqual(["publish", "schedule"]);
});

test("what waits for its hour gets another one in one press, whose text is the one on the screen", () => {
  expect(pressesFor(["unschedule", "return"])).toEqual(["return", "reschedule", "unschedule"]);
  expect(saidWith("reschedule")).toBe("time");
  expect(isSigned("reschedule")).toBe(true);
});

test("no press begins an article or stands for the clock", () => {
  expect(pressesFor(["start", "go_live", "miss"])).toEqual([]);
  expect(Object.values(PRESSES).flat()).not.toContain("go_live");
});

test("a press asks for what its moves ask for", () => {
  expect(saidWith("approve_and_schedule")).toBe("time");
  expect(saidWith("return")).toBe("reason_and_words");
  expect(saidWith("approve_and_publish")).toBeNull();
});
