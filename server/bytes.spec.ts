import { expect, test } from "vitest";
import type { Fact } from "#features/facts/facts.ts";
import { drawnFrom } from "#features/facts/recording.ts";
import { makeShelf, type Shelf } from "./bytes.ts";

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

function openShelf(maxBytes = 1_000_000): Shelf<Page> {
  const shelf = makeShelf<Page>({ maxBytes, keepForMs: 60_000 });
  shelf.setKeeping(true);
  return shelf;
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
  const shelf = openShelf();
  let renders = 0;
  const asked = Array.from({ length: 100 }, () =>
    shelf.make(ARTICLE, () => {
      renders += 1;
      return page("một");
    }),
  );
  const answers = await Promise.all(asked);
  expect(renders).toBe(1);
  expect(new Set(answers.map(({ reply }) => reply)).size).toBe(1);
  expect(shelf.find(ARTICLE)).toBe(answers[0]?.reply);
});

test("a page announced during its render is not kept, and its readers learn that it is old", async () => {
  const shelf = openShelf();
  const slow = slowPage();
  const made = shelf.make(ARTICLE, slow.render);
  shelf.forget([ABOUT]);
  await slow.finish("cũ");
  expect((await made).stale).toBe(true);
  expect(shelf.find(ARTICLE)).toBeUndefined();
});

test("a reader who comes after the announcement does not share the render that began before it", async () => {
  const shelf = openShelf();
  const slow = slowPage();
  const before = shelf.make(ARTICLE, slow.render);
  await slow.begun;
  shelf.forget([ABOUT]);
  const after = await shelf.make(ARTICLE, () => page("mới"));
  await slow.finish("cũ");
  await before;
  expect(after.stale).toBe(false);
  expect(shelf.find(ARTICLE)).toBe(after.reply);
});

test("an announcement about something else lets a render be kept", async () => {
  const shelf = openShelf();
  const slow = slowPage();
  const made = shelf.make(ARTICLE, slow.render);
  shelf.forget(["document:1", "list:section:12"]);
  await slow.finish("một");
  expect((await made).stale).toBe(false);
  expect(shelf.find(ARTICLE)).toBeDefined();
});

test("what was announced before a page read it may have been read as it was before: it is not kept", async () => {
  const shelf = openShelf();
  const { promise: rows, resolve } = Promise.withResolvers<void>();
  const made = shelf.make(HOME, async () => {
    // Asked, and answered later.
    await rows;
    return pageOf("list:home:1", ABOUT)();
  });
  const shared = shelf.make(HOME, () => page("never asked"));
  shelf.forget([ABOUT]);
  resolve();
  expect(await made).toMatchObject({ stale: true });
  expect(await shared).toMatchObject({ stale: true });
  expect(shelf.find(HOME)).toBeUndefined();
});

test("whatever was drawn from a fact is forgotten with it, and nothing else", async () => {
  const shelf = openShelf();
  const place = (path: string, siteId = 1) => ({ siteId, path });
  await shelf.make(place("/tin-tuc"), pageOf("site:1", "list:section:5", "document:12", "document:13"));
  await shelf.make(place("/tin-tuc/trang/2"), pageOf("site:1", "list:section:5", "document:14"));
  await shelf.make(place("/tin-tuc/le-hoi-12"), pageOf("site:1", "document:12"));
  await shelf.make(place("!/gone/1"), pageOf("site:1", "document:1", "document:12"));
  await shelf.make(place("/", 11), pageOf("site:11", "document:121"));
  const left = () =>
    ["/tin-tuc", "/tin-tuc/trang/2", "/tin-tuc/le-hoi-12", "!/gone/1"].filter((path) => shelf.find(place(path)));
  shelf.forget(["document:12"]);
  expect(left()).toEqual(["/tin-tuc/trang/2"]);
  shelf.forget(["list:section:5"]);
  expect(left()).toEqual([]);
  shelf.forget(["site:1"]);
  expect(shelf.find(place("/", 11))).toBeDefined();
  expect([shelf.size, shelf.forgotten]).toEqual([1, 4]);
});

test("a page that is made anew is forgotten by what it shows now, and no more by what it showed", async () => {
  const shelf = openShelf();
  await shelf.make(HOME, pageOf("list:home:1", "document:12"));
  shelf.forget(["list:home:1"]);
  await shelf.make(HOME, pageOf("list:home:1", "document:13"));
  shelf.forget(["document:12"]);
  expect(shelf.find(HOME)?.words).toBe("list:home:1,document:13");
  shelf.forget(["document:13"]);
  expect(shelf.find(HOME)).toBeUndefined();
});

