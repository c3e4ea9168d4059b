import pg from "pg";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { oneDatabase } from "#db/testing.ts";
import { transaction } from "#db/transaction.ts";
import { announce } from "#features/facts/announce.ts";
import type { Fact } from "#features/facts/facts.ts";
import { subscribe } from "#features/publishing/subscription.ts";
import { type AnnouncementFollower, startFollower } from "./follower.ts";

const { db, rows } = oneDatabase();
let siteId: number;
let follower: AnnouncementFollower;
let heard: string[];
let states: string[];
/** States and news in the order in which they were told. */
let all: string[];

beforeAll(async () => {
  [{ id: siteId }] = await rows("insert into sites (key, name) values ('sen-ho', 'Sen Hồ') returning id");
});

beforeEach(() => followWith({ ...PATIENT }));
afterEach(() => follower.stop());

/** How long a busy machine may take; how long it does take is measured by the bench. */
const SOON = { timeout: 20_000, interval: 5 };
/** However busy the machine is, no look comes too late. */
const PATIENT = { patienceMs: SOON.timeout, hangsUpAfterMs: SOON.timeout };
/** What was announced before the first look is nobody's news. */
const FIRST = "hearing, and may have missed some";
const AGAIN = "hearing, and has missed none";
/** Longer than any test: what is heard nevertheless was heard by the other way. */
const NEVER = 600_000;

async function followWith(ways: Parameters<typeof startFollower>[1]): Promise<void> {
  heard = [];
  states = [];
  all = [];
  const note = (state: string) => {
    states.push(state);
    all.push(state);
  };
  follower = startFollower(
    {
      onHearing: (missed) => note(missed ? FIRST : AGAIN),
      onDeaf: () => note("deaf"),
      onNews(news) {
        const facts = news.flatMap((one) => one.facts);
        heard.push(...facts);
        all.push(...facts);
      },
    },
    ways,
  );
  await vi.waitFor(() => expect(states).toEqual([FIRST]), SOON);
}

const tell = (...facts: Fact[]) => transaction((tx) => announce(tx, siteId, facts));

test("NOTIFY brings an announcement without waiting for the next look, once", async () => {
  await follower.stop();
  await followWith({ lookEveryMs: NEVER, ...PATIENT });
  await tell("list:home:1", "list:section:5");
  await vi.waitFor(() => expect(heard).toEqual(["list:home:1", "list:section:5"]), SOON);
  await tell("document:3");
  await vi.waitFor(() => expect(heard).toEqual(["list:home:1", "list:section:5", "document:3"]), SOON);
});

test("what a rolled back transaction announced is not heard", async () => {
  await transaction(async (tx) => {
    await announce(tx, siteId, ["document:4"]);
    throw new Error("changed my mind");
  }).catch(() => undefined);
  await tell("document:5");
  await vi.waitFor(() => expect(heard).toContain("document:5"), SOON);
  expect(heard).not.toContain("document:4");
});

test("a transaction that announced first and commits last is heard, and holds up nobody meanwhile", async () => {
  const slow = new pg.Client({ connectionString: db.appUrl });
  await slow.connect();
  await slow.query("begin");
  await slow.query("insert into announcements (site_id, facts) values ($1, '{document:6}')", [siteId]);
  const held = slow.query("select pg_sleep(6)");
  for (const fact of ["document:7", "document:8", "document:9"] as const) {
    await tell(fact);
    await vi.waitFor(() => expect(heard).toContain(fact), SOON);
  }
  await held;
  expect(heard).not.toContain("document:6");
  await slow.query("commit");
  await vi.waitFor(() => expect(heard).toContain("document:6"), SOON);
  await slow.end();
  expect(heard.toSorted()).toEqual(["document:6", "document:7", "document:8", "document:9"]);
});

test("polling hears an announcement whose NOTIFY was lost", async () => {
  await rows("insert into announcements (site_id, facts) values ($1, '{document:10}')", [siteId]);
  await vi.waitFor(() => expect(heard).toEqual(["document:10"]), SOON);
});

test("no page that waits for the database keeps announcements from being heard", async () => {
  await follower.stop();
  const letGo = Promise.withResolvers<void>();
  const pages = Array.from({ length: 8 }, () => {
    const begun = Promise.withResolvers<void>();
    const page = transaction(async () => {
      begun.resolve();
      await letGo.promise;
    }, "front");
    return { begun: begun.promise, page };
  });
  await Promise.all(pages.map(({ begun }) => begun));
  await followWith({ ...PATIENT });
  await tell("document:11");
  await vi.waitFor(() => expect(heard).toEqual(["document:11"]), SOON);
  letGo.resolve();
  await Promise.all(pages.map(({ page }) => page));
});

test("a lost connection is said at once, and a new one is made", async () => {
  await rows(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  await vi.waitFor(() => expect(states).toEqual([FIRST, "deaf", AGAIN]), SOON);
  await tell("document:12");
  await vi.waitFor(() => expect(heard).toEqual(["document:12"]), SOON);
});

test("what was announced while the connection was away is told before it is said that we hear again", async () => {
  await follower.stop();
  const away = Promise.withResolvers<void>();
  let lines = 0;
  const open: typeof subscribe = async (...heard) => {
    lines += 1;
    if (lines > 1) await away.promise;
    return subscribe(...heard);
  };
  await followWith({ open, ...PATIENT, opensWithinMs: SOON.timeout });
  // That one alone: a pool may give out a connection that was cut a moment ago.
  await rows(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and query like '%pg_postmaster_start_time%'`,
  );
  await vi.waitFor(() => expect(states).toContain("deaf"), SOON);
  await tell("document:13");
  away.resolve();
  await vi.waitFor(() => expect(all).toEqual([FIRST, "deaf", "document:13", AGAIN]), SOON);
});
