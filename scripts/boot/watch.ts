import { setTimeout as pause } from "node:timers/promises";
import type { Cluster } from "#db/embedded/cluster.ts";
import { log } from "#lib/log.ts";
import { StartError } from "#lib/start-error.ts";

const LOOK_EVERY_MS = 500;
/** A server that does not start again is said so often, without a stack. */
const SAY_EVERY_MS = 60_000;

/** Brings the embedded PostgreSQL back when it was killed under us. Returns how to end the watch. */
export function watchOver(cluster: Cluster): () => Promise<void> {
  const over = new AbortController();
  let saidAt = Number.NEGATIVE_INFINITY;
  const sayAtTimes = (error: unknown) => {
    if (performance.now() - saidAt < SAY_EVERY_MS) return;
    saidAt = performance.now();
    const why = error instanceof StartError ? error.message : String(error);
    log.warn(`The embedded PostgreSQL died and does not start again; it is tried on: ${why}`);
  };
  const watch = async () => {
    while (!over.signal.aborted) {
      try {
        if (await cluster.revive()) log.warn("The embedded PostgreSQL had died and was started again.");
      } catch (error) {
        sayAtTimes(error);
      }
      await pause(LOOK_EVERY_MS, undefined, { signal: over.signal }).catch(() => undefined);
    }
  };
  const watching = watch();
  return async () => {
    over.abort();
    await watching;
  };
}
