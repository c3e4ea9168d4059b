import { readFile } from "node:fs/promises";
import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { StartError } from "#lib/start-error.ts";
import type { Opening } from "./client.ts";
import { findInstall, isServed, refuseOtherSecret, type Starting, setUpInstall } from "./install.ts";
import { makeJobsSchema } from "./jobs-schema.ts";
import { settleOtherServersNumbers } from "./other-server.ts";
import { forgetSpentSeals, sealKeysOf } from "./seal-keys.ts";

const MIGRATIONS = path.join(import.meta.dirname, "migrations");
/** Any number: whoever holds it in this database is migrating; another instance waits. */
const MIGRATION_LOCK = 7_405_001;

/** A server that starts, and what it refuses to start on: asked of the database as it was found, perhaps empty or old. */
type Start = Starting & { refuse?: (client: pg.Client) => Promise<void> };

type Migrated = Opening & {
  /** What had to be done: how many migrations, or none. */
  how: string;
  /** Where the last server that started here said its readers find it. */
  siteUrl: string | null;
  /** The secret is another one than at the last start: everybody signs in again. */
  hasNewSecret: boolean;
};

/**
 * Brings a database to this version and makes the app's login role.
 *
 * @param ownerUrl connection string of a role that owns the database and may create roles
 * @param start who starts, unless it is a command
 * @throws {StartError} if the database cannot be reached, was migrated by a newer version, cannot lower-case
 *   Vietnamese, its role may make no tables or roles, an instance with another secret or (for a command) of an older version
 *   runs on it, or `start` refuses it; nothing is changed then; or, at the end, if the app's own role is not let in
 */
export async function migrate(ownerUrl: string, start?: Start): Promise<Migrated> {
  const client = await connect(ownerUrl);
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await refuseBrokenLocale(client);
    const newest = await newestMigration(client);
    refuseNewerDatabase(newest);
    refuseEarlierBeginnings(newest);
    await refuseWithoutRights(client);
    const before = await findInstall(client);
    if (start) await refuseOtherSecret(client, before, start.fingerprint);
    else if (newest.applied < newest.known) await refuseOlderServer(client);
    await start?.refuse?.(client);
    const had = await countApplied(client);
    await runMigrations(drizzle(client), { migrationsFolder: MIGRATIONS });
    const applied = (await countApplied(client)) - had;
    await keepTemporaryTablesOut(client);
    await makeJobsSchema(client);
    await settleOtherServersNumbers(client);
    await forgetSpentSeals(client);
    const known = before?.fingerprint ?? null;
    const hasNewSecret = start !== undefined && known !== null && known !== start.fingerprint;
    return {
      how: applied === 0 ? "up to date" : `${applied} applied`,
      appUrl: await setUpInstall(client, ownerUrl, start),
      sealKeys: await sealKeysOf(client, hasNewSecret || before?.isOriginal === false),
      siteUrl: before?.siteUrl ?? null,
      hasNewSecret,
    };
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  try {
    // Certificates that the connection string names are read here.
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    await client.connect();
    return client;
  } catch (error) {
    const { hostname, port, pathname } = new URL(url);
    const why = error instanceof Error ? error.message || error.name : String(error);
    throw new StartError(
      `The database ${hostname}:${port || "5432"}${pathname} cannot be reached (${why}): check DATABASE_URL and that the server runs.`,
      { cause: error },
    );
  }
}

/** Source: measured, see docs/decisions; with LC_CTYPE=C full-text search does not lower-case "Đ". */
async function refuseBrokenLocale(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ fine: boolean; ctype: string; encoding: string }>(
    `select to_tsvector('simple', 'ĐẢNG') = to_tsvector('simple', 'đảng') as fine,
            datctype as ctype, pg_encoding_to_char(encoding) as encoding
     from pg_database where datname = current_database()`,
  );
  const found = rows[0];
  if (!found?.fine) {
    throw new StartError(
      `The database has LC_CTYPE ${found?.ctype} and encoding ${found?.encoding}, which cannot lower-case "Đ": create it with encoding UTF8 and LC_CTYPE C.UTF-8.`,
    );
  }
}

