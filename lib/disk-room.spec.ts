import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { isDiskFull, noRoomIn } from "./disk-room.ts";

const disk = (bavail: number) => async () => ({ bavail, bsize: 4096 });
const MB = 1024 * 1024;

test("a disk is full before PostgreSQL can write its next files", async () => {
  expect(await noRoomIn("/data", disk(0))).toMatch(/^full/);
  expect(await noRoomIn("/data", disk((64 * MB) / 4096 - 1))).toMatch(/^full/);
  expect(await noRoomIn("/data", disk((64 * MB) / 4096))).toBeUndefined();
});

test("what is coming needs its room besides", async () => {
  const left = disk((65 * MB) / 4096);
  expect(await noRoomIn("/data", left, MB)).toBeUndefined();
  expect(await noRoomIn("/data", left, MB + 1)).toMatch(/^full/);
});

test("a disk is full where the system says so, and whoever has used up their share meets the same", () => {
  const failed = (code: string) => Object.assign(new Error(code), { code });
  expect(["ENOSPC", "EDQUOT", "EIO"].map((code) => isDiskFull(failed(code)))).toEqual([true, true, false]);
  expect(isDiskFull("ENOSPC")).toBe(false);
});

test("the disk is the one that the folder is on", async () => {
  await expect(noRoomIn(tmpdir())).resolves.not.toThrow();
  await expect(noRoomIn("/there/is/no/such/folder")).rejects.toThrow(/ENOENT/);
});
