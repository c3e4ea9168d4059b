import { expect, test } from "vitest";
import { type Grant, isAdministrator, ROLES, rankAnywhere, standTogether, takesTwo, writes } from "./roles.ts";

const holder = (...grants: Grant[]) => ({ grants });

test("the highest of several roles counts, wherever it is", () => {
  const both = holder({ role: "reporter", sectionId: null }, { role: "approver", sectionId: 3 });
  expect([rankAnywhere(both), rankAnywhere(holder())]).toEqual([3, 0]);
});

test("an administrator has no say over articles", () => {
  const administrator = holder({ role: "administrator", sectionId: null });
  expect(isAdministrator(administrator)).toBe(true);
  expect([rankAnywhere(administrator), writes(administrator)]).toEqual([0, false]);
});

test("an administrator may write, and neither edits nor approves", () => {
  const beside = (one: (typeof ROLES)[number]) => ROLES.filter((other) => standTogether(one, other));
  expect(beside("administrator")).toEqual(["reporter", "administrator"]);
  expect(beside("editor")).toEqual(["reporter", "editor", "approver"]);
  expect(beside("approver")).toEqual(["reporter", "editor", "approver"]);
  expect(beside("reporter")).toEqual(ROLES);
});

test("everybody but a reporter is made by two", () => {
  expect(ROLES.filter(takesTwo)).toEqual(["editor", "approver", "administrator"]);
});
