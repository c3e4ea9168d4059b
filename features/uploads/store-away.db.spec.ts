import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { refusalOf } from "#features/edge/outcome.ts";
import { s3Storage } from "#features/files/storage/s3.ts";
import { openTestStore, type TestStore } from "#features/files/storage/testing-s3.ts";
import { originalKey } from "#features/files/storage.ts";
import { keepFilesIn } from "#features/files/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { anUploader, aPicture, oneDataDir } from "./testing.ts";

const { rows, office } = oneOffice();
oneDataDir();
let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
  keepFilesIn(s3Storage(store.settings, { silenceMs: 1_000 }));
});
afterAll(async () => {
  keepFilesIn(undefined);
  await store.close();
});

const uploader = () => anUploader({ ...office.reporter, grants: [{ role: "reporter", sectionId: null }] });
const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const lies = (bytes: Buffer) => store.objects.get(`toasoan/${originalKey(hashOf(bytes))}`)?.bytes;
const listed = (bytes: Buffer) => rows("select state from files where sha256 = $1", [hashOf(bytes)]);

test.each(["busy", "silent"] as const)(
  "while the store is %s for one picture its person hears one sentence, nothing of it is kept, and others go on; asked for again it is there",
  async (fault) => {
    const [one, other] = [aPicture(), aPicture()];
    store.fault = (_, path) => (path.endsWith(hashOf(one)) ? fault : undefined);
    const { begin, send, ask } = uploader();
    const path = await begin(one.length);
    const [failed, done] = await Promise.all([
      send(path, 0, new Uint8Array(one)).catch((error: unknown) => error),
      uploader().bring(other),
    ]);
    expect(await refusalOf(failed)).toMatchObject({
      code: "unavailable",
      sentence: expect.stringMatching(/^Kho tệp .* chưa trả lời\./),
    });
    expect([await listed(one), lies(one), store.begun.size]).toEqual([[], undefined, 0]);
    expect([done.status, await listed(other), lies(other)]).toEqual([200, [{ state: "waiting" }], other]);
    store.fault = () => undefined;
    expect((await ask("HEAD", path)).headers.get("toasoan-file")).toBe(hashOf(one));
    expect([await listed(one), lies(one)]).toEqual([[{ state: "waiting" }], one]);
  },
);
