import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { drawnFrom } from "#features/facts/recording.ts";
import { LASTS_UNTIL } from "#features/reading/lasts.ts";
import type { Resolution } from "#features/reading/resolve.ts";
import type { Site } from "#features/reading/types.ts";
import { log } from "#lib/log.ts";
import { type Rendered, RenderTimeout } from "./inside.ts";
import { makePageCache } from "./page-cache.ts";
import { makeReader } from "./reader.ts";
import type { Reply } from "./reply.ts";
import type { ToCaches } from "./surrogate.ts";

const SITE = { id: 1, key: "sen-ho", host: null } as Site;
const ADDRESS = "/tin-tuc/le-hoi-12";

/** A page as Next answers it, drawn from what article 12 says. */
function page(words: string): Rendered {
  drawnFrom(["document:12"]);
  return { status: 200, type: "text/html; charset=utf-8", body: Buffer.from(`<p>${words}</p>`) };
}

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
  vi.restoreAllMocks();
});

/** A reader of one site whose addresses and pages the test decides. */
async function aReader(parts: {
  find: (path: string) => Resolution;
  draw: (within: string) => Promise<Rendered>;
  admits?: () => boolean;
  admitsSearch?: () => boolean;
  hasDatabase?: boolean;
  findOldAddress?: () => Promise<Resolution | null>;
  inOneSnapshot?: <T>(work: () => Promise<T>) => Promise<T>;
  toCaches?: ToCaches;
}) {
  const cache = makePageCache<Reply>({ maxBytes: 1_000_000, keepForMs: 60_000 });
  cache.setKeeping(true);
  const reader = makeReader({
    sites: { of: () => SITE, reload: async () => undefined },
    cache,
    throttle: { admits: parts.admits ?? (() => true) },
    searches: { admits: parts.admitsSearch ?? (() => true) },
    find: async (_, path) => parts.find(path),
    findOldAddress: parts.findOldAddress ?? (async () => null),
    draw: (_, within) => parts.draw(within),
    hadDatabaseSince: () => parts.hasDatabase ?? true,
    inOneSnapshot: parts.inOneSnapshot ?? (async (work) => work()),
    headersForAll: {},
    toCaches: parts.toCaches,
    fontsAhead: '<link rel="preload" as="font" href="/serif.woff2"/>',
  });
  const server = createServer((request, response) => {
    if (!reader.sendReady(request, response)) void reader.answer(request, response, "203.0.113.7");
  }).listen(0);
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const got = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: "manual", headers });
    return { status: got.status, body: await got.text(), headers: got.headers };
  };
  return { cache, get };
}

const isThere = (): Resolution => ({ kind: "article", path: ADDRESS, number: 12 });

test("a page is drawn once, whatever campaigns add to its address", async () => {
  const draw = vi.fn(async () => page("một"));
  const { get } = await aReader({ find: isThere, draw });
  for (const query of ["", "?fbclid=1", "?utm_source=zalo&utm_medium=x", "?anything=2"])
    expect(await get(ADDRESS + query)).toMatchObject({ status: 200, body: "<p>một</p>" });
  expect(draw).toHaveBeenCalledTimes(1);
});

test("where the query belongs to the address, each has a page of its own, and what anybody may type is not kept", async () => {
  const draw = vi.fn(async (within: string) => page(within));
  const asked = { "": true, "?trang=2": true, "?q=h%E1%BB%99i": false };
  const query = { spelt: "" };
  const find = (): Resolution => ({
    ...{ kind: "section", id: 3, page: asked[query.spelt as keyof typeof asked] ? 1 : 2, path: "/tim-kiem" },
    query: { spelt: query.spelt, isKept: asked[query.spelt as keyof typeof asked] },
  });
  const { get } = await aReader({ find, draw });
  for (const spelt of ["", "?trang=2", "?q=h%E1%BB%99i", "", "?trang=2", "?q=h%E1%BB%99i"]) {
    query.spelt = spelt;
    expect((await get(`/tim-kiem${spelt}`)).status).toBe(200);
  }
  expect(draw).toHaveBeenCalledTimes(4);
});

