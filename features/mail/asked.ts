import { transaction } from "#db/transaction.ts";
import type { JobData } from "#features/jobs/jobs.ts";
import { queueAsked } from "./queue.ts";
import { askedAboutRole, askedAboutWayIn } from "./whom-store.ts";

/** Tells those who may agree that something waits for them. Done again, it tells nobody twice. */
export async function tellAsked({ about, id }: JobData<"tell_asked">): Promise<void> {
  await transaction(async (tx) => {
    const asked = about === "role" ? await askedAboutRole(tx, id) : await askedAboutWayIn(tx, id);
    for (const { personId, siteId, thing } of asked) {
      await queueAsked(tx, {
        ...{ siteId, personId },
        grantId: about === "role" ? thing : null,
        linkId: about === "role" ? null : thing,
      });
    }
  });
}
