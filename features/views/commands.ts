import { neighbourhood } from "#lib/neighbourhood.ts";
import { processWide } from "#lib/process-wide.ts";
import { makeOnce } from "./once.ts";
import { isPerson, type Reader } from "./reader.ts";
import { addViews } from "./store.ts";
import { makeTally, type Seen } from "./tally.ts";

/** How often the front flushes, in milliseconds: also the most that a crash can lose. */
export const FLUSH_EVERY = 5_000;

/** Next's bundle counts, the front flushes. */
const counting = processWide("toasoan.tally", () => ({ tally: makeTally(), once: makeOnce() }));

/** Counts a view, one for a client and an article in half an hour, unless a robot sent it. Nothing about the reader is kept. */
export function countView(seen: Seen, reader: Reader, now: Date): void {
  if (!isPerson(reader)) return;
  const { tally, once } = counting;
  if (once.isNew(neighbourhood(reader.address), seen.articleId)) tally.add(seen, now);
}

/** Writes what was counted since the last time. Call it each `FLUSH_EVERY` and once before the database closes. */
export function flushViews(): Promise<void> {
  return counting.tally.flush(addViews);
}
