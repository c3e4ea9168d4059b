import { once } from "node:events";
import pg from "pg";
import { expect, test } from "vitest";
import { oneDatabase } from "#db/testing.ts";
import { endWhenLate } from "./pg-late.ts";

const { db } = oneDatabase();

/** A pool of one connection that gives a statement up after 50 ms, and what it answers after it has. */
async function afterALateOne(mend: (connection: pg.PoolClient) => void) {
  const pool = new pg.Pool({ connectionString: db.ownerUrl, max: 1, query_timeout: 50 });
  pool.on("connect", mend);
  const pid = async () => (await pool.query("select pg_backend_pid() as pid")).rows[0].pid;
  try {
    const before = await pid();
    const connection = await pool.connect();
    const late = await connection.query("select pg_sleep(0.5)").catch((error: Error) => error.message);
    connection.release();
    return { late, after: await pid().catch((error: Error) => error.message), before };
  } finally {
    await pool.end();
  }
}

test("after a statement that pg gave up, the next one gets a connection of its own", async () => {
  const { late, after, before } = await afterALateOne(endWhenLate);
  expect(late).toBe("Query read timeout");
  expect(after).toEqual(expect.any(Number));
  expect(after).not.toBe(before);
});

test("pg itself still hands out the one that waits for the old answer: else the patch can go", async () => {
  expect(await afterALateOne(() => undefined)).toMatchObject({ after: "Query read timeout" });
});

test("a statement that is answered in time leaves its connection alone", async () => {
  const connection = new pg.Client({ connectionString: db.ownerUrl, query_timeout: 5_000 });
  endWhenLate(connection);
  await connection.connect();
  await expect(connection.query("select wrong")).rejects.toThrow("wrong");
  expect((await connection.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  const ended = once(connection, "end");
  await connection.end();
  await ended;
});
