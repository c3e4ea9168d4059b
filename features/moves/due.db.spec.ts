import pg from "pg";
import { afterEach, describe, expect, test, vi } from "vitest";
import { sqlState } from "#db/outage.ts";
import { asOwner } from "#db/testing.ts";
import { holdArticle } from "#db/testing-locks.ts";
import { transaction } from "#db/transaction.ts";
import { historyOf } from "#features/desk/document-store.ts";
import { log } from "#lib/log.ts";
import { carryOut } from "./commands.ts";
import { MOST_TRIES, runDue } from "./due.ts";
import { PRESSES } from "./presses.ts";
import { hashSeen, published, seen, storyOf, submitted, typeIn } from "./testing.ts";
import { oneOffice } from "./testing-office.ts";

const { db, rows, bend, office } = oneOffice();
afterEach(() => vi.restoreAllMocks());

const schedule = async (id: number) =>
  (
    await rows("select outcome, attempts, error from schedules where document_id = $1 order by id desc limit 1", [id])
  )[0];
const moves = async (id: number) =>
  (
    await rows("select payload->>'move' as move from events where document_id = $1 and kind = 'moved' order by seq", [
      id,
    ])
  ).map((r) => r.move);
/** Lets the hour come, by sleight of hand. */
const itIsTime = (id: number) =>
  bend(
    "update schedules set due_at = now() - interval '1 second', next_try_at = now() - interval '1 second' where document_id = $1 and ended_at is null",
    [id],
  );

async function scheduled(id?: number): Promise<number> {
  const article = id ?? (await submitted(office));
  const at = new Date(Date.now() + 3_600_000);
  await carryOut(office.approver, ["approve", "schedule"], article, { ...(await seen(office.approver, article)), at });
  return article;
}

