import { expect, test } from "vitest";
import { type Grant, isAdministrator, rankAnywhere, writes } from "./roles.ts";

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
