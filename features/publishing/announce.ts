import type { Tx } from "#db/transaction.ts";
import { insertAnnouncement } from "./store.ts";

/**
 * Tells every instance to forget these surfaces, if and when the transaction commits. Inside the transaction that
 * changes what readers see; there is no other way to make them see it.
 */
export async function announce(tx: Tx, siteId: number, surfaces: readonly string[]): Promise<void> {
  if (surfaces.length > 0) await insertAnnouncement(tx, siteId, surfaces);
}
