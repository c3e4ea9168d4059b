import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { noRoomIn } from "./disk-room.ts";

const disk = (bavail: number) => async () => ({ bavail, bsize: 4096 });
const MB = 1024 * 1024;

test("a disk is full before PostgreSQL can write its next files", async () => {
  expect(await noRoomIn("/data", disk(0))).toMatch(/^full/);
  expect(await noRoomIn("/data", disk((64 * MB) / 4096 - 1))).toMatch(/^full/);
  expect(await noRoomIn("/data", disk((64 * MB) / 4096))).toBeUndefined();
});

test("the disk is the one that the folder is on", async () => {
  await expect(noRoomIn(tmpdir())).resolves.not.toThrow();
  await expect(noRoomIn("/there/is/no/such/folder")).rejects.toThrow(/ENOENT/);
});
