import { afterEach, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { carryOut } from "#features/moves/commands.ts";
import { anOffice, seen, submitted } from "#features/moves/testing.ts";
import { officeForEach } from "#features/moves/testing-office.ts";
import { reportOn, reportOnRoles } from "#lib/readiness.ts";
import { systemState } from "./system.ts";

const { bend, office } = officeForEach();

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

test("an administrator sees which follower of the history stands still, and since when", async () => {
  const { siteId } = office;
  await submitted(office);
  await bend(`insert into followers (name, base, horizon, seen, moved_at) values
    ('mail', 0, '0', '{}', now() - interval '1 day')`);
  expect(await asAdministrator(siteId)).toMatchObject({ standing: [] });
  await bend("update events set at = '2024-11-28T00:30:00Z'");
  await bend("update followers set moved_at = '2024-11-27T00:30:00Z'");
  expect(await asAdministrator(siteId)).toMatchObject({
    standing: [{ name: "mail", since: new Date("2024-11-28T00:30:00Z") }],
  });
});

test("nobody else is told", async () => {
  const { siteId } = office;
  const approver = { siteId, grants: [{ role: "approver", sectionId: null }] as const };
  await expect(systemState(approver)).rejects.toMatchObject({ code: "not_allowed" });
});
