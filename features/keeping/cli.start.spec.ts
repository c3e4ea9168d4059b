import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aMadeDataDir } from "#e2e/fixtures/made-data.ts";
import { npmRun } from "#e2e/fixtures/npm-run.ts";
import { aDataDir, removeDataDirs } from "#e2e/fixtures/processes.ts";
import { openTestStore, type TestStore } from "#features/files/storage/testing-s3.ts";
import { originalKey } from "#features/files/storage.ts";

/** An embedded cluster of its own, with the server down, and a bucket. */
let dataDir = "";
let store: TestStore;
beforeAll(async () => {
  dataDir = await aMadeDataDir();
  store = await openTestStore("");
});
afterAll(async () => {
  await store.close();
  removeDataDirs();
});

/** SHA-256 of "abc". Source: FIPS 180-2, B.1. */
const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const files = (words: string[], more: Record<string, string> = {}) =>
  npmRun("files", words, { DATA_DIR: dataDir, ...more });
const inStore = () => {
  const { endpoint = "", bucket, key, secret } = store.settings;
  return { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_KEY: key, S3_SECRET: secret };
};

test("what lies in the folder is moved to a store and back, without a server", async () => {
  const at = join(dataDir, "files", originalKey(ABC));
  mkdirSync(join(at, ".."), { recursive: true });
  writeFileSync(at, "abc");
  expect(await files(["move", "--to", "s3", "--delete-source"], inStore())).toEqual({
    ...{ code: 0, error: [], out: ["1 copied, 0 were there, 0.0 MB in all, 1 taken away."] },
  });
  expect([...store.objects.keys()]).toEqual([originalKey(ABC)]);
  expect(await files(["move", "--to", "folder"], inStore())).toMatchObject({
    ...{ code: 0, out: ["1 copied, 0 were there, 0.0 MB in all, 0 taken away."] },
  });
});

test("what fits is one line, and of a store that is away one sentence that says how to go on", async () => {
  expect(await files(["verify"])).toEqual({
    ...{
      code: 0,
      error: [],
      out: ["All fits: 0 files, 0 pictures made of them, 0 texts; 0 hidden, 0 in the bin, 0 erased."],
    },
  });
  store.fault = () => "busy";
  const { code, out, error } = await files(["verify"], inStore());
  expect([code, out, error]).toEqual([
    ...[1, []],
    [expect.stringMatching(/^It cannot go on: the store of files did not do what was asked: .*\(503\)/)],
  ]);
  store.fault = () => undefined;
});

test("nothing to be made is said as such", async () => {
  expect(await files(["remake"])).toMatchObject({
    ...{ code: 0, out: ["There is nothing to be made that was not queued already."] },
  });
});

test("what cannot be done is one sentence, and nothing is made", async () => {
  const said = async (words: string[], more: Record<string, string> = {}) => {
    const { code, out, error } = await files(words, more);
    return [code, out, error];
  };
  expect(await said(["move", "--to", "s3"])).toEqual([
    ...[1, []],
    ["No store is named: set S3_BUCKET, S3_KEY, S3_SECRET, and S3_ENDPOINT or S3_REGION."],
  ]);
  expect(await said(["sell"])).toEqual([
    1,
    [],
    ['There is no command "sell": say move, verify, remake, erased or erase-again.'],
  ]);
  expect(await said(["verify"], { S3_BUCKET: "anh" })).toEqual([
    ...[1, []],
    [expect.stringMatching(/^S3_BUCKET is set and S3_KEY is not/)],
  ]);
  expect(await said(["verify"], { DATA_DIR: aDataDir() })).toEqual([
    ...[1, []],
    [expect.stringMatching(/^There is no database in .* yet: run npm start first/)],
  ]);
  const help = await files(["--help"]);
  expect([
    help.code,
    help.out.filter((line) => /^ {2}(?:move|verify|remake|erased|erase-again)/.test(line)).length,
  ]).toEqual([0, 5]);
});
