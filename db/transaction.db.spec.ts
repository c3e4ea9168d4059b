import { inspect } from "node:util";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "./client.ts";
import { people } from "./schema/people.ts";
import { sealed } from "./seal.ts";
import { oneDatabase } from "./testing.ts";
import { transaction } from "./transaction.ts";

const { rows: asOwner } = oneDatabase();

test("a statement that fails says which it was and why, and no word of what it was about to write", async () => {
  const failing = transaction((tx) =>
    tx.insert(people).values(sealed(people, { email: words.toUpperCase(), name: words })),
  );
  const error: unknown = await failing.catch((thrown: unknown) => thrown);
  const printed = inspect(error, { depth: 9 });
  expect(printed).toContain('insert into "people"');
  expect(printed).toContain("an_address_is_kept_in_lower_case");
  expect(printed.toLowerCase()).not.toContain(words);
});

const words = "lời trong bài chưa đăng";
const FAILING: [string, () => Promise<unknown>][] = [
  [
    "looks for them",
    async () =>
      database()
        .select()
        .from(people)
        .where(eq(people.id, words as never)),
  ],
  ["looks for them on the front's side", () => database("front").execute(sql`select ${words}::integer`)],
  [
    "was prepared",
    () =>
      database()
        .select()
        .from(people)
        .where(eq(people.id, words as never))
        .prepare("p")
        .execute(),
  ],
  [
    "is inside of a transaction inside",
    () => transaction((tx) => tx.transaction((t) => t.execute(sql`select ${words}::date`))),
  ],
];
test.each(FAILING)("a statement that fails and %s prints no word of them", async (_, failing) => {
  const error: unknown = await failing().catch((thrown: unknown) => thrown);
  const printed = inspect(error, { depth: 9 });
  expect(printed).toContain("Failed query: select");
  expect(printed).not.toContain("lời");
});

test("a row that somebody holds is waited for some seconds, and then refused with a sentence", async () => {
  await asOwner("insert into sites (key, name) values ('giu', 'Giữ')");
  const held = transaction(async (tx) => {
    await tx.execute(sql`select from sites where key = 'giu' for update`);
    const other = transaction(async (inner) => {
      await inner.execute(sql`set local lock_timeout = 50`);
      await inner.execute(sql`select from sites where key = 'giu' for update`);
    });
    await expect(other).rejects.toMatchObject({ code: "slow_down", sentence: expect.stringContaining("người khác") });
  });
  await held;
  const { rows } = await database().execute<{ lock_timeout: string }>(sql`show lock_timeout`);
  expect(rows).toEqual([{ lock_timeout: "5s" }]);
});
