import { sql } from "drizzle-orm";
import type { Tx } from "#db/transaction.ts";

/** Behind another instance that makes the demo at this moment: a second or two, on a slow machine more than a row may take. */
export async function waitForTurn(tx: Tx): Promise<void> {
  await tx.execute(sql`set local lock_timeout = '15s'`);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('demo', 0))`);
}
