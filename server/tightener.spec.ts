import { setImmediate as turn } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { until } from "#lib/until.ts";
import { encode } from "./encode.ts";
import type { CacheKey } from "./page-cache.ts";
import { makeReply, type Reply } from "./reply.ts";
import { makeTightener } from "./tightener.ts";

const WORDS = Buffer.from(Array.from({ length: 2_000 }, (_, nth) => `${(nth * 7_919) % 10_007} người`).join(", "));
const aPage = async () => makeReply(200, await encode("text/html", WORDS, "quick"), {}, true);
const at = (path: string): CacheKey => ({ siteId: 1, path });
const sizeOf = ({ parts }: Reply) => parts.br.body?.length ?? 0;

test("a page that is asked for again gets smaller, once, however often it is asked for", async () => {
  const page = await aPage();
  const find = vi.fn(() => page);
  const heard = makeTightener({ find }, 1);
  const before = sizeOf(page);
  for (let times = 0; times < 5; times += 1) heard(at("/tin-tuc"), page);
  expect(await until(() => sizeOf(page) < before, 5_000)).toBe(true);
  expect(find).toHaveBeenCalledTimes(1);
});

test("what is forgotten meanwhile is left as it is, and the next one has its turn", async () => {
  const [old, page] = [await aPage(), await aPage()];
  const heard = makeTightener({ find: ({ path }) => (path === "/moi" ? page : undefined) }, 1);
  heard(at("/cu"), old);
  heard(at("/moi"), page);
  expect(await until(() => page.isTight, 5_000)).toBe(true);
  expect(old.isTight).toBe(false);
});

test("one that comes after the work was done is taken up as well", async () => {
  const pages = [await aPage(), await aPage()];
  const heard = makeTightener({ find: ({ path }) => pages[Number(path.slice(1))] }, 1);
  for (const [nth, page] of pages.entries()) {
    const before = sizeOf(page);
    heard(at(`/${nth}`), page);
    expect(await until(() => sizeOf(page) < before, 5_000)).toBe(true);
    await turn();
  }
});

test("only so many wait, and who found no place is taken when it is asked for again", async () => {
  const pages = await Promise.all(Array.from({ length: 66 }, aPage));
  const heard = makeTightener({ find: ({ path }) => pages[Number(path.slice(1))] }, 1);
  pages.forEach((page, nth) => {
    heard(at(`/${nth}`), page);
  });
  expect(await until(() => pages.slice(0, 64).every(({ isTight }) => isTight), 20_000)).toBe(true);
  expect(pages.slice(64).map(({ isTight }) => isTight)).toEqual([false, false]);
  const [, , last] = pages.slice(63);
  if (last) heard(at("/65"), last);
  expect(await until(() => last?.isTight === true, 5_000)).toBe(true);
});
