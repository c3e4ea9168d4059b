import { readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { afterEach, describe, expect, inject, test } from "vitest";
import { StartError } from "#lib/start-error.ts";
import { SERVER } from "./client.ts";
import { migrate } from "./migrate.ts";
import { asOwner, everythingIn, withDatabase } from "./testing.ts";
import { aGate } from "./testing-gate.ts";

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
  test("by two instances at once is done once, as both say, and they get the same role of the app", async () => {
    const url = await anEmptyDatabase();
    const [one, other] = await Promise.all([migrate(url), migrate(url)]);
    expect({ ...one, how: "" }).toEqual({ ...other, how: "" });
    expect((await asOwner(one.appUrl, "select count(*)::integer as n from sites")).rows).toEqual([{ n: 0 }]);
    const { entries } = JSON.parse(
      await readFile(path.join(import.meta.dirname, "migrations/meta/_journal.json"), "utf8"),
    );
    const run = await asOwner(url, "select count(*)::integer as n from drizzle.__drizzle_migrations");
    expect(run.rows).toEqual([{ n: entries.length }]);
    expect([one.how, other.how].toSorted()).toEqual([`${entries.length} applied`, "up to date"]);
  });
  test("a second time changes nothing and gives the same role", async () => {
    const url = await anEmptyDatabase();
    const first = await migrate(url);
    expect(await migrate(url)).toEqual({ ...first, how: "up to date" });
  });
  test("gives the app a role that may make no temporary tables", async () => {
    const { appUrl } = await migrate(await anEmptyDatabase());
    await expect(asOwner(appUrl, "create temporary table x ()")).rejects.toMatchObject({ code: DENIED });
  });
});

