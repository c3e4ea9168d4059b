import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { HOUR_MS } from "#lib/dates.ts";
import { forgetOldUploads } from "./forget.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "toa-soan-uploads-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const NOW = Date.UTC(2026, 10, 29);

function aFile(name: string, hoursAgo: number): void {
  writeFileSync(join(folder, name), "x");
  const at = new Date(NOW - hoursAgo * HOUR_MS);
  utimesSync(join(folder, name), at, at);
}

test("an upload that nobody has gone on with for a day goes, and one that somebody has does not", async () => {
  aFile("1-1-old", 25);
  aFile("1-1-old.json", 30);
  aFile("1-1-begun-long-ago", 1);
  aFile("1-1-begun-long-ago.json", 48);
  aFile("1-1-became-a-file-long-ago.json", 25);
  aFile("1-1-became-a-file.json", 23);
  aFile("left-by-a-crash", 25);
  await forgetOldUploads(folder, NOW);
  expect(readdirSync(folder).sort()).toEqual([
    "1-1-became-a-file.json",
    "1-1-begun-long-ago",
    "1-1-begun-long-ago.json",
  ]);
});

test("where nobody has brought anything yet there is nothing to forget", async () => {
  await forgetOldUploads(join(folder, "not-there"), NOW);
});
