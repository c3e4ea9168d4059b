import { afterEach, expect, test, vi } from "vitest";
import { transaction } from "#db/transaction.ts";
import { verifyNow } from "#features/jobs/commands.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { carryOut } from "#features/moves/commands.ts";
import { anOffice, seen, submitted } from "#features/moves/testing.ts";
import { officeForEach } from "#features/moves/testing-office.ts";
import { verifyAndKeep } from "#features/verifying/keep.ts";
import { reportOn, reportOnRoles } from "#lib/readiness.ts";
import { systemState } from "./system.ts";

const { bend, office, rows } = officeForEach();

afterEach(() => {
  reportOn("disk", () => undefined);
  reportOnRoles(async () => []);
});

const asAdministrator = (siteId: number) =>
  systemState({ siteId, grants: [{ role: "administrator", sectionId: null }] });

test("an administrator sees what the clock has to do and what it could not do", async () => {
  const { siteId, approver } = office;
  expect((await asAdministrator(siteId)).clock).toEqual({ waiting: 0, nextAt: null, overdue: 0, failed: 0 });
  const id = await submitted(office);
  const at = new Date(Date.now() + 3_600_000);
  await carryOut(approver, ["approve", "schedule"], id, { ...(await seen(approver, id)), at });
  expect((await asAdministrator(siteId)).clock).toEqual({ waiting: 1, nextAt: at, overdue: 0, failed: 0 });
  await bend("update schedules set due_at = now() - interval '5 minutes' where document_id = $1", [id]);
  expect((await asAdministrator(siteId)).clock).toMatchObject({ waiting: 1, overdue: 1 });
  await carryOut({ siteId, clock: true }, "miss", id, { reason: "Thiếu chuyên mục." });
  expect((await asAdministrator(siteId)).clock).toMatchObject({ waiting: 0, overdue: 0, failed: 1 });
  expect((await asAdministrator((await anOffice()).siteId)).clock).toMatchObject({ failed: 0 });
});

test("an administrator sees that the disk is full", async () => {
  expect((await asAdministrator(office.siteId)).diskIsFull).toBe(false);
  reportOn("disk", () => "full");
  expect((await asAdministrator(office.siteId)).diskIsFull).toBe(true);
});

test("an administrator sees which roles no machine plays, and what jobs wait or are dead", async () => {
  const { siteId } = office;
  reportOnRoles(async () => ["web"]);
  await transaction((tx) => enqueue(tx, "forget_old", {}));
  await transaction((tx) => enqueue(tx, "fold_views", {}));
  await bend(
    `update jobs.job set state = 'failed', retry_count = 5, completed_on = now(), output = '{"message":"no room"}'
     where name = 'fold_views'`,
  );
  expect(await asAdministrator(siteId)).toMatchObject({
    rolesMissing: ["worker", "clock"],
    jobs: {
      ...{ waiting: 1, running: 0, dead: 1 },
      latestDead: [{ name: "fold_views", tries: 6, diedAt: expect.any(Date), reason: "no room" }],
    },
  });
  reportOnRoles(() => Promise.reject(new Error("away")));
  expect(await asAdministrator(siteId)).toMatchObject({ rolesMissing: [] });
});

// Before others have bent the history of this database.
test("administrators of every site see what was found in the whole database, and whether somebody is looking", async () => {
  const { siteId, admin, reporter } = office;
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const sites = [siteId, (await anOffice()).siteId];
  const eachSees = async () => {
    const [one, other] = await Promise.all(sites.map(async (id) => (await asAdministrator(id)).verifying));
    expect(other).toEqual(one);
    return one;
  };
  expect(await eachSees()).toEqual({ last: null, next: null });

  await verifyNow({ ...admin, grants: [{ role: "administrator", sectionId: null }] });
  expect(await eachSees()).toEqual({ last: null, next: "waiting" });
  await rows("update jobs.job set state = 'active', started_on = now() where name = 'verify'");
  expect(await eachSees()).toEqual({ last: null, next: "running" });

  await bend("update people set name = 'Không phải tên này' where id = $1", [reporter.personId]);
  await verifyAndKeep(new AbortController().signal);
  await rows("update jobs.job set state = 'completed', completed_on = now() where name = 'verify'");
  const misfit = { kind: "seal", table: "people", row: String(reporter.personId) };
  expect(await eachSees()).toMatchObject({ last: { misfit, endedAt: expect.any(Date) }, next: null });
});

test("an administrator sees which follower of the history stands still, and since when", async () => {
  const { siteId } = office;
  await submitted(office);
  await bend(`insert into followers (name, base, horizon, seen, moved_at) values
    ('mail', 0, '0', '{}', now() - interval '1 day')`);
  expect(await asAdministrator(siteId)).toMatchObject({ stalled: [] });
  await bend("update events set at = '2024-11-28T00:30:00Z'");
  await bend("update followers set moved_at = '2024-11-27T00:30:00Z'");
  expect(await asAdministrator(siteId)).toMatchObject({
    stalled: [{ name: "mail", since: new Date("2024-11-28T00:30:00Z") }],
  });
});

test("nobody else is told", async () => {
  const { siteId } = office;
  const approver = { siteId, grants: [{ role: "approver", sectionId: null }] as const };
  await expect(systemState(approver)).rejects.toMatchObject({ code: "not_allowed" });
});
