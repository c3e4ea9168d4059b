import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { NodePgDatabase, NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import type { PgTransaction } from "drizzle-orm/pg-core";
import { Refusal, slowDown } from "#lib/refusal.ts";
import { database, type Side } from "./client.ts";
import { foundNoConnection, sqlState } from "./outage.ts";
import { askingOnly } from "./snapshot.ts";

/** An open transaction: what commands hand to the stores. */
export type Tx = PgTransaction<
  NodePgQueryResultHKT,
  Record<string, never>,
  ExtractTablesWithRelations<Record<string, never>>
>;

/**
 * Runs `work` in one transaction (read committed; rows that a decision depends on are locked by the work itself).
 * @returns what `work` returns, after the commit
 * @throws {Refusal} `slow_down` when a row stays locked by somebody else, or no connection becomes free
 * @throws what `work` throws, after the rollback; a database's error without the words it was given
 */
export async function transaction<T>(work: (tx: Tx) => Promise<T>, side: Side = "desk"): Promise<T> {
  try {
    return await database(side).transaction(work);
  } catch (error) {
    throw side === "desk" ? (refusalFor(error) ?? error) : error;
  }
}

/**
 * Runs work that only reads, and whose questions of the front's side are all answered as of the moment of the first one: what
 * others commit meanwhile does not show.
 */
export function inOneSnapshot<T>(work: () => Promise<T>): Promise<T> {
  return database("front").transaction((tx) => askingOnly(tx as unknown as NodePgDatabase, work), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
}

function refusalFor(error: unknown): Refusal | null {
  if (sqlState(error) === LOCKED) {
    return new Refusal("slow_down", "Có người khác đang thao tác ở đúng chỗ này. Hãy thử lại sau giây lát.", {
      cause: error,
    });
  }
  return foundNoConnection(error) ? slowDown({ cause: error }) : null;
}

/** SQLSTATE of a lock that was not let go of in time. */
const LOCKED = "55P03";
