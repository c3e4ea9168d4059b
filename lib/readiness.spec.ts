import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { processWide } from "./process-wide.ts";
import { health, orNothing, reasonsNotReady, reportOn, reportOnRoles, rolesAlive, warnings } from "./readiness.ts";

/** What is reported is kept for the whole process, which specs share. */
const forgetReports = () => {
  const reports: { checks: Map<string, unknown>; rolesAlive?: unknown } = processWide("toasoan.readiness", () => ({
    checks: new Map(),
  }));
  reports.checks.clear();
  delete reports.rolesAlive;
};
beforeEach(forgetReports);
afterEach(forgetReports);

test("nothing is ready before every part says so", async () => {
  expect(await reasonsNotReady()).toEqual([
    "database: not started yet",
    "migrations: not started yet",
    "follower: not started yet",
    "front: not started yet",
  ]);
  for (const part of ["database", "migrations", "follower", "front"] as const) reportOn(part, () => undefined);
  expect(await reasonsNotReady()).toEqual([]);
});

test("a part that fails or hangs is named; why it failed is for the log, since anybody may ask", async () => {
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const error = new Error('password authentication failed for user "toasoan_1f2e" at 10.1.2.3:5432');
  for (const part of ["migrations", "front"] as const) reportOn(part, () => undefined);
  reportOn("database", () => Promise.reject(error));
  reportOn("follower", () => new Promise(() => undefined));
  expect(await reasonsNotReady(20)).toEqual(["database: does not work", "follower: does not answer"]);
  expect(said.mock.calls.join()).toContain("10.1.2.3");
  expect(await reasonsNotReady(20)).toContain("database: does not work");
  expect(said).toHaveBeenCalledOnce();
  said.mockRestore();
});

test("a full disk is said beside the parts: readers are served all the same", async () => {
  for (const part of ["database", "migrations", "follower", "front"] as const) reportOn(part, () => undefined);
  reportOn("disk", () => "full");
  expect(await warnings()).toEqual(["disk: full"]);
  expect(await health()).toEqual({ status: 200, body: { ready: true, reasons: [], warnings: ["disk: full"] } });
  reportOn("disk", () => undefined);
  expect(await health()).toEqual({ status: 200, body: { ready: true, reasons: [] } });
});

test("a follower that stands still is warned of, and who asks about the disk alone does not wait for it", async () => {
  for (const part of ["database", "migrations", "follower", "front"] as const) reportOn(part, () => undefined);
  reportOn("disk", () => "full");
  reportOn("followers", () => "mail has stood still since six");
  const all = ["disk: full", "followers: mail has stood still since six"];
  expect(await health()).toEqual({ status: 200, body: { ready: true, reasons: [], warnings: all } });
  const hangs = vi.fn(() => new Promise<undefined>(() => undefined));
  reportOn("followers", hangs);
  expect(await warnings(["disk"])).toEqual(["disk: full"]);
  expect(hangs).not.toHaveBeenCalled();
});

test("a row that does not fit is warned of, and nobody is turned away for it", async () => {
  for (const part of ["database", "migrations", "follower", "front"] as const) reportOn(part, () => undefined);
  reportOn("verify", () => "a row does not fit");
  expect(await health()).toEqual({
    status: 200,
    body: { ready: true, reasons: [], warnings: ["verify: a row does not fit"] },
  });
});

test("whoever may stay silent is waited for a while, and no failure of theirs is heard", async () => {
  expect(await orNothing(Promise.resolve(7), 1_000)).toBe(7);
  expect(await orNothing(Promise.reject(new Error("away")), 1_000)).toBeUndefined();
  expect(await orNothing(new Promise(() => undefined), 20)).toBeUndefined();
});

test("a role that nobody plays is warned of, and the product is ready all the same", async () => {
  for (const part of ["database", "migrations", "follower", "front"] as const) reportOn(part, () => undefined);
  reportOnRoles(async () => ["web", "clock"]);
  expect(await health()).toEqual({
    status: 200,
    body: { ready: true, reasons: [], roles: ["web", "clock"], warnings: ["worker: runs on no machine"] },
  });
  reportOnRoles(async () => ["web", "worker", "clock"]);
  expect(await health()).toEqual({
    status: 200,
    body: { ready: true, reasons: [], roles: ["web", "worker", "clock"] },
  });
});

test("while nobody can say who is alive, nobody is missed", async () => {
  for (const part of ["migrations", "follower", "front"] as const) reportOn(part, () => undefined);
  reportOn("database", () => "away");
  for (const ask of [() => Promise.reject(new Error("away")), () => new Promise<never>(() => undefined)]) {
    reportOnRoles(ask);
    expect(await rolesAlive(20)).toBe(null);
  }
  reportOnRoles(() => Promise.reject(new Error("away")));
  expect(await health()).toEqual({ status: 503, body: { ready: false, reasons: ["database: away"] } });
});
