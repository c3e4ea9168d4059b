import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, expect, test } from "vitest";
import { oneDatabase } from "#db/testing.ts";
import { transaction } from "#db/transaction.ts";
import { deskHome } from "#features/desk/queries.ts";
import { carryOut, carryOutIn } from "#features/moves/commands.ts";
import { anOffice, type Office, type Person, seen, storyOf, submitted, typeIn } from "#features/moves/testing.ts";
import type { Role } from "#features/roles/roles.ts";
import { permitClosing } from "#features/workflow/policy.ts";
import { until } from "#lib/until.ts";
import { closerOf } from "./batch-store.ts";
import { confirmBatch, takeOut } from "./commands.ts";
import { type ImportProgress, importFile } from "./import-file.ts";
import type { Run } from "./plan.ts";
import { batch, batchesDone, batchesWaiting, concernedByBatches } from "./queries.ts";

const FILES = ["hop-giao-ban-thang-tam.txt", "don-nuoc-sach.txt"];
const NOW = new Date("2026-11-22T08:00:00Z");

const fixturePath = (name: string) => fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));

const { rows } = oneDatabase();
let office: Office;
let batchId = 0;
let numbers: number[] = [];

/** A batch of somebody's: of our fixtures, unless other files are named. */
async function migrate(by: Person, paths = FILES.map(fixturePath)): Promise<void> {
  const run: Run = {
    ...{ siteId: office.siteId, personId: by.personId, email: "ai@thu.example", origin: "http://phuong.example" },
    ...{ section: "dang-doan-the", oldUrl: null, live: true, makeSections: false },
  };
  const kept: ImportProgress = { batchId: null, met: new Set() };
  numbers = [];
  for (const path of paths) {
    const { number } = await importFile(run, kept, { name: basename(path), path }, false, NOW);
    numbers.push(number ?? 0);
  }
  batchId = kept.batchId ?? 0;
}

beforeEach(async () => {
  office = await anOffice();
  await migrate(office.reporter);
});

const shown = async (by: Person) => (await batch(by, batchId))?.digest ?? "";
const confirm = async (by: Person) => confirmBatch(by, { batchId, digest: await shown(by) });
const liveOnes = () =>
  rows(`select a.id, a.shown_at, a.migrated, a.imported_views from documents a
    where a.site_id = ${office.siteId} and a.visibility = 'live' order by a.id`);

test("an approver sees each article with its section, date, count and problems", async () => {
  const page = await batch(office.approver, batchId);
  expect(page).toMatchObject({ madeBy: "Reporter", total: 2, waiting: 2, waitingForMe: 2, live: 0, returned: 0 });
  expect(page?.articles).toEqual([
    {
      ...{
        number: numbers[0],
        section: "Tin tức / Đảng - đoàn thể",
        datedAt: new Date("2022-08-19T01:05:00Z"),
        views: 1342,
      },
      ...{
        fileName: FILES[0],
        oldPaths: [],
        mayConfirm: true,
        changed: false,
        ...(await seen(office.approver, numbers[0] ?? 0)),
      },
      headline: expect.stringMatching(/^Phường Sen Hồ họp giao ban/),
      problems: ["Ảnh thứ 1 chưa có tệp ảnh, mới có chú thích: bạn đọc chưa thấy chú thích này."],
    },
    expect.objectContaining({ number: numbers[1], datedAt: new Date("2019-03-07T09:40:00Z"), views: 268 }),
  ]);
});

test("a batch is no list of articles in anybody's inbox", async () => {
  expect((await deskHome(office.approver)).waiting).toEqual([]);
  expect(await deskHome(office.reporter)).toMatchObject({ waiting: [], writing: [] });
});

test("one press brings the batch to readers at its old place in time, each article by two people", async () => {
  expect(await confirm(office.approver)).toEqual({ confirmed: 2, left: [] });
  expect(await liveOnes()).toEqual([
    { id: numbers[0], shown_at: new Date("2022-08-19T01:05:00Z"), migrated: true, imported_views: 1342 },
    { id: numbers[1], shown_at: new Date("2019-03-07T09:40:00Z"), migrated: true, imported_views: 268 },
  ]);
  const [listed] = (await batchesDone(office.approver, null)).done;
  expect(listed).toMatchObject({ id: batchId, waiting: 0, live: 2, confirmedBy: "Approver" });
  const signed = await rows(`select person_id, kind from approvals where document_id = ${numbers[0]}`);
  expect(signed).toEqual([{ person_id: office.approver.personId, kind: "approve" }]);
});

