import { run } from "#lib/run.ts";
import { expect, test } from "./fixtures/own-product.ts";
import { inDatabase } from "./fixtures/people.ts";
import { serverPid } from "./fixtures/processes.ts";
import { cookieOf } from "./fixtures/sessions.ts";
import { anUploader, aPicture, hashOf } from "./fixtures/uploading.ts";

const MB = 1024 * 1024;

test.setTimeout(240_000);

test("an upload whose server is killed in the middle goes on from what had come, and nobody meets half of it", async ({
  own,
}) => {
  const uploader = anUploader(own.host, await cookieOf(own, own.office.reporter.personId));
  const bytes = aPicture(20 * MB);
  const path = (await uploader.begin(bytes.length, "sen.jpg")).headers.location ?? "";
  await uploader.send(path, 0, bytes.subarray(0, 5 * MB));
  await uploader.stall(path, 5 * MB, bytes.subarray(5 * MB), 10 * MB);
  await own.killAll();
  await own.startAgain();
  expect(await inDatabase(own, "select id from files", [])).toEqual([]);
  const from = await uploader.far(path);
  expect(from).toBeGreaterThanOrEqual(5 * MB);
  expect(from).toBeLessThan(bytes.length);
  const sent = await uploader.send(path, from, bytes.subarray(from));
  expect([sent.status, sent.headers["toasoan-file"]]).toEqual([200, hashOf(bytes)]);
  expect(await inDatabase(own, "select sha256 from files", [])).toEqual([{ sha256: hashOf(bytes) }]);
});

/**
 * What the server may take on meanwhile: buffers of a few connections, and what the collector has not come to yet, which it
 * lets grow to some 64 MB whatever goes through. Four pictures that are held are 192 MB.
 */
const LITTLE = 160 * MB;

test("the server does not grow by what is brought: twelve pictures of 48 MB, four at a time", async ({ own }) => {
  const { bring } = anUploader(own.host, await cookieOf(own, own.office.reporter.personId));
  await bring(aPicture(MB));
  const memory = async () => {
    const { output } = await run("ps", ["-o", "rss=", "-p", String(serverPid(own.dataDir))]);
    return Number(output) * 1024;
  };
  const before = await memory();
  let most = before;
  let isDone = false;
  const looking = (async () => {
    while (!isDone) most = Math.max(most, await memory());
  })();
  const pictures = Array.from({ length: 4 }, () => aPicture(48 * MB));
  const statuses: number[] = [];
  for (const turn of [1, 2, 3]) {
    for (const picture of pictures) picture[100] = turn;
    statuses.push(...(await Promise.all(pictures.map((picture) => bring(picture)))).map(({ status }) => status));
  }
  isDone = true;
  await looking;
  expect(statuses).toEqual(Array(12).fill(200));
  expect(before).toBeGreaterThan(10 * MB);
  expect(most - before).toBeLessThan(LITTLE);
});
