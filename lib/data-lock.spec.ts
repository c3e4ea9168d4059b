import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type DataLock, isStaying, lockDataNow } from "./data-lock.ts";

let folder: string;
let lock: DataLock | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "toa-soan-lock-"));
});
afterEach(() => {
  lock?.release();
  rmSync(folder, { recursive: true, force: true });
});

test("a server stays on its data until it says goodbye; nobody else gets them meanwhile", () => {
  lock = lockDataNow(folder, "npm start");
  expect(isStaying(folder)).toBe(true);
  expect(lockDataNow(folder, "npm run import")).toBeUndefined();
  lock?.saysGoodbye();
  expect(isStaying(folder)).toBe(false);
  expect(lockDataNow(folder, "npm run import")).toBeUndefined();
});

test("a command is leaving from the first moment", () => {
  lock = lockDataNow(folder, "npm run import", { leaving: true });
  expect(isStaying(folder)).toBe(false);
});

test("whoever takes or lets go of the data in this moment is not taken for a server", () => {
  lock = lockDataNow(folder, "npm run import", { leaving: true });
  rmSync(join(folder, "running.json"));
  expect(isStaying(folder)).toBe(false);
  expect(lockDataNow(folder, "npm run import")).toBeUndefined();
});

test("the note of a server that was killed is not taken for its word by whoever comes while another takes the data", () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  lock = lockDataNow(folder, "npm run import", { leaving: true });
  writeFileSync(join(folder, "running.json"), JSON.stringify({ pid, what: "npm start", leaving: false }));
  expect(isStaying(folder)).toBe(false);
});

test("a path on which a file lies is named with a way out", () => {
  const file = join(folder, "du-lieu");
  writeFileSync(file, "");
  for (const path of [file, join(file, "trong")]) {
    expect(() => lockDataNow(path, "npm start")).toThrow(
      new RegExp(
        `^Nothing can be kept in ${path} \\(.*\\): set DATA_DIR to a folder in which this account may write\\.$`,
      ),
    );
  }
});

test.skipIf(process.getuid?.() === 0)("a folder in which we may not write is named, and stays as it was", () => {
  chmodSync(folder, 0o500);
  for (const path of [folder, join(folder, "moi")])
    expect(() => lockDataNow(path, "npm start")).toThrow(`Nothing can be kept in ${path} (`);
  expect(readdirSync(folder)).toEqual([]);
});

test("a disk that became read-only since the last start is a sentence, and the lock is let go of", () => {
  lockDataNow(folder, "npm start")?.release();
  // A lock can be had where nothing can be written any more, as on such a disk.
  mkdirSync(join(folder, "running.json"));
  expect(() => lockDataNow(folder, "npm start")).toThrow(
    /^Nothing can be kept in .* \(EISDIR.*\): set DATA_DIR to a folder/,
  );
  rmSync(join(folder, "running.json"), { recursive: true });
  lock = lockDataNow(folder, "npm start");
  expect(lock).toBeDefined();
});

test.skipIf(process.platform !== "linux")("a full disk is named as what it is", () => {
  symlinkSync("/dev/full", join(folder, "running.json"));
  expect(() => lockDataNow(folder, "npm start")).toThrow(
    /^Nothing can be kept in .* \(ENOSPC.*\): make room on its disk\.$/,
  );
});
