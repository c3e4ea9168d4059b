import { LRUCache } from "lru-cache";
import { neighbourhood } from "#lib/neighbourhood.ts";

export type Throttle = {
  /** Takes one token from an address. False: this address asks for too much and should wait a second. */
  admits(address: string): boolean;
};

export type ThrottleToLook = Throttle & {
  /** Whether an address has a token, which stays where it is. */
  hasLeft(address: string): boolean;
};

/**
 * A bucket of tokens per address, for what costs a render or a question to the database. A whole province may stand
 * behind one address, so buckets are deep; what lies ready in memory is never counted.
 *
 * @param burst how many may come at once.
 * @param perSecond how many tokens come back each second.
 * @param now milliseconds, never going back.
 */
export function makeThrottle({ burst, perSecond, now = () => performance.now() }: Limits): ThrottleToLook {
  const buckets = new LRUCache<string, { tokens: number; at: number }>({ max: 20_000 });
  const filled = (address: string) => {
    const key = neighbourhood(address);
    const at = now();
    const bucket = buckets.get(key) ?? { tokens: burst, at };
    bucket.tokens = Math.min(burst, bucket.tokens + ((at - bucket.at) / 1_000) * perSecond);
    bucket.at = at;
    buckets.set(key, bucket);
    return bucket;
  };
  return {
    hasLeft: (address) => filled(address).tokens >= 1,
    admits(address) {
      const bucket = filled(address);
      if (bucket.tokens < 1) return false;
      bucket.tokens -= 1;
      return true;
    },
  };
}

type Limits = { burst: number; perSecond: number; now?: () => number };
