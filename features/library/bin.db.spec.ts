import { describe, expect, test } from "vitest";
import { hold } from "#db/testing-locks.ts";
import { figureOf, readyFile } from "#features/files/testing.ts";
import { carryOut } from "#features/moves/commands.ts";
import { aText, drafted, published, submitted, typeIn } from "#features/moves/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import type { Role } from "#features/roles/roles.ts";
import { binFile, binMany, emptyBins, restoreFile } from "./bin.ts";
import { fileFilterOf } from "./filter.ts";
import { askToErase } from "./going.ts";
import { bin, chosenFiles, fileDetails, fileList, offeredFiles } from "./queries.ts";

const { office, rows, bend, db } = oneOffice();
const elsewhere = anotherOffice();

type Anyone = { siteId: number; personId: number };
const as = (role: Role, person: Anyone = office[role === "administrator" ? "admin" : role]) => ({
  ...person,
  grants: [{ role, sectionId: null }],
});
const aFile = (by = office.reporter) => readyFile(by);
const showing = (...hashes: string[]) => ({
  body: { type: "doc" as const, content: [...aText(0).body.content, ...hashes.map((hash) => figureOf(hash))] },
});
const isBinned = async (sha256: string) =>
  (await rows("select binned_at is not null as binned from files where sha256 = $1", [sha256]))[0]?.binned;
const age = (sha256: string, days = 31) =>
  rows(`update files set binned_at = now() - interval '${days} days' where sha256 = $1`, [sha256]);

describe("a file that is put into the bin", () => {
  test("is out of the library and of what is offered, and stands in the bin with who, when and until when", async () => {
    const { sha256 } = await aFile();
    const listed = async () =>
      [
        ...(await fileList(as("editor"), fileFilterOf({}))).files,
        ...(await offeredFiles(as("editor"), {})).files,
      ].filter((one) => one.sha256 === sha256).length;
    expect(await listed()).toBe(2);
    await binFile(as("reporter"), { sha256 });
    expect(await listed()).toBe(0);
    const { files, total } = await bin(as("editor"), {});
    const [found] = files.filter((one) => one.sha256 === sha256);
    expect([found?.by, total > 0, found?.mayRestore]).toEqual([expect.any(String), true, true]);
    expect((found?.until.getTime() ?? 0) - (found?.at.getTime() ?? 0)).toBe(30 * 24 * 3_600_000);
    expect((await fileDetails(as("editor"), sha256)).going.binned).toMatchObject({ by: found?.by });
    await restoreFile(as("reporter"), { sha256 });
    expect([await listed(), await isBinned(sha256)]).toEqual([2, false]);
  });
  test("is nobody's business but of who brought it, of editors and of approvers", async () => {
    const { sha256 } = await aFile(office.editor);
    for (const who of [as("reporter"), as("administrator")])
      await expect(binFile(who, { sha256 })).rejects.toMatchObject({ code: "not_allowed" });
    await expect(binFile(as("editor", elsewhere.editor), { sha256 })).rejects.toMatchObject({ code: "not_found" });
    await binFile(as("approver"), { sha256 });
    await expect(binFile(as("approver"), { sha256 })).rejects.toMatchObject({ code: "wrong_state" });
    await expect(restoreFile(as("reporter"), { sha256 })).rejects.toMatchObject({ code: "not_allowed" });
    await restoreFile(as("editor"), { sha256 });
    await expect(restoreFile(as("editor"), { sha256 })).rejects.toMatchObject({ code: "wrong_state" });
  });
});

describe("a file stays, with the names of what it is in,", () => {
  test("while a text is being written with it", async () => {
    const { sha256 } = await aFile();
    const id = await drafted(office, { headline: "Chợ quê", ...showing(sha256) });
    await expect(binFile(as("editor"), { sha256 })).rejects.toMatchObject({
      code: "wrong_state",
      sentence: expect.stringMatching(/“Chợ quê”.*Hãy gỡ tệp khỏi những bản đang viết/),
    });
    await typeIn(office.reporter, id, showing());
    await binFile(as("editor"), { sha256 });
  });
  test.each([
    ["is live", published],
    ["waits to be", submitted],
    [
      "was withdrawn",
      async (site: typeof office, change: object) => {
        const id = await published(site, change);
        await carryOut(site.approver, "withdraw", id, { reason: "error" });
        return id;
      },
    ],
  ] as const)("while a text with it %s", async (_, make) => {
    const { sha256 } = await aFile();
    await make(office, { headline: "Chợ quê", ...showing(sha256) });
    await expect(binFile(as("editor"), { sha256 })).rejects.toMatchObject({
      sentence: expect.stringMatching(/“Chợ quê”.*hai người/),
    });
  });
});

