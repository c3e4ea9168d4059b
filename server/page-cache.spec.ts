import { expect, test } from "vitest";
import type { Fact } from "#features/facts/facts.ts";
import { drawnFrom } from "#features/facts/recording.ts";
import { makePageCache, type PageCache } from "./page-cache.ts";

const HOME = { siteId: 1, path: "/" };
const ARTICLE = { siteId: 1, path: "/tin-tuc/le-hoi-sen-12" };

type Page = { words: string; size: number; keep: boolean; until: number | null };

const ABOUT: Fact = "document:12";

/** A page that is drawn from what one document says. */
async function page(words: string, keep = true, until: number | null = null): Promise<Page> {
  drawnFrom([ABOUT]);
  return { words, size: words.length, keep, until };
}

/** A page that is drawn from these facts. */
const pageOf =
  (...facts: Fact[]) =>
  async (): Promise<Page> => {
    drawnFrom(facts);
    return { words: facts.join(), size: 100, keep: true, until: null };
  };

function openCache(maxBytes = 1_000_000): PageCache<Page> {
  const cache = makePageCache<Page>({ maxBytes, keepForMs: 60_000 });
  cache.setKeeping(true);
  return cache;
}

function slowPage() {
  const { promise, resolve } = Promise.withResolvers<Page>();
  const begun = Promise.withResolvers<void>();
  const render = () => {
    drawnFrom([ABOUT]);
    begun.resolve();
    return promise;
  };
  return { render, begun: begun.promise, finish: async (words: string) => resolve(await page(words)) };
}

test("a hundred readers at once share one render", async () => {
  const cache = openCache();
  let renders = 0;
  const asked = Array.from({ length: 100 }, () =>
    cache.make(ARTICLE, () => {
      renders += 1;
      return page("một");
    }),
  );
  const answers = await Promise.all(asked);
  expect(renders).toBe(1);
  expect(new Set(answers.map(({ reply }) => reply)).size).toBe(1);
  expect(cache.find(ARTICLE)).toBe(answers[0]?.reply);
});

test("what is kept is marked with what it was made from, and what is not kept is not", async () => {
  const mark = (page: Page, facts: readonly Fact[]) => ({ ...page, words: `${page.words}: ${facts.join()}` });
  const cache = makePageCache<Page>({ maxBytes: 1_000_000, keepForMs: 60_000, mark });
  const made = async () => (await cache.make(ARTICLE, () => page("một"))).reply.words;
  expect(await made()).toBe("một");
  cache.setKeeping(true);
  expect(await made()).toBe("một: document:12");
  expect(cache.find(ARTICLE)?.words).toBe("một: document:12");
  expect((await cache.make(HOME, () => page("hai", false))).reply.words).toBe("hai");
});

test("a page announced during its render is not kept, and its readers learn that it is old", async () => {
  const cache = openCache();
  const slow = slowPage();
  const made = cache.make(ARTICLE, slow.render);
  cache.forget([ABOUT]);
  await slow.finish("cũ");
  expect((await made).stale).toBe(true);
  expect(cache.find(ARTICLE)).toBeUndefined();
});

test("a reader who comes after the announcement does not share the render that began before it", async () => {
  const cache = openCache();
  const slow = slowPage();
  const before = cache.make(ARTICLE, slow.render);
  await slow.begun;
  cache.forget([ABOUT]);
  const after = await cache.make(ARTICLE, () => page("mới"));
  await slow.finish("cũ");
  await before;
  expect(after.stale).toBe(false);
  expect(cache.find(ARTICLE)).toBe(after.reply);
});

test("an announcement about something else lets a render be kept", async () => {
  const cache = openCache();
  const slow = slowPage();
  const made = cache.make(ARTICLE, slow.render);
  cache.forget(["document:1", "list:section:12"]);
  await slow.finish("một");
  expect((await made).stale).toBe(false);
  expect(cache.find(ARTICLE)).toBeDefined();
});

test("what was announced before a page read it may have been read as it was before: it is not kept", async () => {
  const cache = openCache();
  const { promise: rows, resolve } = Promise.withResolvers<void>();
  const made = cache.make(HOME, async () => {
    // Asked, and answered later.
    await rows;
    return pageOf("list:home:1", ABOUT)();
  });
  const shared = cache.make(HOME, () => page("never asked"));
  cache.forget([ABOUT]);
  resolve();
  expect(await made).toMatchObject({ stale: true });
  expect(await shared).toMatchObject({ stale: true });
  expect(cache.find(HOME)).toBeUndefined();
});

test("whatever was drawn from a fact is forgotten with it, and nothing else", async () => {
  const cache = openCache();
  const place = (path: string, siteId = 1) => ({ siteId, path });
  await cache.make(place("/tin-tuc"), pageOf("site:1", "list:section:5", "document:12", "document:13"));
  await cache.make(place("/tin-tuc/trang/2"), pageOf("site:1", "list:section:5", "document:14"));
  await cache.make(place("/tin-tuc/le-hoi-12"), pageOf("site:1", "document:12"));
  await cache.make(place("!/gone/1"), pageOf("site:1", "document:1", "document:12"));
  await cache.make(place("/", 11), pageOf("site:11", "document:121"));
  const left = () =>
    ["/tin-tuc", "/tin-tuc/trang/2", "/tin-tuc/le-hoi-12", "!/gone/1"].filter((path) => cache.find(place(path)));
  cache.forget(["document:12"]);
  expect(left()).toEqual(["/tin-tuc/trang/2"]);
  cache.forget(["list:section:5"]);
  expect(left()).toEqual([]);
  cache.forget(["site:1"]);
  expect(cache.find(place("/", 11))).toBeDefined();
  expect([cache.size, cache.forgotten]).toEqual([1, 4]);
});

