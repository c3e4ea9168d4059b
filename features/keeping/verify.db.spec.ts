import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { transaction } from "#db/transaction.ts";
import { MADE_WITH } from "#features/files/settings.ts";
import { storage } from "#features/files/storage.ts";
import { keepFailure } from "#features/files/store.ts";
import { figureOf, readyFile } from "#features/files/testing.ts";
import { whyNotKept } from "#features/files/trouble.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { published } from "#features/moves/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import { bring, ownStorage } from "#features/renditions/testing-files.ts";
import { aKeptCut, aKeptPicture } from "./testing.ts";
import { type Verifying, verifyFiles } from "./verify.ts";

const { rows, bend, office, db } = oneOffice();
const elsewhere = anotherOffice();
const place = ownStorage();
const [CUT, OTHER_CUT] = ["90-0-0-5000-10000", "0-0-0-5000-5000"];

beforeEach(async () => {
  await rows("delete from jobs.job");
  await bend("delete from revision_files");
  await bend("delete from file_checks");
  await bend("delete from files");
});

async function verify(change: Partial<Verifying> = {}) {
  const said: string[] = [];
  const reached: string[] = [];
  const done = await verifyFiles({
    ...{ storage: storage(), ownerUrl: db.ownerUrl, mend: false },
    ...{ tell: (line) => void said.push(line), reached: (one) => void reached.push(one), ...change },
  });
  const { found, mended, files, renditions } = done;
  return { said, reached, found, mended, looked: { files, renditions }, texts: done.texts };
}
const keys = async () => (await Readable.from(storage().list("")).toArray()).map(({ key }) => key);
const jobs = () => rows("select data from jobs.job where name = 'make_renditions'");
/** Lets everything lie there for two days. */
async function age(): Promise<void> {
  const at = new Date(Date.now() - 48 * 3_600_000);
  const left = (await Readable.from(storage().leftovers()).toArray()).map(({ name }) => name);
  for (const key of [...(await keys()), ...left]) await utimes(join(place.folder, key), at, at);
}

describe("all fits", () => {
  test("where there is nothing, and where everything lies in its place", async () => {
    expect(await verify()).toMatchObject({ said: [], found: 0, looked: { files: 0, renditions: 0 } });
    await aKeptPicture(office.reporter);
    await bring(Buffer.from("waits for the worker"), office.reporter);
    await age();
    expect(await verify({ mend: true })).toMatchObject({ said: [], found: 0, looked: { files: 2, renditions: 2 } });
    expect(await keys()).toHaveLength(4);
  });
  test("where two sites have the same, and one has erased it", async () => {
    await aKeptPicture(office.reporter, "bờ sông");
    const other = await aKeptPicture(elsewhere.reporter, "bờ sông");
    await rows("update files set erased = true where id = $1", [other.fileId]);
    await age();
    expect(await verify({ mend: true })).toMatchObject({ said: [], looked: { files: 1 } });
    expect(await keys()).toHaveLength(3);
  });
  test("of what was infected nothing is missed, and of what failed otherwise the bytes are", async () => {
    for (const failure of ["infected", "unreadable"] as const) {
      const { fileId, sha256 } = await bring(Buffer.from(failure), office.reporter);
      await transaction((tx) => keepFailure(tx, fileId, failure));
      await storage().remove(`originals/${sha256.slice(0, 2)}/${sha256}`);
    }
    expect((await verify()).said).toEqual([expect.stringContaining("has no bytes")]);
  });
});

