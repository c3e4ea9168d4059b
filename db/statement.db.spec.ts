import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { people } from "./schema/people.ts";
import { changeSealed } from "./seal.ts";
import { type Given, statement } from "./statement.ts";
import { oneDatabase } from "./testing.ts";
import { transaction } from "./transaction.ts";

const { rows: asOwner } = oneDatabase();

const write = vi.fn((db: Parameters<Parameters<typeof statement>[1]>[0], { email }: Given<{ email: string }>) =>
  db.select({ name: people.name }).from(people).where(eq(people.email, email)),
);
const named = statement("named", write);

test("a statement is written once for all transactions on a connection, and answers each with its own values", async () => {
  await asOwner("insert into people (email, name) values ('an@mot.vn', 'An'), ('binh@mot.vn', 'Bình')");
  expect(await transaction((tx) => named(tx, { email: "an@mot.vn" }))).toEqual([{ name: "An" }]);
  expect(await transaction((tx) => named(tx, { email: "binh@mot.vn" }))).toEqual([{ name: "Bình" }]);
  expect(await transaction((tx) => named(tx, { email: "nobody@mot.vn" }))).toEqual([]);
  expect(write).toHaveBeenCalledOnce();
});

test("it runs in the transaction that asks it: what is undone there was never there", async () => {
  const undone = transaction(async (tx) => {
    await changeSealed(tx, people, eq(people.email, "an@mot.vn"), () => ({ name: "Chi" }));
    expect(await named(tx, { email: "an@mot.vn" })).toEqual([{ name: "Chi" }]);
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await transaction((tx) => named(tx, { email: "an@mot.vn" }))).toEqual([{ name: "An" }]);
});

test("it works in a transaction inside a transaction too", async () => {
  const found = transaction((tx) => tx.transaction((inner) => named(inner, { email: "binh@mot.vn" })));
  expect(await found).toEqual([{ name: "Bình" }]);
});

test("a name that is taken on the connection is refused, and never answered by what had it first", async () => {
  const other = statement("named", (db, { email }: Given<{ email: string }>) =>
    db.select({ name: people.email }).from(people).where(eq(people.email, email)),
  );
  await transaction(async (tx) => {
    await named(tx, { email: "an@mot.vn" });
    await expect(other(tx, { email: "an@mot.vn" })).rejects.toMatchObject({
      cause: { message: expect.stringContaining("must be unique") },
    });
    expect(await named(tx, { email: "an@mot.vn" })).toEqual([{ name: "An" }]);
  });
});

test("after a connection broke, it is written for the next one", async () => {
  write.mockClear();
  await asOwner(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  );
  const asked = () => transaction((tx) => named(tx, { email: "an@mot.vn" }));
  await vi.waitFor(async () => expect(await asked()).toEqual([{ name: "An" }]));
  await asked();
  expect(write).toHaveBeenCalledOnce();
});
