import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { closeDatabase, database, openDatabase } from "./client.ts";
import { oneDatabase } from "./testing.ts";

const { db, rows } = oneDatabase();

const lines = () => process.getActiveResourcesInfo().filter((name) => name === "TCPSocketWrap").length;

test("what stops PostgreSQL after the database was closed cuts off nobody: every connection has hung up", async () => {
  await closeDatabase();
  const before = lines();
  openDatabase(db, "closing");
  const asked = (["desk", "front"] as const).flatMap((side) => Array(5).fill(side));
  await Promise.all(asked.map((side) => database(side).execute(sql`select pg_sleep(0.05)`)));
  expect(lines()).toBe(before + 10);
  await closeDatabase();
  expect(lines()).toBe(before);
  const left = "select from pg_stat_activity where application_name = 'closing'";
  expect(await rows(left)).toEqual([]);
  openDatabase(db);
});
