import type { Tx } from "#db/transaction.ts";
import type { Permit } from "#features/workflow/policy.ts";
import type { Edition, Story } from "#features/workflow/story.ts";
import type { Said } from "./said.ts";

/** A permitted move while it is being carried out. */
export type Doing = { tx: Tx; permit: Permit; story: Story; said: Said };

/** The person who moves. @throws when it is the clock: a bug, for the table gives the clock moves of its own */
export function by({ permit }: Doing): number {
  if (permit.by === null) throw new Error(`the clock cannot ${permit.move}`);
  return permit.by;
}

/** The open edition. @throws when nothing is open: a bug, for the table says what a move starts from */
export function edition({ story }: Doing): Edition {
  if (!story.open) throw new Error(`document ${story.document.id} has nothing open`);
  return story.open;
}