test("a page that nothing could make forgotten is not kept", async () => {
  const shelf = openShelf();
  await shelf.make(HOME, pageOf());
  expect(shelf.find(HOME)).toBeUndefined();
});

test("nothing is kept before announcements are heard", async () => {
  const shelf = makeShelf<Page>({ maxBytes: 1_000_000, keepForMs: 60_000 });
  await shelf.make(HOME, () => page("một"));
  expect(shelf.find(HOME)).toBeUndefined();
  shelf.setKeeping(true);
  await shelf.make(HOME, () => page("một"));
  expect(shelf.find(HOME)).toBeDefined();
});

test("while announcements are not heard what was kept is found, also past its time, and nothing joins it", async () => {
  let hour = 1_000;
  const clock = { now: () => hour };
  const shelf = makeShelf<Page>({ maxBytes: 1_000_000, keepForMs: 60_000, clock, now: clock.now });
  shelf.setKeeping(true);
  await shelf.make(HOME, () => page("một", true, 2_000));
  shelf.setKeeping(false);
  await shelf.make(ARTICLE, () => page("hai"));
  hour += 600_000;
  for (const _ of [1, 2]) expect(shelf.find(HOME)?.words).toBe("một");
  expect(shelf.find(ARTICLE)).toBeUndefined();
  shelf.setKeeping(true);
  expect(shelf.find(HOME)).toBeUndefined();
});

test("what was begun while announcements were not heard is kept once they are, unless it was announced meanwhile", async () => {
  const shelf = openShelf();
  shelf.setKeeping(false);
  const [told, other] = [slowPage(), Promise.withResolvers<void>()];
  const both = [
    shelf.make(ARTICLE, told.render),
    shelf.make(HOME, async () => {
      await other.promise;
      return pageOf("list:home:1")();
    }),
  ];
  shelf.forget([ABOUT]);
  shelf.setKeeping(true);
  await told.finish("cũ");
  other.resolve();
  expect((await Promise.all(both)).map(({ stale }) => stale)).toEqual([true, false]);
  expect(shelf.find(ARTICLE)).toBeUndefined();
  expect(shelf.find(HOME)).toBeDefined();
});

test("once everything is forgotten nothing is kept that was being made", async () => {
  const shelf = openShelf();
  await shelf.make(HOME, () => page("một"));
  const slow = slowPage();
  const begun = shelf.make(ARTICLE, slow.render);
  shelf.forgetAll();
  await slow.finish("cũ");
  expect((await begun).stale).toBe(true);
  expect(shelf.size).toBe(0);
  expect(shelf.bytes).toBe(0);
});

test("a reply that is made anew each time is shared by those who wait for it, and not kept", async () => {
  const shelf = openShelf();
  const unknown = { siteId: 1, path: "/khong-co" };
  const [one, other] = await Promise.all([
    shelf.make(unknown, () => page("không có", false)),
    shelf.make(unknown, () => page("không có", false)),
  ]);
  expect(one.reply).toBe(other.reply);
  expect(shelf.find(unknown)).toBeUndefined();
  expect(shelf.size).toBe(0);
});

test("what is kept stays within its bound", async () => {
  const shelf = openShelf(100_000);
  for (let number = 0; number < 200; number += 1)
    await shelf.make({ siteId: 1, path: `/tin/${number}` }, () => page(`${number}`.repeat(400)));
  expect(shelf.size).toBeLessThan(100);
  expect(shelf.find({ siteId: 1, path: "/tin/199" })).toBeDefined();
  expect(shelf.find({ siteId: 1, path: "/tin/0" })).toBeUndefined();
});

test("a failed render is told to everyone who waits and is tried again by the next", async () => {
  const shelf = openShelf();
  const fail = () => Promise.reject(new Error("no database"));
  const both = await Promise.allSettled([shelf.make(HOME, fail), shelf.make(HOME, fail)]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect((await shelf.make(HOME, () => page("một"))).stale).toBe(false);
});

test("a page whose words end at an hour is found until then, and made anew afterwards", async () => {
  let hour = 1_000;
  const shelf = makeShelf<Page>({ maxBytes: 1_000_000, keepForMs: 60_000, now: () => hour });
  shelf.setKeeping(true);
  await shelf.make(HOME, () => page("có thông báo", true, 2_000));
  hour = 1_999;
  expect(shelf.find(HOME)?.words).toBe("có thông báo");
  hour = 2_000;
  expect(shelf.find(HOME)).toBeUndefined();
  await shelf.make(HOME, () => page("hết thông báo"));
  hour = 900_000;
  expect(shelf.find(HOME)?.words).toBe("hết thông báo");
});
