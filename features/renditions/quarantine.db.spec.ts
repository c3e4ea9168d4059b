import { readdirSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { transaction } from "#db/transaction.ts";
import { originalKey, storage } from "#features/files/storage.ts";
import { makeAgain } from "#features/files/store.ts";
import { EICAR, openTestClamd, type TestClamd } from "#features/files/testing-clamd.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import { readSettings, settle } from "#lib/env.ts";
import { makeCut, makeRenditions } from "./make.ts";
import { plain } from "./testing.ts";
import { bring, ownStorage } from "./testing-files.ts";

const { rows, bend, office } = oneOffice();
const elsewhere = anotherOffice();
const place = ownStorage();
const never = new AbortController().signal;
let clamd: TestClamd;
const settings = (CLAMD = "") => settle({ ...readSettings({ CLAMD }), secret: "x".repeat(32) });
beforeAll(async () => {
  clamd = await openTestClamd();
});
afterAll(async () => {
  settings();
  await clamd.close();
});
beforeEach(async () => {
  Object.assign(clamd, { way: "looks", seen: [] });
  settings("port" in clamd.at ? `${clamd.at.host}:${clamd.at.port}` : "");
  await bend("delete from files");
  for (const to of [process.stdout, process.stderr]) vi.spyOn(to, "write").mockReturnValue(true);
});

const stateOf = async (id: number) => (await rows("select state, failure from files where id = $1", [id]))[0];
const kept = () => readdirSync(place.folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
const aPicture = async () => plain(400, 300).png().toBuffer();
const INFECTED = { state: "failed", failure: "infected" };

test("what is clean is made when it was looked at, all of it", async () => {
  const bytes = await aPicture();
  const { fileId } = await bring(bytes, office.reporter);
  await makeRenditions({ fileId }, never);
  expect([await stateOf(fileId), clamd.seen]).toEqual([{ state: "ready", failure: null }, [bytes]]);
});

test("of what is bad nothing is made or kept, and its person is told; brought again it is looked at again", async () => {
  const bad = Buffer.concat([await aPicture(), Buffer.from(EICAR)]);
  for (const brought of ["once", "again"]) {
    const { fileId } = await bring(bad, office.reporter);
    await transaction((tx) => makeAgain(tx, fileId));
    await makeRenditions({ fileId }, never);
    expect([brought, await stateOf(fileId), kept()]).toEqual([brought, INFECTED, []]);
  }
  expect(clamd.seen).toHaveLength(2);
});

test("while clamd does not answer a file waits, and its job is tried again", async () => {
  const { fileId, sha256 } = await bring(await aPicture(), office.reporter);
  clamd.way = "hangs up";
  await expect(makeRenditions({ fileId }, never)).rejects.toThrow("clamd cannot say");
  expect([await stateOf(fileId), kept()]).toMatchObject([{ state: "waiting" }, [{ name: sha256 }]]);
  clamd.way = "looks";
  await makeRenditions({ fileId }, never);
  expect(await stateOf(fileId)).toMatchObject({ state: "ready" });
});

test("what is longer than clamd takes has failed in a sentence of its own, and is made once somebody lets it take more", async () => {
  const bytes = await aPicture();
  const { fileId, sha256 } = await bring(bytes, office.reporter);
  clamd.way = { takes: bytes.length - 1 };
  await makeRenditions({ fileId }, never);
  expect([await stateOf(fileId), kept()]).toMatchObject([
    { state: "failed", failure: "too_long_to_scan" },
    [{ name: sha256 }],
  ]);
  clamd.way = { takes: bytes.length };
  await transaction((tx) => makeAgain(tx, fileId));
  await makeRenditions({ fileId }, never);
  expect(await stateOf(fileId)).toMatchObject({ state: "ready" });
});

test("bad bytes stay while another site waits for them, and go with the last one; where readers have what was made of them they stay", async () => {
  const bad = Buffer.concat([await aPicture(), Buffer.from(EICAR)]);
  const one = await bring(bad, office.reporter);
  const other = await bring(bad, elsewhere.reporter);
  await makeRenditions(one, never);
  expect([await stateOf(one.fileId), kept().length]).toEqual([INFECTED, 1]);
  settings();
  await makeRenditions(other, never);
  settings("port" in clamd.at ? `${clamd.at.host}:${clamd.at.port}` : "");
  await transaction((tx) => makeAgain(tx, one.fileId));
  await makeRenditions(one, never);
  expect([await stateOf(one.fileId), await stateOf(other.fileId)]).toMatchObject([INFECTED, { state: "ready" }]);
  expect(await storage().sizeOf(originalKey(one.sha256))).toBe(bad.length);
});

test("what readers have already is not looked at again, and where nobody looks everything is as ever", async () => {
  const { fileId } = await bring(await aPicture(), office.reporter);
  settings();
  await makeRenditions({ fileId }, never);
  settings("port" in clamd.at ? `${clamd.at.host}:${clamd.at.port}` : "");
  await makeRenditions({ fileId, anew: true }, never);
  expect([await stateOf(fileId), clamd.seen]).toEqual([{ state: "ready", failure: null }, []]);
});

test("no cut is made of what nobody has looked at, nor of what is bad", async () => {
  const cutOf = async (fileId: number) =>
    (await rows("insert into file_cuts (file_id, cut) values ($1, '90-0-0-10000-10000') returning id", [fileId]))[0].id;
  const cutState = async (id: number) => (await rows("select state from file_cuts where id = $1", [id]))[0].state;
  const clean = await bring(await aPicture(), office.reporter);
  const bad = await bring(Buffer.concat([await aPicture(), Buffer.from(EICAR)]), elsewhere.reporter);
  for (const { fileId } of [clean, bad]) {
    const cutId = await cutOf(fileId);
    await makeCut({ cutId }, never);
    expect([await cutState(cutId), clamd.seen, kept().length]).toEqual(["waiting", [], 2]);
    await bend("delete from file_cuts");
  }
  const [good, none] = [await cutOf(clean.fileId), await cutOf(bad.fileId)];
  for (const file of [clean, bad]) await makeRenditions(file, never);
  for (const cutId of [good, none]) await makeCut({ cutId }, never);
  expect([await cutState(good), await cutState(none), await stateOf(bad.fileId)]).toEqual([
    ...["ready", "waiting"],
    INFECTED,
  ]);
});
