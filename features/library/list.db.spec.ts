import { beforeEach, describe, expect, test } from "vitest";
import { MADE_WITH } from "#features/files/settings.ts";
import { NOT_MADE, readyFile } from "#features/files/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import type { Role } from "#features/roles/roles.ts";
import { type FileFilter, fileFilterOf } from "./filter.ts";
import { fileList, offeredFiles } from "./queries.ts";
import { FILES_ON_A_PAGE } from "./types.ts";

const { office, bend, rows } = oneOffice();
const elsewhere = anotherOffice();

const as = (role: Role, person = office.reporter) => ({ ...person, grants: [{ role, sectionId: null }] });
const put = (change: Parameters<typeof readyFile>[2] = {}, by = office.reporter) =>
  readyFile(by, crypto.randomUUID(), change);
const list = (filter: Partial<FileFilter> = {}) => fileList(as("reporter"), { ...fileFilterOf({}), ...filter });
const names = async (filter: Partial<FileFilter>) => (await list(filter)).files.map(({ name }) => name);

beforeEach(() => bend("delete from files"));

describe("what is looked for in the library", () => {
  test("is found with and without its accents, in whatever is said of a file", async () => {
    await put({ name: "Đua thuyền.jpg" });
    await put({ name: "a.jpg", caption: "Hội ĐUA thuyền trên phá" });
    await put({ name: "b.jpg", credit: "Nguyễn Đua" });
    await put({ name: "c.jpg", alt: "Thuyền đua ba màu" });
    await put({ name: "d.jpg", keywords: ["lễ hội", "đua ghe"] });
    await put({ name: "e.jpg", caption: "Hội nghị dưa hấu" });
    const all = ["d.jpg", "c.jpg", "b.jpg", "a.jpg", "Đua thuyền.jpg"];
    expect(await names({ words: "dua t" })).toEqual(["a.jpg", "Đua thuyền.jpg"]);
    expect(await names({ words: "đua" })).toEqual(["e.jpg", ...all]);
    expect(await names({ words: "DUA" })).toEqual(["e.jpg", ...all]);
    expect(await names({ words: "le hoi" })).toEqual(["d.jpg"]);
    expect(await names({ words: "Nguyễn Đua" })).toEqual(["b.jpg"]);
  });

  test("is found by its newest words, and no longer by those it had", async () => {
    const { id } = await put({ name: "a.jpg", caption: "Chợ nổi" });
    await rows("update files set caption = 'Kè sông' where id = $1", [id]);
    expect(await names({ words: "cho noi" })).toEqual([]);
    expect(await names({ words: "ke song" })).toEqual(["a.jpg"]);
  });

  test("is taken by the letter: what stands for anything elsewhere stands for itself", async () => {
    await put({ name: "giam_50%.jpg" });
    await put({ name: "giamx50y.jpg" });
    expect(await names({ words: "giam_50%" })).toEqual(["giam_50%.jpg"]);
    expect(await names({ words: "\\" })).toEqual([]);
    expect(await names({ words: "0%" })).toEqual([]);
    expect(await names({ words: "50%" })).toEqual(["giam_50%.jpg"]);
    for (const words of [".", ".*", "\\m", "(", "[a", "a|", "%"]) expect(await names({ words })).toEqual([]);
  });

  test("of one letter or two, where a word begins so", async () => {
    await put({ name: "a.jpg", caption: "Bờ đê sông Hương" });
    await put({ name: "b.jpg", caption: "Đe dọa" });
    await put({ name: "c.jpg", caption: "Tre đan" });
    expect(await names({ words: "đê" })).toEqual(["b.jpg", "a.jpg"]);
    expect(await names({ words: "t" })).toEqual(["c.jpg"]);
    await put({ name: "IMG_20-mot(hai).png" });
    for (const words of ["20", "mo", "ha", "pn"])
      expect([words, await names({ words })]).toEqual([words, ["IMG_20-mot(hai).png"]]);
    expect(await names({ words: "mg" })).toEqual([]);
  });

  test("is found behind a thousand newer files that have none of it, page after page", async () => {
    for (let at = 0; at < 60; at += 1) await put({ name: `sen ${at}`, uploadedAt: new Date(2020, 0, 1, 0, at) });
    await rows(
      `insert into files (site_id, sha256, media_type, size, uploaded_by, uploaded_at)
       select $1, encode(sha256(n::text::bytea), 'hex'), 'image/jpeg', 1, $2, now() from generate_series(1, 1200) n`,
      [office.siteId, office.reporter.personId],
    );
    const first = await list({ words: "sen" });
    expect(first.files.map(({ name }) => name)).toEqual(
      Array.from({ length: FILES_ON_A_PAGE }, (_, at) => `sen ${59 - at}`),
    );
    expect(first).toMatchObject({ total: 60, isMore: false, before: null });
    const second = await list({ words: "sen", cursor: first.after });
    expect(second.files.map(({ name }) => name)).toEqual(Array.from({ length: 12 }, (_, at) => `sen ${11 - at}`));
    expect(second.after).toBeNull();
    const back = await list({ words: "sen", cursor: second.before });
    expect(back.files).toEqual(first.files);
  });
});

