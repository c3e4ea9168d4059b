import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { PART_BYTES } from "#features/files/settings.ts";
import { originalKey, storage } from "#features/files/storage.ts";
import { keepFilesIn } from "#features/files/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { anUploader, aPicture, oneDataDir } from "./testing.ts";

const { office } = oneOffice();
oneDataDir();

const keyOf = (bytes: Buffer) => originalKey(createHash("sha256").update(bytes).digest("hex"));

test("while files of more than one part stall on their way into the store a picture becomes a file, and then they do", async () => {
  const long = Array.from({ length: 5 }, () => aPicture(PART_BYTES + 1));
  const stalling = new Set(long.map(keyOf));
  const three = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const begun: string[] = [];
  const there = storage();
  keepFilesIn({
    ...there,
    async put(key, bytes) {
      if (stalling.has(key)) {
        begun.push(key);
        if (begun.length === 3) three.resolve();
        await goOn.promise;
      }
      await there.put(key, bytes);
    },
  });
  const { bring } = anUploader({ ...office.reporter, grants: [{ role: "reporter", sectionId: null }] });
  const coming = long.map((bytes) => bring(bytes));
  await three.promise;
  expect((await bring(aPicture(PART_BYTES))).status).toBe(200);
  expect(begun).toHaveLength(3);
  goOn.resolve();
  const done = await Promise.all(coming);
  expect(done.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(begun.toSorted()).toEqual([...stalling].toSorted());
});
