import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { linkLibraries } from "./binaries.ts";

let native: string;
beforeEach(() => {
  native = mkdtempSync(join(tmpdir(), "toa-soan-native-"));
});
afterEach(() => rmSync(native, { recursive: true, force: true }));

test("two starts on a fresh install complete it at the same time", async () => {
  mkdirSync(join(native, "lib"));
  writeFileSync(join(native, "lib", "libpq.so.5.18"), "");
  const links = [{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" }];
  writeFileSync(join(native, "pg-symlinks.json"), JSON.stringify(links));
  expect(await Promise.all([linkLibraries(native), linkLibraries(native)])).toEqual([true, true]);
  expect(readlinkSync(join(native, "lib", "libpq.so.5"))).toBe("libpq.so.5.18");
});