test("another spelling of a query that belongs to the address leads to the right one", async () => {
  const find = (): Resolution => ({ kind: "home", path: "/tim-kiem", query: { spelt: "?a=1&b=2", isKept: true } });
  const { get } = await aReader({ find, draw: async () => page("một") });
  const moved = await get("/tim-kiem?b=2&a=1");
  expect([moved.status, moved.headers.get("location")]).toEqual([308, "/tim-kiem?a=1&b=2"]);
  expect((await get("/tim-kiem?a=1&b=2")).status).toBe(200);
});

test("pages of other sites read what programs ask for, also where another spelling leads to it, and nothing else", async () => {
  const find = (path: string): Resolution =>
    path.startsWith("/api") ? { kind: "api_sections", path: "/api/v1/sections" } : isThere();
  const { get } = await aReader({ find, draw: async () => page("một") });
  const openness = async (path: string) => (await get(path)).headers.get("access-control-allow-origin");
  for (const path of ["/api/v1/sections", "/api/v1/Sections", "/api/v1/sections?x=1"]) {
    expect([path, await openness(path)]).toEqual([path, "*"]);
  }
  expect(await openness(ADDRESS)).toBeNull();
});

test("what the front refuses to programs of others is one sentence of JSON", async () => {
  const { get } = await aReader({ find: isThere, draw: async () => page("một"), admits: () => false });
  const { status, body, headers } = await get("/api/v1/articles");
  expect([status, headers.get("content-type")]).toEqual([429, "application/problem+json"]);
  expect(JSON.parse(body)).toMatchObject({ status: 429, title: "Quá nhiều yêu cầu" });
});

test("a page that is only asked for with queries of somebody's own is drawn once all the same", async () => {
  const draw = vi.fn(async () => page("một"));
  const { get, cache } = await aReader({ find: isThere, draw });
  const asked = await Promise.all(Array.from({ length: 20 }, (_, number) => get(`${ADDRESS}?x=${number}`)));
  for (const { status, body } of [...asked, await get(`${ADDRESS}?x=20`), await get(ADDRESS)])
    expect([status, body]).toEqual([200, "<p>một</p>"]);
  expect(draw).toHaveBeenCalledTimes(1);
  expect(cache.size).toBe(1);
});

test("a page that was announced while it was drawn is drawn again before anybody gets it", async () => {
  const drawn = ["cũ", "mới"];
  const { get, cache } = await aReader({
    find: isThere,
    draw: async () => {
      const words = drawn.shift() ?? "không";
      if (words === "cũ") cache.forget(["document:12"]);
      return page(words);
    },
  });
  expect((await get(ADDRESS)).body).toBe("<p>mới</p>");
  expect((await get(ADDRESS)).body).toBe("<p>mới</p>");
});

test("a page that announcements keep overtaking is drawn once as of one moment, sent and not kept", async () => {
  let isOneMoment = false;
  const draw = vi.fn(async () => {
    cache.forget(["document:12"]);
    return page(isOneMoment ? "như một lúc" : "cũ");
  });
  const { get, cache } = await aReader({
    find: isThere,
    draw,
    async inOneSnapshot(work) {
      isOneMoment = true;
      return work();
    },
  });
  expect(await get(ADDRESS)).toMatchObject({ status: 200, body: "<p>như một lúc</p>" });
  expect(draw).toHaveBeenCalledTimes(3);
  expect(cache.size).toBe(0);
});

