import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { oneDatabase } from "#db/testing.ts";
import { transaction } from "#db/transaction.ts";
import { until } from "#lib/until.ts";
import { giveUp, tryAgain, verifyNow } from "./commands.ts";
import { enqueue } from "./enqueue.ts";
import type { Handlers } from "./jobs.ts";
import { startJobs } from "./run.ts";
import { countDead, deadJobs, stateOf } from "./store.ts";

const { rows } = oneDatabase();

const admin = { siteId: 0, personId: 0, grants: [{ role: "administrator", sectionId: null }] as const };
const approver = { ...admin, grants: [{ role: "approver", sectionId: null }] as const };
beforeAll(async () => {
  [{ id: admin.siteId }] = await rows("insert into sites (key, name) values ('sen-ho', 'Sen Hồ') returning id");
  [{ id: admin.personId }] = await rows(
    "insert into people (name, email) values ('Đỗ Văn Quản', 'quan@thu.example') returning id",
  );
});
const pressed = () => rows("select site_id, by_id, kind, payload from office_events order by id");
const jobs = () =>
  rows("select name, state from jobs.job where name in ('forget_old', 'fold_views') order by created_on");
const WITHIN_MS = 20_000;

/** What is logged meanwhile. */
let said: string[];
let running: Awaited<ReturnType<typeof startJobs>>[];
beforeEach(async () => {
  running = [];
  said = [];
  vi.spyOn(process.stderr, "write").mockImplementation((line) => said.push(String(line)) > 0);
  await rows("delete from jobs.job");
});
afterEach(async () => {
  await Promise.all(running.map((one) => one.stop(0)));
  // The rights of the app's role are all that pg-boss needs.
  expect(said.filter((line) => line.includes("housekeeping"))).toEqual([]);
});

/** A worker that does what the test says, looking twice a second. */
async function aWorker(handlers: Partial<Handlers>, pollSeconds = 0.5): Promise<void> {
  const nothing = async () => undefined;
  const idle = { forget_old: nothing, fold_views: nothing, verify: nothing, send_mail: nothing, tell_asked: nothing };
  const all = {
    ...idle,
    ...{ make_renditions: nothing, make_cut: nothing, make_share_picture: nothing, queue_share_pictures: nothing },
    ...{
      forget_cuts: nothing,
      clear_bytes: nothing,
      keep_erased: nothing,
      check_files: nothing,
      tell_licences: nothing,
      fill_search: nothing,
      search_file: nothing,
    },
    ...handlers,
  };
  running.push(await startJobs(all, { pollSeconds, superviseSeconds: 1 }));
}

/** What it is tried with is not waited for in a test. */
const withoutPause = () => rows("update jobs.job set start_after = now() where state = 'retry'");

