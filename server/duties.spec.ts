import { expect, test } from "vitest";
import desk from "#messages/vi/desk.json" with { type: "json" };
import { FOLLOWERS } from "./duties.ts";

test("each follower of the history has a name that administrators read where one stands still", () => {
  expect(FOLLOWERS.length).toBeGreaterThan(0);
  expect(FOLLOWERS.filter(({ name }) => !Object.hasOwn(desk.system.follower, name))).toEqual([]);
});
