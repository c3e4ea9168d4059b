import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aDatabase, type TestDatabase } from "./testing.ts";
import { transaction } from "./transaction.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());

test("a statement that fails says which it was and why, and no word of what it was about to write", async () => {
  const words = "lời trong bài chưa đăng";
  const failing = transaction((tx) =>
    tx.execute(sql`insert into people (email, name) values (${words.toUpperCase()}, ${words})`),
  );
  const error: unknown = await failing.catch((thrown: unknown) => thrown);
  const printed = inspect(error, { depth: 9 });
  expect(printed).toContain("insert into people");
  expect(printed).toContain("an_address_is_kept_in_lower_case");
  expect(printed.toLowerCase()).not.toContain(words);
});
