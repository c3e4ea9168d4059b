import { type Tx, transaction } from "#db/transaction.ts";
import { advance } from "#lib/commit-order.ts";
import { type Event, enter, holdPosition, look, movePosition } from "./store.ts";

/** Somebody who makes something of what happened: hears each event once, in the order of each article's history. */
export type Follower = {
  /** Kept with its position, for good. */
  name: string;
  /** Where a new one begins. */
  from: "beginning" | "now";
  /**
   * Makes something of the events, in the transaction that moves the position: what it writes there is written once for
   * each event, however often anybody is killed. What it does elsewhere may be done again.
   */
  hear(tx: Tx, events: readonly Event[]): Promise<void>;
};

/** In one transaction. */
const EVENTS_AT_ONCE = 200;

/**
 * Lets a follower hear what it has not heard, one batch in one transaction. An article's events come in the order of its history:
 * each is written after the one before it was committed.
 * @returns how many events that were; 0 also when another process is at it
 */
export async function follow({ name, from, hear }: Follower, atMost = EVENTS_AT_ONCE): Promise<number> {
  return transaction(async (tx) => {
    const position = await placeOf(tx, name, from);
    if (!position) return 0;
    const seen = await look(tx, position, atMost);
    if (seen.owed.length > 0) await hear(tx, seen.owed);
    const next = advance(position, seen);
    // A position that says the same costs no write.
    if (seen.owed.length > 0 || position.seen.length > next.seen.length) await movePosition(tx, name, next);
    return seen.owed.length;
  });
}

async function placeOf(tx: Tx, name: string, from: Follower["from"]) {
  const held = await holdPosition(tx, name);
  if (held) return held;
  await enter(tx, name, from);
  return holdPosition(tx, name);
}
