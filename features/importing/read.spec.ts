import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MAX_BYTES, readText } from "./read.ts";

let folder = "";
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "toa-soan-read-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a file of exactly 5 MB is read, one byte more is refused", async () => {
  writeFileSync(at("full.txt"), "a".repeat(MAX_BYTES));
  writeFileSync(at("over.txt"), "a".repeat(MAX_BYTES + 1));
  expect(await readText(at("full.txt"))).toHaveLength(MAX_BYTES);
  await expect(readText(at("over.txt"))).rejects.toMatchObject({ reason: "the file is over 5 MB" });
});

test("a huge file is not read to its end", async () => {
  writeFileSync(at("huge.txt"), "");
  truncateSync(at("huge.txt"), 2 ** 40);
  await expect(readText(at("huge.txt"))).rejects.toMatchObject({ reason: "the file is over 5 MB" });
});

test.runIf(existsSync("/proc/self/mem"))(
  "a file that breaks off in the middle is that file's trouble alone",
  async () => {
    await expect(readText("/proc/self/mem")).rejects.toMatchObject({ reason: "the file cannot be read (EIO)" });
  },
);

test.each([
  ["a folder", () => undefined, "", /folder/],
  ["a missing file", () => undefined, "missing.txt", /no such file/],
  ["a pipe", () => execFileSync("mkfifo", [at("pipe")]), "pipe", /not an ordinary file/],
  ["a link in a circle", () => symlinkSync(at("circle"), at("circle")), "circle", /circle/],
])("one sentence for %s", async (_, make, name, reason) => {
  make();
  await expect(readText(at(name))).rejects.toMatchObject({ line: null, reason: expect.stringMatching(reason) });
});
