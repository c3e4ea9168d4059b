import { expect, test } from "vitest";
import { documentChangesPath, draftPath, isForScripts, isForStaff, reviewPath, saying } from "./desk.ts";

test("the desk, the sign-in and the machines' addresses are for staff, and nothing that only begins alike", () => {
  for (const url of ["/desk", "/desk/documents/1", "/login?next=%2Fdesk", "/api/drafts/1"])
    expect(isForStaff(url)).toBe(true);
  for (const url of ["/", "/desktop", "/apis", "/tin-tuc/desk-1"]) expect(isForStaff(url)).toBe(false);
});

test("scripts ask below one root, and pages lie elsewhere", () => {
  expect([draftPath(1), "/desk/documents/1", "/login"].map(isForScripts)).toEqual([true, false, false]);
});

test("an address says behind it what is known, and leaves out the rest", () => {
  expect(reviewPath(12)).toBe("/desk/documents/12/review");
  expect(reviewPath(12, { text: "live", since: null, done: undefined })).toBe("/desk/documents/12/review?text=live");
  expect(draftPath(12, { tab: ["a", "b"] })).toBe("/api/drafts/12?tab=a&tab=b");
  expect(draftPath(12, { tab: [] })).toBe("/api/drafts/12");
  expect(documentChangesPath(12, { seq: 3, version: null })).toBe("/api/changes/12?seq=3");
  expect(saying("/login", { next: "/desk/people?q=a b" })).toBe("/login?next=%2Fdesk%2Fpeople%3Fq%3Da+b");
});
