import { LRUCache } from "lru-cache";

/** Where a finished page is kept: a site and the public path that readers ask for. */
export type Place = { siteId: number; path: string };

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
  /** An announcement that names this place came in since the making began; the words may be old. */
  stale: boolean;
};

export type Shelf<T extends Keepable> = {
  find(place: Place): T | undefined;
  /** Makes a reply, at most once at a time per place, and keeps it if nothing was announced meanwhile. */
  make(place: Place, work: () => Promise<T>): Promise<Made<T>>;
  /** A surface is a public path; with `*` at its end it names every path that begins so. */
  forget(siteId: number, surfaces: readonly string[]): void;
  forgetAll(): void;
  /** While we cannot hear announcements nothing is kept, nor what was begun before we could. */
  setHearing(hearing: boolean): void;
  readonly size: number;
  /** What the kept pages take, in bytes. */
  readonly bytes: number;
};

/** How old a page gets, in milliseconds: its page views may lag by 10 minutes, and are flushed now and then meanwhile. */
export const KEEP_FOR_MS = 9 * 60_000;

/** Paths that begin so are pages without an address of their own (gone, hidden, unknown). */
export const NO_ADDRESS = "!";

/**
 * Finished pages in memory, empty at start.
 *
 * @param maxBytes how much may be kept, in bytes; the page unused longest goes first.
 * @param keepForMs how old a page may get, in milliseconds.
 */
export function makeShelf<T extends Keepable>(bounds: Bounds): Shelf<T> {
  const { maxBytes, keepForMs, clock = performance, now = Date.now } = bounds;
  const kept = new LRUCache<string, T>({
    maxSize: maxBytes,
    maxEntrySize: Math.ceil(maxBytes / 4),
    sizeCalculation: ({ size }) => size + 1_000,
    ttl: keepForMs,
    ttlResolution: 1_000,
    perf: clock,
  });
  const making = new Map<string, Making<T>>();
  let hearing = false;

  function forgetWhere(names: (key: string) => boolean): void {
    for (const key of kept.keys()) if (names(key)) kept.delete(key);
    for (const [key, one] of making) {
      if (!names(key)) continue;
      one.stale = true;
      making.delete(key);
    }
  }

  return {
    find({ siteId, path }) {
      const reply = kept.get(siteId + path);
      if (reply === undefined || reply.until === null || now() < reply.until) return reply;
      kept.delete(siteId + path);
      return undefined;
    },
    async make({ siteId, path }, work) {
      const key = siteId + path;
      const shared = making.get(key);
      if (shared) return shared.result;
      const own: Making<T> = { stale: false, result: Promise.resolve().then(finish) };
      making.set(key, own);
      return own.result;

      async function finish(): Promise<Made<T>> {
        try {
          const reply = await work();
          if (hearing && reply.keep && !own.stale) kept.set(key, reply);
          return { reply, stale: own.stale };
        } finally {
          if (making.get(key) === own) making.delete(key);
        }
      }
    },
    forget(siteId, surfaces) {
      const exact = new Set(surfaces.filter((surface) => !surface.endsWith("*")).map((surface) => siteId + surface));
      const prefixes = [
        ...surfaces.filter((surface) => surface.endsWith("*")).map((one) => one.slice(0, -1)),
        NO_ADDRESS,
      ];
      const starts = prefixes.map((prefix) => siteId + prefix);
      forgetWhere((key) => exact.has(key) || starts.some((start) => key.startsWith(start)));
    },
    forgetAll: () => forgetWhere(() => true),
    setHearing(now) {
      hearing = now;
      forgetWhere(() => true);
    },
    get size() {
      return kept.size;
    },
    get bytes() {
      return kept.calculatedSize;
    },
  };
}

type Bounds = {
  maxBytes: number;
  keepForMs: number;
  clock?: { now(): number };
  /** The hour, in milliseconds since 1970. */
  now?: () => number;
};

type Making<T extends Keepable> = { stale: boolean; result: Promise<Made<T>> };
