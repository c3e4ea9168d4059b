import { type Placeholder, sql } from "drizzle-orm";
import type { NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import type { PgDatabase } from "drizzle-orm/pg-core";
import { processWide } from "#lib/process-wide.ts";

/** A transaction, or a pool. */
type Executor = Pick<PgDatabase<NodePgQueryResultHKT>, "select" | "with" | "$with" | "update" | "insert" | "delete">;

/** The values of a statement, each as the place where it will stand. */
export type Given<V> = { readonly [K in keyof V]: Placeholder<string, V[K]> };

/**
 * A statement that is written once per connection, and planned once there by Postgres, for what every save and every
 * click wait for: Drizzle takes longer to write the longest of them than Postgres to answer it.
 *
 * @param name its name in the database, the only one of its kind: another statement of that name is refused
 * @param write says it with Drizzle. A number in it (`limit(1)`) becomes a value too, of which Postgres' plan knows nothing
 * @returns what asks it, with its values; throws what Drizzle throws
 */
export function statement<V extends Record<string, unknown>, Rows>(
  name: string,
  write: (db: Executor, given: Given<V>) => { prepare(name: string): { execute(values?: object): Promise<Rows> } },
): (db: Executor, values: V) => Promise<Rows> {
  const given = new Proxy({} as Given<V>, { get: (_, key) => sql.placeholder(String(key)) });
  const written = new WeakMap<object, ReturnType<ReturnType<typeof write>["prepare"]>>();
  return async (db, values) => {
    // Inside a savepoint, which is a transaction of its own to Drizzle, nothing says where it asks: it is written anew.
    const connection = connections.get(db) ?? db;
    const ready = written.get(connection) ?? write(db, given).prepare(name);
    written.set(connection, ready);
    return ready.execute(values);
  };
}

/** Where each pool and transaction asks: the front opens the pools, and Next's bundle asks on them as well. */
const connections = processWide("toasoan.connection", () => new WeakMap<object, object>());

/** Says where `db` asks, so that a statement is written once for all who ask there. */
export function asksAt(db: object, connection: object): void {
  connections.set(db, connection);
}
