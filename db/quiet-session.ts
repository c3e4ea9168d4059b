import type { ExtractTablesWithRelations, Query } from "drizzle-orm";
import { NodePgDatabase, NodePgSession, type NodePgTransaction } from "drizzle-orm/node-postgres";
import {
  PgDialect,
  type PgPreparedQuery,
  type PgTransactionConfig,
  type PreparedQueryConfig,
  type SelectedFieldsOrdered,
} from "drizzle-orm/pg-core";
import type pg from "pg";
import { noteOutage } from "./outage.ts";
import { asksAt } from "./statement.ts";
import { withoutWords } from "./without-words.ts";

type Schema = Record<string, never>;
type Tables = ExtractTablesWithRelations<Schema>;

/** Drizzle on a pool, with errors that hold no word of what a statement was given: whoever prints them prints none. */
export function quietly(pool: pg.Pool): NodePgDatabase {
  const dialect = new PgDialect();
  const db = new NodePgDatabase(dialect, new QuietSession(pool, dialect), undefined);
  asksAt(db, pool);
  return db;
}

class QuietSession extends NodePgSession<Schema, Tables> {
  readonly #pool: pg.Pool;
  readonly #dialect: PgDialect;

  constructor(pool: pg.Pool, dialect: PgDialect) {
    super(pool, dialect, undefined);
    this.#pool = pool;
    this.#dialect = dialect;
  }

  override prepareQuery<T extends PreparedQueryConfig = PreparedQueryConfig>(
    query: Query,
    fields: SelectedFieldsOrdered | undefined,
    ...more: More
  ): PgPreparedQuery<T> {
    const prepared = super.prepareQuery<T>(query, fields, ...more);
    const execute = prepared.execute.bind(prepared);
    prepared.execute = (...given) => execute(...given).catch(failed);
    return prepared;
  }

  /**
   * What runs inside has a session of Drizzle's own, on a connection that we take and give back: Drizzle itself keeps
   * the one whose `begin` fails for ever, and ten of these were the whole desk.
   * Source: drizzle-orm 0.45, node-postgres/session.js.
   */
  override async transaction<T>(
    work: (tx: NodePgTransaction<Schema, Tables>) => Promise<T>,
    config?: PgTransactionConfig,
  ): Promise<T> {
    const connection = await this.#pool.connect().catch(failed);
    try {
      return await new NodePgSession<Schema, Tables>(connection, this.#dialect, undefined).transaction((tx) => {
        asksAt(tx, connection);
        return work(tx);
      }, config);
    } catch (error) {
      return failed(error);
    } finally {
      connection.release();
    }
  }
}

type More =
  Parameters<NodePgSession<Schema, Tables>["prepareQuery"]> extends [unknown, unknown, ...infer R] ? R : never;

function failed(error: unknown): never {
  noteOutage(error);
  throw withoutWords(error);
}
