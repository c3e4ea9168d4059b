import { type DataLock, isStaying, lockDataNow } from "#lib/data-lock.ts";
import { readSettings, type Settings, settleSiteUrl } from "#lib/env.ts";
import { StartError } from "#lib/start-error.ts";
import { until } from "#lib/until.ts";
import { closeDatabase, openDatabase } from "./client.ts";
import { findDatabase, hasCluster, runningDatabase } from "./find.ts";
import { migrate } from "./migrate.ts";

/** How long a server that has just begun may take to have its database up, in milliseconds. */
const BEGINS_WITHIN_MS = 60_000;
/** The longest a command waits for another one, in milliseconds. */
const WAITS_WITHIN_MS = 10 * 60_000;

/**
 * Opens the database for a command of the command line, with the server up or down: a running one is used, an embedded
 * one that is down is started for the command and stopped after it.
 *
 * @param what the command, as "npm run import", for a start that has to wait for it
 * @param work gets the owner's connection string, for what the app itself may not see
 * @throws {StartError} if there is no database to work on
 */
export async function withDatabaseOpen<T>(what: string, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const settings = readSettings();
  const { ownerUrl, giveBack } = await borrow(settings, what);
  const interrupted = () => void giveBack().finally(() => process.exit(130));
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    const { siteUrl, ...opening } = await migrate(ownerUrl);
    settleSiteUrl(settings, siteUrl);
    openDatabase(opening);
    return await work(ownerUrl);
  } finally {
    await closeDatabase();
    await giveBack();
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
  }
}

type Borrowed = { ownerUrl: string; giveBack: () => Promise<void> };

async function borrow(settings: Settings, what: string): Promise<Borrowed> {
  if (settings.databaseUrl !== undefined) return { ownerUrl: settings.databaseUrl, giveBack: async () => undefined };
  const lock = await lockUnlessServed(settings.dataDir, what);
  if (!lock) return { ownerUrl: await fromRunningServer(settings), giveBack: async () => undefined };
  try {
    if (!hasCluster(settings)) throw noDatabase(settings);
    const { ownerUrl, cluster } = await findDatabase(settings);
    const giveBack = async () => {
      await cluster?.stop();
      lock.release();
    };
    return { ownerUrl, giveBack };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** In a folder that was mistyped, or before the first start, a command has nothing to work on, and makes nothing. */
function noDatabase({ dataDir }: Settings): StartError {
  return new StartError(`There is no database in ${dataDir} yet: run npm start first, or set DATA_DIR to where it is.`);
}

/**
 * Two commands go one after the other: the first would stop the database under the second.
 * @returns undefined when a server holds the data and will go on doing so
 */
async function lockUnlessServed(dataDir: string, what: string): Promise<DataLock | undefined> {
  let lock: DataLock | undefined;
  const isDecided = () => {
    lock = lockDataNow(dataDir, what, { leaving: true });
    return lock !== undefined || isStaying(dataDir);
  };
  await until(isDecided, WAITS_WITHIN_MS);
  return lock;
}

async function fromRunningServer(settings: Settings): Promise<string> {
  let url: string | undefined;
  await until(() => {
    url = runningDatabase(settings);
    return url !== undefined;
  }, BEGINS_WITHIN_MS);
  if (url) return url;
  throw new StartError(
    `Another process holds ${settings.dataDir} and its database does not run: stop it and try again.`,
  );
}