describe("what was brought and", () => {
  test("is gone, or has changed, is named, cannot be mended, and is told of until it is well", async () => {
    const [gone, changed] = [await aKeptPicture(office.reporter), await aKeptPicture(office.reporter)];
    await storage().remove(gone.original);
    await storage().put(changed.original, Buffer.from("hỏng"));
    const { said, found, mended } = await verify({ mend: true });
    expect([found, mended]).toEqual([2, 0]);
    expect(said.sort()).toEqual(
      [
        `File ${gone.fileId} “chợ nổi” (${gone.sha256}) has no bytes: bring the same file once more, or put it back from a backup.`,
        `File ${changed.fileId} “chợ nổi” (${changed.sha256}) has other bytes than were brought: bring the same file once more, or put it back from a backup.`,
      ].sort(),
    );
    expect(await whyNotKept()).toBe("2 originals are missing or have changed; npm run files -- verify names them");
    await rows("update files set erased = true where id = $1", [gone.fileId]);
    expect(await whyNotKept()).toMatch(/^one original is missing/);
    await bend("delete from files");
    expect(await whyNotKept()).toBeUndefined();
  });
  test("pictures of it are gone, or too short, is queued once to be made anew, unless the original is gone too", async () => {
    const [one, two, three] = [
      await aKeptPicture(office.reporter),
      await aKeptPicture(office.reporter),
      await aKeptPicture(office.reporter),
    ];
    await storage().remove(one.renditions[0] ?? "");
    await storage().put(two.renditions[1] ?? "", Buffer.from("x"));
    await storage().remove(three.renditions[1] ?? "");
    await storage().remove(three.original);
    expect((await verify()).said.filter((line) => line.includes("lacks 1 of its 2 pictures"))).toHaveLength(3);
    expect(await jobs()).toEqual([]);
    const { found, mended } = await verify({ mend: true });
    expect([found, mended]).toEqual([4, 2]);
    await verify({ mend: true });
    const queued = (await jobs()).map(({ data }) => data).sort((a, b) => a.fileId - b.fileId);
    expect(queued).toEqual([
      { fileId: one.fileId, anew: true },
      { fileId: two.fileId, anew: true },
    ]);
  });
});

describe("a cut of a picture", () => {
  const queuedCuts = () => rows("select data from jobs.job where name = 'make_cut'");
  test("is looked at beside its picture, and is queued once to be made anew where it is gone, alone", async () => {
    const picture = await aKeptPicture(office.reporter);
    const [whole, gone] = [await aKeptCut(picture, CUT), await aKeptCut(picture, OTHER_CUT)];
    await age();
    expect(await verify({ mend: true })).toMatchObject({ said: [], looked: { files: 1, renditions: 6 } });
    await storage().remove(gone.renditions[1] ?? "");
    const lacks = `Cut ${OTHER_CUT} of file ${picture.fileId} “chợ nổi” (${picture.sha256}) lacks 1 of its 2 pictures`;
    expect((await verify()).said).toEqual([lacks]);
    expect(await verify({ mend: true })).toMatchObject({ said: [`${lacks}: queued to be made`], mended: 1 });
    expect((await verify({ mend: true })).said).toEqual([`${lacks}: it is queued already`]);
    expect([await queuedCuts(), await jobs()]).toEqual([[{ data: { cutId: gone.cutId, anew: true } }], []]);
    expect(await keys()).toEqual(expect.arrayContaining(whole.renditions));
  });
  test("is not queued where the original is gone too", async () => {
    const picture = await aKeptPicture(office.reporter);
    const { renditions } = await aKeptCut(picture, CUT);
    for (const key of [renditions[0] ?? "", picture.original]) await storage().remove(key);
    expect(await verify({ mend: true })).toMatchObject({ found: 2, mended: 0 });
    expect(await queuedCuts()).toEqual([]);
  });
  test("made by older settings, or that no text was kept with, is removed; one that is being made is not", async () => {
    const picture = await aKeptPicture(office.reporter);
    const { renditions } = await aKeptCut(picture, CUT);
    const at = (name: string) => `renditions/${picture.sha256.slice(0, 2)}/${picture.sha256}/${name}`;
    const coming = at(`${OTHER_CUT}/${MADE_WITH}-360.avif`);
    await rows("insert into file_cuts (file_id, cut) values ($1, $2)", [picture.fileId, OTHER_CUT]);
    const [old, nobodys, none] = [
      at(`${CUT}/0-360.avif`),
      at(`270-0-0-5000-5000/${MADE_WITH}-360.avif`),
      at(`45-0-0-1-1/${MADE_WITH}-360.avif`),
    ];
    for (const key of [coming, old, nobodys, none]) await storage().put(key, Buffer.from("x"));
    expect((await verify({ mend: true })).said).toEqual([`${none} is no name of ours`]);
    await age();
    expect((await verify({ mend: true })).said.sort()).toEqual(
      [
        `${old} was made by other settings: removed`,
        `${nobodys} is of no cut that a text was kept with: removed`,
        `${none} is no name of ours`,
      ].sort(),
    );
    const left = [picture.original, ...picture.renditions, ...renditions, coming, none];
    expect((await keys()).sort()).toEqual(left.sort());
  });
  test("goes with its file once that is erased", async () => {
    const picture = await aKeptPicture(office.reporter);
    await aKeptCut(picture, CUT);
    await rows("update files set erased = true where id = $1", [picture.fileId]);
    await age();
    expect(await verify({ mend: true })).toMatchObject({ found: 5, mended: 5 });
    expect(await keys()).toEqual([]);
  });
});

