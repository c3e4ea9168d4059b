import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";

const MIGRATIONS = path.join(import.meta.dirname, "migrations");
const KEPT = path.join(import.meta.dirname, "releases");

/** What is kept of a release: its migrations by the name and SHA-256 of each file, in their order. */
export type Release = { migrations: [tag: string, sha256: string][] };

type Journal = { entries: { tag: string; when: number }[] };

const journal = (): Journal => JSON.parse(readFileSync(path.join(MIGRATIONS, "meta/_journal.json"), "utf8"));
const sha256 = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");

/** The release of that name, as it was kept. */
export function releaseKept(name: string): Release {
  return JSON.parse(readFileSync(path.join(KEPT, `${name}.json`), "utf8"));
}

/** The first migrations of today, as many as there are in a release; all of them when no number is said. */
export function migrationsNow(count?: number): Release {
  const tags = journal().entries.slice(0, count);
  return { migrations: tags.map(({ tag }) => [tag, sha256(path.join(MIGRATIONS, `${tag}.sql`))]) };
}

/**
 * Makes a database as a release left it, with the rows that were kept of it.
 *
 * @param ownerUrl connection string of an empty database's owner, who may switch off triggers
 */
export async function makeAsReleased(ownerUrl: string, name: string): Promise<void> {
  const { migrations } = releaseKept(name);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const folder = mkdtempSync(path.join(tmpdir(), "toa-soan-release-"));
  try {
    cpSync(MIGRATIONS, folder, { recursive: true });
    const { entries, ...rest } = journal();
    const own = entries.slice(0, migrations.length);
    writeFileSync(path.join(folder, "meta/_journal.json"), JSON.stringify({ ...rest, entries: own }));
    await runMigrations(drizzle(client), { migrationsFolder: folder });
    await client.query("begin");
    await withTriggersAsleep(client, () => fill(client, readFileSync(path.join(KEPT, `${name}.rows`), "utf8")));
    await client.query("commit");
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await client.end();
  }
}

/**
 * Keeps what a database holds as the rows of a release, and its migrations with them. What an installation knows of itself
 * and the jobs that wait are left out.
 */
export async function keepAsReleased(ownerUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const lines: string[] = [];
    for (const table of await tablesOf(client)) {
      const { rows } = await client.query<{ row: string }>(
        `select to_json(t)::text as row from ${table} t order by ctid`,
      );
      lines.push(...rows.map(({ row }) => `${table}\t${row}`));
    }
    writeFileSync(path.join(KEPT, `${name}.rows`), `${lines.join("\n")}\n`);
    writeFileSync(path.join(KEPT, `${name}.json`), `${JSON.stringify(migrationsNow(), null, 2)}\n`);
  } finally {
    await client.end();
  }
}

async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'install' order by relname`,
  );
  return rows.map(({ name }) => name);
}

/** Each line is a table's name and one of its rows. */
async function fill(client: pg.Client, kept: string): Promise<void> {
  const byTable = Map.groupBy(kept.trimEnd().split("\n"), (line) => line.slice(0, line.indexOf("\t")));
  for (const [table, lines] of byTable) {
    const { rows } = await client.query<{ columns: string }>(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [table],
    );
    const columns = rows[0]?.columns;
    // What the migrations themselves put there was kept as it was by then.
    await client.query(`delete from ${table}`);
    await client.query(
      `insert into ${table} (${columns}) overriding system value
       select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
      [`[${lines.map((line) => line.slice(line.indexOf("\t") + 1)).join(",")}]`],
    );
  }
  const { rows } = await client.query<{ next: string }>(
    `select format('select setval(%L, coalesce((select max(%I) from %I), 0) + 1, false)',
       pg_get_serial_sequence(quote_ident(c.relname), a.attname), a.attname, c.relname) as next
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and pg_get_serial_sequence(quote_ident(c.relname), a.attname) is not null`,
  );
  for (const { next } of rows) await client.query(next);
}

/** What always follows from a row has been kept with it. */
async function withTriggersAsleep(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query("set local session_replication_role = replica");
  const { rows } = await client.query<{ table: string; name: string }>(
    `select tgrelid::regclass::text as table, quote_ident(tgname) as name from pg_trigger
     where tgenabled = 'A' and not tgisinternal`,
  );
  for (const { table, name } of rows) await client.query(`alter table ${table} disable trigger ${name}`);
  await work();
  for (const { table, name } of rows) await client.query(`alter table ${table} enable always trigger ${name}`);
}
