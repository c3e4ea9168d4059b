import { expect, test } from "vitest";
import { makeShelf, type Shelf } from "./bytes.ts";

const HOME = { siteId: 1, path: "/" };
const ARTICLE = { siteId: 1, path: "/tin-tuc/le-hoi-sen-12" };

type Page = { words: string; size: number; keep: boolean; until: number | null };

async function page(words: string, keep = true, until: number | null = null): Promise<Page> {
  return { words, size: words.length, keep, until };
}

function openShelf(maxBytes = 1_000_000): Shelf<Page> {
  const shelf = makeShelf<Page>({ maxBytes, keepForMs: 60_000 });
  shelf.setHearing(true);
  return shelf;
}

function slowPage() {
  const { promise, resolve } = Promise.withResolvers<Page>();
  return { render: () => promise, finish: async (words: string) => resolve(await page(words)) };
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
  shelf.forget(1, [ARTICLE.path]);
  await slow.finish("cũ");
  expect((await made).stale).toBe(true);
  expect(shelf.find(ARTICLE)).toBeUndefined();
});

test("a reader who comes after the announcement does not share the render that began before it", async () => {
  const shelf = openShelf();
  const slow = slowPage();
  const before = shelf.make(ARTICLE, slow.render);
  shelf.forget(1, [ARTICLE.path]);
  const after = await shelf.make(ARTICLE, () => page("mới"));
  await slow.finish("cũ");
  await before;
  expect(after.stale).toBe(false);
  expect(shelf.find(ARTICLE)).toBe(after.reply);
});

test("an announcement about another page lets a render be kept", async () => {
  const shelf = openShelf();
  const slow = slowPage();
  const made = shelf.make(ARTICLE, slow.render);
  shelf.forget(1, ["/"]);
  shelf.forget(2, [ARTICLE.path]);
  await slow.finish("một");
  expect((await made).stale).toBe(false);
  expect(shelf.find(ARTICLE)).toBeDefined();
});

test("a surface that ends with a star names every path that begins so, on its own site only", async () => {
  const shelf = openShelf();
  const further = { siteId: 1, path: "/tin-tuc/trang/2" };
  const elsewhere = { siteId: 11, path: "/tin-tuc/trang/2" };
  for (const place of [further, elsewhere, ARTICLE]) await shelf.make(place, () => page("một"));
  shelf.forget(1, ["/tin-tuc/trang/*"]);
  expect(shelf.find(further)).toBeUndefined();
  expect(shelf.find(elsewhere)).toBeDefined();
  expect(shelf.find(ARTICLE)).toBeDefined();
});

test("pages without an address are forgotten with every announcement of their site", async () => {
  const shelf = openShelf();
  const unknown = { siteId: 1, path: "!unknown" };
  await shelf.make(unknown, () => page("không có"));
  shelf.forget(2, ["/"]);
  expect(shelf.find(unknown)).toBeDefined();
  shelf.forget(1, ["/"]);
  expect(shelf.find(unknown)).toBeUndefined();
});

test("nothing is kept before announcements are heard, and all is forgotten when they no longer are", async () => {
  const shelf = makeShelf<Page>({ maxBytes: 1_000_000, keepForMs: 60_000 });
  await shelf.make(HOME, () => page("một"));
  expect(shelf.find(HOME)).toBeUndefined();

  shelf.setHearing(true);
  await shelf.make(HOME, () => page("một"));
  const slow = slowPage();
  const begun = shelf.make(ARTICLE, slow.render);
  shelf.setHearing(false);
  shelf.setHearing(true);
  await slow.finish("cũ");
  expect((await begun).stale).toBe(true);
  expect(shelf.find(HOME)).toBeUndefined();
  expect(shelf.find(ARTICLE)).toBeUndefined();
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

test("a page begun before announcements were heard is not kept once they are: one may have been missed meanwhile", async () => {
  const shelf = makeShelf<Page>({ maxBytes: 1_000_000, keepForMs: 60_000 });
  const slow = slowPage();
  const made = shelf.make(ARTICLE, slow.render);
  shelf.setHearing(true);
  await slow.finish("cũ");
  expect((await made).stale).toBe(true);
  expect(shelf.find(ARTICLE)).toBeUndefined();
});

test("a page whose words end at an hour is found until then, and made anew afterwards", async () => {
  let hour = 1_000;
  const shelf = makeShelf<Page>({ maxBytes: 1_000_000, keepForMs: 60_000, now: () => hour });
  shelf.setHearing(true);
  await shelf.make(HOME, () => page("có thông báo", true, 2_000));
  hour = 1_999;
  expect(shelf.find(HOME)?.words).toBe("có thông báo");
  hour = 2_000;
  expect(shelf.find(HOME)).toBeUndefined();
  await shelf.make(HOME, () => page("hết thông báo"));
  hour = 900_000;
  expect(shelf.find(HOME)?.words).toBe("hết thông báo");
});