describe("is refused, with nothing changed,", () => {
  test("a database of a newer version", async () => {
    const url = await anEmptyDatabase();
    await migrate(url);
    await asOwner(url, "insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 99999999999999)");
    const before = await everythingIn(url);
    expect(await refusal(url)).toContain("newer version");
    expect(await everythingIn(url)).toEqual(before);
  });
  test("a database from before the migrations began anew", async () => {
    const url = await anEmptyDatabase();
    await migrate(url);
    await asOwner(url, "update drizzle.__drizzle_migrations set created_at = created_at - 86400000");
    const before = await everythingIn(url);
    expect(await refusal(url)).toMatch(/before its first release.*empty database/);
    expect(await everythingIn(url)).toEqual(before);
  });
  test("by a command, a database on which a server of an older version runs", async () => {
    const url = await anEmptyDatabase();
    const { appUrl } = await migrate(url);
    // As the older version left it: the last migration is still to come.
    await asOwner(
      url,
      "delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)",
    );
    const before = await everythingIn(url);
    const server = await anInstance(appUrl);
    expect(await refusal(url)).toMatch(/^The server that runs on this database is of an older version.*restart it/);
    expect(await everythingIn(url)).toEqual(before);
    await server.end();
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
  test("a role that may make no tables there, for the database is another's", async () => {
    const url = new URL(await anEmptyDatabase());
    url.username = await aRole("createrole");
    url.password = "mot-mat-khau";
    const name = url.pathname.slice(1);
    expect(await refusal(url.toString())).toMatch(
      new RegExp(
        `^The role ${url.username} .* may not make tables .*"alter database ${name} owner to ${url.username}"`,
      ),
    );
    expect(await tables(url.toString())).toBe(0);
  });
  test("a certificate that is not there", async () => {
    const said = await refusal("postgres://x:y@127.0.0.1:1/z?sslmode=verify-full&sslrootcert=/khong-co.pem");
    expect(said).toMatch(/^The database 127\.0\.0\.1:1\/z cannot be reached \(.*khong-co\.pem.*\): check DATABASE_URL/);
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
    expect(await migrate(url)).toMatchObject({ appUrl });
    expect((await asOwner(appUrl, "select 1 as here")).rows).toEqual([{ here: 1 }]);
  });
  test("is logged in, whoever the query of the connection string names", async () => {
    const owner = await aRole("createrole");
    const url = new URL(await anEmptyDatabase("", owner));
    url.search = `?user=${owner}&password=mot-mat-khau&application_name=x`;
    url.username = "";
    url.password = "";
    const { appUrl } = await migrate(url.toString());
    const { rows } = await asOwner(appUrl, "select current_user as who");
    expect(rows).toEqual([{ who: expect.stringMatching(/^toasoan_[0-9a-f]{12}$/) }]);
  });
  test("that is not let in stops the start with what to do", async () => {
    const url = await anEmptyDatabase();
    const role = new URL((await migrate(url)).appUrl).username;
    await asOwner(url, `alter role ${role} nologin`);
    expect(await refusal(url)).toMatch(new RegExp(`own role ${role} cannot log in.*not permitted.*pg_hba.conf`));
  });
  test("that a pooler in between does not know stops the start with what to do", async () => {
    const between = await aGate(await anEmptyDatabase());
    between.refuseLogin(/user\0toasoan_[0-9a-f]{12}\0/, "08P01", "no such user");
    expect(await refusal(between.url)).toMatch(/cannot log in.*no such user.*without a pooler/);
    await between.close();
  });
  test("that the server takes for another one stops the start", async () => {
    const url = await anEmptyDatabase();
    const role = new URL((await migrate(url)).appUrl).username;
    const owner = new URL(url).username;
    await asOwner(url, `grant ${owner} to ${role}; alter role ${role} set role = ${owner}`);
    expect(await refusal(url)).toMatch(new RegExp(`own role ${role}, .* takes it for ${owner}`));
    await asOwner(url, `alter role ${role} reset role; revoke ${owner} from ${role}`);
    expect(await refusal(url)).toBe("migrated");
  });
  test("that lost its rights gets them back, and one that got more loses them", async () => {
    const url = await anEmptyDatabase();
    const { appUrl } = await migrate(url);
    const role = new URL(appUrl).username;
    await asOwner(url, `revoke all on sites from ${role}`);
    await asOwner(url, `grant delete on sites to ${role}`);
    await migrate(url);
    expect((await asOwner(appUrl, "select count(*)::integer as n from sites")).rows).toEqual([{ n: 0 }]);
    await expect(asOwner(appUrl, "delete from sites")).rejects.toMatchObject({ code: DENIED });
  });
});

describe("of two installations on one server", () => {
  test("neither reads or writes the other's tables, whoever owns them", async () => {
    const [mine, other] = [await anEmptyDatabase("", await aRole("createrole")), await anEmptyDatabase()];
    const roleOf = async (url: string) => new URL((await migrate(url)).appUrl);
    const [myRole, otherRole] = [await roleOf(mine), await roleOf(other)];
    for (const [role, url] of [
      [myRole, otherRole],
      [otherRole, myRole],
    ] as const) {
      const stranger = withDatabase(role.toString(), url.pathname.slice(1));
      for (const what of ["select from people", "insert into sites (key, name) values ('x', 'x')", "truncate events"])
        await expect(asOwner(stranger, what)).rejects.toMatchObject({ code: DENIED });
      await asOwner(role.toString(), "select from people");
    }
  });
  test("one that began as a copy of the other has a role of its own, and the other's role has no say in it", async () => {
    const url = await anEmptyDatabase();
    const { appUrl, sealKeys } = await migrate(url);
    const copy = await anEmptyDatabase(`template ${new URL(url).pathname.slice(1)}`);
    const copied = await migrate(copy);
    expect(new URL(copied.appUrl).username).not.toBe(new URL(appUrl).username);
    await asOwner(copied.appUrl, "select from people");
    const old = withDatabase(appUrl, new URL(copy).pathname.slice(1));
    await expect(asOwner(old, "select from people")).rejects.toMatchObject({ code: DENIED });
    expect(await migrate(url)).toMatchObject({ appUrl, sealKeys });
    // What is sealed in the copy opens nothing here.
    expect(copied.sealKeys[0]).not.toEqual(sealKeys[0]);
  });
});

describe("a start", () => {
  const starting = { fingerprint: "một", siteUrl: "http://localhost:3230" };
  test("sees an instance whose connection string names its connections otherwise", async () => {
    const named = `${await anEmptyDatabase("", await aRole("createrole"))}?application_name=x`;
    const { appUrl } = await migrate(named, starting);
    const instance = await anInstance(appUrl);
    await expect(migrate(named, { ...starting, fingerprint: "hai" })).rejects.toThrow("with another SECRET");
    await instance.end();
  });
  test("with another secret than that of an instance which runs is refused, with nothing changed", async () => {
    const url = await anEmptyDatabase("", await aRole("createrole"));
    const { appUrl } = await migrate(url, starting);
    const instance = await anInstance(appUrl);
    const before = await asOwner(url, "select * from install");
    await expect(migrate(url, { ...starting, fingerprint: "hai" })).rejects.toThrow("with another SECRET");
    expect((await asOwner(url, "select * from install")).rows).toEqual(before.rows);
    expect(await migrate(url, starting)).toMatchObject({ hasNewSecret: false });
    expect(await migrate(url)).toMatchObject({ appUrl });
    await instance.end();
  });
  test("with a new secret, after the old one was lost, is only told that everybody signs in again, and seals with a new key", async () => {
    const url = await anEmptyDatabase();
    const first = await migrate(url, starting);
    expect(first).toMatchObject({ hasNewSecret: false });
    const passing = { ...starting, fingerprint: "hai" };
    await expect.poll(() => migrate(url, passing)).toMatchObject({ hasNewSecret: true });
    const { sealKeys, hasNewSecret } = await migrate(url, passing);
    expect(hasNewSecret).toBe(false);
    expect(sealKeys).toEqual([expect.anything(), ...first.sealKeys]);
    expect(sealKeys[0]).not.toEqual(sealKeys[1]);
    expect(await migrate(url)).toMatchObject({ sealKeys });
  });
  test("tells commands where readers are", async () => {
    const url = await anEmptyDatabase();
    expect(await migrate(url)).toMatchObject({ siteUrl: null });
    await migrate(url, starting);
    expect(await migrate(url)).toMatchObject({ siteUrl: "http://localhost:3230" });
  });
  test("may refuse what it finds before anything is changed", async () => {
    const url = await anEmptyDatabase();
    const refuse = () => Promise.reject(new StartError("not here"));
    await expect(migrate(url, { ...starting, refuse })).rejects.toThrow("not here");
    expect(await tables(url)).toBe(0);
  });
});

/** The connection of a server that runs. */
async function anInstance(appUrl: string) {
  const client = new pg.Client({ connectionString: appUrl, application_name: SERVER });
  await client.connect();
  return client;
}

/** SQLSTATE of a right that one has not. */
const DENIED = "42501";