test("so is one without an address, and what an older system's address leads to", async () => {
  let isOneMoment = false;
  const { get, cache } = await aReader({
    find: (path) => (path === ADDRESS ? isThere() : { kind: "unknown" }),
    findOldAddress: async () => ({ kind: "gone", number: 7 }),
    async draw(within) {
      if (!within.includes("/article/")) cache.forget(["document:12"]);
      return page(isOneMoment ? "như một lúc" : within);
    },
    async inOneSnapshot(work) {
      isOneMoment = true;
      return work().finally(() => {
        isOneMoment = false;
      });
    },
  });
  expect(await get("/khong-co")).toMatchObject({ status: 404, body: "<p>như một lúc</p>" });
  expect((await get(ADDRESS)).status).toBe(200);
  expect(await get(`${ADDRESS}?id=7`)).toMatchObject({ status: 410, body: "<p>như một lúc</p>" });
});

test("where there is no moment to draw it as of, old words are not sent", async () => {
  vi.spyOn(log, "atDoor").mockImplementation(() => undefined);
  const { get, cache } = await aReader({
    find: isThere,
    draw: async () => {
      cache.forget(["document:12"]);
      return page("cũ");
    },
    inOneSnapshot: () => Promise.reject(new Error("no connection")),
    hasDatabase: false,
  });
  const { status, body, headers } = await get(ADDRESS);
  expect([status, headers.get("retry-after"), headers.get("cache-control")]).toEqual([503, "10", "no-store"]);
  expect(body).not.toContain("cũ");
});

test("nor are those of a page without an address", async () => {
  const drawn = ["trang chủ cũ", "trang chủ mới"];
  const { get, cache } = await aReader({
    find: () => ({ kind: "unknown" }),
    draw: async () => {
      const words = drawn.shift() ?? "không";
      if (words.endsWith("cũ")) cache.forget(["document:12"]);
      return page(words);
    },
  });
  expect(await get("/khong-co")).toMatchObject({ status: 404, body: "<p>trang chủ mới</p>" });
});

test("a page that was forgotten while we looked for an older system's address is not sent any more", async () => {
  const drawn = ["cũ", "mới"];
  const { get, cache } = await aReader({
    find: isThere,
    draw: async () => page(drawn.shift() ?? "không"),
    findOldAddress: async () => {
      cache.forget(["document:12"]);
      return null;
    },
  });
  expect((await get(ADDRESS)).body).toBe("<p>cũ</p>");
  expect((await get(`${ADDRESS}?id=7`)).body).toBe("<p>mới</p>");
});

test("an article withdrawn between the look and the drawing is gone, not broken", async () => {
  const looks: Resolution[] = [
    { kind: "article", path: ADDRESS, number: 12 },
    { kind: "gone", number: 12 },
  ];
  const { get } = await aReader({
    find: () => looks.shift() ?? { kind: "unknown" },
    draw: async (within) => (within.includes("/gone/") ? page("Bài đã gỡ") : { ...page("secret stack"), status: 500 }),
  });
  expect(await get(ADDRESS)).toMatchObject({ status: 410, body: "<p>Bài đã gỡ</p>" });
});

test("a page that cannot be drawn is a plain page of ours that tells nothing", async () => {
  const logged = vi.spyOn(log, "atDoor").mockImplementation(() => undefined);
  const { get } = await aReader({ find: isThere, draw: async () => ({ ...page("secret stack"), status: 500 }) });
  const { status, body, headers } = await get(ADDRESS);
  expect([status, headers.get("cache-control")]).toEqual([500, "no-store"]);
  expect(body).toContain('<html lang="vi">');
  expect(body).not.toContain("secret");
  expect(logged).toHaveBeenCalledOnce();
});

test("while the database is away a failure is no bug, and readers are asked to come back", async () => {
  const logged = vi.spyOn(log, "atDoor").mockImplementation(() => undefined);
  const find = () => {
    throw new Error("connection refused");
  };
  const { get } = await aReader({ find, draw: async () => page("một"), hasDatabase: false });
  for (let reader = 0; reader < 20; reader += 1) {
    const { status, body, headers } = await get(ADDRESS);
    expect([status, headers.get("retry-after")]).toEqual([503, "10"]);
    expect(body).toContain('<html lang="vi">');
  }
  expect(new Set(logged.mock.calls.map(([kind]) => kind))).toEqual(new Set(["a reader waits"]));
});

