import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { folderStorage } from "./folder.ts";
import { s3Storage } from "./s3.ts";
import { openTestStore } from "./testing-s3.ts";
import { type Kept, NothingThere, type Storage } from "./types.ts";

/** A store of its own, and everything that lies in it by the names it has there. */
type Opened = { storage: Storage; all: () => string[]; close: () => Promise<void> };

async function aFolder(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), "toa-soan-storage-"));
  const files = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return {
    storage: folderStorage(join(folder, "files")),
    all: () => files().map(({ name }) => name),
    close: async () => rmSync(folder, { recursive: true }),
  };
}

async function aBucket(): Promise<Opened> {
  const store = await openTestStore();
  // Somebody else's things beside ours.
  store.objects.set("other/originals/ab/x", { bytes: Buffer.from("x"), at: new Date() });
  const ours = () => [...store.objects.keys()].filter((key) => key.startsWith("toasoan/"));
  return {
    storage: s3Storage(store.settings),
    all: () => [...ours(), ...store.begun.keys()],
    close: store.close,
  };
}

/** Larger than what a store of parts takes at once. */
const LONG = Buffer.alloc(19 * 1024 * 1024, "mười hai giờ ");

describe.each([
  ["a folder", aFolder],
  ["a bucket", aBucket],
])("in %s", (_, open) => {
  let storage: Storage;
  let all: Opened["all"];
  let close: Opened["close"];
  beforeEach(async () => {
    ({ storage, all, close } = await open());
  });
  afterEach(() => close());

  const listed = (...asked: Parameters<Storage["list"]>): Promise<Kept[]> =>
    Readable.from(storage.list(...asked)).toArray();

  test("what is put is there, whole, in any range, and put twice it is the same", async () => {
    await storage.put("originals/ab/abc", Buffer.from("mười hai giờ"));
    await storage.put("originals/ab/abc", Readable.from([Buffer.from("mười hai "), Buffer.from("giờ")]));
    const whole = Buffer.from("mười hai giờ");
    expect(await storage.sizeOf("originals/ab/abc")).toBe(whole.length);
    expect(await buffer(await storage.read("originals/ab/abc"))).toEqual(whole);
    expect(await buffer(await storage.read("originals/ab/abc", { first: 1, last: 3 }))).toEqual(whole.subarray(1, 4));
    expect(all()).toHaveLength(1);
  });

  test("what is long comes and goes in pieces, and is the same", async () => {
    const pieces = Array.from({ length: 19 }, (_, at) => LONG.subarray(at * 1024 * 1024, (at + 1) * 1024 * 1024));
    await storage.put("originals/ab/abc", Readable.from(pieces));
    expect((await buffer(await storage.read("originals/ab/abc"))).equals(LONG)).toBe(true);
    expect(all()).toHaveLength(1);
  });

  test("what is empty is there", async () => {
    await storage.put("a/b", Readable.from([]));
    expect([await storage.sizeOf("a/b"), (await buffer(await storage.read("a/b"))).length]).toEqual([0, 0]);
  });

  test.each([
    ["at once", Buffer.from("half")],
    ["after a while", LONG],
  ])("what breaks off on its way, %s, leaves nothing, and what was there before stays", async (_, half) => {
    const broken = () =>
      Readable.from(
        (async function* () {
          yield half;
          throw new Error("cut off");
        })(),
      );
    await expect(storage.put("a/b", broken())).rejects.toThrow("cut off");
    expect([await storage.sizeOf("a/b"), all()]).toEqual([null, []]);
    await storage.put("a/b", Buffer.from("whole"));
    await expect(storage.put("a/b", broken())).rejects.toThrow("cut off");
    expect((await buffer(await storage.read("a/b"))).toString()).toBe("whole");
  });

  test("nothing is said of what is not there, and removing it is no failure", async () => {
    expect(await storage.sizeOf("a/b")).toBeNull();
    await expect(storage.read("a/b")).rejects.toThrow(NothingThere);
    await storage.put("a/b", Buffer.from("x"));
    await storage.remove("a/b");
    await storage.remove("a/b");
    expect(await storage.sizeOf("a/b")).toBeNull();
  });

  test("whoever reads and goes away in the middle keeps nobody waiting", async () => {
    await storage.put("a/b", LONG);
    for (let times = 0; times < 60; times += 1) {
      const bytes = await storage.read("a/b");
      for await (const _ of bytes) break;
      expect(bytes.destroyed).toBe(true);
    }
    expect(await storage.sizeOf("a/b")).toBe(LONG.length);
  });

  test("what lies there is listed in the order of its keys, from any of them on", async () => {
    const keys = ["a-b", "a/1", "a/b/2", "a/b-c/1", "a/b.c", "a.b", "b/1", "b/2", "b/3", "b/4", "b/5", "b/6", "b/7"];
    expect(await listed("")).toEqual([]);
    for (const key of keys) await storage.put(key, Buffer.from(key));
    const sorted = [...keys].sort();
    const found = await listed("");
    expect(found.map(({ key }) => key)).toEqual(sorted);
    expect(
      found.every(({ key, size, at }) => size === key.length && Math.abs(Date.now() - at.getTime()) < 60_000),
    ).toBe(true);
    const under = async (...asked: Parameters<Storage["list"]>) => (await listed(...asked)).map(({ key }) => key);
    expect(await under("b/")).toEqual(sorted.filter((key) => key.startsWith("b/")));
    expect(await under("a/b")).toEqual(["a/b-c/1", "a/b.c", "a/b/2"]);
    expect(await under("", "a/b.c")).toEqual(sorted.filter((key) => key > "a/b.c"));
    expect(await under("b/", "b/5")).toEqual(["b/6", "b/7"]);
    expect(await under("c")).toEqual([]);
  });

  test("what is on its way is in no list, and is found by whoever clears away", async () => {
    let goOn = () => undefined as unknown;
    const waiting = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const begun = Promise.withResolvers<void>();
    const slow = Readable.from(
      (async function* () {
        yield LONG;
        begun.resolve();
        await waiting;
        yield Buffer.from("x");
      })(),
    );
    const putting = storage.put("originals/ab/abc", slow);
    await begun.promise;
    expect(await listed("")).toEqual([]);
    const [left, ...others] = await Readable.from(storage.leftovers()).toArray();
    expect([left?.name.startsWith("originals/ab/abc"), others]).toEqual([true, []]);
    expect(Math.abs(Date.now() - Number(left?.since))).toBeLessThan(60_000);
    goOn();
    await putting;
    expect(await Readable.from(storage.leftovers()).toArray()).toEqual([]);
    expect((await listed("")).map(({ size }) => size)).toEqual([LONG.length + 1]);
  });

  test("what was left is cleared away, once", async () => {
    const begun = Promise.withResolvers<void>();
    const never = Readable.from(
      (async function* () {
        yield LONG;
        begun.resolve();
        await new Promise(() => undefined);
      })(),
    );
    storage.put("originals/ab/abc", never).catch(() => undefined);
    await begun.promise;
    const [left] = await Readable.from(storage.leftovers()).toArray();
    await left?.remove();
    await left?.remove();
    expect(all()).toEqual([]);
  });

  test.each(["../x", "a/../../x", "/etc/passwd", "a//b", "", ".x", "a/.b", "a\0b"])("%j is no key", async (key) => {
    await expect(storage.put(key, Buffer.from("x"))).rejects.toThrow("no key");
    await expect(storage.read(key)).rejects.toThrow("no key");
    await expect(storage.sizeOf(key)).rejects.toThrow("no key");
    await expect(storage.remove(key)).rejects.toThrow("no key");
    expect(all()).toEqual([]);
  });
});
