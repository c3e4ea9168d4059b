import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { anOffice, rootOf, storyOf } from "#features/moves/testing.ts";
import { officeForEach } from "#features/moves/testing-office.ts";
import { publishedPage } from "#features/moves/testing-root.ts";
import { onRecord } from "#features/sites/testing.ts";
import { type ImportProgress, importFile } from "./import-file.ts";
import type { Run } from "./plan.ts";

const FIXTURE = fileURLToPath(new URL("./fixtures/hop-giao-ban-thang-tam.txt", import.meta.url));
const NOW = new Date("2026-11-22T08:00:00Z");

const { rows, office } = officeForEach();
const { deeds, announced } = onRecord(rows);
let folder = "";
let run: Run;
let kept: ImportProgress;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "toa-soan-import-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  kept = { batchId: null, met: new Set() };
  run = {
    ...{ siteId: office.siteId, origin: "http://phuong.example", personId: office.reporter.personId },
    ...{ email: "reporter@thu.example", section: null, oldUrl: null, live: false, makeSections: false },
  };
});

const imported = (change: Partial<Run> = {}, path = FIXTURE, dryRun = false) =>
  importFile({ ...run, ...change }, kept, { name: "trang.txt", path }, dryRun, NOW);
const counted = async () =>
  (
    await rows(`select (select count(*) from documents) as articles, (select count(*) from imports) as imports,
      (select count(*) from sections) as sections, (select count(*) from batches) as batches,
      (select count(*) from redirects) as redirects, (select count(*) from events) as events,
      (select last_value from documents_id_seq) as last`)
  )[0];

function page(head: string, name = "trang.txt"): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    `${head}\n\nMở lại cầu Ao Cả, lần ${Math.random()}\nNgày đăng 07/03/2019 | 16:40\n\nMột.\n\nHai.\n`,
  );
  return path;
}

test("a file arrives as its importer's draft, with its date and count", async () => {
  const result = await imported();
  const { number } = result;
  expect(result).toEqual({
    ...{ file: "trang.txt", line: null, state: "imported", problems: [expect.stringMatching(/^line 20: .*caption/)] },
    ...{ number: expect.any(Number), url: expect.stringMatching(/^http:\/\/phuong.example\/dang-doan-the\/.*-\d+$/) },
  });
  const { document, open, buffer, lastRevision, writers } = await storyOf(office.reporter, number ?? 0);
  expect(document).toMatchObject({ visibility: "never_live", migrated: false });
  expect(open).toMatchObject({ state: "draft", purpose: "first", openedBy: office.reporter.personId, batchId: null });
  expect(buffer?.content).toMatchObject({ sectionId: office.party, datedAt: "2022-08-19T01:05:00.000Z" });
  expect(lastRevision?.writers[0]).toBe(office.reporter.personId);
  expect(writers).toEqual([office.reporter.personId]);
  expect(await rows(`select imported_views from documents where id = ${number}`)).toEqual([{ imported_views: 1342 }]);
  expect(await rows(`select cut_because from revisions where document_id = ${number}`)).toEqual([
    { cut_because: "import" },
  ]);
  expect(
    await rows(`select payload->>'file' as file from events where document_id = ${number} and kind = 'imported'`),
  ).toEqual([{ file: "hop-giao-ban-thang-tam.txt" }]);
});

test("the same file twice changes nothing and says so", async () => {
  const first = await imported();
  const before = await counted();
  const again = await imported({ live: true });
  expect(again).toMatchObject({ state: "unchanged", number: first.number, url: first.url });
  expect(again.problems).toEqual(["imported before, from hop-giao-ban-thang-tam.txt"]);
  expect(await counted()).toEqual(before);
});

test("two imports of one file at once make one article", async () => {
  const results = await Promise.all([imported(), imported(), imported(), imported()]);
  expect(results.map(({ state }) => state).toSorted()).toEqual(["imported", "unchanged", "unchanged", "unchanged"]);
  expect(new Set(results.map(({ number }) => number)).size).toBe(1);
});

