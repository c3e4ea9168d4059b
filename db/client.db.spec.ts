import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database, pool } from "./client.ts";
import { hadOutageSince } from "./outage.ts";
import { oneDatabase } from "./testing.ts";
import { transaction } from "./transaction.ts";

const { rows: asOwner } = oneDatabase();

test("a connection that dies between two statements fails its transaction and nothing else", async () => {
  const ended = Promise.withResolvers<void>();
  pool().once("acquire", (connection) => connection.once("end", ended.resolve));
  const cut = transaction(async (tx) => {
    const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await asOwner("select pg_terminate_backend($1, 5000)", [rows[0]?.pid]);
    // The news of it arrives while no statement runs that it could be told to.
    await ended.promise;
    await tx.execute(sql`select 1`);
  }, "front");
  await expect(cut).rejects.toThrow();
  const { rows } = await transaction((tx) => tx.execute(sql`select 1 as one`));
  expect(rows).toEqual([{ one: 1 }]);
});

test("while the whole desk stands in line for a row, readers are served and the desk is told to try again", async () => {
  await asOwner("insert into sites (key, name) values ('hang', 'Hàng')");
  const locked = Promise.withResolvers<void>();
  const letGo = Promise.withResolvers<void>();
  const began = performance.now();
  const lock = (tx: Parameters<Parameters<typeof transaction>[0]>[0]) =>
    tx.execute(sql`select from sites where key = 'hang' for update`);
  const holder = transaction(async (tx) => {
    await lock(tx);
    locked.resolve();
    await letGo.promise;
  });
  await locked.promise;
  try {
    let answered = 0;
    const line = Array.from({ length: 12 }, () =>
      transaction(lock)
        .catch((error: unknown) => error)
        .finally(() => (answered += 1)),
    );
    const reading = Array.from({ length: 20 }, () => database("front").execute(sql`select name from sites`));
    expect((await Promise.all(reading)).map(({ rowCount }) => rowCount)).toEqual(Array(20).fill(1));
    expect(answered).toBe(0);
    const refused = await Promise.all(line);
    expect(refused).toEqual(Array(12).fill(expect.objectContaining({ code: "slow_down" })));
    expect(performance.now() - began).toBeLessThan(14_000);
    expect(hadOutageSince(began)).toBe(true);
  } finally {
    letGo.resolve();
    await holder;
  }
});
