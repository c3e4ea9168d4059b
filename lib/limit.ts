import { LRUCache } from "lru-cache";

/** Says whether something is to be said again. */
export type Limit = {
  /** How many of a kind were left out since the last one that was said; null: this one is left out as well. */
  passes(kind: string): number | null;
};

/**
 * Lets one of a kind pass each while, and counts those it keeps back.
 *
 * @param everyMs the while, in milliseconds
 * @param now milliseconds, never going back
 */
export function makeLimit(everyMs: number, now = () => performance.now()): Limit {
  // Kinds are places in the code, a few dozen; the bound is for a caller who forgets that.
  const kinds = new LRUCache<string, { saidAt: number; leftOut: number }>({ max: 1_000 });
  return {
    passes(kind) {
      const at = now();
      const known = kinds.get(kind);
      if (known && at - known.saidAt < everyMs) {
        known.leftOut += 1;
        return null;
      }
      kinds.set(kind, { saidAt: at, leftOut: 0 });
      return known?.leftOut ?? 0;
    },
  };
}
