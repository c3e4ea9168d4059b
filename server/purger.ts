import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Fact } from "#features/facts/facts.ts";
import { type Bell, makeBell } from "#lib/bell.ts";
import { log } from "#lib/log.ts";
import { surrogateKey } from "./surrogate.ts";

/** Tells the caches that stand in front of us what to forget. */
export type Purger = {
  forget(facts: readonly Fact[]): void;
  forgetAll(): void;
  /** Whether every cache answers, and has forgotten what it may have kept before this process heard of anything. */
  isHeard(): boolean;
  /** What waits to be told is told once more, whether it is heard or not. */
  stop(): Promise<void>;
};

type Ways = {
  /** Between two tries while a cache does not answer, in milliseconds. */
  retryMs: number;
  /**
   * When a cache is told the same once more, in milliseconds: an old page that was on its way to it when it was told first lies there
   * by then.
   */
  againAfterMs: number;
  /** How long a cache may take to answer, in milliseconds. */
  patienceMs: number;
};
const USUAL: Ways = { retryMs: 250, againAfterMs: 500, patienceMs: 2_000 };

/** More keys than these are not named: everything goes. */
const MOST_NAMED = 200;
export const EVERYTHING = "*";

/** A cache, and what it has to be told: for the first time, and once more. */
type Told = { url: string; bell: Bell; first: Set<string>; again: Set<string>; isHeard: boolean; isAway: boolean };

/**
 * Begins with telling each cache to forget everything, for what it was given by an earlier process may be old by now; and so again
 * when it did not answer: it may have come back with what it had kept.
 *
 * @param urls where each cache takes it (`deploy`)
 */
export function startPurger(urls: readonly string[], ways: Partial<Ways> = {}): Purger {
  const { retryMs, againAfterMs, patienceMs } = { ...USUAL, ...ways };
  const over = new AbortController();
  const caches = urls.map((url): Told => {
    const bell = makeBell();
    return { url, bell, first: new Set([EVERYTHING]), again: new Set(), isHeard: false, isAway: false };
  });
  const done = caches.map(follow);

  return {
    forget: (facts) => add(facts.map(surrogateKey)),
    forgetAll: () => add([EVERYTHING]),
    isHeard: () => caches.every(({ isHeard }) => isHeard),
    async stop() {
      over.abort();
      for (const { bell } of caches) bell.ring();
      await Promise.all(done);
    },
  };

  function add(keys: readonly string[]): void {
    if (keys.length === 0) return;
    for (const { first, bell } of caches) {
      for (const key of keys) first.add(key);
      bell.ring();
    }
  }

  /** One word after the other, so that a cache is told in order. */
  async function follow(cache: Told): Promise<void> {
    for (let isLast = false; !isLast; ) {
      isLast = over.signal.aborted;
      const [first, again] = [[...cache.first], [...cache.again]];
      cache.first.clear();
      cache.again.clear();
      if (first.length + again.length === 0) {
        if (!isLast) await cache.bell.rung(A_LONG_TIME_MS);
      } else if (await tell(cache, [...new Set([...first, ...again])])) {
        if (first.length > 0) setTimeout(tellAgain, againAfterMs, cache, first).unref();
      } else {
        cache.first.add(EVERYTHING);
        await pause(retryMs, undefined, { signal: over.signal }).catch(() => undefined);
      }
    }
  }

  function tellAgain({ again, bell }: Told, keys: readonly string[]): void {
    for (const key of keys) again.add(key);
    bell.ring();
  }

  async function tell(cache: Told, keys: readonly string[]): Promise<boolean> {
    const isAll = keys.includes(EVERYTHING) || keys.length > MOST_NAMED;
    try {
      await put(cache.url, isAll ? EVERYTHING : keys.join(" "), patienceMs);
    } catch (error) {
      if (!cache.isAway) log.error(`the cache at ${cache.url} is given nothing to keep: it does not forget`, error);
      cache.isHeard = false;
      cache.isAway = true;
      return false;
    }
    if (cache.isAway) log.info(`the cache at ${cache.url} forgets again`);
    cache.isHeard = true;
    cache.isAway = false;
    return true;
  }
}

const A_LONG_TIME_MS = 3_600_000;

/**
 * Varnish reads the keys. nginx, which knows none, keeps the file that is put: from when it is, and how long, goes into the name of
 * whatever is kept from then on, so each word has to be of another hour than any before it (`deploy/nginx`).
 */
async function put(url: string, keys: string, patienceMs: number): Promise<void> {
  const anHour = new Date(randomInt(2 ** 31) * 1_000).toUTCString();
  const answer = await fetch(url, {
    method: "PUT",
    headers: { "Surrogate-Key": keys, Date: anHour, "Content-Type": "text/plain" },
    body: keys,
    redirect: "manual",
    signal: AbortSignal.timeout(patienceMs),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`It answered ${answer.status}.`);
}