test("what lies ready is sent while the database does not answer for what does not", async () => {
  vi.spyOn(log, "atDoor").mockImplementation(() => undefined);
  const away = () => {
    throw new Error("timeout exceeded when trying to connect");
  };
  const find = (path: string) => (path === ADDRESS ? isThere() : away());
  const parts = { find, draw: async () => page("một"), hasDatabase: false };
  const { get } = await aReader({ ...parts, findOldAddress: async () => away() });
  expect((await get(ADDRESS)).status).toBe(200);
  expect((await get(ADDRESS)).status).toBe(200);
  expect(await get(`${ADDRESS}?id=7`)).toMatchObject({ status: 200, body: "<p>một</p>" });
  expect((await get("/tin-tuc/khac-13")).status).toBe(503);
});

test("a page that takes too long is asked to come back for", async () => {
  vi.spyOn(log, "atDoor").mockImplementation(() => undefined);
  const { get } = await aReader({ find: isThere, draw: () => Promise.reject(new RenderTimeout("slow")) });
  const { status, headers } = await get(ADDRESS);
  expect([status, headers.get("retry-after")]).toEqual([503, "10"]);
});

test("unknown addresses are drawn once for all of them, and none is kept", async () => {
  const draw = vi.fn(async () => page("Không tìm thấy"));
  const { get, cache } = await aReader({ find: () => ({ kind: "unknown" }), draw });
  for (let number = 0; number < 20; number += 1) expect((await get(`/khong-co-${number}`)).status).toBe(404);
  expect(draw).toHaveBeenCalledTimes(1);
  expect(cache.size).toBe(1);
});

test("what no address can be is refused without a question to anybody, and fills nothing", async () => {
  const find = vi.fn(isThere);
  const draw = vi.fn(async () => page("một"));
  const { cache, get } = await aReader({ find, draw });
  const statuses: number[] = [];
  for (let at = 0; at < 200; at += 1) {
    for (const path of [
      `/%00${at}`,
      `/%ff${at}`,
      `/a%5c${at}`,
      `/%zz${at}`,
      `/${"a".repeat(3_000)}${at}`,
      `/?${"x=1&".repeat(600)}${at}`,
    ])
      statuses.push((await get(path)).status);
  }
  expect([...new Set(statuses)].toSorted()).toEqual([400, 414]);
  expect([find.mock.calls.length, draw.mock.calls.length, cache.size]).toEqual([0, 0, 0]);
});

test("addresses that lead nowhere, and queries of anybody's own, share one page each in memory", async () => {
  const find = (path: string): Resolution => (path === ADDRESS ? isThere() : { kind: "unknown" });
  const { cache, get } = await aReader({ find, draw: async () => page("một") });
  for (let at = 0; at < 200; at += 1) {
    expect((await get(`/khong-co-${at}`)).status).toBe(404);
    expect((await get(`${ADDRESS}?x=${at}`)).status).toBe(200);
  }
  expect(cache.size).toBe(2);
});

test("a cache in front is told of what is kept under exactly this address, also when it has the page already", async () => {
  const said = ["X-Accel-Expires", "10", "Surrogate-Key", "aabbccdd"];
  const toCaches = vi.fn((_: unknown, reply: Reply) => (reply.keep ? said : []));
  const { get } = await aReader({ find: isThere, draw: async () => page("một"), toCaches });
  const first = await get(ADDRESS);
  expect(first.headers.get("surrogate-key")).toBe("aabbccdd");
  const again = await get(ADDRESS, { "if-none-match": first.headers.get("etag") ?? "" });
  expect([again.status, again.headers.get("x-accel-expires")]).toEqual([304, "10"]);
  expect((await get(`${ADDRESS}?x=1`)).headers.get("surrogate-key")).toBe("aabbccdd");
  const asked = toCaches.mock.calls.map(([request]) => (request as { url: string }).url);
  expect(asked).toEqual([ADDRESS, ADDRESS, `${ADDRESS}?x=1`]);
});

