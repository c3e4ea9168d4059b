import pg from "pg";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { oneDatabase } from "#db/testing.ts";
import { transaction } from "#db/transaction.ts";
import { announce } from "#features/publishing/announce.ts";
import { type Follower, startFollower } from "./follower.ts";

const { db, rows } = oneDatabase();
let siteId: number;
let follower: Follower;
let heard: string[];
let states: string[];

beforeAll(async () => {
  [{ id: siteId }] = await rows("insert into sites (key, name) values ('sen-ho', 'Sen Hồ') returning id");
});

beforeEach(() => followWith({ patienceMs: SOON.timeout }));
afterEach(() => follower.stop());

/** How long a busy machine may take; how long it does take is measured by the bench. */
const SOON = { timeout: 20_000, interval: 5 };
/** Longer than any test: what is heard nevertheless was heard by the other way. */
const NEVER = 600_000;

async function followWith(ways: Parameters<typeof startFollower>[1]): Promise<void> {
  heard = [];
  states = [];
  const onNews: Parameters<typeof startFollower>[0]["onNews"] = (news) =>
    heard.push(...news.flatMap(({ surfaces }) => surfaces));
  const listener = { onHearing: () => states.push("hearing"), onDeaf: () => states.push("deaf"), onNews };
  follower = startFollower(listener, ways);
  await vi.waitFor(() => expect(states).toEqual(["hearing"]), SOON);
}

const tell = (...surfaces: string[]) => transaction((tx) => announce(tx, siteId, surfaces));

test("NOTIFY brings an announcement without waiting for the next look, once", async () => {
  await follower.stop();
  await followWith({ lookEveryMs: NEVER, patienceMs: SOON.timeout });
  await tell("/", "/tin-tuc");
  await vi.waitFor(() => expect(heard).toEqual(["/", "/tin-tuc"]), SOON);
  await tell("/sau");
  await vi.waitFor(() => expect(heard).toEqual(["/", "/tin-tuc", "/sau"]), SOON);
});

test("what a rolled back transaction announced is not heard", async () => {
  await transaction(async (tx) => {
    await announce(tx, siteId, ["/bo"]);
    throw new Error("changed my mind");
  }).catch(() => undefined);
  await tell("/that");
  await vi.waitFor(() => expect(heard).toContain("/that"), SOON);
  expect(heard).not.toContain("/bo");
});

test("a transaction that announced first and commits last is heard, and holds up nobody meanwhile", async () => {
  const slow = new pg.Client({ connectionString: db.appUrl });
  await slow.connect();
  await slow.query("begin");
  await slow.query("insert into announcements (site_id, surfaces) values ($1, '{/cham}')", [siteId]);
  const held = slow.query("select pg_sleep(6)");
  for (const surface of ["/nhanh-1", "/nhanh-2", "/nhanh-3"]) {
    await tell(surface);
    await vi.waitFor(() => expect(heard).toContain(surface), SOON);
  }
  await held;
  expect(heard).not.toContain("/cham");
  await slow.query("commit");
  await vi.waitFor(() => expect(heard).toContain("/cham"), SOON);
  await slow.end();
  expect(heard.toSorted()).toEqual(["/cham", "/nhanh-1", "/nhanh-2", "/nhanh-3"]);
});

test("polling hears an announcement whose NOTIFY was lost", async () => {
  await rows("insert into announcements (site_id, surfaces) values ($1, '{/lang-le}')", [siteId]);
  await vi.waitFor(() => expect(heard).toEqual(["/lang-le"]), SOON);
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
  await followWith({ patienceMs: SOON.timeout });
  await tell("/trong-luc-dong");
  await vi.waitFor(() => expect(heard).toEqual(["/trong-luc-dong"]), SOON);
  letGo.resolve();
  await Promise.all(pages.map(({ page }) => page));
});

test("a lost connection is said at once, and a new one is made", async () => {
  await rows(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  await vi.waitFor(() => expect(states).toEqual(["hearing", "deaf", "hearing"]), SOON);
  await tell("/sau-khi-noi-lai");
  await vi.waitFor(() => expect(heard).toEqual(["/sau-khi-noi-lai"]), SOON);
});
