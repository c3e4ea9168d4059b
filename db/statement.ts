import { type Placeholder, sql } from "drizzle-orm";
import type { NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import type { PgDatabase } from "drizzle-orm/pg-core";

/** A transaction, or a pool. */
type Asked = Pick<PgDatabase<NodePgQueryResultHKT>, "select" | "with" | "$with" | "update" | "insert" | "delete">;

/** The values of a statement, each as the place where it will stand. */
export type Given<V> = { readonly [K in keyof V]: Placeholder<string, V[K]> };

type Written = { execute(values: Record<string, unknown>): Promise<unknown> };

/**
 * A statement that is written once per connection, and planned once there by Postgres, for what every save and every
 * click wait for: Drizzle takes longer to write the longest of them than Postgres to answer it.
 *
 * @param name its name in the database, the only one of its kind
 * @param write says it with Drizzle. A number in it (`limit(1)`) becomes a value too, of which Postgres' plan knows nothing
 * @returns what asks it, with its values; throws what Drizzle throws
 */
export function statement<V extends Record<string, unknown>, Rows>(
  name: string,
  write: (db: Asked, given: Given<V>) => { prepare(name: string): { execute(values?: object): Promise<Rows> } },
): (db: Asked, values: V) => Promise<Rows> {
  const given = new Proxy({} as Given<V>, { get: (_, key) => sql.placeholder(String(key)) });
  return async (db, values) => {
    const known = knownTo(db);
    const written = known?.get(name) ?? write(db, given).prepare(name);
    known?.set(name, written);
    return (await written.execute(values)) as Rows;
  };
}

/** What was written already stands at the connection itself: Next's bundle and the front are two module graphs in one process. */
const place = Symbol.for("toasoan.statements");
type Keeper = { [place]?: Map<string, Written> };

/** Says where `db` asks, so that statements are written once for all who ask there. */
export function asksAt(db: object, connection: object): void {
  const keeper: Keeper = connection;
  keeper[place] ??= new Map();
  (db as Keeper)[place] = keeper[place];
}

/** Nothing inside a savepoint: it is a transaction of its own to Drizzle. */
function knownTo(db: object): Map<string, Written> | undefined {
  return (db as Keeper)[place];
}
