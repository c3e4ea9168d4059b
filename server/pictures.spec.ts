import { request as ask, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterEach, describe, expect, test, vi } from "vitest";
import { documentPath, picturePath, sharePath } from "#features/addresses/public.ts";
import { drawnFrom } from "#features/facts/recording.ts";
import { NothingThere, type Storage, StorageAway } from "#features/files/storage/types.ts";
import type { LivePicture } from "#features/reading/pictures.ts";
import type { LiveShare } from "#features/reading/share.ts";
import type { Site } from "#features/reading/types.ts";
import { log } from "#lib/log.ts";
import { makePageCache } from "./page-cache.ts";
import { type KnownPicture, makePictures } from "./pictures.ts";

const SITE = { id: 1, key: "sen-ho", host: null } as Site;
const HASH = "ab".repeat(32);
const ADDRESS = picturePath(HASH, 720, "avif");
const CUT = "90-1000-0-5000-10000";
const SMALL = Buffer.from("một bức ảnh nhỏ");
const LARGE = Buffer.alloc(300_000, "x");
const PICTURE: LivePicture = {
  ...{ madeWith: 1, mediaType: "image/jpeg", name: "sen.jpg", size: 900_000 },
  renditions: [
    { format: "avif", width: 720, height: 480, bytes: SMALL.length },
    { format: "jpeg", width: 2160, height: 1440, bytes: LARGE.length },
  ],
};

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
  vi.restoreAllMocks();
});

/** Pictures of one site, of which the test says what is live and where the bytes are. */
async function pictures(parts: {
  find?: (hash: string) => Promise<LivePicture | null>;
  read?: (key: string) => Buffer;
  admits?: () => boolean;
  hasDatabase?: boolean;
  share?: (number: number) => LiveShare | null;
}) {
  const cache = makePageCache<KnownPicture>({ maxBytes: 1_000_000, keepForMs: 60_000 });
  cache.setKeeping(true);
  const isLive = async () => {
    drawnFrom(["file:7"]);
    return PICTURE;
  };
  const find = vi.fn(parts.find ?? isLive);
  const lies = parts.read ?? ((key) => (key.endsWith("1-720.avif") ? SMALL : LARGE));
  const read = vi.fn(async (key: string, range?: { first: number; last: number }) =>
    Readable.from([range ? lies(key).subarray(range.first, range.last + 1) : lies(key)]),
  );
  const sizeOf = vi.fn(async (key: string) => lies(key).length);
  const storage = { read, sizeOf } as unknown as Storage;
  const front = makePictures({
    ...{ cache, storage: () => storage, headersForAll: { "X-Content-Type-Options": "nosniff" } },
    sites: { of: () => SITE, reload: async () => undefined },
    throttle: { admits: parts.admits ?? (() => true) },
    find: (_, hash) => find(hash),
    findShare: async (_, number) => parts.share?.(number) ?? null,
    hadDatabaseSince: () => parts.hasDatabase ?? true,
  });
  const server = createServer((request, response) => {
    if (!front.sendReady(request, response)) void front.answer(request, response, "203.0.113.7");
  }).listen(0);
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const get = (path: string, { method = "GET", ...headers }: Record<string, string> = {}) =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
      const asked = ask({ port, path, method, headers, agent: false }, (response) => {
        const { statusCode: status = 0, headers: said } = response;
        buffer(response).then((body) => resolve({ status, headers: said, body }), reject);
      });
      asked.on("error", reject).end();
    });
  return { cache, find, read, sizeOf, get, forgetBytes: front.forgetBytes };
}

test("a picture of a live text is sent as what it is, to be kept a day and never to run", async () => {
  const { get } = await pictures({});
  const { status, headers, body } = await get(ADDRESS);
  expect([status, body]).toEqual([200, SMALL]);
  expect(headers).toMatchObject({
    "content-type": "image/avif",
    "content-length": String(SMALL.length),
    "cache-control": "public, max-age=86400, s-maxage=0, must-revalidate",
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-resource-policy": "cross-origin",
    "accept-ranges": "bytes",
  });
  expect(headers).not.toHaveProperty("vary");
});

test("whoever has it already is told so, from memory and without its bytes", async () => {
  const { get, read, find } = await pictures({});
  const { headers } = await get(ADDRESS, { method: "HEAD" });
  expect(headers["content-length"]).toBe(String(SMALL.length));
  const again = await get(ADDRESS, { "if-none-match": String(headers.etag) });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  expect([read.mock.calls.length, find.mock.calls.length]).toEqual([0, 1]);
});

