import type { Tx } from "#db/transaction.ts";
import { type MovePermit, personOf } from "#features/workflow/policy.ts";
import type { Edition, Story } from "#features/workflow/story.ts";
import type { Said } from "./said.ts";

/** A permitted move while it is being carried out. */
export type Doing = { tx: Tx; permit: MovePermit; story: Story; said: Said };

/** The person who moves. @throws when it is the clock: a bug */
export function by({ permit }: Doing): number {
  return personOf(permit);
}

/** The open edition. @throws when nothing is open: a bug, for the table says what a move starts from */
export function edition({ story }: Doing): Edition {
  if (!story.open) throw new Error(`document ${story.document.id} has nothing open`);
  return story.open;
}
