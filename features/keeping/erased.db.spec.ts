import { Readable } from "node:stream";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { erasures } from "#features/files/deeds-store.ts";
import { s3Storage } from "#features/files/storage/s3.ts";
import { openTestStore } from "#features/files/storage/testing-s3.ts";
import { isStorageAway } from "#features/files/storage/types.ts";
import { storage } from "#features/files/storage.ts";
import { keepFilesIn } from "#features/files/testing.ts";
import { whyNotKept } from "#features/files/trouble.ts";
import { askToErase, eraseFile } from "#features/library/going.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import { makeRenditions } from "#features/renditions/make.ts";
import { plain } from "#features/renditions/testing.ts";
import { bring, ownStorage } from "#features/renditions/testing-files.ts";
import { clearBytes } from "./clear.ts";
import { eraseAgain, keepErased } from "./erased.ts";
import { lineOf, linesOf } from "./list.ts";
import { marks } from "./marks.ts";
import { aKeptCut, aKeptPicture } from "./testing.ts";
import { verifyFiles } from "./verify.ts";

const { rows, bend, office, db } = oneOffice();
const elsewhere = anotherOffice();
ownStorage();
const never = new AbortController().signal;

beforeEach(async () => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  await bend("delete from file_events");
  await bend("delete from files");
  await rows("delete from jobs.job");
  for (const key of await keys()) await storage().remove(key);
});

const keys = async () => (await Readable.from(storage().list("")).toArray()).map(({ key }) => key);
const bytes = async () => (await keys()).filter((key) => !key.startsWith("erased/"));
const role = (person: { siteId: number; personId: number }, name: "editor" | "approver") => ({
  ...person,
  grants: [{ role: name, sectionId: null }],
});
async function erase(sha256: string, site: typeof office = office): Promise<void> {
  await askToErase(role(site.editor, "editor"), { sha256, reason: "Gia đình yêu cầu" });
  await eraseFile(role(site.approver, "approver"), { sha256 });
}
const state = async (sha256: string) =>
  (await rows("select erased, caption, renditions from files where sha256 = $1", [sha256]))[0];
const deeds = async (sha256: string) =>
  (await rows("select kind from file_events where sha256 = $1 order by id", [sha256])).map(({ kind }) => kind);

describe("the bytes of an erased file", () => {
  test("go, with all that was made of it and of its cuts; a mark stays, and it is said once that they are gone", async () => {
    const file = await aKeptPicture(office.reporter);
    await aKeptCut(file, "90-0-0-5000-10000");
    await erase(file.sha256);
    expect(await clearBytes({ sha256: file.sha256 })).toBe(5);
    expect(await bytes()).toEqual([]);
    expect(await Readable.from(marks(storage())).toArray()).toMatchObject([{ sha256: file.sha256 }]);
    expect(await clearBytes({ sha256: file.sha256 })).toBe(0);
    expect(await deeds(file.sha256)).toEqual(["hidden", "erase_asked", "erased", "swept"]);
  });
  test("stay for a site that has the same ones and has not erased them", async () => {
    const [mine, theirs] = [
      await aKeptPicture(office.reporter, "chung"),
      await aKeptPicture(elsewhere.reporter, "chung"),
    ];
    await erase(mine.sha256);
    await clearBytes({ sha256: mine.sha256 });
    expect(await bytes()).toEqual([theirs.original, ...theirs.renditions].sort());
    await erase(theirs.sha256, elsewhere);
    await clearBytes({ sha256: mine.sha256 });
    expect(await bytes()).toEqual([]);
  });
  test("go after a job that was killed in the middle was begun anew: nobody had them meanwhile", async () => {
    const file = await aKeptPicture(office.reporter);
    await erase(file.sha256);
    await storage().remove(file.original);
    expect(await state(file.sha256)).toMatchObject({ erased: true, renditions: [] });
    await keepErased(never);
    expect([await bytes(), (await deeds(file.sha256)).at(-1)]).toEqual([[], "swept"]);
  });
  test("go when a store that was away is back; the file is erased all the same", async () => {
    const store = await openTestStore();
    const before = storage();
    keepFilesIn(s3Storage(store.settings, { silenceMs: 500 }));
    try {
      const file = await aKeptPicture(office.reporter);
      await erase(file.sha256);
      store.fault = () => "busy";
      const failed = await clearBytes({ sha256: file.sha256 }).catch((error: unknown) => error);
      expect([isStorageAway(failed), (await state(file.sha256)).erased]).toEqual([true, true]);
      store.fault = (method) => (method === "DELETE" ? "busy" : undefined);
      expect(isStorageAway(await clearBytes({ sha256: file.sha256 }).catch((error: unknown) => error))).toBe(true);
      store.fault = () => undefined;
      await clearBytes({ sha256: file.sha256 });
      expect([...store.objects.keys()].filter((key) => !key.includes("/erased/"))).toEqual([]);
    } finally {
      keepFilesIn(before);
      await store.close();
    }
  });
  test("that were being made when it was erased are gone after they were", async () => {
    const { fileId, sha256 } = await bring(await plain(400, 300).png().toBuffer(), office.reporter);
    const put = storage().put.bind(storage());
    let isErased = false;
    const spy = vi.spyOn(storage(), "put").mockImplementation(async (key, body) => {
      if (!isErased) {
        isErased = true;
        await erase(sha256);
        await clearBytes({ sha256 });
      }
      return put(key, body);
    });
    await makeRenditions({ fileId }, never);
    spy.mockRestore();
    expect((await bytes()).length).toBeGreaterThan(0);
    const queued = await rows("select data from jobs.job where name = 'clear_bytes'");
    expect(queued).toContainEqual({ data: { sha256 } });
    await clearBytes({ sha256 });
    expect(await bytes()).toEqual([]);
  });
  test("are told of to whoever watches, when they lie there for an hour", async () => {
    const file = await aKeptPicture(office.reporter);
    await erase(file.sha256);
    expect(await whyNotKept()).toBeUndefined();
    await bend("update file_events set at = at - interval '2 hours'");
    expect(await whyNotKept()).toContain("bytes of an erased file may still lie there");
    await clearBytes({ sha256: file.sha256 });
    expect(await whyNotKept()).toBeUndefined();
  });
});

