import { AsyncLocalStorage } from "node:async_hooks";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { processWide } from "#lib/process-wide.ts";

/** A transaction in which everything that readers' pages ask is answered as of one moment. */
type Snapshot = {
  db: NodePgDatabase;
  /** The question before: a connection hears one at a time. */
  before: Promise<unknown>;
};

/** What Next's bundle asks belongs to the page that the front has drawn. */
const snapshots = processWide("toasoan.snapshot", () => new AsyncLocalStorage<Snapshot>());

/** Runs work whose questions all go to `db`. */
export function askingOnly<T>(db: NodePgDatabase, work: () => T): T {
  return snapshots.run({ db, before: Promise.resolve() }, work);
}

/** What everybody asks who works inside a snapshot; undefined outside of one. */
export function snapshotHere(): NodePgDatabase | undefined {
  return snapshots.getStore()?.db;
}

/** Asks a question once those before it in this snapshot are answered; at once outside of one. */
export function inTurn<T>(ask: () => Promise<T>): Promise<T> {
  const own = snapshots.getStore();
  if (!own) return ask();
  const answer = own.before.then(ask);
  own.before = answer.catch(() => undefined);
  return answer;
}
