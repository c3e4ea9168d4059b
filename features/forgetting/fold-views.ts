import { foldViews } from "./store.ts";

/** Articles in one statement: it takes well under a second, also after years without a worker. */
const ARTICLES_AT_ONCE = 2_000;

/** Keeps views of long ago by the month instead of by the hour. What readers are shown, the sum of an article, stays. */
export async function foldOldViews(atOnce = ARTICLES_AT_ONCE): Promise<void> {
  for (let last: number | null = 0; last !== null; ) last = await foldViews(last, atOnce);
}
