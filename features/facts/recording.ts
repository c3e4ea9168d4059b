import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "#lib/process-wide.ts";
import type { Fact } from "./facts.ts";

/** What Next's bundle reads belongs to the page that the front has drawn. */
const recordings = processWide("toasoan.facts", () => new AsyncLocalStorage<Set<Fact>>());

/** Runs the work that makes a page, and puts into `facts` what it is made from, as soon as it is read. */
export function recordingIn<T>(facts: Set<Fact>, work: () => T): T {
  return recordings.run(facts, work);
}

/** Says from what the page is drawn that is being made here; nothing outside of one. */
export function drawnFrom(facts: Iterable<Fact>): void {
  const own = recordings.getStore();
  if (own) for (const fact of facts) own.add(fact);
}
