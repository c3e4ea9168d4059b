import { expect, test, vi } from "vitest";
import { picturePath, sharePath } from "#features/addresses/public.ts";
import { drawnFrom } from "#features/facts/recording.ts";
import { NothingThere, StorageAway } from "#features/files/storage/types.ts";
import type { LiveShare } from "#features/reading/share.ts";
import { log } from "#lib/log.ts";
import { ADDRESS, CUT, HASH, LARGE, PICTURE, pictures, SMALL } from "./testing-pictures.ts";

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
  ["a way upwards", `/_tep/${HASH}/../../etc/passwd`, 0],
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

test.each([
  ["a query", `${ADDRESS}?w=1`],
  ["capital letters", ADDRESS.toUpperCase().replace("_TEP", "_tep")],
  ["a slash at its end", `${ADDRESS}/`],
  ["an encoded letter", ADDRESS.replace("a", "%61")],
])("%s leads to the one right spelling, and nobody is asked whether it is there", async (_, path) => {
  const { get, find, read } = await pictures({});
  const { status, headers } = await get(path);
  expect([status, headers.location, headers["cache-control"]]).toEqual([308, ADDRESS, "no-store"]);
  expect([find.mock.calls.length, read.mock.calls.length]).toEqual([0, 0]);
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
