import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { MADE_WITH } from "#features/files/settings.ts";
import { s3Storage } from "#features/files/storage/s3.ts";
import { openTestStore, type TestStore } from "#features/files/storage/testing-s3.ts";
import { isStorageAway } from "#features/files/storage/types.ts";
import { originalKey, renditionKey } from "#features/files/storage.ts";
import { keepFilesIn } from "#features/files/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { makeRenditions } from "./make.ts";
import { plain } from "./testing.ts";
import { bring } from "./testing-files.ts";

const { rows, office } = oneOffice();
const never = new AbortController().signal;
let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
  keepFilesIn(s3Storage(store.settings, { silenceMs: 1_000 }));
});
afterAll(async () => {
  keepFilesIn(undefined);
  await store.close();
});
beforeEach(() => void vi.spyOn(process.stderr, "write").mockReturnValue(true));

test.each([
  ["silent", "GET"],
  ["busy", "GET"],
  ["cut", "GET"],
  ["busy", "PUT"],
  ["silent", "PUT"],
] as const)("a picture waits while the store is %s at a %s, and is made when it is not", async (fault, at) => {
  store.fault = () => undefined;
  const { fileId, sha256 } = await bring(
    await plain(400 + store.asked.length, 300)
      .png()
      .toBuffer(),
    office.reporter,
  );
  const state = async () => (await rows("select state, failure from files where id = $1", [fileId]))[0];
  store.fault = (method) => (method === at ? fault : undefined);
  const failed = await makeRenditions({ fileId }, never).catch((error: unknown) => error);
  expect([isStorageAway(failed), await state()]).toEqual([true, { state: "waiting", failure: null }]);
  expect([...store.objects.keys()].filter((key) => key.includes(sha256))).toEqual([`toasoan/${originalKey(sha256)}`]);
  store.fault = () => undefined;
  await makeRenditions({ fileId }, never);
  expect(await state()).toEqual({ state: "ready", failure: null });
  const smallest = renditionKey(sha256, MADE_WITH, { width: 200, format: "avif" });
  expect(store.objects.get(`toasoan/${smallest}`)?.bytes.length).toBeGreaterThan(0);
});