test("it is asked for once, and read once, for all who come", async () => {
  const { get, find, read } = await pictures({});
  for (const { status } of await Promise.all(Array.from({ length: 30 }, () => get(ADDRESS)))) expect(status).toBe(200);
  expect((await get(ADDRESS)).body).toEqual(SMALL);
  expect([find.mock.calls.length, read.mock.calls.length]).toEqual([1, 1]);
});

test("of one that was erased no byte stays in memory, and of others they do", async () => {
  const { get, read, forgetBytes } = await pictures({});
  await get(ADDRESS);
  forgetBytes("cd".repeat(32));
  await get(ADDRESS);
  expect(read).toHaveBeenCalledTimes(1);
  forgetBytes(HASH);
  await get(ADDRESS);
  expect(read).toHaveBeenCalledTimes(2);
});

test.each([
  ["a small one, which is in memory", ADDRESS, SMALL],
  ["a large one, which is read as it is sent", picturePath(HASH, 2160, "jpeg"), LARGE],
])("a part of it is a part: of %s", async (_, path, bytes) => {
  const { get } = await pictures({});
  expect((await get(path)).body).toEqual(bytes);
  const part = await get(path, { range: "bytes=2-5" });
  expect([part.status, part.body, part.headers["content-range"]]).toEqual([
    ...[206, bytes.subarray(2, 6), `bytes 2-5/${bytes.length}`],
  ]);
  expect((await get(path, { range: `bytes=${bytes.length}-` })).status).toBe(416);
});

test("a cut is asked for, kept, read and tagged apart from its picture, which is not there for it", async () => {
  const find = async (use: string) => {
    drawnFrom(["file:7"]);
    return use.includes("/") ? PICTURE : null;
  };
  const asked = await pictures({ find });
  const { status, headers, body } = await asked.get(picturePath(`${HASH}/${CUT}`, 720, "avif"));
  expect([status, body]).toEqual([200, SMALL]);
  expect(asked.find).toHaveBeenCalledExactlyOnceWith(`${HASH}/${CUT}`);
  expect(asked.read.mock.calls).toEqual([[`renditions/ab/${HASH}/${CUT}/1-720.avif`]]);
  expect((await asked.get(ADDRESS)).status).toBe(404);
  const whole = await (await pictures({})).get(ADDRESS);
  expect(headers.etag).not.toBe(whole.headers.etag);
});

test("a cut that lies in memory is sent from there while a text shows it, whoever has the whole one", async () => {
  const shown = new Set([HASH, `${HASH}/${CUT}`]);
  const { get, cache, find, read } = await pictures({
    find: async (use) => {
      drawnFrom(["file:7"]);
      return shown.has(use) ? PICTURE : null;
    },
    read: (key) => (key.includes(CUT) ? SMALL : Buffer.from(SMALL).reverse()),
  });
  const paths = [picturePath(`${HASH}/${CUT}`, 720, "avif"), ADDRESS];
  const first = [await get(paths[0] ?? ""), await get(ADDRESS)];
  for (const [at, path] of paths.entries()) {
    const { status, body, headers } = await get(path);
    const { etag } = first[at]?.headers ?? {};
    expect([status, body, headers.etag]).toEqual([200, first[at]?.body, etag]);
    expect((await get(path, { "if-none-match": String(etag) })).status).toBe(304);
  }
  expect(first[1]?.body).not.toEqual(first[0]?.body);
  expect([find.mock.calls.length, read.mock.calls.length]).toEqual([2, 2]);
  shown.delete(`${HASH}/${CUT}`);
  cache.forget(["file:7"]);
  const later = [(await get(ADDRESS)).status, (await get(paths[0] ?? "")).status, (await get(ADDRESS)).status];
  expect([later, read.mock.calls.length]).toEqual([[200, 404, 200], 2]);
});

test("what no live text names is not there, is asked anew each time and fills nothing", async () => {
  const { get, cache, find, read } = await pictures({ find: async () => null });
  for (const hash of [HASH, "cd".repeat(32), HASH]) {
    const { status, headers } = await get(picturePath(hash, 720, "avif"));
    expect([status, headers["cache-control"]]).toEqual([404, "no-store"]);
  }
  expect([cache.size, find.mock.calls.length, read.mock.calls.length]).toEqual([0, 3, 0]);
});

