import { randomBytes } from "node:crypto";
import type pg from "pg";
import { StartError } from "#lib/start-error.ts";
import { appUrlFrom, logsIn, notLetIn } from "./app-login.ts";
import { SERVER } from "./client.ts";
import { giveRights, takeRights } from "./rights.ts";

/** What a server that starts leaves in the database for the next ones, and for commands. */
export type Starting = {
  /** A fingerprint of the secret that its sessions are kept with. */
  fingerprint: string;
  /** Where its readers find it; null when the one who starts was not told and serves nobody: what is known stays. */
  siteUrl: string | null;
};

/** What is known of this installation: one row that only the owner can read. */
type Install = {
  appRole: string;
  appPassword: string;
  /** Whether this is the database that the role was made for, and not a copy of it. */
  isOriginal: boolean;
  fingerprint: string | null;
  siteUrl: string | null;
};

/** @returns null before the first start. Changes nothing. */
export async function findInstall(client: pg.Client): Promise<Install | null> {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('public.install') is not null as there");
  if (!rows[0]?.there) return null;
  const found = await client.query<Install>(
    `select app_role as "appRole", app_password as "appPassword", secret_fingerprint as fingerprint, site_url as "siteUrl",
            made_in = (select oid from pg_database where datname = current_database())
              and exists (select from pg_roles where rolname = app_role) as "isOriginal"
     from install`,
  );
  return found.rows[0] ?? null;
}

/**
 * Instances that serve one database read each other's cookies, so they must have one secret. With nobody else running a
 * new one is as good: its price is that everybody signs in again.
 *
 * @throws {StartError} when an instance with another secret runs
 */
export async function refuseOtherSecret(client: pg.Client, known: Install | null, fingerprint: string): Promise<void> {
  if (known === null || known.fingerprint === null || known.fingerprint === fingerprint) return;
  if (!(await isServed(client))) return;
  throw new StartError(
    "Another instance of Tòa Soạn runs on this database with another SECRET, and people would be signed out between the two: give this one the same SECRET (the other's is in its setting, or in the file secret of its DATA_DIR), or stop the other one first.",
  );
}

/** Whether a server runs on this database. */
export async function isServed(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ running: boolean }>(
    `select exists (select from pg_stat_activity
                    where datname = current_database() and starts_with(application_name, $1)) as running`,
    [SERVER],
  );
  return rows[0]?.running === true;
}

/**
 * Makes (or finds) the login role of this database, gives it its rights, and notes who starts.
 * @returns the connection string of the app's role
 * @throws {StartError} when the role is not let in, or taken for another one
 */
export async function setUpInstall(client: pg.Client, ownerUrl: string, starting?: Starting): Promise<string> {
  await client.query(
    `create table if not exists install (
       only_one boolean primary key default true check (only_one), app_role text not null, app_password text not null,
       made_in oid not null, secret_fingerprint text, site_url text)`,
  );
  const known = await findInstall(client);
  const { appRole, appPassword } = known?.isOriginal ? known : await makeRole(client, known);
  if (starting) {
    const { fingerprint, siteUrl } = starting;
    await client.query("update install set secret_fingerprint = $1, site_url = coalesce($2, site_url)", [
      fingerprint,
      siteUrl,
    ]);
  }
  await giveRights(client, appRole);
  const appUrl = appUrlFrom(ownerUrl, appRole, appPassword);
  if (await logsIn(appUrl)) return appUrl;
  // Somebody has changed the role's password: it gets back the one that is kept.
  await client.query(`alter role ${appRole} password '${appPassword}'`);
  if (await logsIn(appUrl)) return appUrl;
  throw notLetIn(appRole, "its password is not accepted");
}

async function makeRole(client: pg.Client, known: Install | null) {
  const appRole = `toasoan_${randomBytes(6).toString("hex")}`;
  const appPassword = randomBytes(24).toString("base64url");
  await client.query(`create role ${appRole} login password '${appPassword}'`);
  await client.query(
    `insert into install (app_role, app_password, made_in)
     select $1, $2, oid from pg_database where datname = current_database()
     on conflict (only_one) do update
       set app_role = excluded.app_role, app_password = excluded.app_password, made_in = excluded.made_in`,
    [appRole, appPassword],
  );
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [known?.appRole]);
  if (known && rowCount === 1) await takeRights(client, known.appRole);
  return { appRole, appPassword };
}
