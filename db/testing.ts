import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase, type Opening, openDatabase } from "./client.ts";
import { migrate } from "./migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The owner's connection string of the cluster that the global setup started. */
    clusterUrl: string;
  }
}

export type TestDatabase = Opening & { ownerUrl: string; close(): Promise<void> };

/** A database of its own, copied from the migrated template, and opened as the app's role. */
export async function aDatabase(): Promise<TestDatabase> {
  const cluster = inject("clusterUrl");
  const name = `spec_${randomBytes(5).toString("hex")}`;
  await asOwner(cluster, `create database ${name} template toasoan_template`);
  const ownerUrl = withDatabase(cluster, name);
  const { appUrl, sealKeys } = await migrate(ownerUrl);
  openDatabase({ appUrl, sealKeys });
  return {
    ownerUrl,
    appUrl,
    sealKeys,
    close: async () => {
      await closeDatabase();
      await asOwner(cluster, `drop database ${name} with (force)`);
    },
  };
}

/** One database for all tests of a spec file, and the owner's hand in it: `rows` obeys the triggers, `bend` does not. */
export function oneDatabase() {
  const db = {} as TestDatabase;
  beforeAll(async () => {
    Object.assign(db, await aDatabase());
  });
  afterAll(() => db.close());
  return {
    db,
    rows: async (sql: string, values: unknown[] = []) => (await asOwner(db.ownerUrl, sql, values)).rows,
    bend: (sql: string, values: unknown[] = []) => bend(db.ownerUrl, sql, values),
  };
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

/** Runs one statement as the owner with every trigger asleep: for making the past older than it is. */
async function bend(ownerUrl: string, sql: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("set session_replication_role = replica");
    await client.query(sql, values);
  } finally {
    await client.end();
  }
}

/** Runs one statement outside the app's pool, as the role in `url`. */
export async function asOwner(url: string, sql: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}

/** What a database holds: a checksum of every table's rows, and of the tables, columns, functions and rights themselves. */
export async function everythingIn(url: string): Promise<Record<string, string>> {
  // Work goes on by itself while anybody runs: jobs, and what followers have heard and made of it, are no state of the newsroom.
  const mine =
    "not in ('pg_catalog', 'information_schema', 'pg_toast', 'jobs') and tablename not in ('followers', 'mails', 'verifications', 'search_entries', 'search_words')";
  const { rows: tables } = await asOwner(
    url,
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname ${mine} order by 1`,
  );
  const sums: Record<string, string> = {};
  const sumOf = async (name: string, rows: string) => {
    const found = await asOwner(
      url,
      `select md5(coalesce(string_agg(r, e'\n' order by r), '')) as sum from (${rows}) x (r)`,
    );
    sums[name] = found.rows[0].sum;
  };
  for (const { name } of tables) await sumOf(name, `select t::text from ${name} t`);
  await sumOf("classes", "select (oid, relname, relkind, relacl, xmin)::text from pg_class where oid >= 16384");
  await sumOf(
    "columns",
    "select (attrelid, attname, atttypid, attnotnull, xmin)::text from pg_attribute where attrelid >= 16384",
  );
  await sumOf("functions", "select (oid, proname, prosrc, proacl, xmin)::text from pg_proc where oid >= 16384");
  await sumOf("rules", "select (oid, conname)::text from pg_constraint where oid >= 16384");
  await sumOf("database", "select datacl::text from pg_database where datname = current_database()");
  return sums;
}
