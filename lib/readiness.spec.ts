import { expect, test } from "vitest";
import { reasonsNotReady, reportOn } from "./readiness.ts";

test("nothing is ready before every part says so", async () => {
  expect(await reasonsNotReady()).toEqual([
    "database: not started yet",
    "migrations: not started yet",
    "follower: not started yet",
  ]);
  for (const part of ["database", "migrations", "follower"] as const) reportOn(part, () => undefined);
  expect(await reasonsNotReady()).toEqual([]);
});

test("a part that fails or hangs is named with its reason", async () => {
  reportOn("database", () => Promise.reject(new Error("connection refused")));
  reportOn("follower", () => new Promise(() => undefined));
  expect(await reasonsNotReady(20)).toEqual(["database: connection refused", "follower: does not answer"]);
});