describe("the clock", () => {
  test("publishes what is due, in nobody's name, and nothing before its hour", async () => {
    const id = await scheduled();
    expect(await runDue()).toBe(0);
    await itIsTime(id);
    expect(await runDue()).toBe(1);
    expect((await storyOf(office.approver, id)).document.visibility).toBe("live");
    expect(await schedule(id)).toMatchObject({ outcome: "done", attempts: 0 });
    const [last] = await rows("select actor_id, payload from events where document_id = $1 order by seq desc limit 1", [
      id,
    ]);
    expect(last).toMatchObject({ actor_id: null, payload: { move: "go_live", to: "closed", visibility: "live" } });
    expect(await runDue()).toBe(0);
  });
  test("publishes each article exactly once, with many instances ticking", async () => {
    const ids = [];
    for (let n = 0; n < 6; n += 1) ids.push(await scheduled());
    for (const id of ids) await itIsTime(id);
    const done = await Promise.all([runDue(), runDue(), runDue(), runDue()]);
    expect(done.reduce((a, b) => a + b, 0)).toBe(6);
    for (const id of ids) {
      expect((await moves(id)).filter((move) => move === "go_live")).toHaveLength(1);
      expect(await schedule(id)).toMatchObject({ outcome: "done" });
      expect(await transaction((tx) => historyOf(tx, id))).toMatchObject({ brokenAt: null });
    }
  });
  test("leaves alone what somebody holds, and takes it afterwards", async () => {
    const held = await scheduled();
    const free = await scheduled();
    await itIsTime(held);
    await itIsTime(free);
    const hold = await holdArticle(db.ownerUrl, held);
    expect(await runDue()).toBe(1);
    expect((await storyOf(office.approver, free)).document.visibility).toBe("live");
    expect((await storyOf(office.approver, held)).document.visibility).toBe("never_live");
    await hold.letGo();
    expect(await runDue()).toBe(1);
  });
  test.each([
    ["locked", "select from schedules where document_id = $1 for update"],
    ["already ended", "update schedules set outcome = 'done', ended_at = now() where document_id = $1"],
    ["put off", "update schedules set next_try_at = now() + interval '1 hour' where document_id = $1"],
  ])("goes past a schedule that somebody has just %s, to the next", async (_, statement) => {
    const first = await scheduled();
    const second = await scheduled();
    await itIsTime(first);
    await itIsTime(second);
    const other = new pg.Client({ connectionString: db.ownerUrl });
    await other.connect();
    await other.query("begin");
    await other.query("set local session_replication_role = replica");
    await other.query(statement, [first]);
    expect(await runDue()).toBe(1);
    await other.query("rollback");
    await other.end();
    expect((await storyOf(office.approver, second)).document.visibility).toBe("live");
    expect((await storyOf(office.approver, first)).document.visibility).toBe("never_live");
    expect(await runDue()).toBe(1);
  });
  test("publishes nothing that was unscheduled or returned, however late it looks", async () => {
    const unscheduled = await scheduled();
    const returned = await scheduled();
    await carryOut(office.approver, "unschedule", unscheduled, {});
    await carryOut(office.approver, "return", returned, { reason: "other", words: "Xem lại." });
    for (const id of [unscheduled, returned]) {
      await bend("update schedules set next_try_at = now() - interval '1 hour' where document_id = $1", [id]);
      expect(await schedule(id)).toMatchObject({ outcome: "cancelled" });
    }
    expect(await runDue()).toBe(0);
    expect((await storyOf(office.approver, unscheduled)).open?.state).toBe("approved");
    expect((await storyOf(office.approver, returned)).open?.state).toBe("draft");
  });
  test.each([
    ["hide", "Chờ kiểm tra"],
    ["withdraw", "error"],
  ] as const)("keeps the hour that was set after a %s: whoever set it knew", async (move, reason) => {
    const id = await published(office);
    await carryOut(office.approver, move, id, { reason });
    await carryOut(office.reporter, "revise", id, {});
    await typeIn(office.reporter, id, { headline: "Bản mới" });
    await carryOut(office.reporter, "submit", id, {});
    await itIsTime(await scheduled(id));
    expect(await runDue()).toBe(1);
    expect((await storyOf(office.approver, id)).document.visibility).toBe("live");
    expect(await schedule(id)).toMatchObject({ outcome: "done", attempts: 0 });
  });
  test("goes by the new hour of what was set anew in one press, which keeps the approval", async () => {
    const id = await scheduled();
    const { approver } = office;
    const hash = await hashSeen(approver, id);
    const { open } = await storyOf(approver, id);
    const at = new Date(Date.now() + 7_200_000);
    await carryOut(approver, PRESSES.reschedule, id, { hash, at });
    expect((await storyOf(approver, id)).open).toMatchObject({
      state: "scheduled",
      approvedRevisionId: open?.approvedRevisionId,
    });
    expect(await rows("select outcome from schedules where document_id = $1 order by id", [id])).toEqual([
      { outcome: "cancelled" },
      { outcome: null },
    ]);
    expect(await rows("select due_at from schedules where document_id = $1 and ended_at is null", [id])).toEqual([
      { due_at: at },
    ]);
    // The desk tells the two as one, by the hour that both name.
    const [later, earlier] = (await transaction((tx) => historyOf(tx, id))).lines;
    const named = { at: at.toISOString() };
    expect(later?.happening).toMatchObject({ move: "schedule", ...named });
    expect(earlier?.happening).toMatchObject({ move: "unschedule", ...named });

    // A "no" to the new hour leaves the old one.
    const passed = { hash, at: new Date(Date.now() - 1_000) };
    await expect(carryOut(approver, PRESSES.reschedule, id, passed)).rejects.toMatchObject({ code: "bad_input" });
    const stale = { hash: "0".repeat(64), at };
    await expect(carryOut(approver, PRESSES.reschedule, id, stale)).rejects.toMatchObject({ code: "out_of_date" });
    expect(await schedule(id)).toMatchObject({ outcome: null });
    await itIsTime(id);
    expect(await runDue()).toBe(1);
  });
  test("does not bring back an article that was withdrawn while its update waited", async () => {
    const id = await published(office);
    await carryOut(office.reporter, "revise", id, {});
    await typeIn(office.reporter, id, { headline: "Bản mới" });
    await carryOut(office.reporter, "submit", id, {});
    await scheduled(id);
    await carryOut(office.approver, "withdraw", id, { reason: "authority" });
    const story = await storyOf(office.approver, id);
    expect(story.open?.state).toBe("approved");
    expect(await schedule(id)).toMatchObject({ outcome: "cancelled" });
    const [last] = await rows("select payload from events where document_id = $1 order by seq desc limit 1", [id]);
    expect(last?.payload).toMatchObject({
      move: "withdraw",
      from: "scheduled",
      to: "approved",
      visibility: "withdrawn",
    });
    expect(await runDue()).toBe(0);
    const hash = await hashSeen(office.approver, id);
    await expect(carryOut(office.approver, "publish", id, { hash })).rejects.toMatchObject({ code: "wrong_state" });
  });
});