test("whoever imported the batch does not confirm it, an approver or not", async () => {
  office = await anOffice();
  await migrate(office.approver);
  expect(await batch(office.approver, batchId)).toMatchObject({ waiting: 2, waitingForMe: 0, digest: "" });
  await expect(confirm(office.approver)).rejects.toMatchObject({ code: "not_allowed" });
  const forged = await shown(office.approver2);
  await expect(confirmBatch(office.approver, { batchId, digest: forged })).rejects.toMatchObject({
    code: "not_allowed",
  });
  expect(await confirm(office.approver2)).toEqual({ confirmed: 2, left: [] });
});

test.each(["reporter", "editor", "admin", "stranger"] as const)("no batch is confirmed by: %s", async (who) => {
  const digest = await shown(office.approver);
  await expect(confirmBatch(office[who], { batchId, digest })).rejects.toMatchObject({
    code: expect.stringMatching(/not_allowed|not_found/),
  });
  expect(await liveOnes()).toEqual([]);
});

test("strangers see no batch", async () => {
  expect(await batchesWaiting(office.stranger)).toEqual([]);
  expect((await batchesDone(office.stranger, null)).done).toEqual([]);
  expect(await batch(office.stranger, batchId)).toBeNull();
  expect(await batch(office.admin, batchId)).toBeNull();
});

test("batches concern who made one, who has a say in one, and whoever decides anywhere", async () => {
  const concerned = (person: Person, role: Role) =>
    concernedByBatches({ ...person, grants: [{ role, sectionId: null }] });
  expect(await concerned(office.reporter, "reporter")).toBe(true);
  expect(await concerned(office.editor, "editor")).toBe(true);
  expect(await concerned(office.stranger, "reporter")).toBe(false);
  expect(await concerned(office.admin, "administrator")).toBe(false);
  expect(await concerned(office.stranger, "approver")).toBe(true);
  await confirm(office.approver);
  expect(await concerned(office.reporter, "reporter")).toBe(true);
  expect(await concerned(office.stranger, "reporter")).toBe(false);
});

test("a text that changed since the page was opened stops the press", async () => {
  const digest = await shown(office.approver);
  await typeIn(office.editor, numbers[1] ?? 0, { headline: "Ngõ Giếng Đá đón nước sạch" });
  await expect(confirmBatch(office.approver, { batchId, digest })).rejects.toMatchObject({ code: "out_of_date" });
  expect(await liveOnes()).toEqual([]);
  expect(await confirm(office.approver)).toEqual({ confirmed: 2, left: [] });
});

test("an article that changed since its approver confirmed it is left to its own page, which shows how", async () => {
  const [first = 0, second = 0] = numbers;
  const { approver, editor } = office;
  await carryOut(approver, "confirm", first, await seen(approver, first));
  const article = async () => (await batch(approver, batchId))?.articles.find((one) => one.number === first);
  expect(await article()).toMatchObject({ mayConfirm: true, changed: false });
  const confirmed = await shown(approver);
  await typeIn(editor, first, { headline: "Ngõ Giếng Đá đón nước sạch" });
  expect(await article()).toMatchObject({ mayConfirm: false, changed: true });
  await expect(confirmBatch(approver, { batchId, digest: confirmed })).rejects.toMatchObject({ code: "out_of_date" });
  expect(await confirm(approver)).toEqual({ confirmed: 1, left: [] });
  expect((await liveOnes()).map(({ id }) => id)).toEqual([second]);
  await carryOut(approver, ["approve", "publish"], first, await seen(approver, first));
  expect(await liveOnes()).toHaveLength(2);
});

test("a press that was cut off in the middle is pressed again", async () => {
  const [first = 0] = numbers;
  await carryOut(office.approver, ["approve", "publish"], first, await seen(office.approver, first));
  expect(await batch(office.approver, batchId)).toMatchObject({ waiting: 1, live: 1, confirmedAt: null });
  expect(await confirm(office.approver)).toEqual({ confirmed: 1, left: [] });
  expect(await liveOnes()).toHaveLength(2);
});