test.each([
  ["another size", picturePath(HASH, 721, "avif"), 1],
  ["a format that it was not made in", picturePath(HASH, 720, "webp"), 1],
  ["a query", `${ADDRESS}?w=1`, 0],
  ["capital letters", ADDRESS.toUpperCase().replace("_TEP", "_tep"), 0],
  ["a slash at its end", `${ADDRESS}/`, 0],
  ["a way upwards", `/_tep/${HASH}/../../etc/passwd`, 0],
  ["an encoded letter", ADDRESS.replace("a", "%61"), 0],
  ["half a hash", `/_tep/${HASH.slice(1)}/720.avif`, 0],
  ["a number with a zero before it", ADDRESS.replace("720", "0720"), 0],
  ["the original", `/_tep/${HASH}`, 0],
  ["a cut that is none", picturePath(`${HASH}/45-0-0-5000-5000`, 720, "avif"), 0],
  ["the whole, spelt as a cut", picturePath(`${HASH}/0-0-0-10000-10000`, 720, "avif"), 0],
  ["a cut in another spelling", picturePath(`${HASH}/${CUT.replace("-0-", "-00-")}`, 720, "avif"), 0],
  ["a cut that reaches beyond its picture", picturePath(`${HASH}/90-6000-0-5000-10000`, 720, "avif"), 0],
  ["two cuts", picturePath(`${HASH}/${CUT}/${CUT}`, 720, "avif"), 0],
])("%s is not there, and the database is asked for no more than it must be", async (_, path, asked) => {
  const { get, find, read } = await pictures({});
  expect((await get(path)).status).toBe(404);
  expect([find.mock.calls.length, read.mock.calls.length]).toEqual([asked, 0]);
});

describe("a document of a live text", () => {
  const BYTES = Buffer.alloc(700_000, "văn bản");
  const DOCUMENT: LivePicture = {
    ...{ madeWith: 1, mediaType: "application/pdf", name: "Quyết định \u201c12\u201d.PDF", size: BYTES.length },
    renditions: [{ format: "avif", width: 720, height: 1018, bytes: SMALL.length }],
  };
  const AT = documentPath(HASH, "quyet-dinh-12", "pdf");
  const document = (parts: Parameters<typeof pictures>[0] = {}) =>
    pictures({ find: async () => DOCUMENT, read: (key) => (key.endsWith(HASH) ? BYTES : SMALL), ...parts });

  test("is saved under its name, as what it is, and never runs", async () => {
    const { get } = await document();
    const { status, headers, body } = await get(AT);
    expect([status, body.equals(BYTES)]).toEqual([200, true]);
    expect(headers).toMatchObject({
      ...{ "content-type": "application/pdf", "content-length": "700000", "accept-ranges": "bytes" },
      "content-disposition":
        "attachment; filename=\"Quy_t __nh _12_.pdf\"; filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%20%E2%80%9C12%E2%80%9D.pdf",
      "cache-control": "public, max-age=86400, s-maxage=0, must-revalidate",
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
    });
  });
  test("goes on where it was cut, says how long it is, and is not sent twice to whoever has it", async () => {
    const { get, read } = await document();
    const { headers } = await get(AT, { method: "HEAD" });
    expect([headers["content-length"], read.mock.calls.length]).toEqual(["700000", 0]);
    const part = await get(AT, { range: "bytes=699990-", "if-range": String(headers.etag) });
    expect([part.status, part.headers["content-range"], part.body]).toEqual([
      ...[206, "bytes 699990-699999/700000", BYTES.subarray(-10)],
    ]);
    expect((await get(AT, { range: "bytes=700000-" })).status).toBe(416);
    expect((await get(AT, { "if-none-match": String(headers.etag) })).status).toBe(304);
    // As it is read and never whole in memory: only what was asked for.
    expect(read.mock.calls.map(([, range]) => range)).toEqual([{ first: 699_990, last: 699_999 }]);
  });
  test.each([
    ["another ending", documentPath(HASH, "quyet-dinh-12", "docx"), 1],
    ["an ending of no document", documentPath(HASH, "quyet-dinh-12", "exe"), 0],
    ["no name", `/_tep/${HASH}/.pdf`, 0],
    ["a way upwards", `/_tep/${HASH}/../quyet-dinh.pdf`, 0],
    ["the file itself", `/_tep/${HASH}/original`, 0],
  ])("is not there under %s", async (_, path, asked) => {
    const { get, find, read } = await document();
    expect((await get(path)).status).toBe(404);
    expect([find.mock.calls.length, read.mock.calls.length]).toEqual([asked, 0]);
  });
  test("is no picture's original: what a camera wrote stays here", async () => {
    const { get, read } = await pictures({});
    for (const ending of ["pdf", "jpg", "jpeg"])
      expect((await get(documentPath(HASH, "sen", ending))).status).toBe(404);
    expect(read.mock.calls.length).toBe(0);
  });
  test("has its first page as a picture", async () => {
    const { get } = await document();
    expect(await get(ADDRESS)).toMatchObject({ status: 200, body: SMALL, headers: { "content-type": "image/avif" } });
  });
});

