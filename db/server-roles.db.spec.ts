import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { OWN_MARK } from "./client.ts";
import { othersDecide, serverRolesAlive } from "./server-roles.ts";
import { oneDatabase } from "./testing.ts";

const { db } = oneDatabase();

/** A process on this database, by what it calls its connections. */
async function aServer(roles: string, mark: string): Promise<void> {
  const client = new pg.Client({
    connectionString: db.appUrl,
    application_name: `toasoan_server:${roles}:${mark}`,
  });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query("select 1");
}

test("whoever serves a desk or goes live by the clock can change what readers see, and a worker cannot", async () => {
  expect(await othersDecide()).toBe(false);
  await aServer("web+clock", OWN_MARK);
  await aServer("worker", "other");
  expect(await othersDecide()).toBe(false);
  expect(await serverRolesAlive()).toEqual(["web", "worker", "clock"]);
  await aServer("clock", "another");
  expect(await othersDecide()).toBe(true);
});
