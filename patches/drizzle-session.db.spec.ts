import { inspect } from "node:util";
import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { pgTable, text } from "drizzle-orm/pg-core";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { oneDatabase } from "#db/testing.ts";
import { quietly } from "./drizzle-session.ts";

const SECRET = "mật khẩu của chị An";
const words = pgTable("words", { word: text("word") });
const { db } = oneDatabase();
let pool: pg.Pool;
let quiet: ReturnType<typeof quietly>;
const onError = vi.fn();
const onOpen = vi.fn();
beforeAll(async () => {
  pool = new pg.Pool({ connectionString: db.ownerUrl, max: 1 });
  quiet = quietly(pool, { onError, onOpen });
  await pool.query("create table words (word text check (length(word) < 5))");
});
afterAll(() => pool.end());

/** All that Drizzle has for asking; each fails at the same word. */
type Db = Pick<typeof quiet, "execute" | "insert" | "select">;
const WAYS: [string, (db: Db) => Promise<unknown>][] = [
  ["a statement", (db) => db.execute(sql`select ${SECRET}::integer`)],
  ["a written one", async (db) => db.insert(words).values({ word: SECRET })],
  [
    "a prepared one",
    (db) =>
      db
        .select()
        .from(words)
        .where(sql`${sql.placeholder("word")}::integer = 1`)
        .prepare("a_prepared_one")
        .execute({ word: SECRET }),
  ],
];

const PLACES: [string, (ask: (db: Db) => Promise<unknown>) => Promise<unknown>][] = [
  ["on the pool", (ask) => ask(quiet)],
  ["in a transaction", (ask) => quiet.transaction(ask)],
  ["in one inside another", (ask) => quiet.transaction((tx) => tx.transaction(ask))],
];

const everything = PLACES.flatMap(([where, run]) => WAYS.map(([what, ask]) => [what, where, () => run(ask)] as const));

test.each(everything)("%s %s that fails says nothing of what it was given, and is told of", async (_, __, fail) => {
  onError.mockClear();
  const error: Error = await fail().then(
    () => expect.fail("it did not fail"),
    (thrown) => thrown,
  );
  expect(inspect(error, { depth: 9 })).not.toContain("chị An");
  expect(error.message).toMatch(/^Failed query: (?:select|insert)/);
  expect(onError).toHaveBeenCalled();
});

test("Drizzle itself still says it: else the patch can go", async () => {
  const error = await WAYS[0]?.[1](drizzle(pool)).catch((thrown: unknown) => thrown);
  expect(String(error)).toContain(SECRET);
});

test("a transaction is undone as a whole, and its connection comes back", async () => {
  const undone = quiet.transaction(async (tx) => {
    await tx.insert(words).values({ word: "sen" });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await quiet.select().from(words).where(eq(words.word, "sen"))).toEqual([]);
  expect(pool).toMatchObject({ idleCount: 1, totalCount: 1 });
});

test("where each asks is told: the pool once, a transaction its connection", async () => {
  onOpen.mockClear();
  await quiet.transaction((tx) => tx.execute(sql`select 1`));
  const [tx, connection] = onOpen.mock.calls[0] ?? [];
  expect(tx).toHaveProperty("rollback");
  expect(connection).toBeInstanceOf(pg.Client);
});

test("a transaction that cannot even begin gives its connection back, which Drizzle itself does not", async () => {
  const begin = (how: Pick<typeof quiet, "transaction">) =>
    how.transaction(async () => undefined, { isolationLevel: "no such level" as "serializable" });
  await expect(begin(quiet)).rejects.toThrow();
  expect(pool.idleCount).toBe(1);
  await expect(begin(drizzle(pool))).rejects.toThrow();
  expect(pool.idleCount).toBe(0);
  // Given back by hand, for the others.
  for (const client of (pool as unknown as { _clients: pg.PoolClient[] })._clients) client.release();
});
