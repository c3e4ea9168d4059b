import { beforeEach, describe, expect, test } from "vitest";
import { readyFile } from "#features/files/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import type { Role } from "#features/roles/roles.ts";
import { collect, drop, rename, takeOut } from "./collecting.ts";
import { MOST_COLLECTIONS, MOST_IN_COLLECTION } from "./collections.ts";
import { fileFilterOf } from "./filter.ts";
import { allCollections, collectionsOfFiles, fileList, offeredFiles } from "./queries.ts";

const { office, bend, rows } = oneOffice();
const elsewhere = anotherOffice();

const as = (role: Role, person = office[role === "administrator" ? "admin" : role]) => ({
  ...person,
  grants: [{ role, sectionId: null }],
});
const put = async (by = office.reporter) => (await readyFile(by)).id;
const named = (name: string, ...fileIds: number[]) => collect(as("reporter"), { fileIds, into: { name } });
const listed = async () => (await allCollections(as("reporter"))).map(({ name, size }) => [name, size]);
const lyingIn = async (collectionId: number) =>
  (await fileList(as("reporter"), { ...fileFilterOf({}), collectionId })).files.map(({ id }) => id);

beforeEach(async () => {
  await bend("delete from collections");
  await bend("delete from files");
});

describe("files are laid into a collection", () => {
  test("which is made by naming it, and is listed by its name with how many files lie in it", async () => {
    const [one, two] = [await put(), await put()];
    expect(await named("Lễ hội đình Sen", one, two)).toMatchObject({ count: 2 });
    await named("chợ nổi", one);
    expect(await listed()).toEqual([
      ["chợ nổi", 1],
      ["Lễ hội đình Sen", 2],
    ]);
  });

  test("once: laid there again they change nothing, and the same name in other letters is the same collection", async () => {
    const [one, two] = [await put(), await put()];
    const { collectionId } = await named("Lễ hội", one);
    expect(await named("LỄ HỘI", one, two)).toEqual({ collectionId, count: 1 });
    expect(await collect(as("editor"), { fileIds: [one], into: { collectionId } })).toEqual({ collectionId, count: 0 });
    expect(await lyingIn(collectionId)).toEqual([two, one]);
  });

  test("by two at once who both name it: it is one", async () => {
    const files = await Promise.all([put(), put(), put(), put()]);
    const made = await Promise.all(files.map((id) => named("Bão số 3", id)));
    expect(new Set(made.map(({ collectionId }) => collectionId)).size).toBe(1);
    expect(await listed()).toEqual([["Bão số 3", 4]]);
  });

  test("and taken out of it again: they stay in the library", async () => {
    const [one, two] = [await put(), await put()];
    const { collectionId } = await named("Lễ hội", one, two);
    expect(await takeOut(as("reporter"), { fileIds: [one], collectionId })).toEqual({ count: 1 });
    expect(await takeOut(as("reporter"), { fileIds: [one], collectionId })).toEqual({ count: 0 });
    expect(await lyingIn(collectionId)).toEqual([two]);
    expect(await rows("select id from files")).toHaveLength(2);
  });

  test("by whoever writes on the site, and by nobody else", async () => {
    const id = await put();
    const into = { name: "Lễ hội" };
    await expect(collect(as("administrator"), { fileIds: [id], into })).rejects.toThrow("not_allowed");
    const { reporter } = elsewhere;
    await expect(collect(as("reporter", reporter), { fileIds: [id], into })).rejects.toThrow("không còn trong kho");
    const { collectionId } = await named("Lễ hội", id);
    const theirs = await put(reporter);
    const asked = { fileIds: [theirs], into: { collectionId } };
    await expect(collect(as("reporter", reporter), asked)).rejects.toThrow("Bộ sưu tập này không còn");
    await expect(takeOut(as("reporter", reporter), { fileIds: [id], collectionId })).rejects.toThrow("not_found");
    expect(await allCollections(as("reporter", reporter))).toEqual([]);
  });

  test("not where one of them is gone, where none is chosen, or too many", async () => {
    const id = await put();
    await expect(named("Lễ hội", id, 2_000_000_000)).rejects.toThrow("chưa xếp tệp nào");
    await expect(named("Lễ hội")).rejects.toThrow("Hãy chọn từ một đến");
    await expect(named("Lễ hội", ...Array.from({ length: 49 }, (_, at) => at + 1))).rejects.toThrow("bad_input");
    expect(await listed()).toEqual([]);
  });

  test("not more than its list can be read by, and no more collections than can be chosen from", async () => {
    const id = await put();
    const { collectionId } = await named("Đầy", id);
    await bend(`with made as (insert into files (site_id, sha256, media_type, size, uploaded_by)
        select ${office.siteId}, encode(sha256(n::text::bytea), 'hex'), 'image/jpeg', 1, ${office.reporter.personId}
        from generate_series(2, ${MOST_IN_COLLECTION}) n returning id)
      insert into collection_files (collection_id, file_id, added_by)
        select ${collectionId}, id, ${office.reporter.personId} from made`);
    await expect(named("Đầy", await put())).rejects.toThrow("tách ra bộ khác");
    await bend(`insert into collections (site_id, name, made_by)
      select ${office.siteId}, 'Bộ ' || n, ${office.reporter.personId} from generate_series(2, ${MOST_COLLECTIONS}) n`);
    await expect(named("Thêm nữa", id)).rejects.toThrow("bỏ bớt bộ không dùng");
    expect(await named("bộ 7", id)).toMatchObject({ count: 1 });
  });
});

