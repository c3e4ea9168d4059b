import { expect, test } from "vitest";
import { accountPause, addressPause } from "./throttle.ts";

test("four wrong passwords cost nothing; from the fifth the pause doubles up to a quarter of an hour", () => {
  expect([0, 4, 5, 6, 7, 8, 9, 10, 50].map((failures) => accountPause(failures, 0))).toEqual([
    0, 0, 30, 60, 120, 240, 480, 900, 900,
  ]);
});

test("a pause runs out", () => {
  expect([0, 12.2, 29.9, 30, 400].map((since) => accountPause(5, since))).toEqual([30, 18, 1, 0, 0]);
});

test("an address waits until the failure that reached the limit is a quarter of an hour old", () => {
  expect([null, 0, 899.5, 900].map(addressPause)).toEqual([0, 900, 1, 0]);
});
