/** An article, as a page of one site named it. */
export type Seen = { siteId: number; articleId: number };

/** Views of one article in one hour (the hour's beginning, ms since 1970). */
export type Count = Seen & { hour: number; views: number };

export type Tally = {
  /** Counts one view. Beyond `mostArticles` at once, further articles wait for the next flush uncounted. */
  add(seen: Seen, now: Date): void;
  /** Hands everything over in one call; what could not be written stays for the next time. */
  flush(write: (counts: Count[]) => Promise<void>): Promise<void>;
};

const HOUR = 3_600_000;

/**
 * Counts views in memory between two flushes: readers never wait for the database and never write to an article.
 *
 * @param mostArticles a bound for the memory, so that made-up numbers cannot fill it
 */
export function makeTally(mostArticles = 50_000): Tally {
  let counts = new Map<string, Count>();

  function put({ siteId, articleId, hour, views }: Count): void {
    const key = `${siteId}/${articleId}/${hour}`;
    const known = counts.get(key);
    if (known !== undefined) known.views += views;
    else if (counts.size < mostArticles) counts.set(key, { siteId, articleId, hour, views });
  }

  return {
    add: (seen, now) => put({ ...seen, hour: Math.floor(now.getTime() / HOUR) * HOUR, views: 1 }),
    async flush(write) {
      if (counts.size === 0) return;
      const taken = [...counts.values()];
      counts = new Map();
      try {
        await write(taken);
      } catch (error) {
        for (const count of taken) put(count);
        throw error;
      }
    },
  };
}
