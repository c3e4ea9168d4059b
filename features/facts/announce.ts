import type { Tx } from "#db/transaction.ts";
import type { Fact } from "./facts.ts";
import { insertAnnouncement } from "./store.ts";

/**
 * Tells every instance to forget what was drawn from these facts, if and when the transaction commits. Inside the transaction
 * that changes what readers see; there is no other way to make them see it.
 */
export async function announce(tx: Tx, siteId: number, facts: readonly Fact[]): Promise<void> {
  if (facts.length > 0) await insertAnnouncement(tx, siteId, facts);
}