describe("what lies there and", () => {
  test("is of no file, or of one that was erased, is removed once it is old, and never before", async () => {
    const erased = await aKeptPicture(office.reporter);
    await rows("update files set erased = true where id = $1", [erased.fileId]);
    const nobodys = `originals/ab/${"ab".repeat(32)}`;
    await storage().put(nobodys, Buffer.from("x"));
    expect(await verify({ mend: true })).toMatchObject({ found: 0 });
    await age();
    expect((await verify()).said.sort()).toEqual(
      [nobodys, erased.original, ...erased.renditions].map((key) => `${key} is of no file`).sort(),
    );
    expect(await keys()).toHaveLength(4);
    expect(await verify({ mend: true })).toMatchObject({ found: 4, mended: 4 });
    expect(await keys()).toEqual([]);
  });
  test("was of nobody, and somebody brings it at that moment, stays", async () => {
    const words = "vừa đưa lên";
    const { original } = await aKeptPicture(office.reporter, words);
    await bend("delete from files");
    await age();
    const real = storage();
    let isBrought = false;
    const slow = {
      ...real,
      async *list(beginning: string) {
        for await (const kept of real.list(beginning)) {
          if (kept.key === original && !isBrought) {
            isBrought = true;
            await aKeptPicture(office.reporter, words);
          }
          yield { ...kept, at: new Date(0) };
        }
      },
    };
    const { said } = await verify({ storage: slow, mend: true });
    expect(said.every((line) => line.endsWith("it has an owner now"))).toBe(true);
    expect(await keys()).toHaveLength(3);
  });
  test("was made by older settings, or is another size, is removed; what is being made is not", async () => {
    const { sha256, fileId } = await aKeptPicture(office.reporter);
    const at = (name: string) => `renditions/${sha256.slice(0, 2)}/${sha256}/${name}`;
    for (const name of ["0-360.avif", `${MADE_WITH}-2160.avif`]) await storage().put(at(name), Buffer.from("x"));
    const waiting = await bring(Buffer.from("waits"), office.reporter);
    const coming = `renditions/${waiting.sha256.slice(0, 2)}/${waiting.sha256}/${MADE_WITH}-360.avif`;
    await storage().put(coming, Buffer.from("x"));
    await age();
    const { said } = await verify({ mend: true });
    expect(said.sort()).toEqual([
      `${at("0-360.avif")} was made by other settings: removed`,
      `${at(`${MADE_WITH}-2160.avif`)} was made by other settings: removed`,
    ]);
    expect((await keys()).filter((key) => key.includes(sha256))).toHaveLength(3);
    expect(await keys()).toContain(coming);
    expect(await rows("select state from files where id = $1", [fileId])).toEqual([{ state: "ready" }]);
  });
  test("never arrived is removed once it is old", async () => {
    const begun = Promise.withResolvers<void>();
    const never = Readable.from(
      (async function* () {
        yield Buffer.from("half");
        begun.resolve();
        await new Promise(() => undefined);
      })(),
    );
    storage()
      .put("originals/ab/x", never)
      .catch(() => undefined);
    await begun.promise;
    await vi.waitFor(async () => expect(await Readable.from(storage().leftovers()).toArray()).toHaveLength(1));
    expect(await verify({ mend: true })).toMatchObject({ found: 0 });
    await age();
    expect(await verify({ mend: true })).toMatchObject({ found: 1, mended: 1 });
    expect(await Readable.from(storage().leftovers()).toArray()).toEqual([]);
  });
  test("has no name of ours is told of, and stays", async () => {
    await storage().put("originals/ab/readme.txt", Buffer.from("x"));
    await storage().put("renditions/ab/readme.txt", Buffer.from("x"));
    await age();
    expect(await verify({ mend: true })).toMatchObject({ found: 2, mended: 0 });
    expect(await keys()).toHaveLength(2);
  });
});

