import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Cluster, startCluster } from "#db/embedded/cluster.ts";
import { migrate } from "#db/migrate.ts";
import { everythingIn } from "#db/testing.ts";
import { ended, npmStart } from "#e2e/fixtures/npm-start.ts";
import { aDataDir, removeDataDirs } from "#e2e/fixtures/processes.ts";
import { freePort } from "#lib/free-port.ts";

let cluster: Cluster;
let port: number;
beforeAll(async () => {
  port = await freePort();
  cluster = await startCluster(aDataDir(), { forgetful: true });
});
afterAll(async () => {
  await cluster.stop();
  removeDataDirs();
});

/** What a start that is refused says, without npm's own lines. */
async function refusal(settings: Record<string, string>): Promise<string> {
  const started = npmStart({ PORT: String(port), ...settings });
  expect(await ended(started)).toBe(1);
  return started
    .said()
    .split("\n")
    .filter((line) => line !== "" && !/^(>|npm )/.test(line))
    .join("\n");
}

async function sql(database: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: cluster.ownerUrl(database) });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

test("a wrong setting is named, and nothing is made", async () => {
  const dataDir = aDataDir();
  expect(await refusal({ PORT: "http", DATA_DIR: dataDir })).toBe(
    'The setting PORT is "http": give a whole number from 1 to 65535.',
  );
  expect(existsSync(dataDir)).toBe(false);
});

test("a taken port is named with a way out, and nothing is made", async () => {
  const dataDir = aDataDir();
  const other: Server = createServer();
  await new Promise<void>((resolve) => other.listen(port, resolve));
  try {
    expect(await refusal({ DATA_DIR: dataDir })).toBe(
      `Port ${port} is taken by another program: stop that one, or choose another port, as in PORT=${port + 1} npm start.`,
    );
    expect(existsSync(dataDir)).toBe(false);
  } finally {
    other.close();
  }
});

test.skipIf(process.platform !== "linux")(
  "a folder in which nothing can be kept is one sentence, without a stack",
  async () => {
    // Nobody may write there, whoever starts us.
    expect(await refusal({ DATA_DIR: "/sys/toa-soan" })).toMatch(
      /^Nothing can be kept in \/sys\/toa-soan \([^\n]+\): set DATA_DIR to a folder in which this account may write\.$/,
    );
  },
);

test("the data of another PostgreSQL is left alone", async () => {
  const dataDir = aDataDir();
  mkdirSync(join(dataDir, "postgres", "data"), { recursive: true });
  writeFileSync(join(dataDir, "postgres", "data", "PG_VERSION"), "17\n");
  expect(await refusal({ DATA_DIR: dataDir })).toContain(
    "was made by PostgreSQL 17, and this version runs PostgreSQL 18",
  );
  expect(readdirSync(join(dataDir, "postgres", "data"))).toEqual(["PG_VERSION"]);
});

test("a database whose password is gone, or is another's, is left as it was, and left alone", async () => {
  const dataDir = aDataDir();
  await (await startCluster(dataDir, { forgetful: true })).stop();
  const [file, data] = [join(dataDir, "postgres-password"), join(dataDir, "postgres", "data")];
  rmSync(file);
  expect(await refusal({ DATA_DIR: dataDir })).toMatch(
    /^The password of the database in .* is gone: put .* back.*\.$/m,
  );
  expect(existsSync(file)).toBe(false);
  writeFileSync(file, "of another");
  expect(await refusal({ DATA_DIR: dataDir })).toMatch(/^The embedded PostgreSQL does not let us in \(password .*\.$/m);
  expect(existsSync(join(data, "postmaster.pid"))).toBe(false);
});

test("an unreachable database is named without its password, and nothing is made", async () => {
  const dataDir = aDataDir();
  const nobody = await freePort();
  const said = await refusal({ DATA_DIR: dataDir, DATABASE_URL: `postgres://a:geheim@127.0.0.1:${nobody}/toasoan` });
  expect(said).toContain(`The database 127.0.0.1:${nobody}/toasoan cannot be reached`);
  expect(said).not.toContain("geheim");
  expect(existsSync(dataDir)).toBe(false);
});

test("a database that cannot lower-case Vietnamese is refused and stays empty", async () => {
  await sql("postgres", "create database broken template template0 locale 'C'");
  const said = await refusal({ DATA_DIR: aDataDir(), DATABASE_URL: cluster.ownerUrl("broken") });
  expect(said).toContain("create it with encoding UTF8 and LC_CTYPE C.UTF-8");
  const { rows } = await sql(
    "broken",
    "select 1 from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
  );
  expect(rows).toEqual([]);
});

test("a database of a newer version is refused, and nothing in it is changed", async () => {
  await sql("postgres", "create database newer");
  const url = cluster.ownerUrl("newer");
  await migrate(url);
  await sql("newer", "insert into sites (key, name) values ('sau', 'Sau này')");
  await sql("newer", "insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)");
  const before = await everythingIn(url);
  const said = await refusal({ DATA_DIR: aDataDir(), DATABASE_URL: url });
  expect(said).toContain("was migrated by a newer version of Tòa Soạn");
  expect(await everythingIn(url)).toEqual(before);
});

test("a database with demo accounts is not opened to the public, nor brought to this version first", async () => {
  await sql("postgres", "create database demo");
  const url = cluster.ownerUrl("demo");
  await migrate(url);
  await sql("demo", "insert into people (email, name, demo) values ('reporter@demo.example', 'Lò Thị Mận', true)");
  // An older database: its last migration is still to come.
  await sql(
    "demo",
    "delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)",
  );
  const before = await everythingIn(url);
  const dataDir = aDataDir();
  const SITE_URL = "https://phuong.example";
  const said = await refusal({ DATA_DIR: dataDir, DATABASE_URL: url, SITE_URL });
  expect(said).toContain(`This database holds the demo accounts and SITE_URL is ${SITE_URL}`);
  expect(await everythingIn(url)).toEqual(before);
  expect(existsSync(dataDir)).toBe(false);
});

test("a start that does not hear what other instances announce says so instead of being ready", async () => {
  await sql("postgres", "create database deaf");
  const url = cluster.ownerUrl("deaf");
  const role = new URL((await migrate(url)).appUrl).username;
  // Enough for readers' questions, and none left to listen with.
  await sql("deaf", `alter role ${role} connection limit 1`);
  const said = await refusal({ DATA_DIR: aDataDir(), DATABASE_URL: url });
  expect(said).toContain("too many connections for role");
  expect(said).toContain("What other instances announce was not heard within 20 s");
  expect(said).not.toContain("is ready");
});
