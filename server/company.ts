import { pool } from "#db/client.ts";
import { logFailure } from "#db/outage.ts";
import { othersDecide } from "#db/server-roles.ts";
import { startClock } from "./clock.ts";

/** Between two looks who else works on this database, in milliseconds: a start takes longer. */
const LOOK_EVERY_MS = 4_000;

type Ways = { lookEveryMs: number; answers: () => Promise<boolean> };

/**
 * Keeps in mind whether anybody else can change what readers see. Of a database that this start keeps for itself it is known once
 * it has stopped: nobody reaches it then. One of the operator's own may answer others while it does not answer us.
 */
export function watchCompany(
  isOwn: boolean,
  { lookEveryMs = LOOK_EVERY_MS, answers = databaseAnswers }: Partial<Ways> = {},
): { nobodyCan(): Promise<boolean>; stop(): Promise<void> } {
  let hasOthers = true;
  const look = async () => {
    hasOthers = await othersDecide();
  };
  const first = look().catch((error: unknown) => logFailure("who else works on the database was not seen", error));
  const clock = startClock(look, lookEveryMs);
  return {
    nobodyCan: async () => isOwn && !hasOthers && !(await answers()),
    stop: async () => void (await Promise.all([first, clock.stop()])),
  };
}

async function databaseAnswers(): Promise<boolean> {
  return pool()
    .query("select 1")
    .then(
      () => true,
      () => false,
    );
}
