import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { Fact } from "#features/facts/facts.ts";
import { log } from "#lib/log.ts";
import { startPurger } from "./purger.ts";
import { surrogateKey } from "./surrogate.ts";

const QUICK = { retryMs: 5, againAfterMs: 10, patienceMs: 500 };
/** Nothing is told a second time while a test lasts. */
const ONCE = { ...QUICK, againAfterMs: 60_000 };

beforeEach(() => {
  vi.spyOn(log, "error").mockImplementation(() => undefined);
  vi.spyOn(log, "info").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** A cache that only writes down what it is told. */
async function aCache() {
  const told: string[] = [];
  const hours: string[] = [];
  const how = { status: 204, wait: Promise.resolve() };
  const server = createServer(async (request, response) => {
    await text(request);
    const keys = String(request.headers["surrogate-key"]);
    const { status } = how;
    await how.wait;
    if (status === 204) told.push(keys);
    hours.push(String(request.headers.date));
    response.writeHead(request.method === "PUT" ? status : 405).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/forget`, told, hours, how };
}

function purging(urls: string[], ways: Parameters<typeof startPurger>[1] = ONCE) {
  const purger = startPurger(urls, ways);
  onTestFinished(() => purger.stop());
  return purger;
}

const keysOf = (...facts: Fact[]) => facts.map(surrogateKey).join(" ");

test("a cache forgets everything first, then what is announced, in order", async () => {
  const cache = await aCache();
  const purger = purging([cache.url]);
  expect(purger.isHeard()).toBe(false);
  await vi.waitFor(() => expect(purger.isHeard()).toBe(true));
  purger.forget(["document:12", "list:home:1"]);
  await vi.waitFor(() => expect(cache.told).toHaveLength(2));
  purger.forget(["document:13"]);
  await vi.waitFor(() => expect(cache.told).toHaveLength(3));
  expect(cache.told).toEqual(["*", keysOf("document:12", "list:home:1"), keysOf("document:13")]);
});

test("what is announced while a cache is being told goes together with the next word, each key once", async () => {
  const cache = await aCache();
  const { promise, resolve } = Promise.withResolvers<void>();
  const purger = purging([cache.url]);
  await vi.waitFor(() => expect(cache.told).toEqual(["*"]));
  cache.how.wait = promise;
  purger.forget(["document:1"]);
  await vi.waitFor(() => expect(cache.hours).toHaveLength(1));
  for (const number of [2, 3, 2]) purger.forget([`document:${number}`]);
  resolve();
  await vi.waitFor(() => expect(cache.told.join()).toContain(surrogateKey("document:3")));
  expect(cache.told.join(" ").match(new RegExp(surrogateKey("document:2"), "g"))).toHaveLength(1);
});

test("a cache that does not answer is asked until it does, gets nothing meanwhile, and forgets everything then", async () => {
  const cache = await aCache();
  const purger = purging([cache.url]);
  await vi.waitFor(() => expect(purger.isHeard()).toBe(true));
  cache.how.status = 503;
  purger.forget(["document:12"]);
  await vi.waitFor(() => expect(purger.isHeard()).toBe(false));
  purger.forget(["document:13"]);
  const asked = cache.hours.length;
  await vi.waitFor(() => expect(cache.hours.length).toBeGreaterThan(asked + 2));
  cache.how.status = 204;
  await vi.waitFor(() => expect(purger.isHeard()).toBe(true));
  expect(cache.told).toEqual(["*", "*"]);
  expect(log.error).toHaveBeenCalledTimes(1);
  expect(log.info).toHaveBeenCalledTimes(1);
});

test("one that hangs is given up, and asked again", async () => {
  const cache = await aCache();
  cache.how.wait = new Promise(() => undefined);
  const purger = purging([cache.url], { ...ONCE, patienceMs: 20 });
  await vi.waitFor(() => expect(log.error).toHaveBeenCalled());
  expect(purger.isHeard()).toBe(false);
  cache.how.wait = Promise.resolve();
  await vi.waitFor(() => expect(purger.isHeard()).toBe(true));
});

test("of two caches one that is away keeps the other one from nothing but being given pages", async () => {
  const [there, away] = [await aCache(), await aCache()];
  away.how.status = 500;
  const purger = purging([there.url, away.url]);
  await vi.waitFor(() => expect(there.told).toEqual(["*"]));
  purger.forget(["document:12"]);
  await vi.waitFor(() => expect(there.told).toEqual(["*", keysOf("document:12")]));
  expect(purger.isHeard()).toBe(false);
});

test("each word is said once more, for what was on its way to the cache; and not for ever", async () => {
  const cache = await aCache();
  const purger = purging([cache.url], QUICK);
  await vi.waitFor(() => expect(cache.told).toEqual(["*", "*"]));
  purger.forget(["document:12"]);
  await vi.waitFor(() => expect(cache.told.slice(2)).toEqual([keysOf("document:12"), keysOf("document:12")]));
  purger.forget(["document:13"]);
  await vi.waitFor(() => expect(cache.told.slice(4)).toEqual([keysOf("document:13"), keysOf("document:13")]));
});

test("each word is of another hour, by which nginx tells it from the one before", async () => {
  const cache = await aCache();
  const purger = purging([cache.url]);
  for (const number of [1, 2, 3]) {
    await vi.waitFor(() => expect(cache.told).toHaveLength(number));
    purger.forget([`document:${number}`]);
  }
  await vi.waitFor(() => expect(cache.hours).toHaveLength(4));
  expect(new Set(cache.hours).size).toBe(4);
  for (const hour of cache.hours) expect(new Date(hour).toUTCString()).toBe(hour);
});

test("where very much is announced at once, or it is not known what, everything goes", async () => {
  const cache = await aCache();
  const purger = purging([cache.url]);
  await vi.waitFor(() => expect(cache.told).toEqual(["*"]));
  purger.forget(Array.from({ length: 201 }, (_, at): Fact => `document:${at}`));
  await vi.waitFor(() => expect(cache.told).toEqual(["*", "*"]));
  purger.forgetAll();
  await vi.waitFor(() => expect(cache.told).toEqual(["*", "*", "*"]));
});

test("what was announced last is told before the process ends, and whoever is away is not waited for", async () => {
  const [there, away] = [await aCache(), await aCache()];
  const purger = startPurger([there.url, away.url], ONCE);
  await vi.waitFor(() => expect(purger.isHeard()).toBe(true));
  away.how.status = 500;
  purger.forget(["document:12"]);
  await purger.stop();
  expect(there.told).toEqual(["*", keysOf("document:12")]);
});