test("several go together, or none where one of them has come into use", async () => {
  const [one, two, used] = [await aFile(), await aFile(), await aFile()];
  await drafted(office, showing(used.sha256));
  expect((await chosenFiles(as("editor"), [one.id, used.id])).map(({ used }) => used).sort()).toEqual([false, true]);
  await expect(binMany(as("editor"), [one.id, used.id])).rejects.toMatchObject({ code: "out_of_date" });
  expect(await isBinned(one.sha256)).toBe(false);
  expect(await binMany(as("editor"), [one.id, two.id])).toEqual({ count: 2 });
  await expect(binMany(as("editor"), [one.id])).rejects.toMatchObject({ code: "out_of_date" });
  await expect(binMany(as("editor"), [])).rejects.toMatchObject({ code: "bad_input" });
});

describe("who puts a file into a text comes out well against who puts it into the bin", () => {
  test("where the text comes first, whoever is second reads that it is used", async () => {
    const { sha256 } = await aFile();
    const id = await drafted(office);
    const row = await hold(db.ownerUrl, `select from files where sha256 = '${sha256}' for update`);
    const typed = typeIn(office.reporter, id, showing(sha256));
    await row.waitFor(1);
    const binned = binFile(as("editor"), { sha256 }).catch((error) => error.sentence);
    await row.waitFor(2);
    await row.letGo();
    await typed;
    expect(await binned).toContain("đang được dùng");
    expect(await isBinned(sha256)).toBe(false);
  });
  test("where the bin comes first, the text is saved, and takes the file out of it", async () => {
    const { sha256 } = await aFile();
    const id = await drafted(office);
    const row = await hold(db.ownerUrl, `select from files where sha256 = '${sha256}' for update`);
    const binned = binFile(as("editor"), { sha256 });
    await row.waitFor(1);
    const typed = typeIn(office.reporter, id, showing(sha256));
    await row.waitFor(2);
    await row.letGo();
    await Promise.all([binned, typed]);
    expect(await isBinned(sha256)).toBe(false);
  });
});

describe("after thirty days", () => {
  const isThere = async (sha256: string) => (await isBinned(sha256)) !== undefined;
  const jobs = (sha256: string) =>
    rows("select 1 from jobs.job where name = 'clear_bytes' and data ->> 'sha256' = $1", [sha256]);

  test("a file in the bin is gone, and its bytes are to go; not a day before", async () => {
    const [old, young] = [await aFile(), await aFile()];
    for (const { sha256 } of [old, young]) await binFile(as("editor"), { sha256 });
    await age(old.sha256);
    await age(young.sha256, 29);
    expect(await emptyBins()).toBe(1);
    expect([await isThere(old.sha256), await isThere(young.sha256)]).toEqual([false, true]);
    expect([(await jobs(old.sha256)).length, (await jobs(young.sha256)).length]).toEqual([1, 0]);
    expect(await emptyBins()).toBe(0);
  });
  test("it stays where it shall be erased: that needs its row", async () => {
    const { sha256 } = await aFile();
    await binFile(as("editor"), { sha256 });
    await askToErase(as("editor"), { sha256, reason: "Gia đình yêu cầu" });
    await age(sha256);
    await emptyBins();
    expect(await isThere(sha256)).toBe(true);
  });
  test("it stays where a text has named it in the same moment, which waits for nobody's no", async () => {
    const { sha256 } = await aFile();
    await binFile(as("editor"), { sha256 });
    await age(sha256);
    const id = await drafted(office);
    const row = await hold(db.ownerUrl, `select from files where sha256 = '${sha256}' for update`);
    const typed = typeIn(office.reporter, id, showing(sha256));
    await row.waitFor(1);
    const emptied = emptyBins();
    await row.waitFor(2);
    await row.letGo();
    await typed;
    expect([await emptied, await isThere(sha256), await isBinned(sha256)]).toEqual([0, true, false]);
  });
  test("a text that comes a moment later is saved, and has no file", async () => {
    const { sha256 } = await aFile();
    await binFile(as("editor"), { sha256 });
    await age(sha256);
    const id = await drafted(office);
    const row = await hold(db.ownerUrl, `select from files where sha256 = '${sha256}' for update`);
    const emptied = emptyBins();
    await row.waitFor(1);
    const typed = typeIn(office.reporter, id, showing(sha256));
    await row.waitFor(2);
    await row.letGo();
    expect(await emptied).toBe(1);
    await typed;
    expect(await isThere(sha256)).toBe(false);
  });
});

test("many stand page by page, those last put there first", async () => {
  await bend("delete from files");
  const made: string[] = [];
  for (let at = 0; at < 50; at += 1) {
    const { sha256 } = await aFile();
    await binFile(as("editor"), { sha256 });
    made.unshift(sha256);
  }
  const first = await bin(as("editor"), {});
  const rest = await bin(as("editor"), { after: `${first.next?.at}_${first.next?.id}` });
  expect([...first.files, ...rest.files].map(({ sha256 }) => sha256)).toEqual(made);
  expect([first.total, rest.next]).toEqual([50, null]);
});
