import pg from "pg";
import { afterEach, expect, test, vi } from "vitest";
import { log } from "#lib/log.ts";
import { hadFullDiskSince, hadOutageSince, isOutage, logFailure, noteOutage, sqlState } from "./outage.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** What PostgreSQL says, wrapped as Drizzle wraps it. */
function said(code: string): Error {
  const cause = Object.assign(new pg.DatabaseError("canceling statement due to lock timeout", 0, "error"), {
    severity: "ERROR",
    code,
  });
  return new Error("Failed query: select $1", { cause });
}

test.each([
  ["no connection becomes free", new Error("timeout exceeded when trying to connect")],
  ["the server goes away", new Error("Connection terminated unexpectedly")],
  ["the server has vanished", new Error("Query read timeout")],
  ["its connection was given up", new Error("Client was closed and is not queryable")],
  ["nobody listens", Object.assign(new AggregateError([]), { code: "ECONNREFUSED" })],
  ["a lock is not let go of", said("55P03")],
  ["a statement takes too long", said("57014")],
  ["there are too many connections", said("53300")],
])("when %s it is an outage", (_, error) => {
  expect(isOutage(error)).toBe(true);
});

test.each([
  ["a rule is broken", said("23505")],
  ["a column is missing", said("42703")],
  ["a bug throws", new TypeError("undefined is not a function")],
  ["somebody throws no error at all", "no"],
])("when %s it is none", (_, error) => {
  expect(isOutage(error)).toBe(false);
});

test("what PostgreSQL said is found under any wrapping", () => {
  expect(sqlState(new Error("outer", { cause: said("23505") }))).toBe("23505");
  expect(sqlState(new Error("a bug"))).toBeUndefined();
});

test("an outage is known to whoever asks about the time since, and said once", () => {
  const warned = vi.spyOn(log, "warn").mockImplementation(() => undefined);
  const before = performance.now();
  noteOutage(said("23505"));
  expect(hadOutageSince(before)).toBe(false);
  for (let reader = 0; reader < 50; reader += 1) noteOutage(said("55P03"));
  expect(hadOutageSince(before)).toBe(true);
  expect(hadOutageSince(performance.now() + 1)).toBe(false);
  expect(warned.mock.calls).toEqual([[expect.stringContaining("lock timeout")]]);
});

test("a full disk is known by itself, until something else fails for longer", () => {
  vi.spyOn(log, "warn").mockImplementation(() => undefined);
  const before = performance.now();
  noteOutage(said("55P03"));
  expect(hadFullDiskSince(before)).toBe(false);
  noteOutage(said("53100"));
  noteOutage(said("55P03"));
  expect(hadFullDiskSince(before)).toBe(true);
  expect(hadFullDiskSince(performance.now() + 1)).toBe(false);
});

test("a hundred saves in an outage are at most one line, without a stack; a bug is told in full each time", () => {
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  for (let save = 0; save < 100; save += 1) logFailure("PUT /api/drafts/1 failed.", said("53100"));
  expect(written.mock.calls.length).toBeLessThanOrEqual(1);
  expect(written.mock.calls.join("").length).toBeLessThan(200);
  logFailure("PUT /api/drafts/1 failed.", new TypeError("a bug"));
  logFailure("PUT /api/drafts/1 failed.", new TypeError("a bug"));
  expect(written.mock.calls.filter(([line]) => String(line).includes("TypeError: a bug | at"))).toHaveLength(2);
});