test("files that came at one moment follow each other without a gap, there and back", async () => {
  const uploadedAt = new Date("2021-06-22T03:00:00.123Z");
  for (let at = 0; at < FILES_ON_A_PAGE * 2 + 5; at += 1) await put({ uploadedAt });
  const pages = [await list()];
  for (let after = pages[0]?.after ?? null; after; after = pages.at(-1)?.after ?? null)
    pages.push(await list({ cursor: after }));
  expect(pages.map(({ files }) => files.length)).toEqual([FILES_ON_A_PAGE, FILES_ON_A_PAGE, 5]);
  const ids = pages.flatMap(({ files }) => files.map(({ id }) => id));
  expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => b - a));
  const middle = await list({ cursor: pages[2]?.before ?? null });
  expect(middle.files).toEqual(pages[1]?.files);
  expect((await list({ cursor: middle.before })).files).toEqual(pages[0]?.files);
});

describe("the library is narrowed", () => {
  test("to whoever brought a file, and to days as they begin and end here", async () => {
    // Half past eleven at night of the 22nd and half past midnight of the 23rd, in Việt Nam.
    await put({ name: "tối", uploadedAt: new Date("2021-06-22T16:30:00Z") });
    await put({ name: "khuya", uploadedAt: new Date("2021-06-22T17:30:00Z") }, office.editor);
    expect(await names({ from: "2021-06-22", until: "2021-06-22" })).toEqual(["tối"]);
    expect(await names({ from: "2021-06-23" })).toEqual(["khuya"]);
    expect(await names({ until: "2021-06-22" })).toEqual(["tối"]);
    expect(await names({ personId: office.editor.personId })).toEqual(["khuya"]);
  });

  test("to what nobody has described, and to what could not be made", async () => {
    await put({ name: "ready", alt: "Sen" });
    await put({ name: "bare" });
    await put({ name: "failed", alt: "x", ...NOT_MADE, state: "failed", failure: "unreadable" });
    expect(await names({ lack: "alt" })).toEqual(["bare"]);
    expect(await names({ lack: "failed" })).toEqual(["failed"]);
    expect(await names({ kind: "picture" })).toEqual(["failed", "bare", "ready"]);
  });
});

test("files of another site, and those that were erased, are nobody's here", async () => {
  const words = crypto.randomUUID();
  await readyFile(elsewhere.reporter, words, { name: "sen.jpg" });
  expect(await names({ words: "sen" })).toEqual([]);
  await readyFile(office.reporter, words, { name: "sen.jpg" });
  await put({ name: "sen hai.jpg", erased: true });
  expect(await list({ words: "sen" })).toMatchObject({ files: [{ name: "sen.jpg" }], total: 1 });
  expect(await names({ personId: elsewhere.reporter.personId })).toEqual([]);
});

test("whoever has no say over articles gets no list of files, administrators among them", async () => {
  for (const grants of [[], as("administrator").grants]) {
    const staff = { ...office.reporter, grants };
    await expect(fileList(staff, fileFilterOf({}))).rejects.toMatchObject({ code: "not_allowed" });
    await expect(offeredFiles(staff, {})).rejects.toMatchObject({ code: "not_allowed" });
  }
});

test("to choose from are offered those of which something can be made, page by page, as an address says", async () => {
  for (let at = 0; at <= FILES_ON_A_PAGE; at += 1) await put({ name: `sen ${at}`, caption: "Đầm sen" });
  await put({ name: "hỏng", caption: "Đầm sen", ...NOT_MADE, state: "failed", failure: "unreadable" });
  const first = await offeredFiles(as("reporter"), { words: "dam sen" });
  expect(first.files).toHaveLength(FILES_ON_A_PAGE);
  expect(first.files[0]).toEqual({
    ...{ sha256: expect.any(String), name: `sen ${FILES_ON_A_PAGE}`, mediaType: "image/jpeg", size: 123_456 },
    ...{ pages: null, hasText: false, hidden: false, durationMs: null, codecs: "" },
    rights: expect.objectContaining({ licence: "own", hasEnded: false }),
    ...{ width: 1600, height: 1200, state: "ready", failure: null, renditions: expect.any(Array), madeWith: MADE_WITH },
    ...{ placeholder: "", caption: "Đầm sen", credit: "", alt: "" },
  });
  const rest = await offeredFiles(as("reporter"), { words: "dam sen", ...first.next });
  expect([rest.files.map(({ name }) => name), rest.next]).toEqual([["sen 0"], null]);
});