test("a page that is made anew is forgotten by what it shows now, and no more by what it showed", async () => {
  const cache = openCache();
  await cache.make(HOME, pageOf("list:home:1", "document:12"));
  cache.forget(["list:home:1"]);
  await cache.make(HOME, pageOf("list:home:1", "document:13"));
  cache.forget(["document:12"]);
  expect(cache.find(HOME)?.words).toBe("list:home:1,document:13");
  cache.forget(["document:13"]);
  expect(cache.find(HOME)).toBeUndefined();
});

test("a page that nothing could make forgotten is not kept", async () => {
  const cache = openCache();
  await cache.make(HOME, pageOf());
  expect(cache.find(HOME)).toBeUndefined();
});

test("nothing is kept before announcements are heard", async () => {
  const cache = makePageCache<Page>({ maxBytes: 1_000_000, keepForMs: 60_000 });
  await cache.make(HOME, () => page("một"));
  expect(cache.find(HOME)).toBeUndefined();
  cache.setKeeping(true);
  await cache.make(HOME, () => page("một"));
  expect(cache.find(HOME)).toBeDefined();
});

test("while announcements are not heard what was kept is found, also past its time, and nothing joins it", async () => {
  let hour = 1_000;
  const clock = { now: () => hour };
  const cache = makePageCache<Page>({ maxBytes: 1_000_000, keepForMs: 60_000, clock, now: clock.now });
  cache.setKeeping(true);
  await cache.make(HOME, () => page("một", true, 2_000));
  cache.setKeeping(false);
  await cache.make(ARTICLE, () => page("hai"));
  hour += 600_000;
  for (const _ of [1, 2]) expect(cache.find(HOME)?.words).toBe("một");
  expect(cache.find(ARTICLE)).toBeUndefined();
  cache.setKeeping(true);
  expect(cache.find(HOME)).toBeUndefined();
});

test("what was begun while announcements were not heard is kept once they are, unless it was announced meanwhile", async () => {
  const cache = openCache();
  cache.setKeeping(false);
  const [told, other] = [slowPage(), Promise.withResolvers<void>()];
  const both = [
    cache.make(ARTICLE, told.render),
    cache.make(HOME, async () => {
      await other.promise;
      return pageOf("list:home:1")();
    }),
  ];
  cache.forget([ABOUT]);
  cache.setKeeping(true);
  await told.finish("cũ");
  other.resolve();
  expect((await Promise.all(both)).map(({ stale }) => stale)).toEqual([true, false]);
  expect(cache.find(ARTICLE)).toBeUndefined();
  expect(cache.find(HOME)).toBeDefined();
});

test("once everything is forgotten nothing is kept that was being made", async () => {
  const cache = openCache();
  await cache.make(HOME, () => page("một"));
  const slow = slowPage();
  const begun = cache.make(ARTICLE, slow.render);
  cache.forgetAll();
  await slow.finish("cũ");
  expect((await begun).stale).toBe(true);
  expect(cache.size).toBe(0);
  expect(cache.bytes).toBe(0);
});

test("a reply that is made anew each time is shared by those who wait for it, and not kept", async () => {
  const cache = openCache();
  const unknown = { siteId: 1, path: "/khong-co" };
  const [one, other] = await Promise.all([
    cache.make(unknown, () => page("không có", false)),
    cache.make(unknown, () => page("không có", false)),
  ]);
  expect(one.reply).toBe(other.reply);
  expect(cache.find(unknown)).toBeUndefined();
  expect(cache.size).toBe(0);
});

test("what is kept stays within its bound", async () => {
  const cache = openCache(100_000);
  for (let number = 0; number < 200; number += 1)
    await cache.make({ siteId: 1, path: `/tin/${number}` }, () => page(`${number}`.repeat(400)));
  expect(cache.size).toBeLessThan(100);
  expect(cache.find({ siteId: 1, path: "/tin/199" })).toBeDefined();
  expect(cache.find({ siteId: 1, path: "/tin/0" })).toBeUndefined();
});

test("a failed render is told to everyone who waits and is tried again by the next", async () => {
  const cache = openCache();
  const fail = () => Promise.reject(new Error("no database"));
  const both = await Promise.allSettled([cache.make(HOME, fail), cache.make(HOME, fail)]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect((await cache.make(HOME, () => page("một"))).stale).toBe(false);
});

test("a page whose words end at an hour is found until then, and made anew afterwards", async () => {
  let hour = 1_000;
  const cache = makePageCache<Page>({ maxBytes: 1_000_000, keepForMs: 60_000, now: () => hour });
  cache.setKeeping(true);
  await cache.make(HOME, () => page("có thông báo", true, 2_000));
  hour = 1_999;
  expect(cache.find(HOME)?.words).toBe("có thông báo");
  hour = 2_000;
  expect(cache.find(HOME)).toBeUndefined();
  await cache.make(HOME, () => page("hết thông báo"));
  hour = 900_000;
  expect(cache.find(HOME)?.words).toBe("hết thông báo");
});
