import { isbot } from "isbot";
import { addViews } from "./store.ts";
import { makeTally, type Seen, type Tally } from "./tally.ts";

const place = Symbol.for("toasoan.tally");
const shared = globalThis as { [place]?: Tally };

/** How often the front flushes, in milliseconds: also the most that a crash can lose. */
export const FLUSH_EVERY = 5_000;

/** The header of a request in which the front tells Next whose site was asked, by number. */
export const SITE_HEADER = "x-newsroom-site";

/** One for the process: Next's bundle counts, the front flushes. */
function tally(): Tally {
  shared[place] ??= makeTally();
  return shared[place];
}

/** Counts a view unless a robot sent it. Nothing about the reader is kept. */
export function countView(seen: Seen, userAgent: string | null, now: Date): void {
  if (userAgent === null || userAgent === "" || isbot(userAgent)) return;
  tally().add(seen, now);
}

/** Writes what was counted since the last time. Call it each `FLUSH_EVERY` and once before the database closes. */
export function flushViews(): Promise<void> {
  return tally().flush(addViews);
}