test("one press confirms no more than one page shows, and the next page shows the rest", async () => {
  const folder = mkdtempSync(join(tmpdir(), "toa-soan-batch-"));
  const paths = Array.from({ length: 51 }, (_, at) => {
    const path = join(folder, `${at}.txt`);
    writeFileSync(path, `Tin\n\nMở lại cầu số ${at}\nNgày đăng 07/03/2019 | 16:40\n\nMột.\n\nHai.\n`);
    return path;
  });
  await migrate(office.reporter, paths);
  rmSync(folder, { recursive: true });
  expect((await batch(office.approver, batchId))?.articles).toHaveLength(50);
  expect(await confirm(office.approver)).toEqual({ confirmed: 50, left: [] });
  expect(await batch(office.approver, batchId)).toMatchObject({ waiting: 1, live: 50, confirmedAt: null });
  expect(await confirm(office.approver)).toEqual({ confirmed: 1, left: [] });
});

test("two approvers press at once: each article goes live once", async () => {
  const digest = await shown(office.approver);
  const both = await Promise.allSettled([
    confirmBatch(office.approver, { batchId, digest }),
    confirmBatch(office.approver2, { batchId, digest }),
  ]);
  const confirmed = both.map((one) => (one.status === "fulfilled" ? one.value.confirmed : 0));
  expect(confirmed.reduce((sum, one) => sum + one, 0)).toBe(2);
  const published = await rows(
    `select count(*)::integer as times from events where kind = 'went_live' and document_id = any('{${numbers.join(",")}}')`,
  );
  expect(published).toEqual([{ times: 2 }]);
});

test("a batch is closed by who confirmed an article of it, and not by who pressed as well and came too late", async () => {
  const { approver, approver2 } = office;
  const { late } = await transaction(async (tx) => {
    for (const id of numbers) await carryOutIn(tx, approver, ["approve", "publish"], id, await seen(approver, id));
    const late = confirm(approver2);
    const { rows: own } = await tx.execute<{ pid: number }>("select pg_backend_pid() as pid");
    const behind = "select from pg_stat_activity where $1::integer = any(pg_blocking_pids(pid))";
    expect(await until(async () => (await rows(behind, [own[0]?.pid])).length > 0, 10_000)).toBe(true);
    return { late };
  });
  expect((await late).left.map(({ number }) => number)).toEqual(numbers);
  expect(await batch(approver, batchId)).toMatchObject({ waiting: 0, live: 2, confirmedAt: null, confirmedBy: null });

  const closes = async (by: Person, id: number, documentIds: number[]) => {
    const closer = await transaction((tx) => closerOf(tx, by, id, documentIds));
    return permitClosing(closer) !== null;
  };
  expect(await closes(approver2, batchId, numbers)).toBe(false);
  expect(await closes(approver, batchId, [])).toBe(false);
  expect(await closes(approver, batchId + 1, numbers)).toBe(false);
  expect(await closes(approver, batchId, numbers)).toBe(true);
});

test("how an article of a batch stands is told to those alone who may send it back", async () => {
  const asked = { batchId, documentId: numbers[0] ?? 0, reason: "unverified", words: "Kiểm lại số liệu." };
  for (const when of ["while it waits", "when it has gone back"]) {
    await expect(takeOut(office.stranger, asked), when).rejects.toMatchObject({ code: "not_found" });
    await expect(takeOut(office.reporter, asked), when).rejects.toMatchObject({ code: "not_allowed" });
    if (when === "while it waits") await takeOut(office.approver, asked);
  }
  const other = await submitted(office);
  await expect(takeOut(office.approver, { ...asked, documentId: other })).rejects.toMatchObject({
    code: "wrong_state",
  });
});

test("an article that is taken out goes back to its importer, and the others go on", async () => {
  const [first = 0] = numbers;
  const asked = { batchId, documentId: first, reason: "unverified", words: "Kiểm lại số liệu." };
  await takeOut(office.approver, asked);
  await expect(takeOut(office.approver, asked)).rejects.toMatchObject({ code: "wrong_state" });
  expect((await storyOf(office.reporter, first)).open).toMatchObject({ state: "draft", batchId });
  expect(await batch(office.approver, batchId)).toMatchObject({ waiting: 1, returned: 1 });
  const desk = await deskHome(office.reporter);
  expect(desk.waiting.map(({ id, why }) => ({ id, why }))).toEqual([{ id: first, why: "returned" }]);
  expect(desk.writing.map(({ id }) => id)).toEqual([first]);
  expect(await confirm(office.approver)).toEqual({ confirmed: 1, left: [] });
  await carryOut(office.reporter, "submit", first, {});
  expect(await confirm(office.approver)).toEqual({ confirmed: 1, left: [] });
  expect(await liveOnes()).toHaveLength(2);
});