describe("a job", () => {
  test("is there with the transaction that needs it, and not without it", async () => {
    await transaction((tx) => enqueue(tx, "forget_old", {}));
    const broken = transaction(async (tx) => {
      await enqueue(tx, "fold_views", {});
      throw new Error("no");
    });
    await expect(broken).rejects.toThrow("no");
    expect(await jobs()).toEqual([{ name: "forget_old", state: "created" }]);
  });
  test("is not seen by a worker before the commit", async () => {
    const done: string[] = [];
    await aWorker({
      forget_old: async () => void done.push("the uncommitted one"),
      fold_views: async () => void done.push("the later one"),
    });
    await transaction(async (tx) => {
      await enqueue(tx, "forget_old", {});
      await transaction((other) => enqueue(other, "fold_views", {}));
      expect(await until(() => done.length === 1, WITHIN_MS)).toBe(true);
    });
    expect(await until(() => done.length === 2, WITHIN_MS)).toBe(true);
    expect(done).toEqual(["the later one", "the uncommitted one"]);
  });
  test("waits for its hour", async () => {
    const after = new Date(Date.now() + 3_600_000);
    await transaction((tx) => enqueue(tx, "forget_old", {}, { after }));
    expect(await rows("select start_after from jobs.job")).toEqual([{ start_after: after }]);
  });
  test("is done right after the one before it: many that wait do not wait for a look each", async () => {
    for (let i = 0; i < 5; i += 1) await transaction((tx) => enqueue(tx, "forget_old", {}));
    let done = 0;
    const failing = async () => {
      done += 1;
      if (done === 2) throw new Error("the second one fails");
    };
    await aWorker({ forget_old: failing }, 3_600);
    expect(await until(() => done === 5, WITHIN_MS)).toBe(true);
  });
  test("is done by one of two workers", async () => {
    const done: string[] = [];
    await aWorker({ forget_old: async () => void done.push("one") });
    await aWorker({ forget_old: async () => void done.push("other") });
    for (let i = 0; i < 6; i++) await transaction((tx) => enqueue(tx, "forget_old", {}));
    expect(await until(async () => (await jobs()).every(({ state }) => state === "completed"), WITHIN_MS)).toBe(true);
    expect(done).toHaveLength(6);
  });
  test("that fails is tried again later and later, and is dead after its last try, with the reason", async () => {
    let tries = 0;
    await aWorker({
      forget_old: async () => {
        tries += 1;
        throw new Error("outer", { cause: new Error(`no answer, try ${tries}`) });
      },
    });
    await transaction((tx) => enqueue(tx, "forget_old", {}));
    const pauses: number[] = [];
    for (let tried = 1; tried <= 5; tried++) {
      expect(await until(async () => (await jobs())[0]?.state === "retry", WITHIN_MS)).toBe(true);
      const [row] = await rows("select extract(epoch from start_after - now())::float as pause from jobs.job");
      pauses.push(Number(row.pause));
      await withoutPause();
      expect(await until(() => tries > tried, WITHIN_MS)).toBe(true);
    }
    expect(await until(async () => (await countDead(admin.siteId)) === 1, WITHIN_MS)).toBe(true);
    expect(pauses[0]).toBeGreaterThan(25);
    expect(Math.max(...pauses)).toBeGreaterThan(4 * Number(pauses[0]));
    expect(await deadJobs(admin.siteId)).toEqual([
      {
        name: "forget_old",
        id: expect.any(String),
        tries: 6,
        diedAt: expect.any(Date),
        reason: "no answer, try 6",
      },
    ]);
  });
  test("under which a worker was killed is done again by another one", async () => {
    await transaction((tx) => enqueue(tx, "forget_old", {}));
    await aWorker({});
    await until(async () => (await jobs())[0]?.state === "completed", WITHIN_MS);
    // As SIGKILL leaves it: in hand, and nobody says that they are at it.
    await rows("update jobs.job set state = 'active', completed_on = null, heartbeat_on = now() - interval '1 minute'");
    expect(await until(async () => (await jobs())[0]?.state === "retry", WITHIN_MS)).toBe(true);
    await withoutPause();
    expect(await until(async () => (await jobs())[0]?.state === "completed", WITHIN_MS)).toBe(true);
  });
});

