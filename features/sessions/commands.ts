import { randomBytes } from "node:crypto";
import { transaction } from "#db/transaction.ts";
import type { Staff } from "./actor.ts";
import { forgetKeys, giveKey } from "./journal-store.ts";
import * as store from "./store.ts";

/**
 * Ends the session of a cookie; one that has ended, or never was, is no matter. What the person's browser kept can be read
 * no more: its key is forgotten.
 * @param browser the number that the browser gave itself, if it said one
 */
export async function signOut(sessionId: string | null, browser: string | null = null): Promise<void> {
  if (sessionId === null) return;
  await transaction(async (tx) => {
    await forgetKeys(tx, sessionId, browser);
    await store.endSession(tx, sessionId, "signed_out");
  });
}

/** The key with which this browser seals what its person types until the server has it; the same until a sign-out there. */
export async function journalKey(staff: Staff, browser: string): Promise<{ id: string; key: Buffer }> {
  const { personId, sessionId } = staff;
  return transaction((tx) => giveKey(tx, { personId, browser, sessionId, key: randomBytes(32) }));
}
