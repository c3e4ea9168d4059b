import { LRUCache } from "lru-cache";
import { Tinypool } from "tinypool";
import { log } from "#lib/log.ts";
import { shareThread } from "./on-thread.ts";

/** Long texts that may wait behind the one at work. Each takes about half a second. */
export const MOST_WAITING = 8;
/** The longest that one may take with its waiting, in milliseconds; a thread that is late is ended. */
const LONGEST_MS = 20_000;
/** Bodies whose spelling is kept, at up to 5 MB each: the page, the press and its second look ask for the same one. */
const SPELT = 4;

/**
 * Opens the thread for long texts. One is enough, and leaves the others of a small machine to readers. When it breaks,
 * what it was doing fails, and a new one takes the next text.
 *
 * @param file what runs on it
 */
export function openThread(file = new URL("./thread.ts", import.meta.url)): { close(): Promise<void> } {
  const pool = new Tinypool({ filename: file.href, minThreads: 1, maxThreads: 1 });
  pool.on("error", (error) => log.error("the thread for long texts has ended", error));
  shareThread({
    isFull: () => pool.queueSize >= MOST_WAITING,
    run: (job, given) => pool.run(given, { name: job, signal: AbortSignal.timeout(LONGEST_MS) }),
    lately: new LRUCache<string, Uint8Array>({ max: SPELT }),
  });
  return {
    async close() {
      shareThread(undefined);
      await pool.destroy();
    },
  };
}