test("another site has the text as well", async () => {
  await imported();
  const other = await anOffice();
  const there = { siteId: other.siteId, personId: other.reporter.personId };
  expect(await imported(there)).toMatchObject({ state: "imported" });
});

test("migrated articles wait in one batch, submitted and confirmed by nobody", async () => {
  const first = await imported({ live: true });
  const second = await imported({ live: true }, page("Đảng – đoàn thể"));
  const open = await Promise.all(
    [first, second].map(async ({ number }) => (await storyOf(office.reporter, number ?? 0)).open),
  );
  expect(open[0]).toMatchObject({ state: "in_review", purpose: "migrate", batchId: kept.batchId });
  expect(open[1]).toMatchObject({ state: "in_review", purpose: "migrate", batchId: kept.batchId });
  expect(await rows(`select made_by, confirmed_by from batches where id = ${kept.batchId}`)).toEqual([
    { made_by: office.reporter.personId, confirmed_by: null },
  ]);
  expect(await rows(`select * from approvals where document_id = ${first.number}`)).toEqual([]);
});

test("a dry run writes nothing and meets the same text twice", async () => {
  const before = await counted();
  expect(await imported({ live: true }, FIXTURE, true)).toMatchObject({ state: "would_be_imported", number: null });
  expect(await imported({ live: true }, FIXTURE, true)).toMatchObject({ state: "unchanged", number: null });
  expect(
    await imported({ makeSections: true, personId: office.reporter.personId }, page("Chuyện hồ"), true),
  ).toMatchObject({
    state: "refused",
  });
  expect(await counted()).toEqual(before);
});

test("what a run would refuse, a dry run refuses as well", async () => {
  const path = page("Đảng - đoàn thể", "dai.txt");
  appendFileSync(path, `${"Nước hồ trong. ".repeat(200)}\n\n`.repeat(700));
  const over = { state: "refused", problems: [expect.stringMatching(/over 2 MB/)] };
  expect(await imported({}, path, true)).toMatchObject(over);
  expect(await imported({}, path)).toMatchObject(over);
});

test("a section's name alone above the date is no headline, wherever the article is to go", async () => {
  const path = join(folder, "thieu.txt");
  writeFileSync(path, "Đảng – Đoàn thể\n\nNgày đăng 07/03/2019 | 16:40\n\nMột.\n\nHai.\n");
  for (const section of [null, "tin-tuc"])
    expect(await imported({ section }, path)).toMatchObject({
      ...{ state: "refused", line: 1, number: null },
      problems: ['there is no headline above the date line: "Đảng – Đoàn thể" is a section'],
    });
});

test("an unknown section is refused with the nearest names, and nothing is written", async () => {
  const before = await counted();
  expect(await imported({}, page("Đảng - đoàn viên"))).toMatchObject({
    ...{ state: "refused", line: 1, number: null, url: null },
    problems: ['there is no section "Đảng - đoàn viên"; the nearest: "Tin tức / Đảng - đoàn thể"'],
  });
  expect(await counted()).toEqual(before);
});

test("--section goes before the section line", async () => {
  const { number } = await imported({ section: "tin-tuc" }, page("Chuyện hồ"));
  expect((await storyOf(office.reporter, number ?? 0)).sectionId).toBe(office.news);
});

test("a person writes only where they have a role", async () => {
  expect(await imported({}, page("Thông báo"))).toMatchObject({
    state: "refused",
    problems: [/no role in the section/].map((text) => expect.stringMatching(text)),
  });
  expect(await imported({ personId: office.admin.personId })).toMatchObject({ state: "refused" });
});

