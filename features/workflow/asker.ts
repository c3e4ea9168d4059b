import type { Tx } from "#db/transaction.ts";
import type { Asker } from "./policy.ts";
import { heldRolesOf } from "./store.ts";
import type { Story } from "./story.ts";

/** Who moves: somebody signed in, or the clock of a site. */
export type Actor = { siteId: number; personId: number } | { siteId: number; clock: true };

/** Who asks, seen from one article. */
export async function askerOf(tx: Tx, by: Actor, story: Story): Promise<Asker> {
  if (!("personId" in by)) return { kind: "clock" };
  const { personId } = by;
  return { kind: "person", personId, ...(await heldRolesOf(tx, personId, story)) };
}
