import { transaction } from "#db/transaction.ts";
import type { JobData } from "#features/jobs/jobs.ts";
import { queueAsked } from "./queue.ts";
import { askedAboutErasure, askedAboutRole, askedAboutWayIn } from "./whom-store.ts";

/** Tells those who may agree that something waits for them. Done again, it tells nobody twice. */
export async function tellAsked({ about, id }: JobData<"tell_asked">): Promise<void> {
  await transaction(async (tx) => {
    for (const { personId, siteId, thing } of await ASKED[about](tx, id)) {
      await queueAsked(tx, { siteId, personId, ...THINGS[about](thing) });
    }
  });
}

const ASKED = { role: askedAboutRole, way_in: askedAboutWayIn, erasure: askedAboutErasure };
const THINGS = {
  role: (grantId: number) => ({ grantId }),
  way_in: (linkId: number) => ({ linkId }),
  erasure: (fileEventId: number) => ({ fileEventId }),
};