describe("what is played of a live text", () => {
  const SIZE = 3 * 1024 * 1024;
  const film = (read = (_: string) => Buffer.alloc(SIZE, "phim")) =>
    pictures({
      find: async () => ({ madeWith: 1, renditions: [], mediaType: "video/mp4", name: "đua.mp4", size: SIZE }),
      read,
    });
  const AT = documentPath(HASH, "dua-thuyen", "mp4");

  test("is played where it is, as what it is, and does nothing else", async () => {
    const { get, read } = await film();
    const { status, headers } = await get(AT, { range: "bytes=0-1" });
    expect([status, headers["content-range"]]).toEqual([206, `bytes 0-1/${SIZE}`]);
    expect(headers).toMatchObject({
      ...{ "content-type": "video/mp4", "accept-ranges": "bytes", "x-content-type-options": "nosniff" },
      "content-security-policy": "sandbox allow-same-origin; default-src 'none'; media-src 'self'",
    });
    expect(headers).not.toHaveProperty("content-disposition");
    expect(read.mock.calls.map(([, range]) => range)).toEqual([{ first: 0, last: 1 }]);
  });
  test("goes on from wherever somebody looks, and is not sent twice", async () => {
    const { get } = await film();
    const { headers } = await get(AT, { method: "HEAD" });
    const part = await get(AT, { range: `bytes=${SIZE - 4}-`, "if-range": String(headers.etag) });
    expect([part.status, part.body.toString()]).toEqual([206, "phim"]);
    expect((await get(AT, { "if-none-match": String(headers.etag) })).status).toBe(304);
  });
  test("is there under its own ending alone", async () => {
    const { get } = await film();
    for (const ending of ["webm", "mp3", "pdf", "vtt", "mov"])
      expect((await get(documentPath(HASH, "dua-thuyen", ending))).status).toBe(404);
  });
  test("has its subtitles in the letters that they are written in", async () => {
    const { get } = await pictures({
      find: async () => ({ madeWith: 1, renditions: [], mediaType: "text/vtt", name: "a.vtt", size: 6 }),
      read: () => Buffer.from("WEBVTT"),
    });
    expect(await get(documentPath(HASH, "a", "vtt"))).toMatchObject({
      ...{ status: 200, body: Buffer.from("WEBVTT") },
      headers: { "content-type": "text/vtt; charset=utf-8" },
    });
  });
});

test("it is only to be got", async () => {
  const { get, find } = await pictures({});
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
    const { status, headers } = await get(ADDRESS, { method });
    expect([method, status, headers.allow]).toEqual([method, 405, "GET, HEAD"]);
  }
  expect(find).not.toHaveBeenCalled();
});

test("whoever asks too often waits, unless it lies in memory", async () => {
  let tokens = 1;
  const { get, find } = await pictures({ admits: () => tokens-- > 0 });
  expect((await get(ADDRESS)).status).toBe(200);
  expect((await get(ADDRESS)).status).toBe(200);
  expect((await get(picturePath(HASH, 2160, "jpeg"))).status).toBe(429);
  expect((await get(picturePath("cd".repeat(32), 720, "avif"))).status).toBe(429);
  expect(find).toHaveBeenCalledTimes(1);
});

test("once its withdrawal is heard nobody gets it, though its bytes are in memory", async () => {
  let isLive = true;
  const { get, cache } = await pictures({
    find: async () => {
      drawnFrom(["file:7"]);
      return isLive ? PICTURE : null;
    },
  });
  expect((await get(ADDRESS)).status).toBe(200);
  isLive = false;
  cache.forget(["file:8"]);
  expect((await get(ADDRESS)).status).toBe(200);
  cache.forget(["file:7"]);
  expect((await get(ADDRESS)).status).toBe(404);
});

