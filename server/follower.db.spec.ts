import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { aDatabase, asOwner, type TestDatabase } from "#db/testing.ts";
import { transaction } from "#db/transaction.ts";
import { announce } from "#features/publishing/announce.ts";
import { type Follower, startFollower } from "./follower.ts";

let database: TestDatabase;
let siteId: number;
let follower: Follower;
let heard: string[];
let states: string[];

beforeAll(async () => {
  database = await aDatabase();
  const made = await asOwner(
    database.ownerUrl,
    "insert into sites (key, name) values ('sen-ho', 'Sen Hồ') returning id",
  );
  siteId = made.rows[0].id;
});
afterAll(() => database.close());

beforeEach(async () => {
  heard = [];
  states = [];
  follower = startFollower({
    onHearing: () => states.push("hearing"),
    onDeaf: () => states.push("deaf"),
    onNews: (news) => heard.push(...news.flatMap(({ surfaces }) => surfaces)),
  });
  await vi.waitFor(() => expect(states).toEqual(["hearing"]), 5_000);
});
afterEach(() => follower.stop());

const tell = (...surfaces: string[]) => transaction((tx) => announce(tx, siteId, surfaces));

test("an announcement is heard soon after its commit, once", async () => {
  const began = Date.now();
  await tell("/", "/tin-tuc");
  await vi.waitFor(() => expect(heard).toEqual(["/", "/tin-tuc"]), { timeout: 1_000, interval: 5 });
  expect(Date.now() - began).toBeLessThan(400);
  await tell("/sau");
  await vi.waitFor(() => expect(heard).toEqual(["/", "/tin-tuc", "/sau"]), 2_000);
});

test("what a rolled back transaction announced is not heard", async () => {
  await transaction(async (tx) => {
    await announce(tx, siteId, ["/bo"]);
    throw new Error("changed my mind");
  }).catch(() => undefined);
  await tell("/that");
  await vi.waitFor(() => expect(heard).toContain("/that"), 2_000);
  expect(heard).not.toContain("/bo");
});

test("a transaction that announced first and commits last is heard, and holds up nobody meanwhile", async () => {
  const slow = new pg.Client({ connectionString: database.appUrl });
  await slow.connect();
  await slow.query("begin");
  await slow.query("insert into announcements (site_id, surfaces) values ($1, '{/cham}')", [siteId]);
  const held = slow.query("select pg_sleep(6)");
  for (const surface of ["/nhanh-1", "/nhanh-2", "/nhanh-3"]) {
    await tell(surface);
    await vi.waitFor(() => expect(heard).toContain(surface), { timeout: 1_000, interval: 10 });
  }
  await held;
  expect(heard).not.toContain("/cham");
  await slow.query("commit");
  await vi.waitFor(() => expect(heard).toContain("/cham"), 2_000);
  await slow.end();
  expect(heard.toSorted()).toEqual(["/cham", "/nhanh-1", "/nhanh-2", "/nhanh-3"]);
});

test("polling hears an announcement whose NOTIFY was lost", async () => {
  await asOwner(database.ownerUrl, "insert into announcements (site_id, surfaces) values ($1, '{/lang-le}')", [siteId]);
  await vi.waitFor(() => expect(heard).toEqual(["/lang-le"]), 1_500);
});

test("a lost connection is said at once, and a new one is made", async () => {
  await asOwner(
    database.ownerUrl,
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  await vi.waitFor(() => expect(states).toEqual(["hearing", "deaf", "hearing"]), { timeout: 3_000, interval: 5 });
  await tell("/sau-khi-noi-lai");
  await vi.waitFor(() => expect(heard).toEqual(["/sau-khi-noi-lai"]), 2_000);
});