describe("after an older copy was brought back", () => {
  /** The database as it was before anybody erased anything: its rows of today are gone. */
  async function olderDatabase(file: Awaited<ReturnType<typeof aKeptPicture>>): Promise<void> {
    await bend("delete from file_events");
    await bend("delete from files");
    await aKeptPicture(office.reporter, WORDS);
    await rows("update files set caption = 'Cháu A' where sha256 = $1", [file.sha256]);
  }
  const WORDS = "ảnh của cháu A";
  async function erased() {
    const file = await aKeptPicture(office.reporter, WORDS);
    await erase(file.sha256);
    await clearBytes({ sha256: file.sha256 });
    return file;
  }

  test("of the database alone, it is erased again, words and all", async () => {
    const file = await erased();
    await olderDatabase(file);
    await keepErased(never);
    expect([await state(file.sha256), await bytes()]).toEqual([{ erased: true, caption: "", renditions: [] }, []]);
    expect(await deeds(file.sha256)).toEqual(["erased_again", "swept"]);
    const [told] = await rows("select facts from announcements order by id desc limit 1");
    expect(told.facts).toContain(`bytes:${file.sha256}`);
    await keepErased(never);
    expect(await deeds(file.sha256)).toEqual(["erased_again", "swept"]);
  });
  test("of a database that is older than the file, nobody brings it again", async () => {
    const file = await erased();
    await bend("delete from file_events");
    await bend("delete from files");
    await keepErased(never);
    await expect(aKeptPicture(office.reporter, WORDS)).resolves.toMatchObject({ fileId: 0 });
    expect(await deeds(file.sha256)).toEqual(["erased_again", "swept"]);
  });
  test("of the files alone, they go, and are marked again", async () => {
    const file = await erased();
    for (const key of await keys()) await storage().remove(key);
    await storage().put(file.original, Buffer.from(WORDS));
    await storage().put(file.renditions[0] ?? "", Buffer.from("ảnh nhỏ"));
    await keepErased(never);
    expect([await bytes(), (await keys()).length]).toEqual([[], 1]);
  });
  test("of both, by a list that was kept elsewhere; twice it is as once", async () => {
    const file = await erased();
    const list = (await erasures()).map(lineOf).join("\n");
    for (const key of await keys()) await storage().remove(key);
    await olderDatabase(file);
    expect((await state(file.sha256)).erased).toBe(false);
    const said = [];
    for (const _ of [1, 2]) for (const one of linesOf(`${list}\n`)) said.push(await eraseAgain(one));
    expect([said, (await state(file.sha256)).erased]).toEqual([["again", "was_erased"], true]);
    expect(await eraseAgain({ siteKey: "khong-co", sha256: file.sha256, at: new Date() })).toBe("no_site");
    expect(() => linesOf(`${list}\n${file.sha256}`)).toThrow("Line 2");
  });
  test("verify finds what has come back, and mends it at once, however young it is", async () => {
    const file = await erased();
    await storage().put(file.original, Buffer.from(WORDS));
    for (const key of (await keys()).filter((one) => one.startsWith("erased/"))) await storage().remove(key);
    const said: string[] = [];
    const verify = (mend: boolean) =>
      verifyFiles({
        ...{ storage: storage(), ownerUrl: db.ownerUrl, mend },
        ...{ tell: (line) => void said.push(line), reached: () => undefined },
      });
    expect(await verify(false)).toMatchObject({ found: 2, mended: 0, erased: 1 });
    expect(said).toEqual([
      expect.stringMatching(/is of a file that was erased under no\. \d+$/),
      expect.stringMatching(/was erased under no\. \d+, and no mark says so$/),
    ]);
    expect(await verify(true)).toMatchObject({ found: 2, mended: 2 });
    expect(await verify(true)).toMatchObject({ found: 0 });
    await bend("delete from file_events");
    expect(await verify(true)).toMatchObject({ found: 1, mended: 1 });
    expect(await deeds(file.sha256)).toEqual(["erased_again"]);
  });
});
