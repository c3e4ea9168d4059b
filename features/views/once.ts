import { createHash, randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";

export type Once = {
  /** Whether this is the client's first view of the article in half an hour; each that is counts from now. */
  isNew(client: string, articleId: number): boolean;
};

/** How long a client's further views of an article are the same reading, in milliseconds. */
export const ONE_READING_MS = 30 * 60_000;

/** When each pair was counted, by a mark that only this salt makes. */
type Generation = { salt: Buffer; since: number; counted: LRUCache<string, number> };

/**
 * Remembers who counted what just long enough to count it once. No address is kept, nor which articles one client reads:
 * a pair of them is a mark of 66 bits under a salt of this process, which is thrown away after an hour at most with all
 * its marks.
 *
 * @param most marks under one salt, about 150 bytes each; the oldest are forgotten first, and their readers count again
 * @param now milliseconds, never going back
 */
export function makeOnce({ most = 50_000, now = () => performance.now() } = {}): Once {
  const begin = (): Generation => ({ salt: randomBytes(16), since: now(), counted: new LRUCache({ max: most }) });
  let current = begin();
  let former: Generation | undefined;

  return {
    isNew(client, articleId) {
      const at = now();
      if (at - current.since >= ONE_READING_MS) {
        former = at - current.since < 2 * ONE_READING_MS ? current : undefined;
        current = begin();
      }
      const isKnown = [current, former].some((generation) => {
        const counted = generation?.counted.peek(mark(generation.salt, client, articleId));
        return counted !== undefined && at - counted < ONE_READING_MS;
      });
      if (!isKnown) current.counted.set(mark(current.salt, client, articleId), at);
      return !isKnown;
    },
  };
}

function mark(salt: Buffer, client: string, articleId: number): string {
  return createHash("sha256").update(salt).update(`${articleId}/${client}`).digest("base64").slice(0, 11);
}
