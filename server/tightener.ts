import { setTimeout as pause } from "node:timers/promises";
import { log } from "#lib/log.ts";
import type { CacheKey, PageCache } from "./page-cache.ts";
import { type Reply, tighten } from "./reply.ts";

/** So many wait at most. Who finds no place is sent as it is, and comes again when it is asked for again. */
const MOST = 64;

/** What is announced comes seldom alone, and the pages that are made anew want the processor first; in milliseconds. */
const AFTER_MS = 2_000;

/**
 * Makes pages that are asked for again as small as they get, one at a time and a while later: no reader waits for it, and a page that
 * one robot has asked for once costs nothing.
 *
 * @param cache in which they are kept: what is forgotten meanwhile is left
 * @returns what hears of each that is sent from memory
 */
export function makeTightener(cache: Pick<PageCache<Reply>, "find">, afterMs = AFTER_MS) {
  const waiting = new Map<Reply, CacheKey>();
  let isAtWork = false;

  async function work(): Promise<void> {
    isAtWork = true;
    await pause(afterMs, undefined, { ref: false });
    for (const [reply, place] of waiting) {
      waiting.delete(reply);
      if (cache.find(place) !== reply) continue;
      await tighten(reply).catch((error: unknown) => log.error(`${place.path} stays larger than it could be`, error));
    }
    isAtWork = false;
  }

  return (place: CacheKey, reply: Reply): void => {
    if (waiting.size < MOST) waiting.set(reply, place);
    if (!isAtWork) void work();
  };
}
