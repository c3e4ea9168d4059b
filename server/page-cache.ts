import { LRUCache } from "lru-cache";
import type { Fact } from "#features/facts/facts.ts";
import { recordingIn } from "#features/facts/recording.ts";

/** Where a finished page is kept: a site and the public path that readers ask for. */
export type CacheKey = { siteId: number; path: string };

type Keepable = {
  /** Bytes in memory. */
  size: number;
  /** False for what is made anew each time: unknown addresses, redirects. */
  keep: boolean;
  /** From when on its words are no longer true, in milliseconds since 1970; null where no hour ends them. */
  until: number | null;
};

export type Made<T extends Keepable> = {
  reply: T;
  /** Something that it was made from was announced since the making began; the words may be old. */
  stale: boolean;
};

export type PageCache<T extends Keepable> = {
  find(place: CacheKey): T | undefined;
  /**
   * Makes a reply, at most once at a time per place, and keeps it if nothing that it was made from was announced meanwhile. What
   * is made from nothing that anybody could announce is not kept.
   */
  make(place: CacheKey, work: () => Promise<T>): Promise<Made<T>>;
  /** Forgets whatever was made from one of these. */
  forget(facts: readonly Fact[]): void;
  forgetAll(): void;
  /**
   * While announcements are not heard, nothing is kept that was not kept before. What was kept is found all the same, and lasts
   * longer than its time: there may be nobody who could make it anew.
   */
  setKeeping(keeping: boolean): void;
  readonly size: number;
  /** What the kept pages take, in bytes. */
  readonly bytes: number;
  /** How many kept pages were forgotten for what was announced, since the start. */
  readonly forgotten: number;
};

/** How old a page gets, in milliseconds: its page views may lag by 10 minutes, and are flushed now and then meanwhile. */
export const KEEP_FOR_MS = 9 * 60_000;

/** Paths that begin so are pages without an address of their own (gone, hidden, unknown). */
export const NO_ADDRESS = "!";

/** What a kept page takes beside its bytes, and each fact that it was made from: in bytes, about. */
const ASIDE = 1_000;
const A_FACT = 150;

/** As it lies, also when its time is over. */
const AS_IT_LIES = { allowStale: true, noDeleteOnStaleGet: true } as const;

/**
 * Finished pages in memory, empty at start.
 *
 * @param maxBytes how much may be kept, in bytes; the page unused longest goes first.
 * @param keepForMs how old a page may get, in milliseconds.
 */
export function makePageCache<T extends Keepable>(bounds: Bounds<T>): PageCache<T> {
  const { maxBytes, keepForMs, mark = asItIs, clock = performance, now = Date.now } = bounds;
  const madeFrom = new Map<Fact, Set<string>>();
  const kept = new LRUCache<string, Kept<T>>({
    maxSize: maxBytes,
    maxEntrySize: Math.ceil(maxBytes / 4),
    sizeCalculation: ({ reply, facts }) => reply.size + ASIDE + facts.length * A_FACT,
    ttl: keepForMs,
    ttlResolution: 1_000,
    perf: clock,
    // However a page goes, nothing says any more from what it was made.
    dispose: ({ facts }, key) => {
      for (const fact of facts) {
        const pages = madeFrom.get(fact);
        if (pages?.delete(key) && pages.size === 0) madeFrom.delete(fact);
      }
    },
  });
  const making = new Map<string, Making<T>>();
  let keeping = false;
  let forgotten = 0;

  function keep(key: string, made: T, from: ReadonlySet<Fact>): T {
    const facts = [...from];
    const reply = mark(made, facts);
    kept.set(key, { reply, facts });
    // What is too large is not there.
    if (!kept.has(key)) return made;
    for (const fact of facts) {
      const pages = madeFrom.get(fact);
      if (pages) pages.add(key);
      else madeFrom.set(fact, new Set([key]));
    }
    return reply;
  }

  function overtake(key: string, one: Making<T>): void {
    one.stale = true;
    making.delete(key);
  }

  return {
    find({ siteId, path }) {
      const key = siteId + path;
      const found = kept.get(key, keeping ? undefined : AS_IT_LIES)?.reply;
      if (found === undefined || found.until === null || now() < found.until || !keeping) return found;
      kept.delete(key);
      return undefined;
    },
    async make({ siteId, path }, work) {
      const key = siteId + path;
      const shared = making.get(key);
      if (shared) return shared.result;
      const own: Making<T> = {
        ...{ stale: false, facts: new Set(), announced: new Set() },
        result: Promise.resolve().then(finish),
      };
      making.set(key, own);
      return own.result;

      async function finish(): Promise<Made<T>> {
        const { facts, announced } = own;
        try {
          const reply = await recordingIn(facts, work);
          // A fact that was read after it had been announced may have been read as of before.
          if (overlap(facts, announced)) own.stale = true;
          const isKept = keeping && reply.keep && !own.stale && facts.size > 0;
          return { reply: isKept ? keep(key, reply, facts) : reply, stale: own.stale };
        } finally {
          if (making.get(key) === own) making.delete(key);
        }
      }
    },
    forget(facts) {
      for (const fact of facts) {
        for (const key of [...(madeFrom.get(fact) ?? [])]) forgotten += Number(kept.delete(key));
      }
      for (const [key, one] of making) {
        for (const fact of facts) one.announced.add(fact);
        if (overlap(one.facts, one.announced)) overtake(key, one);
      }
    },
    forgetAll() {
      kept.clear();
      for (const [key, one] of making) overtake(key, one);
    },
    setKeeping(now) {
      keeping = now;
    },
    get size() {
      return kept.size;
    },
    get bytes() {
      return kept.calculatedSize;
    },
    get forgotten() {
      return forgotten;
    },
  };
}

function overlap<T>(some: ReadonlySet<T>, others: ReadonlySet<T>): boolean {
  for (const one of others) if (some.has(one)) return true;
  return false;
}

const asItIs = <T>(reply: T): T => reply;

type Bounds<T> = {
  maxBytes: number;
  keepForMs: number;
  /** What is kept, with what is said of what it was made from. */
  mark?: (reply: T, facts: readonly Fact[]) => T;
  clock?: { now(): number };
  /** The hour, in milliseconds since 1970. */
  now?: () => number;
};

type Kept<T extends Keepable> = { reply: T; facts: readonly Fact[] };
type Making<T extends Keepable> = {
  stale: boolean;
  /** What it has been made from so far. */
  facts: Set<Fact>;
  /** What was announced since it began. */
  announced: Set<Fact>;
  result: Promise<Made<T>>;
};
