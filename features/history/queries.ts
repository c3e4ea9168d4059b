import { type Stalled, selectStalled } from "./store.ts";

/** How long a follower may owe something and not move, in seconds: a busy machine, or a restart, is no news. */
const STANDS_AFTER = 5 * 60;

/** Followers that stand still: something happened that they cannot hear, and nothing behind it is heard either. */
export function stalledFollowers(): Promise<Stalled[]> {
  return selectStalled(STANDS_AFTER);
}

/** The same for whoever asks for the product's health; undefined while all of them come on. */
export async function whyNotFollowed(): Promise<string | undefined> {
  const stalled = await stalledFollowers();
  if (stalled.length === 0) return undefined;
  return stalled.map(({ name, since }) => `${name} has stood still since ${since.toISOString()}`).join(", ");
}
