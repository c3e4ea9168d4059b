import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aDatabase, asOwner, type TestDatabase } from "./testing.ts";
import { transaction } from "./transaction.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());

test("a connection that dies between two statements fails its transaction and nothing else", async () => {
  const cut = transaction(async (tx) => {
    const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await asOwner(db.ownerUrl, "select pg_terminate_backend($1, 5000)", [rows[0]?.pid]);
    // The news of it arrives while no statement runs that it could be told to.
    await new Promise((heard) => setTimeout(heard, 100));
    await tx.execute(sql`select 1`);
  });
  await expect(cut).rejects.toThrow();
  const { rows } = await transaction((tx) => tx.execute(sql`select 1 as one`));
  expect(rows).toEqual([{ one: 1 }]);
});
