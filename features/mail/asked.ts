import { transaction } from "#db/transaction.ts";
import type { JobData } from "#features/jobs/jobs.ts";
import { askedAboutName, toldOfName } from "./names-store.ts";
import { queueOnce } from "./queue.ts";
import { askedAboutErasure, askedAboutRole, askedAboutWayIn } from "./whom-store.ts";

/**
 * Tells those who may agree that something waits for them, or whoever proposed a name what became of it. Done again, it tells nobody
 * twice.
 */
export async function tellAsked({ about, id }: JobData<"tell_asked">): Promise<void> {
  await transaction(async (tx) => {
    for (const { personId, siteId, thing } of await WHOM[about](tx, id)) {
      await queueOnce(
        tx,
        { siteId, personId, ...THINGS[about](thing) },
        about === "name_answer" ? "answered" : "asked",
      );
    }
  });
}

const WHOM = {
  ...{ role: askedAboutRole, way_in: askedAboutWayIn, erasure: askedAboutErasure },
  ...{ name: askedAboutName, name_answer: toldOfName },
};
const THINGS = {
  role: (grantId: number) => ({ grantId }),
  way_in: (linkId: number) => ({ linkId }),
  erasure: (fileEventId: number) => ({ fileEventId }),
  name: (nameProposalId: number) => ({ nameProposalId }),
  name_answer: (nameProposalId: number) => ({ nameProposalId }),
};