/** When the newest migration was made: of those known here, and of those the database has had; 0 is none. */
type Newest = {
  known: number;
  applied: number;
  /** It has had one that is not known here. */
  hasOthers: boolean;
};

async function newestMigration(client: pg.Client): Promise<Newest> {
  const { entries } = JSON.parse(await readFile(path.join(MIGRATIONS, "meta/_journal.json"), "utf8")) as {
    entries: { when: number }[];
  };
  const whens = entries.map(({ when }) => when);
  const known = Math.max(...whens);
  if (!(await wasMigrated(client))) return { known, applied: 0, hasOthers: false };
  const { rows } = await client.query<{ at: string }>("select created_at as at from drizzle.__drizzle_migrations");
  const applied = rows.map(({ at }) => Number(at));
  return { known, applied: Math.max(0, ...applied), hasOthers: applied.some((at) => !whens.includes(at)) };
}

function refuseNewerDatabase({ known, applied }: Newest): void {
  if (applied <= known) return;
  throw new StartError(
    "The database was migrated by a newer version of Tòa Soạn: start that version, or restore an older backup.",
  );
}

/** Until the first release the migrations begin anew now and then: no database of before is brought along. */
function refuseEarlierBeginnings({ hasOthers }: Newest): void {
  if (!hasOthers) return;
  throw new StartError(
    "The database was made by a version of Tòa Soạn from before its first release, which none can upgrade: give this one an empty database (the embedded one is in the folder postgres of DATA_DIR), or start that version.",
  );
}

/** A start brings the database to its version; a command would do it under the feet of a server that does not know it. */
async function refuseOlderServer(client: pg.Client): Promise<void> {
  if (!(await isServed(client))) return;
  throw new StartError(
    "The server that runs on this database is of an older version of Tòa Soạn: restart it first, which brings the database to this version.",
  );
}

async function countApplied(client: pg.Client): Promise<number> {
  if (!(await wasMigrated(client))) return 0;
  const { rows } = await client.query<{ n: number }>("select count(*)::integer as n from drizzle.__drizzle_migrations");
  return rows[0]?.n ?? 0;
}

async function wasMigrated(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ present: boolean }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as present",
  );
  return rows[0]?.present === true;
}

async function refuseWithoutRights(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Record<"mayMakeRoles" | "mayMakeTables", boolean> & Record<"who" | "db", string>>(
    `select rolsuper or rolcreaterole as "mayMakeRoles", quote_ident(rolname) as who, quote_ident(current_database()) as db,
            has_database_privilege(current_database(), 'create') and coalesce((
              select has_schema_privilege(oid, 'create') from pg_namespace where nspname = 'public'), false) as "mayMakeTables"
     from pg_roles where rolname = current_user`,
  );
  const [found] = rows;
  if (!found) throw new Error("the database does not know who we are");
  const { mayMakeRoles, mayMakeTables, who, db } = found;
  if (!mayMakeTables) {
    throw new StartError(
      `The role ${who} in DATABASE_URL may not make tables in the database ${db}: run "alter database ${db} owner to ${who}" as the server's administrator.`,
    );
  }
  if (!mayMakeRoles) {
    throw new StartError(
      `The role ${who} in DATABASE_URL may not create roles, and the app needs one of its own: run "alter role ${who} createrole" as the server's administrator.`,
    );
  }
}

/** Everybody may make temporary tables in a new database; the app has no use for them. Not copied with a template. */
async function keepTemporaryTablesOut(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; may: boolean }>(
    `select quote_ident(datname) as name, exists (
       select from aclexplode(coalesce(datacl, acldefault('d', datdba))) where grantee = 0 and privilege_type = 'TEMPORARY'
     ) as may from pg_database where datname = current_database()`,
  );
  if (rows[0]?.may) await client.query(`revoke temporary on database ${rows[0].name} from public`);
}
