import { afterAll, beforeAll, expect, test } from "vitest";
import { aDatabase, asOwner, type TestDatabase } from "#db/testing.ts";
import * as commands from "./commands.ts";

let db: TestDatabase;
let here: commands.Doer;
let there: number;
let people = 0;

const rows = async (sql: string, values: unknown[] = []) => (await asOwner(db.ownerUrl, sql, values)).rows;

beforeAll(async () => {
  db = await aDatabase();
  const sites = await rows(
    "insert into sites (key, name) values ('mot', 'Phường Một'), ('hai', 'Phường Hai') returning id",
  );
  const [siteId, other] = sites.map(({ id }) => id);
  there = other;
  here = { siteId, personId: await account() };
  await grant(here.personId, siteId, "administrator");
});
afterAll(() => db.close());

async function account(): Promise<number> {
  const [{ id }] = await rows(
    "insert into people (email, name, password_hash) values ($1, 'Lê Văn Tám', 'x') returning id",
    [`nguoi-${++people}@mot.vn`],
  );
  return id;
}

async function grant(personId: number | null, siteId: number, role: string) {
  const [{ id }] = await rows("insert into grants (person_id, site_id, role) values ($1, $2, $3) returning id", [
    personId,
    siteId,
    role,
  ]);
  return id as number;
}

test("an administrator gets no link to the account of somebody who works for another site", async () => {
  const both = await account();
  await grant(both, here.siteId, "reporter");
  await grant(both, there, "reporter");
  await expect(commands.resetWayIn(here, both)).rejects.toThrow(/còn vai trò ở trang khác/);

  const moved = await account();
  await commands.endRole(here, await grant(moved, here.siteId, "reporter"));
  await grant(moved, there, "editor");
  await expect(commands.resetWayIn(here, moved)).rejects.toThrow(/còn vai trò ở trang khác/);
});

test("an administrator does not unlock the account of somebody who works for another site", async () => {
  const moved = await account();
  await commands.endRole(here, await grant(moved, here.siteId, "reporter"));
  await grant(moved, there, "editor");
  const operator = { siteId: there, personId: null };
  await commands.switchOff(operator, moved);
  await expect(commands.switchOn(here, moved)).rejects.toThrow(/còn vai trò ở trang khác/);
  await commands.switchOn(operator, moved);
});

test("the operator at the machine helps whoever works for several sites", async () => {
  const both = await account();
  await grant(both, here.siteId, "reporter");
  await grant(both, there, "reporter");
  expect((await commands.resetWayIn({ siteId: here.siteId, personId: null }, both)).hours).toBe(0);
});