test("sections are made for somebody of the whole site, once, and every page hears of it", async () => {
  await rows("insert into grants (person_id, site_id, role) values ($1, $2, 'reporter')", [
    office.reporter.personId,
    office.siteId,
  ]);
  const change = { makeSections: true };
  const [before, known] = [await announced(office.siteId), await deeds(office.siteId)];
  const results = await Promise.all([
    imported(change, page("Chuyện hồ", "1.txt")),
    imported(change, page("CHUYỆN  HỒ", "2.txt")),
  ]);
  expect(results.map(({ state }) => state)).toEqual(["imported", "imported"]);
  expect(
    await rows(`select slug, parent_id from sections where site_id = ${office.siteId} and slug like 'chuyen%'`),
  ).toEqual([{ slug: "chuyen-ho", parent_id: null }]);
  expect((await announced(office.siteId)).slice(before.length)).toEqual([`site:${office.siteId}`]);
  const [made, ...earlier] = await deeds(office.siteId);
  expect(made).toMatchObject({
    ...{ kind: "section_made", by: office.reporter.personId },
    payload: { because: "import", after: { slug: "chuyen-ho" } },
  });
  expect(earlier).toEqual(known);
});

test("a section is made under the one that --section names, for somebody who writes there", async () => {
  const result = await imported({ makeSections: true, section: "tin-tuc / Chuyện hồ" });
  expect(result).toMatchObject({ state: "imported", url: expect.stringContaining("/chuyen-ho/") });
  expect(await rows(`select parent_id from sections where site_id = ${office.siteId} and slug = 'chuyen-ho'`)).toEqual([
    { parent_id: office.news },
  ]);
  const unknown = await imported({ makeSections: true, section: "Tin túc / Ngõ nhỏ" }, page("Tin tức"));
  expect(unknown.problems).toEqual(['there is no section "Tin túc"; the nearest: "Tin tức"']);
});

test("sections are made for nobody else", async () => {
  expect(await imported({ makeSections: true }, page("Chuyện hồ"))).toMatchObject({ state: "refused" });
  expect(await rows(`select slug from sections where site_id = ${office.siteId} and slug like 'chuyen%'`)).toEqual([]);
});

test("a section whose address is taken or reserved is not made", async () => {
  const change = { makeSections: true };
  expect((await imported(change, page("Dang doan the"))).problems[0]).toMatch(
    /address of "Tin tức \/ Đảng - đoàn thể"/,
  );
  expect((await imported(change, page("Trang"))).problems[0]).toMatch(/reserved/);
  expect((await imported(change, page("RSS"))).problems[0]).toMatch(/reserved/);
  await publishedPage(await rootOf(office));
  expect((await imported(change, page("Liên hệ"))).problems[0]).toMatch(/address of a page of the site, \/lien-he/);
});

test("an older address leads to the article, and to no second one", async () => {
  const oldUrl = { host: "cu.phuong.example", path: "/tin/12.aspx?id=7" };
  const { number } = await imported({ oldUrl });
  const from = `select to_document_id from redirects where site_id = ${office.siteId} and from_path = '/tin/12.aspx?id=7'`;
  expect(await rows(from)).toEqual([{ to_document_id: number }]);
  const before = await counted();
  const second = await imported({ oldUrl }, page("Tin tức"));
  expect(second.problems).toEqual([`--old-url /tin/12.aspx?id=7 leads to article ${number} already`]);
  expect((await imported({ oldUrl })).problems).toHaveLength(1);
  const another = await imported({ oldUrl: { ...oldUrl, path: "/khac" } });
  expect(another).toMatchObject({ state: "unchanged" });
  expect(another.problems[1]).toMatch(/^--old-url \/khac was not added/);
  expect(await counted()).toEqual(before);
});

test.each(["/tin-tuc", "/tin-tuc/trang/2", "/tin-tuc/bai-12"])("%s is an address of the new site", async (path) => {
  const result = await imported({ oldUrl: { host: null, path } });
  expect(result.problems[0]).toMatch(/address of the new site already/);
});

test("an older address of another site of ours is refused", async () => {
  const other = await anOffice();
  await rows(`update sites set host = 'kia${other.siteId}.example' where id = ${other.siteId}`);
  const oldUrl = { host: `kia${other.siteId}.example`, path: "/a" };
  expect((await imported({ oldUrl })).problems[0]).toMatch(/is the site/);
});
