import { transactionNow } from "#db/now.ts";
import { transaction } from "#db/transaction.ts";
import { log } from "#lib/log.ts";
import { keepVerification } from "./result-store.ts";
import { inSlices } from "./slices.ts";
import { asTheApp } from "./store.ts";
import { inEnglish } from "./verdict.ts";
import { verifyAll } from "./verify.ts";

/**
 * Looks the whole database over as the app's role, beside whatever else this process does, and keeps what was found. Each
 * page is read as of its own moment: what waits for hours holds nobody's rows.
 *
 * @param ending its reason is thrown soon after it is aborted; nothing is kept then
 */
export async function verifyAndKeep(ending: AbortSignal): Promise<void> {
  const startedAt = await transaction(transactionNow);
  const verdict = await verifyAll(asTheApp(inSlices(ending)));
  await transaction((tx) => keepVerification(tx, startedAt, verdict));
  if (verdict.misfit) log.error(`A row does not fit: npm run verify says the same. ${inEnglish(verdict.misfit)}`);
}