test("who asks too much waits, but what lies ready is never counted", async () => {
  let patient = true;
  const { get } = await aReader({ find: isThere, draw: async () => page("một"), admits: () => patient });
  expect((await get(ADDRESS)).status).toBe(200);
  patient = false;
  expect((await get(ADDRESS)).status).toBe(200);
  expect((await get(`${ADDRESS}?p=1`)).status).toBe(200);
  const { status, headers } = await get("/tin-tuc/khac-13");
  expect([status, headers.get("retry-after")]).toEqual([429, "3"]);
});

test("a page that somebody has written is drawn by its number and kept under its address", async () => {
  const draw = vi.fn(async (within: string) => page(within));
  const { get } = await aReader({ find: () => ({ kind: "own_page", path: "/lien-he", number: 7 }), draw });
  expect(await get("/lien-he")).toMatchObject({ status: 200, body: "<p>/sen-ho/own-page/7</p>" });
  expect(await get("/lien-he?fbclid=1")).toMatchObject({ status: 200, body: "<p>/sen-ho/own-page/7</p>" });
  expect(draw).toHaveBeenCalledTimes(1);
  const { status, headers } = await get("/LIEN-HE");
  expect([status, headers.get("location")]).toEqual([308, "/lien-he"]);
});

test.each(["article", "page"] as const)("what is hidden says whether it is an article or a page: %s", async (of) => {
  const { get } = await aReader({ find: () => ({ kind: "hidden", of }), draw: async (within) => page(within) });
  expect(await get("/x")).toMatchObject({ status: 503, body: `<p>/sen-ho/hidden/${of}</p>` });
});

test("a page is made anew from the instant on until which it says that its words are true", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-28T07:59:59Z") });
  onTestFinished(() => void vi.useRealTimers());
  const drawn = [`<aside ${LASTS_UNTIL}="2026-11-28T08:00:00.000Z">Cúp nước</aside>`, "<p>không còn</p>"];
  const { get } = await aReader({
    find: isThere,
    draw: async () => ({ ...page(""), body: Buffer.from(drawn.shift() ?? "một lần nữa") }),
  });
  expect((await get(ADDRESS)).body).toContain("Cúp nước");
  expect((await get(ADDRESS)).body).toContain("Cúp nước");
  vi.setSystemTime(new Date("2026-11-28T08:00:00Z"));
  expect((await get(ADDRESS)).body).toBe("<p>không còn</p>");
  expect((await get(`${ADDRESS}?a=1`)).body).toBe("<p>không còn</p>");
});

test("a page says at the end of its head which fonts it is set in; what is no page says nothing of them", async () => {
  const xml = { status: 200, type: "application/xml", body: Buffer.from("<urlset/>") };
  const html = "<html><head><title>Một</title></head><body>một</body></html>";
  const whole = { status: 200, type: "text/html; charset=utf-8", body: Buffer.from(html) };
  const { get } = await aReader({
    find: (path) => (path === ADDRESS ? isThere() : { kind: "sitemap", part: null, path: "/sitemap.xml" }),
    draw: async (within) => (within.includes("article") ? whole : xml),
  });
  expect((await get(ADDRESS)).body).toBe(
    '<html><head><title>Một</title><link rel="preload" as="font" href="/serif.woff2"/></head><body>một</body></html>',
  );
  expect((await get("/sitemap.xml")).body).toBe("<urlset/>");
});

test("the page of a document may show that in a frame of our own, and no other page may", async () => {
  const { get } = await aReader({
    find: (path) => (path === ADDRESS ? isThere() : { kind: "file", id: 7, path: "/tep/7/ke-hoach" }),
    draw: async (within) => page(within),
  });
  const policyOf = async (path: string) => (await get(path)).headers.get("content-security-policy") ?? "";
  expect(await policyOf("/tep/7/ke-hoach")).toMatch(/object-src 'self'; frame-src 'self'$/);
  expect(await policyOf(ADDRESS)).not.toContain("frame-src");
});
