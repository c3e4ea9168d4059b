import { beforeEach, expect, test, vi } from "vitest";
import { s3Storage } from "#features/files/storage/s3.ts";
import { openTestStore } from "#features/files/storage/testing-s3.ts";
import { isStorageAway } from "#features/files/storage/types.ts";
import { storage } from "#features/files/storage.ts";
import { keepFilesIn } from "#features/files/testing.ts";
import { filesInTrouble, whyNotKept } from "#features/files/trouble.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { bring, ownStorage } from "#features/renditions/testing-files.ts";
import { checkFiles } from "./nightly.ts";
import { aKeptCut, aKeptPicture } from "./testing.ts";

const { rows, bend, office } = oneOffice();
ownStorage();
const never = new AbortController().signal;

let logged: string[];
beforeEach(async () => {
  logged = [];
  vi.spyOn(process.stderr, "write").mockImplementation((line) => logged.push(String(line)) > 0);
  await rows("delete from jobs.job");
  await bend("delete from file_checks");
  await bend("delete from files");
});

const checked = async () => (await rows("select sha256 from file_checks order by 1")).map(({ sha256 }) => sha256);

test("while there is little all of it is read each night", async () => {
  const kept = [await aKeptPicture(office.reporter), await aKeptPicture(office.reporter)];
  await checkFiles(never);
  expect(await checked()).toEqual(kept.map(({ sha256 }) => sha256).sort());
  expect([await whyNotKept(), logged]).toEqual([undefined, []]);
});

test("of much a share is read, so that each is read once before any is read again", async () => {
  const kept: string[] = [];
  for (let at = 0; at < 60; at += 1) kept.push((await bring(Buffer.from(`ảnh ${at}`), office.reporter)).sha256);
  for (let night = 1; night <= 30; night += 1) {
    await checkFiles(never, 1);
    expect(await checked()).toHaveLength(2 * night);
  }
  await rows("update file_checks set checked_at = checked_at - interval '1 day' where sha256 = $1", [kept[7]]);
  await checkFiles(never, 1);
  const [{ again }] = await rows(
    "select count(*)::integer as again from file_checks where checked_at > now() - interval '1 hour'",
  );
  expect([await checked(), again]).toEqual([kept.sort(), 60]);
});

test("what is missing or has changed is told, looked at again each night, and told no more when it is well", async () => {
  const [gone, changed] = [await aKeptPicture(office.reporter, "một"), await aKeptPicture(office.reporter, "hai")];
  for (let at = 0; at < 8; at += 1) await aKeptPicture(office.reporter);
  await storage().remove(gone.original);
  await storage().put(changed.original, Buffer.from("hỏng"));
  await checkFiles(never);
  expect(await rows("select sha256, trouble from file_checks where trouble is not null order by trouble")).toEqual([
    { sha256: changed.sha256, trouble: "differs" },
    { sha256: gone.sha256, trouble: "missing" },
  ]);
  expect([await filesInTrouble(), await whyNotKept()]).toEqual([2, expect.stringMatching(/^2 originals/)]);
  expect(logged.join("")).toContain("2 originals are missing or have changed");
  await storage().put(gone.original, Buffer.from("một"));
  await storage().put(changed.original, Buffer.from("hai"));
  await checkFiles(never, 2);
  expect([await filesInTrouble(), await whyNotKept()]).toEqual([0, undefined]);
});

test("pictures that are gone though their file is ready are made anew, and those of a lost original are not tried", async () => {
  const [one, lost] = [await aKeptPicture(office.reporter), await aKeptPicture(office.reporter)];
  for (const { renditions } of [one, lost]) await storage().remove(renditions[0] ?? "");
  await storage().remove(lost.original);
  await checkFiles(never);
  await checkFiles(never);
  expect(await rows("select data from jobs.job where name = 'make_renditions'")).toEqual([
    { data: { fileId: one.fileId, anew: true } },
  ]);
});

test("cuts that are gone are made anew as well, and their picture is not", async () => {
  const picture = await aKeptPicture(office.reporter);
  const { cutId, renditions } = await aKeptCut(picture, "90-0-0-5000-10000");
  await storage().remove(renditions[0] ?? "");
  await checkFiles(never);
  await checkFiles(never);
  expect(await rows("select name, data from jobs.job where name like 'make%'")).toEqual([
    { name: "make_cut", data: { cutId, anew: true } },
  ]);
});

test("whoever is asked to go goes, and what was read counts", async () => {
  for (let at = 0; at < 3; at += 1) await aKeptPicture(office.reporter);
  const ending = new AbortController();
  const real = storage();
  const reason = new Error("the worker was asked to go");
  keepFilesIn({
    ...real,
    read(...asked) {
      ending.abort(reason);
      return real.read(...asked);
    },
  });
  await expect(checkFiles(ending.signal)).rejects.toBe(reason);
  expect(await checked()).toHaveLength(1);
});

test("a store that is away says nothing of any file, and the job fails", async () => {
  await aKeptPicture(office.reporter);
  const store = await openTestStore();
  store.fault = () => "busy";
  keepFilesIn(s3Storage(store.settings));
  expect(isStorageAway(await checkFiles(never).catch((error: unknown) => error))).toBe(true);
  expect([await checked(), await whyNotKept()]).toEqual([[], undefined]);
  await store.close();
});
