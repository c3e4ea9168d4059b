import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { inspect } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { s3Storage } from "./s3.ts";
import { openTestStore, type TestStore } from "./testing-s3.ts";
import { isStorageAway, type Storage } from "./types.ts";

const SILENCE_MS = 400;
const LONG = Buffer.alloc(19 * 1024 * 1024, "mười hai giờ ");

let store: TestStore;
let storage: Storage;
/** One that takes silence for an answer soon. */
let hasty: Storage;
beforeEach(async () => {
  store = await openTestStore();
  storage = s3Storage(store.settings);
  hasty = s3Storage(store.settings, { silenceMs: SILENCE_MS });
});
afterEach(() => store.close());

/** Everything that is asked of a store. */
const ASKED: [string, (storage: Storage) => Promise<unknown>][] = [
  ["put", (storage) => storage.put("a/b", Buffer.from("x"))],
  ["put in parts", (storage) => storage.put("a/b", Readable.from([LONG]))],
  ["asked for a size", (storage) => storage.sizeOf("a/b")],
  ["read", (storage) => storage.read("a/b")],
  ["removed", (storage) => storage.remove("a/b")],
  ["listed", (storage) => Readable.from(storage.list("")).toArray()],
  ["looked for what was left", (storage) => Readable.from(storage.leftovers()).toArray()],
];

/** @returns what is thrown */
const thrown = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

test("a key lies under the bucket's part that is ours", async () => {
  await storage.put("originals/ab/abc", Buffer.from("x"));
  expect([...store.objects.keys()]).toEqual(["toasoan/originals/ab/abc"]);
  expect(store.asked).toEqual(["PUT /anh/toasoan/originals/ab/abc"]);
});

test("a store that is busy for a moment is asked again, and nobody notices", async () => {
  let busy = 2;
  store.fault = () => (busy-- > 0 ? "busy" : undefined);
  await storage.put("a/b", Buffer.from("x"));
  busy = 2;
  expect((await buffer(await storage.read("a/b"))).toString()).toBe("x");
});

test.each(["busy", "silent"] as const)(
  "what is asked of a store that is %s fails soon, after a few tries, and says so without who asked",
  async (fault) => {
    store.fault = () => fault;
    const errors = await Promise.all(
      ASKED.map(async ([what, ask]) => [what, await thrown(ask(fault === "busy" ? storage : hasty))] as const),
    );
    for (const [what, error] of errors) {
      expect([what, isStorageAway(error)]).toEqual([what, true]);
      const said = inspect(error, { depth: 9, showHidden: true });
      expect(said).toMatch(fault === "busy" ? /\(503\)/ : /TimeoutError/);
      for (const secret of [store.settings.secret, store.settings.key, "Signature"]) expect(said).not.toContain(secret);
    }
    expect(store.asked.length).toBe(3 * ASKED.length);
    expect([store.objects.size, store.begun.size]).toEqual([0, 0]);
  },
);

test("one that goes away in the middle of a long one has nothing of it but parts that are found and cleared away", async () => {
  store.fault = (method) =>
    method === "PUT" && store.asked.filter((one) => one.startsWith("PUT")).length > 1 ? "silent" : undefined;
  expect(isStorageAway(await thrown(hasty.put("a/b", Readable.from([LONG]))))).toBe(true);
  expect([store.objects.size, store.begun.size]).toEqual([0, 0]);
  store.fault = (method) => (method === "PUT" || method === "DELETE" ? "busy" : undefined);
  expect(isStorageAway(await thrown(storage.put("a/b", Readable.from([LONG]))))).toBe(true);
  store.fault = () => undefined;
  for await (const left of storage.leftovers()) await left.remove();
  expect([store.objects.size, store.begun.size]).toEqual([0, 0]);
});

test("a store may take long to join the parts of a long one, longer than it may be silent else", async () => {
  store.joins = () => new Promise((resolve) => setTimeout(resolve, 3 * SILENCE_MS));
  await hasty.put("a/b", Readable.from([LONG]));
  expect(store.objects.get("toasoan/a/b")?.bytes.equals(LONG)).toBe(true);
  expect(store.asked.filter((one) => one.startsWith("POST"))).toHaveLength(2);
});

test("one that never joins them is away, and has nothing of it", async () => {
  const weary = s3Storage(store.settings, { joiningMs: SILENCE_MS, tries: 1 });
  store.joins = () => new Promise(() => undefined);
  expect(isStorageAway(await thrown(weary.put("a/b", Readable.from([LONG]))))).toBe(true);
  expect([store.objects.size, store.begun.size]).toEqual([0, 0]);
});

test("whoever brings what a store does not take is let go", async () => {
  store.fault = () => "busy";
  const bringing = Readable.from([LONG, LONG]);
  await thrown(storage.put("a/b", bringing));
  expect(bringing.destroyed).toBe(true);
});

test("an answer that breaks off, or stops in the middle, is no whole one", async () => {
  await storage.put("a/b", LONG);
  store.fault = () => "cut";
  expect(isStorageAway(await thrown(buffer(await storage.read("a/b"))))).toBe(true);
  store.fault = () => "stuck";
  expect(isStorageAway(await thrown(buffer(await hasty.read("a/b"))))).toBe(true);
});

test("whoever takes it slowly gets all of it, however long it takes", async () => {
  await storage.put("a/b", LONG);
  const bytes = await hasty.read("a/b");
  const pieces: Buffer[] = [];
  let slow = 2;
  for await (const piece of bytes) {
    pieces.push(piece);
    // Longer than the store itself may say nothing.
    if (slow-- > 0) await new Promise((resolve) => setTimeout(resolve, 2 * SILENCE_MS));
  }
  expect(Buffer.concat(pieces).equals(LONG)).toBe(true);
});

test("a store that nobody keeps, one that knows us not and one without the bucket are away, and nothing is said to be missing", async () => {
  const others = [
    s3Storage({ ...store.settings, key: "nobody" }),
    s3Storage({ ...store.settings, endpoint: "http://127.0.0.1:1" }),
  ];
  for (const other of others) {
    for (const [what, ask] of ASKED) expect([what, isStorageAway(await thrown(ask(other)))]).toEqual([what, true]);
  }
  const bucketless = s3Storage({ ...store.settings, bucket: "khac" });
  for (const [what, ask] of ASKED.filter(([what]) => what !== "asked for a size")) {
    expect([what, isStorageAway(await thrown(ask(bucketless)))]).toEqual([what, true]);
  }
});
