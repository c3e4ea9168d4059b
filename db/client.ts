import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";

type Client = { pool: pg.Pool; db: NodePgDatabase };
const place = Symbol.for("toasoan.database");
const shared = globalThis as { [place]?: Client };

/**
 * Opens the pool of this process, as the app's role. Next's bundle and the front are two module graphs in one
 * process: both find the same pool on `globalThis`.
 * @param appUrl connection string of the app's role, as `migrate` returns it
 */
export function openDatabase(appUrl: string): void {
  if (shared[place]) throw new Error("The database is open already.");
  const pool = new pg.Pool({
    connectionString: appUrl,
    max: 10,
    connectionTimeoutMillis: 5_000,
    // A statement that waits longer than this stands behind a stuck lock: better an error than a hanging desk.
    statement_timeout: 20_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  // An idle connection that the server closes (a restart of Postgres) is replaced at the next query.
  pool.on("error", () => undefined);
  // One that breaks in the middle of a transaction says so between two statements as well: the next one rejects.
  // Unheard, the news of it would stop the whole process.
  pool.on("connect", (connection) => connection.on("error", () => undefined));
  shared[place] = { pool, db: drizzle(pool) };
}

/** @throws if `openDatabase` was not called: a bug of the start, not of the caller */
export function database(): NodePgDatabase {
  return client().db;
}

/** The pool itself, for what needs a connection of its own (LISTEN). */
export function pool(): pg.Pool {
  return client().pool;
}

/** Waits for running queries and closes every connection. */
export async function closeDatabase(): Promise<void> {
  const open = shared[place];
  delete shared[place];
  await open?.pool.end();
}

function client(): Client {
  const open = shared[place];
  if (!open) throw new Error("The database is not open in this process.");
  return open;
}
