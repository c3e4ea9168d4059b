import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { StartError } from "#lib/start-error.ts";

const MIGRATIONS = path.join(import.meta.dirname, "migrations");
/** Any number: whoever holds it in this database is migrating; another instance waits. */
const MIGRATION_LOCK = 7_405_001;
/** The role that holds the app's rights in every database of a server; the app's login roles are its members. */
const APP_GROUP = "toasoan_app";

/**
 * Brings a database to this version and makes the app's login role.
 *
 * @param ownerUrl connection string of a role that owns the database and may create roles
 * @returns the connection string of the app's own role, which may only do what the law allows
 * @throws {StartError} if the database cannot be reached, was migrated by a newer version, cannot lower-case
 *   Vietnamese, or its role may not create roles; nothing is changed then
 */
export async function migrate(ownerUrl: string): Promise<{ appUrl: string }> {
  const client = await connect(ownerUrl);
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await refuseBrokenLocale(client);
    await refuseNewerDatabase(client);
    await refuseWithoutRoleRight(client);
    await runMigrations(drizzle(client), { migrationsFolder: MIGRATIONS });
    await keepTemporaryTablesOut(client);
    await forgetOldAnnouncements(client);
    return { appUrl: await appConnection(client, ownerUrl) };
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
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

async function refuseNewerDatabase(client: pg.Client): Promise<void> {
  const known = JSON.parse(await readFile(path.join(MIGRATIONS, "meta/_journal.json"), "utf8")) as {
    entries: { when: number }[];
  };
  const { rows } = await client.query<{ present: boolean }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as present",
  );
  if (!rows[0]?.present) return;
  const newest = await client.query<{ at: string | null }>(
    "select max(created_at) as at from drizzle.__drizzle_migrations",
  );
  const newestKnown = Math.max(...known.entries.map((entry) => entry.when));
  if (Number(newest.rows[0]?.at ?? 0) > newestKnown) {
    throw new StartError(
      "The database was migrated by a newer version of Tòa Soạn: start that version, or restore an older backup.",
    );
  }
}

async function refuseWithoutRoleRight(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ may: boolean; mayGive: boolean; who: string }>(
    `select rolsuper or rolcreaterole as may, quote_ident(rolname) as who,
            rolsuper or current_setting('server_version_num')::integer < 160000 or coalesce((
              select bool_or(pg_has_role(current_user, g.oid, 'member with admin option')) from pg_roles g
              where g.rolname = '${APP_GROUP}'), true) as "mayGive"
     from pg_roles where rolname = current_user`,
  );
  const { may, mayGive, who } = rows[0] ?? { may: false, mayGive: false, who: "?" };
  if (!may) {
    throw new StartError(
      `The role ${who} in DATABASE_URL may not create roles, and the app needs one of its own: run "alter role ${who} createrole" as the server's administrator.`,
    );
  }
  if (!mayGive) {
    throw new StartError(
      `Another installation on this server made the role ${APP_GROUP}, and ${who} in DATABASE_URL may not give it: run "grant ${APP_GROUP} to ${who} with admin option" as the server's administrator.`,
    );
  }
}

/** Everybody may make temporary tables in a new database; the app has no use for them. Not copied with a template. */
async function keepTemporaryTablesOut(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; may: boolean }>(
    `select quote_ident(current_database()) as name,
            has_database_privilege('${APP_GROUP}', current_database(), 'temporary') as may`,
  );
  if (rows[0]?.may) await client.query(`revoke temporary on database ${rows[0].name} from public`);
}

/** Instances read announcements within seconds; a week is more than any of them sleeps. The app may not delete them. */
async function forgetOldAnnouncements(client: pg.Client): Promise<void> {
  await client.query("delete from announcements where at < now() - interval '7 days'");
}

/** Makes (or finds) the login role of this database; its password is kept where only the owner can read it. */
async function appConnection(client: pg.Client, ownerUrl: string): Promise<string> {
  await client.query(
    `create table if not exists install (
       only_one boolean primary key default true check (only_one), app_role text not null, app_password text not null)`,
  );
  const known = await client.query<{ app_role: string; app_password: string; present: boolean }>(
    "select app_role, app_password, exists (select from pg_roles where rolname = app_role) as present from install",
  );
  let login = known.rows[0];
  if (!login?.present) {
    const made = {
      app_role: `toasoan_${randomBytes(6).toString("hex")}`,
      app_password: randomBytes(24).toString("base64url"),
    };
    await client.query(`create role ${made.app_role} login password '${made.app_password}' in role ${APP_GROUP}`);
    await client.query(
      `insert into install (app_role, app_password) values ($1, $2)
       on conflict (only_one) do update set app_role = excluded.app_role, app_password = excluded.app_password`,
      [made.app_role, made.app_password],
    );
    login = { ...made, present: true };
  }
  const url = new URL(ownerUrl);
  url.username = login.app_role;
  url.password = login.app_password;
  await letIn(client, url.toString(), login);
  return url.toString();
}

/** Somebody may have changed the role's password, or taken its rights: it gets back what is kept. */
async function letIn(client: pg.Client, appUrl: string, login: { app_role: string; app_password: string }) {
  const { rows } = await client.query<{ holds: boolean }>("select pg_has_role($1, $2, 'member') as holds", [
    ...[login.app_role, APP_GROUP],
  ]);
  if (!rows[0]?.holds) await client.query(`grant ${APP_GROUP} to ${login.app_role}`);
  const app = new pg.Client({ connectionString: appUrl, connectionTimeoutMillis: 5_000 });
  try {
    await app.connect();
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== WRONG_PASSWORD) throw error;
    await client.query(`alter role ${login.app_role} password '${login.app_password}'`);
  } finally {
    await app.end();
  }
}

/** SQLSTATE of a password that is not the role's. */
const WRONG_PASSWORD = "28P01";