test("a withdrawal that is heard while it is looked up, or while its bytes are read, is obeyed", async () => {
  for (const during of ["find", "read"] as const) {
    let isLive = true;
    const withdraw = () => {
      isLive = false;
      cache.forget(["file:7"]);
    };
    const { get, cache } = await pictures({
      find: async () => {
        const found = isLive ? PICTURE : null;
        drawnFrom(["file:7"]);
        if (during === "find" && isLive) withdraw();
        return found;
      },
      read: () => {
        if (during === "read" && isLive) withdraw();
        return SMALL;
      },
    });
    expect([during, (await get(ADDRESS)).status]).toEqual([during, 404]);
    expect(cache.size).toBe(0);
  }
});

test("one that is announced again and again is sent as it is now, and not kept", async () => {
  const { get, cache, find } = await pictures({
    find: async () => {
      drawnFrom(["file:7"]);
      cache.forget(["file:7"]);
      return PICTURE;
    },
  });
  expect((await get(ADDRESS)).status).toBe(200);
  expect(cache.size).toBe(0);
  expect(find.mock.calls.length).toBeGreaterThan(2);
});

test("while announcements are not heard nothing is kept anew, and what was kept is sent", async () => {
  const { get, cache, find } = await pictures({});
  cache.setKeeping(false);
  for (let times = 0; times < 2; times += 1) expect((await get(ADDRESS)).status).toBe(200);
  expect(cache.size).toBe(0);
  cache.setKeeping(true);
  await get(ADDRESS);
  cache.setKeeping(false);
  find.mockRejectedValue(new Error("no database"));
  expect((await get(ADDRESS)).status).toBe(200);
});

test("without the database whoever asks for something else is told to come again", async () => {
  const logged = vi.spyOn(log, "atDoor").mockImplementation(() => undefined);
  const fails = async (): Promise<never> => {
    throw new Error("no database");
  };
  const outage = await pictures({ find: fails, hasDatabase: false });
  const { status, headers } = await outage.get(ADDRESS);
  expect([status, headers["retry-after"]]).toEqual([503, "10"]);
  expect((await (await pictures({ find: fails })).get(ADDRESS)).status).toBe(500);
  expect(logged).toHaveBeenCalledTimes(2);
});

test("a picture whose bytes are not where they should be is no empty one: the log says so, and it is looked for again", async () => {
  const logged = vi.spyOn(log, "atDoor").mockImplementation(() => undefined);
  const { get, read, sizeOf } = await pictures({});
  const broken = async (path: string) => {
    logged.mockClear();
    const { status } = await get(path);
    return [status, logged.mock.calls.length, (await get(path)).status];
  };
  const [small, large] = [ADDRESS, picturePath(HASH, 2160, "jpeg")];
  read.mockRejectedValueOnce(new NothingThere("nothing"));
  expect(await broken(small)).toEqual([503, 1, 200]);
  read.mockRejectedValueOnce(new NothingThere("nothing"));
  expect(await broken(large)).toEqual([503, 1, 200]);
  sizeOf.mockResolvedValueOnce(LARGE.length - 1);
  expect(await broken(large)).toEqual([503, 1, 200]);
});

test("one that was made anew under its old name, with other bytes, is sent as it is now, from memory too", async () => {
  let bytes = SMALL;
  const { get, cache } = await pictures({
    find: async () => {
      drawnFrom(["file:7", "picture:7"]);
      const renditions = [{ format: "avif" as const, width: 720, height: 480, bytes: bytes.length }];
      return { ...PICTURE, renditions };
    },
    read: () => bytes,
  });
  expect((await get(ADDRESS)).body).toEqual(SMALL);
  bytes = Buffer.from("một bức ảnh nhỏ hơn nữa");
  cache.forget(["picture:7"]);
  for (let times = 0; times < 2; times += 1) expect((await get(ADDRESS)).body).toEqual(bytes);
});

test("what lies in memory is sent with the same words as what was just read, whole and to whoever has it", async () => {
  const { get, read } = await pictures({});
  const said = async (headers: Record<string, string> = {}) => {
    const {
      status,
      headers: { date: _, ...others },
      body,
    } = await get(ADDRESS, headers);
    return { status, headers: others, body };
  };
  const first = await said();
  const tag = { "if-none-match": String(first.headers.etag) };
  const unchanged = await said(tag);
  expect([await said(), unchanged.status, read.mock.calls.length]).toEqual([first, 304, 1]);
  const { "content-type": _type, "content-length": _length, ...bare } = first.headers;
  expect(unchanged.headers).toEqual(bare);
  const head = await said({ method: "HEAD" });
  expect(head).toEqual({ ...first, body: Buffer.alloc(0) });
});