describe("a dead job", () => {
  const dead = async (reason = "the printer is out of paper") => {
    await transaction((tx) => enqueue(tx, "forget_old", {}));
    const [row] = await rows(
      `update jobs.job set state = 'failed', retry_count = retry_limit, completed_on = now(),
       output = jsonb_build_object('message', $1::text) returning id`,
      [reason],
    );
    return { job: "forget_old", id: String(row.id) } as const;
  };
  test("is done when an administrator has it tried again", async () => {
    const which = await dead();
    let done = 0;
    await aWorker({ forget_old: async () => void done++ });
    await tryAgain(admin, which);
    expect((await pressed()).at(-1)).toMatchObject({ by_id: admin.personId, kind: "job_tried_again", payload: which });
    expect(await until(() => done === 1, WITHIN_MS)).toBe(true);
    expect(await deadJobs(admin.siteId)).toEqual([]);
  });
  test("is gone when an administrator gives it up", async () => {
    const which = await dead();
    await giveUp(admin, which);
    expect(await jobs()).toEqual([]);
    expect((await pressed()).at(-1)).toEqual({
      ...{ site_id: admin.siteId, by_id: admin.personId, kind: "job_given_up", payload: which },
    });
  });
  test("is touched by nobody else", async () => {
    const which = await dead();
    const before = await pressed();
    for (const touch of [tryAgain, giveUp]) {
      await expect(touch(approver, which)).rejects.toMatchObject({ code: "not_allowed" });
    }
    expect(await deadJobs(admin.siteId)).toHaveLength(1);
    expect(await pressed()).toEqual(before);
  });
  test("is its own site's, and one that is of no site is everybody's who keeps the install running", async () => {
    const [{ id: otherSite }] = await rows("insert into sites (key, name) values ('sen-nam', 'Sen Nam') returning id");
    const there = { ...admin, siteId: otherSite };
    const [{ id: linkId }] = await rows(
      `insert into one_time_links (token_hash, purpose, person_id, expires_at)
       values ('a', 'reset', $1, now() + interval '1 day') returning id`,
      [admin.personId],
    );
    const [{ id: mailId }] = await rows(
      "insert into mails (site_id, person_id, link_id, kinds) values ($1, $2, $3, '{asked}') returning id::int",
      [otherSite, admin.personId, linkId],
    );
    const [{ id: grantId }] = await rows(
      "insert into grants (site_id, person_id, role) values ($1, $2, 'reporter') returning id",
      [otherSite, admin.personId],
    );
    const [{ id: fileId }] = await rows(
      `insert into files (site_id, sha256, media_type, size, uploaded_by)
       values ($1, repeat('a', 64), 'image/jpeg', 100, $2) returning id`,
      [otherSite, admin.personId],
    );
    const [{ id: proposalId }] = await rows(
      `insert into office_events (site_id, kind, by_id, payload)
       values ($1, 'section_name_proposed', $2, '{}') returning id::int`,
      [otherSite, admin.personId],
    );
    await transaction(async (tx) => {
      await enqueue(tx, "send_mail", { mailId });
      await enqueue(tx, "tell_asked", { about: "name", id: proposalId });
      await enqueue(tx, "tell_asked", { about: "role", id: grantId });
      await enqueue(tx, "tell_asked", { about: "way_in", id: admin.personId });
      await enqueue(tx, "send_mail", { mailId: mailId + 1 });
      await enqueue(tx, "forget_old", {});
      await enqueue(tx, "make_renditions", { fileId });
    });
    await rows("update jobs.job set state = 'failed', completed_on = now()");
    const all = await rows(
      "select name, id::text, data from jobs.job order by name, data ->> 'about', data ->> 'mailId'",
    );
    const [forgetting, itsPicture, itsMail, nobodysMail, ...asked] = all.map(({ id }) => id);
    const seenBy = async ({ siteId }: typeof admin) => (await deadJobs(siteId)).map(({ id }) => id).toSorted();
    expect(await seenBy(there)).toEqual([forgetting, itsPicture, itsMail, nobodysMail, ...asked].toSorted());
    expect(await seenBy(admin)).toEqual([forgetting, nobodysMail].toSorted());
    expect([await countDead(there.siteId), await countDead(admin.siteId)]).toEqual([7, 2]);
    for (const touch of [tryAgain, giveUp]) {
      await expect(touch(admin, { job: "send_mail", id: itsMail })).rejects.toMatchObject({ code: "wrong_state" });
    }
    await giveUp(there, { job: "send_mail", id: itsMail });
    await giveUp(admin, { job: "send_mail", id: nobodysMail });
    expect(await seenBy(there)).toEqual([forgetting, itsPicture, ...asked].toSorted());
  });
  test("that somebody else has seen to is no job to give up: one that waits or runs is not touched", async () => {
    const which = await dead();
    await tryAgain(admin, which);
    for (const touch of [tryAgain, giveUp]) {
      await expect(touch(admin, which)).rejects.toMatchObject({ code: "wrong_state" });
    }
    expect(await jobs()).toEqual([{ name: "forget_old", state: "retry" }]);
  });
});

