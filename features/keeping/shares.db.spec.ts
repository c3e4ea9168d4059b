import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { beforeEach, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { keepShare } from "#features/files/shares-store.ts";
import { shareKey, storage } from "#features/files/storage.ts";
import { drafted } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { ownStorage } from "#features/renditions/testing-files.ts";
import { verifyFiles } from "./verify.ts";

const { rows, office, db } = oneOffice();
const place = ownStorage();
const [ONE, OTHER] = ["ab".repeat(32), "cd".repeat(32)];
let document: number;

beforeEach(async () => {
  await rows("delete from jobs.job");
  await rows("delete from share_pictures");
  document = await drafted(office);
  await transaction((tx) => keepShare(tx, document, { sha256: ONE, bytes: 4 }));
  await storage().put(shareKey(ONE), Buffer.from("hình"));
});

async function said(mend = false): Promise<string[]> {
  const lines: string[] = [];
  const tell = (line: string) => void lines.push(line);
  await verifyFiles({ storage: storage(), ownerUrl: db.ownerUrl, mend, tell, reached: () => undefined });
  return lines;
}
const keys = async () => (await Readable.from(storage().list("shares/")).toArray()).map(({ key }) => key);

test("a picture for sharing that lies where it should, as long as it was drawn, is not spoken of", async () => {
  await storage().put(shareKey(ONE), Buffer.from("hinh"));
  expect(await said(true)).toEqual([]);
});

test("one that is gone, or is not as long, is queued once to be drawn anew", async () => {
  for (const spoil of [() => storage().put(shareKey(ONE), Buffer.from("x")), () => storage().remove(shareKey(ONE))]) {
    await rows("delete from jobs.job");
    await spoil();
    const lacks = `Document ${document} lacks the picture that it is shared with (${ONE})`;
    expect(await said()).toEqual([lacks]);
    expect(await said(true)).toEqual([`${lacks}: queued to be made`]);
    expect(await said(true)).toEqual([`${lacks}: it is queued already`]);
    expect(await rows("select data from jobs.job where name = 'make_share_picture'")).toEqual([
      { data: { documentId: document, anew: true } },
    ]);
  }
});

test("one of words that no document has is removed once it is old, and what is no name of ours is told of", async () => {
  await storage().put(shareKey(ONE), Buffer.from("hinh"));
  await storage().put(shareKey(OTHER), Buffer.from("x"));
  await storage().put("shares/ab/gi.png", Buffer.from("x"));
  expect(await said(true)).toEqual(["shares/ab/gi.png is no name of ours"]);
  const old = new Date(Date.now() - 48 * 3_600_000);
  for (const key of await keys()) await utimes(join(place.folder, key), old, old);
  expect(await said(true)).toEqual([
    "shares/ab/gi.png is no name of ours",
    `${shareKey(OTHER)} is of words that no document has: removed`,
  ]);
  expect((await keys()).sort()).toEqual([shareKey(ONE), "shares/ab/gi.png"].sort());
});