test("while the store does not answer for one picture others are sent, and nobody keeps that it failed", async () => {
  vi.spyOn(log, "atDoor").mockImplementation(() => undefined);
  const { get, read } = await pictures({});
  const late = Promise.withResolvers<never>();
  read.mockReturnValueOnce(late.promise);
  const waiting = get(ADDRESS);
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(1));
  expect((await get(picturePath(HASH, 2160, "jpeg"))).status).toBe(200);
  late.reject(new StorageAway("the store of files did not do what was asked: TimeoutError"));
  const { status, headers } = await waiting;
  expect([status, headers["retry-after"], headers["cache-control"]]).toEqual([503, "10", "no-store"]);
  expect((await get(ADDRESS)).body).toEqual(SMALL);
});

test("of a picture that is shorter on the disk than it was made nothing is sent", async () => {
  const logged = vi.spyOn(log, "atDoor").mockImplementation(() => undefined);
  const { get } = await pictures({ read: () => SMALL.subarray(1) });
  expect((await get(ADDRESS)).status).toBe(503);
  expect(logged).toHaveBeenCalledTimes(1);
});

test("a picture for sharing is sent while its document says the words on it, as a PNG, and from memory after that", async () => {
  const share = "b".repeat(64);
  let live: LiveShare | null = { share, size: SMALL.length };
  const { get, cache, read } = await pictures({
    read: () => SMALL,
    share: () => {
      drawnFrom(["document:12", "share:12"]);
      return live;
    },
  });
  const address = sharePath(12, share);
  for (let times = 0; times < 2; times += 1) {
    const { status, headers, body } = await get(address);
    expect([status, headers["content-type"], body]).toEqual([200, "image/png", SMALL]);
    expect(headers["cross-origin-resource-policy"]).toBe("cross-origin");
  }
  expect(read).toHaveBeenCalledTimes(1);
  expect((await get(sharePath(12, "c".repeat(64)))).status).toBe(404);
  live = null;
  cache.forget(["document:12"]);
  expect((await get(address)).status).toBe(404);
});

test("an address that no picture for sharing can have asks nobody", async () => {
  const share = vi.fn(() => null);
  const { get } = await pictures({ share });
  for (const path of ["/_tep/chia-se/12-abc.png", "/_tep/chia-se/0-", "/_tep/chia-se/99999999999-"]) {
    expect((await get(path.endsWith("-") ? `${path}${"b".repeat(64)}.png` : path)).status).toBe(404);
  }
  expect(share).not.toHaveBeenCalled();
});

test("a PDF is shown in our own frames alone, under an address of its own, and is saved under the other one", async () => {
  const pdf = { madeWith: 1, renditions: [], mediaType: "application/pdf", name: "Kế hoạch.pdf", size: LARGE.length };
  const { get } = await pictures({ find: async () => pdf });
  const shown = await get(`/_tep/${HASH}/xem/ke-hoach.pdf`);
  expect([shown.status, shown.body.equals(LARGE)]).toEqual([200, true]);
  expect(shown.headers).toMatchObject({
    ...{ "content-type": "application/pdf", "x-content-type-options": "nosniff", "x-frame-options": "SAMEORIGIN" },
    ...{ "content-disposition": expect.stringMatching(/^inline; /), "cross-origin-resource-policy": "same-origin" },
  });
  expect(shown.headers["content-security-policy"]).toContain("frame-ancestors 'self'");
  const saved = await get(`/_tep/${HASH}/ke-hoach.pdf`);
  expect(saved.headers).toMatchObject({
    ...{ "content-disposition": expect.stringMatching(/^attachment; /), "x-frame-options": "DENY" },
    "content-security-policy": expect.stringContaining("sandbox"),
  });
  expect(shown.headers.etag).not.toBe(saved.headers.etag);
  const part = await get(`/_tep/${HASH}/xem/ke-hoach.pdf`, { range: "bytes=0-9" });
  expect([part.status, part.body]).toEqual([206, LARGE.subarray(0, 10)]);
});

test("what no browser shows by itself is not shown, whoever asks", async () => {
  const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const word = { madeWith: 1, renditions: [], mediaType: docx, name: "Mẫu.docx", size: LARGE.length };
  const { get } = await pictures({ find: async () => word });
  expect((await get(`/_tep/${HASH}/xem/mau.docx`)).status).toBe(404);
  expect((await get(`/_tep/${HASH}/mau.docx`)).status).toBe(200);
});