test("a job that takes long ends when the worker is asked to go, and is done again by the next one", async () => {
  const begun = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<never>();
  let reason: unknown;
  const long = (_: object, ending: AbortSignal) => {
    ending.addEventListener("abort", () => {
      reason = ending.reason;
      asked.reject(ending.reason);
    });
    begun.resolve();
    return asked.promise;
  };
  await aWorker({ verify: long });
  await transaction((tx) => enqueue(tx, "verify", {}));
  await begun.promise;
  expect(await stateOf("verify")).toBe("running");
  await running.pop()?.stop(WITHIN_MS);
  // Not by pg-boss, once the time to leave is up.
  expect(reason).toEqual(new Error("the worker was asked to go"));
  expect(await stateOf("verify")).toBe("waiting");
  expect(said.filter((line) => line.includes("failed"))).toEqual([]);
  let done = 0;
  await aWorker({ verify: async () => void done++ });
  await withoutPause();
  expect(await until(() => done === 1, WITHIN_MS)).toBe(true);
  expect(await until(async () => (await stateOf("verify")) === null, WITHIN_MS)).toBe(true);
});

describe("to look everything over", () => {
  const waiting = () => rows("select state from jobs.job where name = 'verify' order by created_on");
  test("is queued once, however often and by however many it is asked for", async () => {
    const before = (await pressed()).length;
    await verifyNow(admin);
    await Promise.all([verifyNow(admin), verifyNow(admin)]);
    expect(await waiting()).toEqual([{ state: "created" }]);
    await rows("update jobs.job set state = 'active', started_on = now(), heartbeat_on = now() where name = 'verify'");
    await verifyNow(admin);
    expect(await waiting()).toEqual([{ state: "active" }]);
    expect((await pressed()).slice(before)).toEqual([
      { site_id: admin.siteId, by_id: admin.personId, kind: "verify_asked", payload: {} },
    ]);
  });
  test("can be asked for again once it is done", async () => {
    await verifyNow(admin);
    await rows("update jobs.job set state = 'completed', completed_on = now()");
    await verifyNow(admin);
    expect(await waiting()).toEqual([{ state: "completed" }, { state: "created" }]);
  });
  test("is for administrators", async () => {
    const before = await pressed();
    await expect(verifyNow(approver)).rejects.toMatchObject({ code: "not_allowed" });
    expect([await waiting(), await pressed()]).toEqual([[], before]);
  });
  test("after its last try is one job again when it is tried again beside another one", async () => {
    await verifyNow(admin);
    const [{ id }] = await rows("update jobs.job set state = 'failed', completed_on = now() returning id");
    await verifyNow(admin);
    await tryAgain(admin, { job: "verify", id });
    expect(await waiting()).toEqual([{ state: "created" }]);
  });
});

test("what is done every day is queued by the clock of Vietnam, and what is no job any more is not", async () => {
  await rows(
    'insert into jobs.queue select (jsonb_populate_record(q, \'{"name":"old"}\')).* from jobs.queue q limit 1',
  );
  await rows("insert into jobs.schedule (name, cron) values ('old', '* * * * *')");
  await aWorker({});
  expect(await rows("select name, cron, timezone from jobs.schedule order by name")).toEqual([
    { name: "check_files", cron: "37 2 * * *", timezone: "Asia/Ho_Chi_Minh" },
    { name: "fill_search", cron: "57 4 * * *", timezone: "Asia/Ho_Chi_Minh" },
    { name: "fold_views", cron: "47 3 * * *", timezone: "Asia/Ho_Chi_Minh" },
    { name: "forget_cuts", cron: "7 4 * * *", timezone: "Asia/Ho_Chi_Minh" },
    { name: "forget_old", cron: "17 3 * * *", timezone: "Asia/Ho_Chi_Minh" },
    { name: "keep_erased", cron: "27 2 * * *", timezone: "Asia/Ho_Chi_Minh" },
    { name: "tell_licences", cron: "7 7 * * *", timezone: "Asia/Ho_Chi_Minh" },
    { name: "verify", cron: "17 1 * * *", timezone: "Asia/Ho_Chi_Minh" },
  ]);
});
