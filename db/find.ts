import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { Settings } from "#lib/env.ts";
import { StartError } from "#lib/start-error.ts";
import { type Cluster, runningOwnerUrl, startCluster } from "./embedded/cluster.ts";
import { inspectHome, passwordFile } from "./embedded/home.ts";

/** The name of our database in the embedded cluster. */
const NAME = "toasoan";

type Database = {
  /** The connection string of a role that may migrate. */
  ownerUrl: string;
  /** Where the database is and what had to be done for it. */
  how: string;
  /** Ours to look after; undefined for a server of the operator's own. */
  cluster?: Cluster;
};

/** Refuses what this version cannot run, before anything is changed. */
export function inspectDatabase(settings: Settings): void {
  if (settings.databaseUrl === undefined) inspectHome(settings.dataDir);
}

/** The connection string of the owner if the embedded database runs now. Starts nothing. */
export function runningDatabase(settings: Settings): string | undefined {
  return runningOwnerUrl(inspectHome(settings.dataDir), settings.dataDir, NAME);
}

/** Whether the embedded database has ever been made. */
export function hasCluster(settings: Settings): boolean {
  return existsSync(inspectHome(settings.dataDir).data);
}

/**
 * The operator's server, untouched; else the embedded one, started.
 * @throws {StartError} when the embedded one cannot be started, or used; it does not run then
 */
export async function findDatabase(settings: Settings): Promise<Database> {
  if (settings.databaseUrl !== undefined) {
    const { host, pathname } = new URL(settings.databaseUrl);
    return { ownerUrl: settings.databaseUrl, how: `using ${host}${pathname} from DATABASE_URL` };
  }
  const cluster = await startCluster(settings.dataDir);
  try {
    await makeDatabase(cluster.ownerUrl("postgres"));
  } catch (error) {
    await cluster.stop();
    throw notLetIn(settings, error);
  }
  const ownerUrl = cluster.ownerUrl(NAME);
  // For a second instance or psql; it holds the owner's password.
  writeFileSync(join(settings.dataDir, "database-url"), `${ownerUrl}\n`, { mode: 0o600 });
  return { ownerUrl, how: `${cluster.how} on ${new URL(ownerUrl).host}`, cluster };
}

function notLetIn({ dataDir }: Settings, error: unknown): StartError {
  const why = error instanceof Error ? error.message || error.name : String(error);
  return new StartError(
    `The embedded PostgreSQL does not let us in (${why}): see that ${passwordFile(dataDir)} is the one that its data was made with.`,
    { cause: error },
  );
}

async function makeDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [NAME]);
    if (rowCount === 0) await client.query(`create database ${NAME}`);
  } finally {
    await client.end();
  }
}