describe("a collection", () => {
  test("is renamed and forgotten by who made it, and by editors", async () => {
    const { collectionId } = await named("Lễ hôi", await put());
    await rename(as("reporter"), { collectionId, name: "Lễ hội" });
    expect(await listed()).toEqual([["Lễ hội", 1]]);
    await drop(as("editor"), { collectionId });
    expect(await listed()).toEqual([]);
    expect(await rows("select id from files")).toHaveLength(1);
    await expect(drop(as("editor"), { collectionId })).rejects.toThrow("không còn");
  });

  test("is left to them: another reporter cannot", async () => {
    const { collectionId } = await collect(as("editor"), { fileIds: [await put()], into: { name: "Của tòa soạn" } });
    await expect(rename(as("reporter"), { collectionId, name: "Của tôi" })).rejects.toThrow("do chính mình lập");
    await expect(drop(as("reporter"), { collectionId })).rejects.toThrow("not_allowed");
    const { editor } = elsewhere;
    await expect(drop(as("editor", editor), { collectionId })).rejects.toThrow("not_found");
    expect(await listed()).toEqual([["Của tòa soạn", 1]]);
  });

  test("is not called what another one is, in whatever letters; what it is called itself may be spelt anew", async () => {
    const { collectionId } = await named("Lễ hội", await put());
    await named("Chợ nổi", await put());
    await expect(rename(as("reporter"), { collectionId, name: "CHỢ NỔI" })).rejects.toThrow("Đã có bộ sưu tập khác");
    await rename(as("reporter"), { collectionId, name: "LỄ HỘI" });
    expect(await listed()).toEqual([
      ["Chợ nổi", 1],
      ["LỄ HỘI", 1],
    ]);
  });

  test("of another site shows nothing, and is offered to no text", async () => {
    const { collectionId } = await named("Lễ hội", await put());
    const { reporter } = elsewhere;
    const there = await fileList(as("reporter", reporter), { ...fileFilterOf({}), collectionId });
    expect(there.files).toEqual([]);
    expect((await offeredFiles(as("reporter", reporter), {})).collections).toEqual([]);
    expect((await offeredFiles(as("reporter"), {})).collections).toEqual([{ id: collectionId, name: "Lễ hội" }]);
  });

  test("says of several files how many of them lie in it", async () => {
    const [one, two, three] = [await put(), await put(), await put()];
    await named("Lễ hội", one, two);
    await named("Chợ nổi", three);
    const found = await collectionsOfFiles(as("reporter"), [one, two]);
    expect(found.map(({ name, size }) => [name, size])).toEqual([["Lễ hội", 2]]);
  });
});
