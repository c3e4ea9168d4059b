import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { folderStorage } from "./folder.ts";
import { NothingThere, type Storage } from "./types.ts";

let folder: string;
let storage: Storage;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "toa-soan-storage-"));
  storage = folderStorage(join(folder, "files"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const all = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());

test("what is put is there, whole, in any range, and put twice it is the same", async () => {
  await storage.put("originals/ab/abc", Buffer.from("mười hai giờ"));
  await storage.put("originals/ab/abc", Readable.from([Buffer.from("mười hai "), Buffer.from("giờ")]));
  const whole = Buffer.from("mười hai giờ");
  expect(await storage.sizeOf("originals/ab/abc")).toBe(whole.length);
  expect(await buffer(await storage.read("originals/ab/abc"))).toEqual(whole);
  expect(await buffer(await storage.read("originals/ab/abc", { first: 1, last: 3 }))).toEqual(whole.subarray(1, 4));
  expect(all()).toHaveLength(1);
});

test("what breaks off on its way leaves nothing, and what was there before stays", async () => {
  const broken = () =>
    Readable.from(
      (async function* () {
        yield Buffer.from("half");
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

test.each(["../x", "a/../../x", "/etc/passwd", "a//b", "", ".x", "a/.b", "a\0b"])("%j is no key", async (key) => {
  await expect(storage.put(key, Buffer.from("x"))).rejects.toThrow("no key");
  await expect(storage.read(key)).rejects.toThrow("no key");
  expect(all()).toEqual([]);
});
