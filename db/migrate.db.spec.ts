import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, inject, test } from "vitest";
import { StartError } from "#lib/start-error.ts";
import { migrate } from "./migrate.ts";
import { asOwner, withDatabase } from "./testing.ts";

let made: string[] = [];
let roles: string[] = [];
afterEach(async () => {
  for (const name of made) await asOwner(inject("clusterUrl"), `drop database if exists ${name} with (force)`);
  for (const role of roles) {
    await asOwner(inject("clusterUrl"), `drop owned by ${role}`).catch(() => undefined);
    await asOwner(inject("clusterUrl"), `drop role if exists ${role}`).catch(() => undefined);
  }
  made = [];
  roles = [];
});

let counted = 0;
/** An empty database, owned by the cluster's owner or by a role of its own. */
async function anEmptyDatabase(how = "", owner?: string): Promise<string> {
  counted += 1;
  const name = `migrate_${process.pid}_${counted}`;
  made.push(name);
  await asOwner(inject("clusterUrl"), `create database ${name} ${owner ? `owner ${owner}` : ""} ${how}`);
  const url = new URL(withDatabase(inject("clusterUrl"), name));
  if (owner) {
    url.username = owner;
    url.password = "mot-mat-khau";
  }
  return url.toString();
}

async function aRole(rights: string): Promise<string> {
  counted += 1;
  const role = `chu_${process.pid}_${counted}`;
  roles.push(role);
  await asOwner(inject("clusterUrl"), `create role ${role} login password 'mot-mat-khau' ${rights}`);
  return role;
}

/** The same database, seen by the cluster's owner. */
const seenByServer = (url: string) => withDatabase(inject("clusterUrl"), new URL(url).pathname.slice(1));
const tables = async (url: string) =>
  (
    await asOwner(
      seenByServer(url),
      "select count(*)::integer as n from pg_class where relnamespace = 'public'::regnamespace",
    )
  ).rows[0]?.n;
const refusal = (url: string) =>
  migrate(url).then(
    () => "migrated",
    (error) => (error instanceof StartError ? error.message : Promise.reject(error)),
  );

describe("migrating", () => {
  test("by two instances at once is done once, and both get the same role of the app", async () => {
    const url = await anEmptyDatabase();
    const [one, other] = await Promise.all([migrate(url), migrate(url)]);
    expect(one).toEqual(other);
    expect((await asOwner(one.appUrl, "select count(*)::integer as n from sites")).rows).toEqual([{ n: 0 }]);
    const { entries } = JSON.parse(
      await readFile(path.join(import.meta.dirname, "migrations/meta/_journal.json"), "utf8"),
    );
    const run = await asOwner(url, "select count(*)::integer as n from drizzle.__drizzle_migrations");
    expect(run.rows).toEqual([{ n: entries.length }]);
  });
  test("a second time changes nothing and gives the same role", async () => {
    const url = await anEmptyDatabase();
    const first = await migrate(url);
    expect(await migrate(url)).toEqual(first);
  });
  test("gives the app a role that may make no temporary tables", async () => {
    const { appUrl } = await migrate(await anEmptyDatabase());
    await expect(asOwner(appUrl, "create temporary table x ()")).rejects.toMatchObject({ code: "42501" });
  });
});

describe("is refused, with nothing changed,", () => {
  test("a database of a newer version", async () => {
    const url = await anEmptyDatabase();
    await migrate(url);
    await asOwner(url, "insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 99999999999999)");
    const before = await tables(url);
    expect(await refusal(url)).toContain("newer version");
    expect(await tables(url)).toBe(before);
  });
  test("a database whose LC_CTYPE is C", async () => {
    const url = await anEmptyDatabase("lc_ctype 'C' lc_collate 'C' encoding 'UTF8' template template0");
    expect(await refusal(url)).toContain("LC_CTYPE C ");
    expect(await tables(url)).toBe(0);
  });
  test("a role that may not create roles", async () => {
    const url = await anEmptyDatabase("", await aRole("nocreaterole"));
    expect(await refusal(url)).toMatch(/may not create roles.*createrole/);
    expect(await tables(url)).toBe(0);
  });
  test("a role that may create roles but not give the app's rights, which another owner on this server made", async () => {
    const role = await aRole("createrole");
    const url = await anEmptyDatabase("", role);
    expect(await refusal(url)).toContain(`grant toasoan_app to ${role} with admin option`);
    expect(await tables(url)).toBe(0);
    await asOwner(inject("clusterUrl"), `grant toasoan_app to ${role} with admin option`);
    const { appUrl } = await migrate(url);
    expect((await asOwner(appUrl, "select 1 as here")).rows).toEqual([{ here: 1 }]);
    const app = new URL(appUrl).username;
    roles.unshift(app);
    await asOwner(inject("clusterUrl"), `revoke toasoan_app from ${role} cascade`);
  });
  test("a server that does not answer, and a wrong password", async () => {
    expect(await refusal("postgres://x:y@127.0.0.1:1/z")).toMatch(/cannot be reached.*DATABASE_URL/);
    const wrong = new URL(await anEmptyDatabase());
    wrong.password = "sai";
    expect(await refusal(wrong.toString())).toMatch(/cannot be reached.*password/);
  });
});

describe("the app's role", () => {
  test("that is gone (a copy on another server) is made anew", async () => {
    const url = await anEmptyDatabase();
    const { appUrl } = await migrate(url);
    const first = new URL(appUrl).username;
    await asOwner(url, `drop owned by ${first}`);
    await asOwner(url, `drop role ${first}`);
    const again = await migrate(url);
    expect(new URL(again.appUrl).username).not.toBe(first);
    expect((await asOwner(again.appUrl, "select 1 as here")).rows).toEqual([{ here: 1 }]);
  });
  test("whose password was changed from outside gets the kept one back", async () => {
    const url = await anEmptyDatabase();
    const { appUrl } = await migrate(url);
    await asOwner(appUrl, "alter role current_user password 'khac'");
    expect(await migrate(url)).toEqual({ appUrl });
    expect((await asOwner(appUrl, "select 1 as here")).rows).toEqual([{ here: 1 }]);
  });
  test("that lost its rights gets them back", async () => {
    const url = await anEmptyDatabase();
    const { appUrl } = await migrate(url);
    await asOwner(url, `revoke toasoan_app from ${new URL(appUrl).username}`);
    await migrate(url);
    expect((await asOwner(appUrl, "select count(*)::integer as n from sites")).rows).toEqual([{ n: 0 }]);
  });
});
