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
import { withoutWords } from "./drizzle-words.ts";

type Schema = Record<string, never>;
type Tables = ExtractTablesWithRelations<Schema>;

type Told = {
  /** Each error of the database, as it came. */
  onError(error: unknown): void;
  /** Where `db` asks from now on: the pool, or a transaction's connection. */
  onOpen(db: object, connection: object): void;
};

/** Drizzle on a pool, with errors that hold no word of what a statement was given: whoever prints them prints none. */
export function quietly(pool: pg.Pool, told: Told): NodePgDatabase {
  const dialect = new PgDialect();
  const db = new NodePgDatabase(dialect, new QuietSession(pool, dialect, told), undefined);
  told.onOpen(db, pool);
  return db;
}

class QuietSession extends NodePgSession<Schema, Tables> {
  readonly #pool: pg.Pool;
  readonly #dialect: PgDialect;
  readonly #told: Told;

  constructor(pool: pg.Pool, dialect: PgDialect, told: Told) {
    super(pool, dialect, undefined);
    this.#pool = pool;
    this.#dialect = dialect;
    this.#told = told;
  }

  override prepareQuery<T extends PreparedQueryConfig = PreparedQueryConfig>(
    query: Query,
    fields: SelectedFieldsOrdered | undefined,
    ...more: More
  ): PgPreparedQuery<T> {
    const prepared = super.prepareQuery<T>(query, fields, ...more);
    const execute = prepared.execute.bind(prepared);
    prepared.execute = (...given) => execute(...given).catch((error) => this.#failed(error));
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
    const connection = await this.#pool.connect().catch((error) => this.#failed(error));
    try {
      return await new NodePgSession<Schema, Tables>(connection, this.#dialect, undefined).transaction((tx) => {
        this.#told.onOpen(tx, connection);
        return work(tx);
      }, config);
    } catch (error) {
      return this.#failed(error);
    } finally {
      connection.release();
    }
  }

  #failed(error: unknown): never {
    this.#told.onError(error);
    throw withoutWords(error);
  }
}

type More =
  Parameters<NodePgSession<Schema, Tables>["prepareQuery"]> extends [unknown, unknown, ...infer R] ? R : never;
