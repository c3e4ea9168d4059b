import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "./client.ts";
import { inTurn } from "./snapshot.ts";
import { oneDatabase } from "./testing.ts";
import { inOneSnapshot } from "./transaction.ts";

const { rows } = oneDatabase();

const counted = () =>
  inTurn(async () => Number((await database("front").execute(sql`select count(*) as n from sites`)).rows[0]?.n));

test("what is asked in one snapshot is answered as of one moment, also when it is asked all at once", async () => {
  const seen = await inOneSnapshot(async () => {
    const first = await counted();
    await rows("insert into sites (key, name) values ('sen-ho', 'Sen Hồ')");
    return [first, ...(await Promise.all([counted(), counted(), counted()]))];
  });
  expect(seen).toEqual([0, 0, 0, 0]);
  expect(await counted()).toBe(1);
});

test("nothing can be written there, and the desk asks where it always does", async () => {
  const writing = () =>
    inOneSnapshot(() =>
      database("front")
        .execute(sql`update sites set name = 'Khác'`)
        .then(() => "written"),
    );
  await expect(writing()).rejects.toMatchObject({ cause: { code: "25006" } });
  await inOneSnapshot(async () => expect(database("desk")).not.toBe(database("front")));
});
