import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import type { PgTransaction } from "drizzle-orm/pg-core";
import { database } from "./client.ts";
import { withoutWords } from "./without-words.ts";

/** An open transaction: what commands hand to the stores. */
export type Tx = PgTransaction<
  NodePgQueryResultHKT,
  Record<string, never>,
  ExtractTablesWithRelations<Record<string, never>>
>;

/**
 * Runs `work` in one transaction (read committed; rows that a decision depends on are locked by the work itself).
 * @returns what `work` returns, after the commit
 * @throws what `work` throws, after the rollback; a database's error without the words it was given
 */
export async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await database().transaction(work);
  } catch (error) {
    throw withoutWords(error);
  }
}
