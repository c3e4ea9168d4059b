import { transaction } from "#db/transaction.ts";
import { noticeLicences, toldOfLicences } from "./licences-store.ts";
import { queueLicences } from "./queue.ts";

/**
 * Tells of the licences that end within 30 days: once for each file and the day on which its licence ends, in one message a
 * person and day. Done again it tells nobody twice.
 */
export async function tellLicences(): Promise<void> {
  await transaction(async (tx) => {
    const { siteIds, day } = await noticeLicences(tx);
    for (const siteId of siteIds) {
      for (const personId of await toldOfLicences(tx, siteId, day))
        await queueLicences(tx, { siteId, personId, licencesOn: day });
    }
  });
}
