import { readdirSync } from "node:fs";
import { beforeEach, expect, test, vi } from "vitest";
import { oneOffice } from "#features/moves/testing-office.ts";
import { noRoomIn } from "#lib/disk-room.ts";
import { anUploader, aPicture, oneDataDir } from "./testing.ts";

vi.mock("#lib/disk-room.ts", { spy: true });

const { office } = oneOffice();
const place = oneDataDir();
const uploader = () => anUploader({ ...office.reporter, grants: [{ role: "reporter", sectionId: null }] });

/** Lets the disk have so many bytes left. */
const left = (bytes: number) =>
  vi.mocked(noRoomIn).mockImplementation(async (_folder, _ask, coming = 0) => (coming > bytes ? "full" : undefined));
beforeEach(() => void left(Number.POSITIVE_INFINITY));

const FULL = { code: "unavailable", sentence: expect.stringContaining("đã đầy") };

test("what the disk has no room for, as an upload and as an original, is not begun", async () => {
  left(599);
  await expect(uploader().begin(300)).rejects.toMatchObject(FULL);
  expect(readdirSync(place.uploads)).toEqual([]);
  left(600);
  expect(await uploader().begin(300)).not.toBe("");
});

test("a part that it has no room for any more is refused; giving up is not, nor asking how far one is", async () => {
  const { ask, begin, far } = uploader();
  const path = await begin(300);
  left(0);
  const part = { "upload-offset": "0", "content-type": "application/offset+octet-stream", "content-length": "300" };
  const sending = ask("PATCH", path, part, new Uint8Array(aPicture(300)));
  await expect(sending).rejects.toMatchObject(FULL);
  expect(await far(path)).toBe(0);
  expect((await ask("DELETE", path)).status).toBe(204);
});
