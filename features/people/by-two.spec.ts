import { expect, test } from "vitest";
import type { Role } from "#features/roles/roles.ts";
import { hoursToWait, isTold, mayAgree, mayObject } from "./by-two.ts";

const person = (personId: number, ...roles: Role[]) => ({
  personId,
  grants: roles.map((role) => ({ role, sectionId: role === "administrator" ? null : 5 })),
});
const [asker, subject] = [1, 2];
const waiting = { personId: subject, askedBy: asker };

test("approvers and administrators are told, editors and reporters are not", () => {
  expect((["reporter", "editor", "approver", "administrator"] as const).map((role) => isTold(person(9, role)))).toEqual(
    [false, false, true, true],
  );
});

test("only a second approver or administrator may agree: neither who asked nor whom it is about", () => {
  expect(mayAgree(person(3, "approver"), waiting)).toBe(true);
  expect(mayAgree(person(3, "administrator"), waiting)).toBe(true);
  expect(mayAgree(person(3, "editor"), waiting)).toBe(false);
  expect(mayAgree(person(asker, "administrator"), waiting)).toBe(false);
  expect(mayAgree(person(subject, "approver"), waiting)).toBe(false);
});

test("one administrator is enough to agree with the operator at the machine", () => {
  expect(mayAgree(person(asker, "administrator"), { personId: subject, askedBy: null })).toBe(true);
});

test("everybody who is told may object, and so may the person it is about", () => {
  expect(mayObject(person(3, "approver"), waiting)).toBe(true);
  expect(mayObject(person(asker, "administrator"), waiting)).toBe(true);
  expect(mayObject(person(subject, "reporter"), waiting)).toBe(true);
  expect(mayObject(person(4, "editor"), waiting)).toBe(false);
});

test.each([
  [["reporter"], "staff", true, 0],
  [["editor", "reporter"], "staff", true, 24],
  [["editor"], "operator", true, 24],
  [["approver"], "staff", true, 24],
  [["reporter", "administrator"], "staff", true, 24],
  [["approver"], "staff", false, 24],
  [["approver"], "operator", true, 24],
  [["approver"], "operator", false, 0],
  [["editor"], "operator", false, 0],
  [[], "operator", true, 0],
] as const)("roles %j asked for by %s (others there: %s) wait %i hours", (roles, by, others, hours) => {
  expect(hoursToWait(roles, by, others)).toBe(hours);
});