test("a list of a text's files that is not what the text says is named, and written anew", async () => {
  const [one, two] = [await aKeptPicture(office.reporter), await aKeptPicture(office.reporter)];
  const showing = (...hashes: string[]) => ({
    body: { type: "doc" as const, content: hashes.map((hash) => figureOf(hash)) },
  });
  const first = await published(office, showing(one.sha256));
  const second = await published(office, showing(one.sha256, two.sha256));
  const named = () => rows("select document_id, sha256 from revision_files order by 1, 2");
  const before = await named();
  expect(await verify()).toMatchObject({ found: 0, texts: 2 });
  await bend(`delete from revision_files where document_id = ${second} and sha256 = '${two.sha256}'`);
  await bend(`insert into revision_files (revision_id, document_id, sha256)
    select id, document_id, '${two.sha256}' from revisions where document_id = ${first}`);
  const { said, found } = await verify();
  expect([found, said.sort()]).toEqual([
    2,
    [
      expect.stringMatching(`^The list of files of revision \\d+ \\(document ${first}\\) lacks 0 and has 1 too many$`),
      expect.stringMatching(`^The list of files of revision \\d+ \\(document ${second}\\) lacks 1 and has 0 too many$`),
    ],
  ]);
  expect(await verify({ mend: true })).toMatchObject({ found: 2, mended: 2 });
  expect([await named(), await verify()]).toMatchObject([before, { found: 0 }]);
});

test("how a text cuts its files is on that list, and written anew where it is not", async () => {
  const { sha256, fileId } = await aKeptPicture(office.reporter);
  await aKeptCut({ sha256, fileId }, CUT);
  await verify({ mend: true });
  const content = ["", CUT].map((cut) => figureOf(sha256, { cut }));
  await published(office, { body: { type: "doc", content } });
  const named = async () =>
    (await rows("select cut from revision_files where sha256 = $1", [sha256])).map((r) => r.cut);
  expect([(await named()).sort(), await verify()]).toMatchObject([["", CUT], { found: 0 }]);
  await bend(`update revision_files set cut = '${OTHER_CUT}' where cut <> ''`);
  expect((await verify()).said).toEqual([expect.stringMatching(/ lacks 1 and has 1 too many$/)]);
  expect(await verify({ mend: true })).toMatchObject({ found: 1, mended: 1 });
  expect([(await named()).sort(), await verify()]).toMatchObject([["", CUT], { found: 0 }]);
});

test("whoever was stopped goes on with the hashes that come after, in their order", async () => {
  const pictures = [];
  for (let at = 0; at < 8; at += 1) pictures.push(await aKeptPicture(office.reporter));
  const { reached, looked } = await verify();
  expect([reached.length, reached.at(0), reached.at(-1), looked.files]).toEqual([256, "00", "ff", 8]);
  const later = await verify({ after: "7f" });
  expect(later.reached).toHaveLength(128);
  expect(later.looked.files).toBe(pictures.filter(({ sha256 }) => sha256 >= "8").length);
});

test("a picture that is ready on the list and lies nowhere is found, both what was brought and what was made", async () => {
  const { id } = await readyFile(office.reporter);
  const { said } = await verify({ mend: true });
  expect(said.filter((line) => line.startsWith(`File ${id} `))).toEqual([
    expect.stringContaining("has no bytes"),
    expect.stringMatching(/lacks 21 of its 21 pictures$/),
  ]);
});

test("what a job will make is queued by nobody else", async () => {
  const { fileId, renditions } = await aKeptPicture(office.reporter);
  await storage().remove(renditions[0] ?? "");
  await transaction((tx) => enqueue(tx, "make_renditions", { fileId }));
  expect((await verify({ mend: true })).said).toContainEqual(expect.stringMatching(/: it is queued already$/));
  expect(await jobs()).toEqual([{ data: { fileId } }]);
});
