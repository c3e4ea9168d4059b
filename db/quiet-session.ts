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
import { withoutWords } from "./without-words.ts";

type Schema = Record<string, never>;
type Tables = ExtractTablesWithRelations<Schema>;

/** Drizzle on a pool, with errors that hold no word of what a statement was given: whoever prints them prints none. */
export function quietly(pool: pg.Pool): NodePgDatabase {
  const dialect = new PgDialect();
  return new NodePgDatabase(dialect, new QuietSession(pool, dialect, undefined), undefined);
}

class QuietSession extends NodePgSession<Schema, Tables> {
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

  /** What runs inside has a session of Drizzle's own. */
  override transaction<T>(
    work: (tx: NodePgTransaction<Schema, Tables>) => Promise<T>,
    config?: PgTransactionConfig,
  ): Promise<T> {
    return super.transaction(work, config).catch(failed);
  }
}

type More =
  Parameters<NodePgSession<Schema, Tables>["prepareQuery"]> extends [unknown, unknown, ...infer R] ? R : never;

function failed(error: unknown): never {
  noteOutage(error);
  throw withoutWords(error);
}
