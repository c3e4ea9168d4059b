import { beforeAll, expect, test } from "vitest";
import { migrate } from "#db/migrate.ts";
import { oneDatabase } from "#db/testing.ts";
import { transaction } from "#db/transaction.ts";
import { announce } from "#features/facts/announce.ts";
import { subscribe } from "./subscription.ts";

const { db, rows } = oneDatabase();
let siteId: number;
beforeAll(async () => {
  [{ id: siteId }] = await rows("insert into sites (key, name) values ('sen-ho', 'Sen Hồ') returning id");
});

const tell = (fact: "document:1" | "document:2") => transaction((tx) => announce(tx, siteId, [fact]));

/** What a front sees that has just begun, and after something was announced. */
async function twoLooks() {
  const line = await subscribe(
    () => undefined,
    () => undefined,
  );
  const first = await line.look(null);
  await tell("document:2");
  const second = await line.look(first.horizon);
  line.hangUp();
  return { server: first.server, facts: second.announcements.flatMap(({ facts }) => facts) };
}

test("after a restore on a server with lower numbers a look reads what was announced since the last one, and nothing older", async () => {
  await tell("document:1");
  await rows("update announcements set xact = (xact::text::bigint + 1000000000000)::text::xid8");
  await migrate(db.ownerUrl);
  expect((await twoLooks()).facts).toEqual(["document:2"]);
});

test("a database that was restored under the same server is another one: nobody knows what it was told", async () => {
  const { server } = await twoLooks();
  expect((await twoLooks()).server).toBe(server);
  // As `pg_restore --clean` does.
  await rows("alter table announcements rename to older");
  await rows("create table announcements (like older including all)");
  await rows("drop table older");
  await migrate(db.ownerUrl);
  expect((await twoLooks()).server).not.toBe(server);
});
