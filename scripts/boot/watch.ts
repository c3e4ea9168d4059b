import { setTimeout as pause } from "node:timers/promises";
import type { Cluster } from "#db/embedded/cluster.ts";
import { log } from "#lib/log.ts";

const LOOK_EVERY_MS = 500;

/** Brings the embedded PostgreSQL back when it was killed under us. Returns how to end the watch. */
export function watchOver(cluster: Cluster): () => Promise<void> {
  const over = new AbortController();
  const watch = async () => {
    while (!over.signal.aborted) {
      try {
        if (await cluster.revive()) log.warn("The embedded PostgreSQL had died and was started again.");
      } catch (error) {
        log.error("The embedded PostgreSQL died and does not start again; the next try follows.", error);
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