describe("a publication that the database fails", () => {
  /** While `work` runs, the database has no room for a row of this table that tells of the article. */
  async function withoutRoomFor(id: number, table: string, work: () => Promise<void>): Promise<void> {
    const body = `begin if new.document_id = ${id} then raise 'no space left' using errcode = '53100'; end if; return new; end`;
    await asOwner(db.ownerUrl, `create function no_room() returns trigger language plpgsql as $$${body}$$`);
    await asOwner(
      db.ownerUrl,
      `create trigger no_room before insert or update on ${table} for each row execute function no_room()`,
    );
    try {
      await work();
    } finally {
      await asOwner(db.ownerUrl, "drop function no_room cascade");
    }
  }
  const noRoom = (error: unknown) => sqlState(error) === "53100";

  test("uses up none of its tries, however often, and goes out afterwards", async () => {
    const id = await scheduled();
    await itIsTime(id);
    const logged = vi.spyOn(log, "error");
    await withoutRoomFor(id, "events", async () => {
      for (let tick = 0; tick <= MOST_TRIES; tick += 1) await expect(runDue()).rejects.toSatisfy(noRoom);
    });
    expect(await schedule(id)).toMatchObject({ outcome: null, attempts: 0, error: null });
    expect((await storyOf(office.approver, id)).open?.state).toBe("scheduled");
    expect(logged).not.toHaveBeenCalled();
    expect(await runDue()).toBe(1);
    expect((await storyOf(office.approver, id)).document.visibility).toBe("live");
  });
  test("holds up nobody behind it in the same tick", async () => {
    const stuck = await scheduled();
    const whole = await scheduled();
    await itIsTime(stuck);
    await itIsTime(whole);
    await withoutRoomFor(stuck, "events", () => expect(runDue()).rejects.toSatisfy(noRoom));
    expect((await storyOf(office.approver, whole)).document.visibility).toBe("live");
    expect(await runDue()).toBe(1);
  });
  test("and whose failure cannot be noted for the same reason is left as it was", async () => {
    const id = await scheduled();
    await itIsTime(id);
    await bend("update draft_buffers set content = jsonb_set(content, '{headline}', '\"\"') where document_id = $1", [
      id,
    ]);
    const logged = vi.spyOn(log, "error");
    await withoutRoomFor(id, "schedules", () => expect(runDue()).rejects.toSatisfy(noRoom));
    expect(await schedule(id)).toMatchObject({ outcome: null, attempts: 0 });
    expect(logged).not.toHaveBeenCalled();
    await carryOut(office.approver, "unschedule", id, {});
  });
});

describe("a publication that fails", () => {
  test(`is tried ${MOST_TRIES} times, waits in between, and then stands approved with the reason`, async () => {
    const id = await scheduled();
    await itIsTime(id);
    // The section of the approved text is gone from the site's list: a gap that appeared after the approval.
    await bend("update draft_buffers set content = jsonb_set(content, '{headline}', '\"\"') where document_id = $1", [
      id,
    ]);
    for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
      expect(await runDue()).toBe(1);
      expect(await runDue()).toBe(0);
      expect(await schedule(id)).toMatchObject({ attempts: attempt, error: expect.stringContaining("tiêu đề") });
      expect((await storyOf(office.approver, id)).document.visibility).toBe("never_live");
      await itIsTime(id);
    }
    expect((await storyOf(office.approver, id)).open?.state).toBe("approved");
    expect(await schedule(id)).toMatchObject({ outcome: "failed" });
    expect((await moves(id)).at(-1)).toBe("miss");
    const failures = await rows(
      "select payload->>'attempt' as attempt from events where document_id = $1 and kind = 'schedule_failed' order by seq",
      [id],
    );
    expect(failures.map(({ attempt }) => Number(attempt))).toEqual([1, 2, 3]);
    expect(await runDue()).toBe(0);
  });
  test("and cannot even be noted ends the tick all the same, after the others", async () => {
    const lost = await scheduled();
    const whole = await scheduled();
    await itIsTime(lost);
    await itIsTime(whole);
    await bend("update editions set state = 'approved' where document_id = $1", [lost]);
    expect(await runDue()).toBe(2);
    expect((await storyOf(office.approver, whole)).document.visibility).toBe("live");
    expect((await storyOf(office.approver, lost)).document.visibility).toBe("never_live");
    await bend("update editions set state = 'scheduled' where document_id = $1", [lost]);
    expect(await runDue()).toBe(1);
  });
  test("does not hold up the others", async () => {
    const broken = await scheduled();
    const whole = await scheduled();
    await itIsTime(broken);
    await itIsTime(whole);
    await bend("update draft_buffers set content = jsonb_set(content, '{headline}', '\"\"') where document_id = $1", [
      broken,
    ]);
    expect(await runDue()).toBe(2);
    expect((await storyOf(office.approver, whole)).document.visibility).toBe("live");
    await carryOut(office.approver, "unschedule", broken, {});
  });
});
