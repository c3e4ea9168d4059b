import { transaction } from "#db/transaction.ts";
import * as store from "./store.ts";
import { accountPause, addressPause } from "./throttle.ts";

/**
 * Takes one try at a password: counted as failed, to be struck off when the password was right.
 * @param exempt from the limit by network address
 * @returns the try, or the seconds until there is another
 */
export async function takeTry(
  who: { account: string; address: string },
  exempt: boolean,
): Promise<{ id: number; seconds?: never } | { id?: never; seconds: number }> {
  return transaction(async (tx) => {
    await store.queueTries(tx, who);
    const { failures, secondsSinceLast } = await store.failuresOfAccount(tx, who.account);
    const seconds = Math.max(
      accountPause(failures, secondsSinceLast),
      exempt ? 0 : addressPause(await store.secondsSinceAddressLimit(tx, who.address)),
    );
    return seconds > 0 ? { seconds } : { id: await store.countTry(tx, who) };
  });
}
