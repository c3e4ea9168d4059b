import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { drawnFrom } from "#features/facts/recording.ts";
import { FLUSH_EVERY } from "#features/views/commands.ts";
import { makeTally } from "#features/views/tally.ts";
import { startClock } from "./clock.ts";
import { KEEP_FOR_MS, makePageCache } from "./page-cache.ts";

const MINUTE_MS = 60_000;
const ARTICLE = { siteId: 1, articleId: 12 };
const PAGE = { siteId: 1, path: "/tin-tuc/le-hoi-sen-12" };

beforeEach(() => {
  vi.useFakeTimers();
  // The longest that the clock ever waits.
  vi.spyOn(Math, "random").mockReturnValue(1);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** An article's page, with the front's own times: kept as long, and its views written as seldom. */
function anArticle() {
  const tally = makeTally();
  let written = 0;
  let drawn = 0;
  startClock(
    () =>
      tally.flush(async (counts) => {
        for (const { views } of counts) written += views;
      }),
    FLUSH_EVERY,
  );
  const cache = makePageCache<{ views: number; size: number; until: null; keep: boolean }>({
    ...{ maxBytes: 1_000_000, keepForMs: KEEP_FOR_MS },
    clock: { now: () => Date.now() },
  });
  cache.setKeeping(true);
  return {
    isSeen: () => tally.add(ARTICLE, new Date()),
    drawn: () => drawn,
    async shownViews(): Promise<number> {
      const draw = async () => {
        drawn += 1;
        drawnFrom(["document:12"]);
        return { views: written, size: 100, until: null, keep: true };
      };
      return (cache.find(PAGE) ?? (await cache.make(PAGE, draw)).reply).views;
    },
  };
}

async function askedForASecond(article: ReturnType<typeof anArticle>): Promise<void> {
  await article.shownViews();
  await vi.advanceTimersByTimeAsync(1_000);
}

test("a view stands on its article's page within ten minutes, though somebody asks for the page every second", async () => {
  const article = anArticle();
  for (let views = 1; views <= 40; views += 1) {
    // The worst is to come just before the page is drawn and to be written just after: each comes a little sooner.
    const comesAt = Date.now() + KEEP_FOR_MS - 100 * views ** 2;
    while (Date.now() < comesAt) await askedForASecond(article);
    article.isSeen();
    const seenAt = Date.now();
    while ((await article.shownViews()) < views) {
      expect(Date.now() - seenAt).toBeLessThan(10 * MINUTE_MS);
      await askedForASecond(article);
    }
  }
});

test("until then the page is not drawn again for its views", async () => {
  const article = anArticle();
  for (let second = 0; second < 8 * 60; second += 1) {
    article.isSeen();
    await askedForASecond(article);
  }
  expect(article.drawn()).toBe(1);
});
