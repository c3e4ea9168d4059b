import { AsyncLocalStorage } from "node:async_hooks";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { ServerRole } from "#lib/env.ts";
import { processWide } from "#lib/process-wide.ts";
import { quietly } from "#patches/drizzle-session.ts";
import { endWhenLate } from "#patches/pg-late.ts";
import { closing } from "./closing.ts";
import { noteOutage, wasTooSlow } from "./outage.ts";
import { holdSealKeys, type SealKey } from "./seal.ts";
import { snapshotHere } from "./snapshot.ts";
import { asksAt } from "./statement.ts";

/**
 * Who waits for a connection does not wait behind another side: the desk's transactions lock rows and may stand in line for them; the
 * front's readers, its clock and what it hears never stand behind those, nor behind a question of the search that takes long.
 */
const SIDES = ["desk", "front", "search"] as const;
export type Side = (typeof SIDES)[number];

/** What a process needs to work as the app does. */
export type Opening = {
  /** The connection string of the app's own role, which may only do what the law allows. */
  appUrl: string;
  /** Of which the first seals. */
  sealKeys: readonly SealKey[];
};

type Client = Record<Side, { pool: pg.Pool; close: () => Promise<void>; db: NodePgDatabase }> & {
  alone: pg.ClientConfig;
};
const shared = processWide<{ client?: Client }>("toasoan.database", () => ({}));

/** How a server's connections are called in the database's list of them, before what it does. */
export const SERVER = "toasoan_server";

/** Tells this process from the others on the same database. */
export const OWN_MARK = crypto.randomUUID().slice(0, 8);

/** The name of a process's connections, by which every machine sees what is done on this database and where nobody is. */
export function serverName(roles: readonly ServerRole[]): string {
  return `${SERVER}:${roles.join("+")}:${OWN_MARK}`;
}

/** Numbers of connections; times in milliseconds. Better an error than a page that hangs. */
const POOLS = {
  // Whoever stands second in line may wait twice as long for a lock.
  desk: { max: 10, connectionTimeoutMillis: 5_000, statement_timeout: 20_000, lock_timeout: 5_000 },
  // A page is given up after ten seconds: what is asked for it ends before. One connection stays, so that a start
  // sees that this instance is there.
  front: { max: 8, min: 1, connectionTimeoutMillis: 3_000, statement_timeout: 8_000 },
  // What takes longer is no question that can be answered: whoever asks is told so.
  search: { max: 3, connectionTimeoutMillis: 2_000, statement_timeout: 1_500 },
} as const;

/**
 * Opens the pools of this process, as the app's role.
 * @param opening as `migrate` returns it
 * @param name how the connections are called
 */
export function openDatabase({ appUrl, sealKeys }: Opening, name = "toasoan"): void {
  if (shared.client) throw new Error("The database is open already.");
  holdSealKeys(sealKeys);
  const alone = connecting(appUrl, "front", name);
  const side = (which: Side) => open(appUrl, name, which);
  shared.client = { desk: side("desk"), front: side("front"), search: side("search"), alone };
}

/** How the app connects, and how long it waits. */
export function connecting(appUrl: string, side: Side, name: string) {
  const { statement_timeout } = POOLS[side];
  return {
    connectionString: appUrl,
    application_name: name,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    // The server ends what takes too long. One that has vanished does not, and a socket waits for it a quarter of an hour.
    query_timeout: statement_timeout + 1_000,
    ...POOLS[side],
  };
}

function open(appUrl: string, name: string, side: Side) {
  const pool = new pg.Pool(connecting(appUrl, side, name));
  const close = closing(pool);
  // An idle connection that the server closes (a restart of Postgres) is replaced at the next query.
  // It outlives the request that it was opened for, and its end is not of that one.
  pool.on("error", AsyncLocalStorage.bind(noteOutage));
  pool.on("connect", (connection) => {
    // One that breaks in the middle of a transaction says so between two statements as well: the next one rejects.
    // Unheard, the news of it would stop the whole process.
    connection.on("error", () => undefined);
    endWhenLate(connection);
  });
  // Of a search that takes too long nobody else is to hear.
  const onError = (error: unknown) => (side === "search" && wasTooSlow(error) ? undefined : noteOutage(error));
  return { pool, close, db: quietly(pool, { onError, onOpen: asksAt }) };
}

/**
 * Where a side asks: its pool, or the one snapshot in which a page is drawn.
 * @throws if `openDatabase` was not called: a bug of the start, not of the caller
 */
export function database(side: Side = "desk"): NodePgDatabase {
  return (side === "front" ? snapshotHere() : undefined) ?? client()[side].db;
}

/**
 * Beside the pools, so that no full one keeps it waiting: for what must be heard at any time (LISTEN).
 * @returns a connection that its taker ends
 */
export async function ownConnection(): Promise<pg.Client> {
  const connection = new pg.Client(client().alone);
  // Unheard, the news that it broke would stop the whole process.
  connection.on("error", () => undefined);
  await connection.connect();
  return connection;
}

/** The front's pool itself, to ask whether it answers. */
export function pool(): pg.Pool {
  return client().front.pool;
}

/** How many connections of a pool are at work, at rest, and waited for. */
export type PoolState = { side: Side; inUse: number; idle: number; waiting: number };

/** How the pools stand at this moment. */
export function poolStates(): PoolState[] {
  return SIDES.map((side) => {
    const { totalCount, idleCount, waitingCount } = client()[side].pool;
    return { side, inUse: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
  });
}

/** Waits for running queries and until every connection has hung up. */
export async function closeDatabase(): Promise<void> {
  const open = shared.client;
  delete shared.client;
  holdSealKeys(undefined);
  await Promise.all(SIDES.map((side) => open?.[side].close()));
}

function client(): Client {
  const open = shared.client;
  if (!open) throw new Error("The database is not open in this process.");
  return open;
}
