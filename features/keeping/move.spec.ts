import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { folderStorage } from "#features/files/storage/folder.ts";
import { s3Storage } from "#features/files/storage/s3.ts";
import { openTestStore, type TestStore } from "#features/files/storage/testing-s3.ts";
import { isStorageAway, type Storage } from "#features/files/storage/types.ts";
import { originalKey, renditionKey } from "#features/files/storage.ts";
import { type Move, moveFiles } from "./move.ts";

let folder: string;
let store: TestStore;
let stores: { folder: Storage; bucket: Storage };
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "toa-soan-move-"));
  store = await openTestStore();
  stores = { folder: folderStorage(folder), bucket: s3Storage(store.settings) };
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const keysIn = async (storage: Storage): Promise<string[]> =>
  (await Readable.from(storage.list("")).toArray()).map(({ key }) => key);
const bytesIn = async (storage: Storage, key: string) => (await buffer(await storage.read(key))).toString();

/** Puts so many originals there, each with a picture that was made of it. @returns their keys, in order */
async function fill(storage: Storage, count: number, from = 0): Promise<string[]> {
  const keys: string[] = [];
  for (let at = from; at < from + count; at += 1) {
    const bytes = Buffer.from(`ảnh số ${at}`);
    const made = renditionKey(hashOf(bytes), 1, { format: "avif", width: 360 });
    await storage.put(originalKey(hashOf(bytes)), bytes);
    await storage.put(made, Buffer.from(`ảnh nhỏ ${at}`));
    keys.push(originalKey(hashOf(bytes)), made);
  }
  return keys.sort();
}

async function move(change: Pick<Move, "from" | "to"> & Partial<Move>) {
  const said: string[] = [];
  const keys: string[] = [];
  const moved = await moveFiles({
    ...{ ending: new AbortController().signal, complain: (line) => void said.push(line) },
    ...{ reached: (key) => void keys.push(key), ...change },
  });
  return { moved, said, keys };
}

describe.each([
  ["to a bucket", () => ({ from: stores.folder, to: stores.bucket })],
  ["to a folder", () => ({ from: stores.bucket, to: stores.folder })],
] as const)("%s", (_, way) => {
  test("everything comes, the same, and stays where it was; moved again it is there", async () => {
    const { from, to } = way();
    const keys = await fill(from, 20);
    const first = await move({ from, to });
    expect(first).toMatchObject({ moved: { copied: 40, there: 0, problems: 0, deleted: 0 }, said: [] });
    expect([await keysIn(to), await keysIn(from)]).toEqual([keys, keys]);
    for (const key of keys) expect(await bytesIn(to, key)).toBe(await bytesIn(from, key));
    expect((await move({ from, to })).moved).toMatchObject({ copied: 0, there: 40, problems: 0 });
  });

  test("whoever is stopped goes on after the key that was named, and misses nothing", async () => {
    const { from, to } = way();
    const keys = await fill(from, 20);
    const ending = new AbortController();
    const first = await move({ from, to, ending: ending.signal, reached: () => ending.abort() });
    expect(first.moved.copied).toBeLessThan(40);
    const [last = ""] = (await keysIn(to)).slice(-1);
    expect((await move({ from, to, after: last })).moved).toMatchObject({
      ...{ copied: 40 - first.moved.copied, there: 0 },
    });
    expect(await keysIn(to)).toEqual(keys);
  });

  test("what has other bytes than its name says is named and not moved, and then nothing is taken away", async () => {
    const { from, to } = way();
    const keys = await fill(from, 3);
    const [broken = "", ...others] = keys;
    await from.put(broken, Buffer.from("hỏng"));
    const { moved, said } = await move({ from, to, deleteSource: true });
    expect(moved).toMatchObject({ copied: 5, problems: 1, deleted: 0 });
    expect(said).toEqual([`${broken} has other bytes than its name says, and was not moved.`]);
    expect([await keysIn(to), await keysIn(from)]).toEqual([others, keys]);
  });

  test("what lies there already and is another one is put anew", async () => {
    const { from, to } = way();
    const keys = await fill(from, 1);
    for (const key of keys) await to.put(key, Buffer.alloc((await from.sizeOf(key)) ?? 0, "x"));
    expect((await move({ from, to })).moved).toMatchObject({ copied: 2, there: 0, problems: 0 });
    for (const key of keys) expect(await bytesIn(to, key)).toBe(await bytesIn(from, key));
  });

  test("what is another one after it was moved is taken away there, and stays at its source", async () => {
    const { from, to } = way();
    const keys = await fill(from, 1);
    const lossy: Storage = { ...to, put: (key) => to.put(key, Buffer.from("một nửa")) };
    const { moved } = await move({ from, to: lossy, deleteSource: true });
    expect(moved).toMatchObject({ copied: 0, problems: 2, deleted: 0 });
    expect([await keysIn(to), await keysIn(from)]).toEqual([[], keys]);
  });

  test("the source is emptied when it is asked for, and what came meanwhile is moved before", async () => {
    const { from, to } = way();
    const keys = await fill(from, 20);
    let passes = 0;
    let came: string[] = [];
    const source: Storage = {
      ...from,
      async *list(...asked) {
        passes += 1;
        if (passes === 2) came = await fill(from, 3, 1_000);
        yield* from.list(...asked);
      },
    };
    const { moved } = await move({ from: source, to, deleteSource: true });
    expect(moved).toMatchObject({ problems: 0, deleted: 46 });
    expect([await keysIn(to), await keysIn(from)]).toEqual([[...keys, ...came].sort(), []]);
  });
});

test("a store that goes away ends it, without a loss", async () => {
  const keys = await fill(stores.folder, 3);
  store.fault = (method) => (method === "PUT" && store.asked.length > 6 ? "busy" : undefined);
  const moving = move({ from: stores.folder, to: stores.bucket, deleteSource: true });
  expect(isStorageAway(await moving.catch((error: unknown) => error))).toBe(true);
  expect(await keysIn(stores.folder)).toEqual(keys);
  store.fault = () => undefined;
  expect((await move({ from: stores.folder, to: stores.bucket })).moved).toMatchObject({ problems: 0 });
  expect(await keysIn(stores.bucket)).toEqual(keys);
});
