import pg from "pg";
import { appUrlFrom } from "#db/app-login.ts";
import { SERVER } from "#db/client.ts";
import { carryOut } from "#features/moves/commands.ts";
import { drafted, published } from "#features/moves/testing.ts";
import { aBusyWriter, type BusyWriter } from "./fixtures/busy-writer.ts";
import { expect, type OwnProduct, test } from "./fixtures/own-product.ts";
import { inDatabase } from "./fixtures/people.ts";
import { cookieOf, pageOf } from "./fixtures/sessions.ts";
import { confirmedSaves, expectSaving, headline, keptHere, openToWrite } from "./fixtures/writing.ts";

const WRITERS = 3;
/** A start after a crash brings the database back first. Milliseconds. */
const RECOVERY_MS = 90_000;

test.setTimeout(180_000);

/** People who all type at once, each at work when this returns. */
async function busyWriters(own: OwnProduct): Promise<BusyWriter[]> {
  const cookie = await cookieOf(own, own.office.reporter.personId);
  const writers: BusyWriter[] = [];
  // One after another: beginning twice before anything is typed begins one article.
  while (writers.length < WRITERS) writers.push(await aBusyWriter(own, cookie));
  await allGoOn(writers, 5);
  return writers;
}

const allGoOn = (writers: BusyWriter[], saves: number) =>
  Promise.all(writers.map((writer) => writer.goesOn(saves, RECOVERY_MS)));

/** What was confirmed before the kill went on from there without a gap, and the last of it is what is kept. */
async function expectNothingMissing(writers: BusyWriter[]): Promise<void> {
  await allGoOn(writers, 3);
  for (const writer of writers) {
    const kept = await writer.finish();
    expect(kept).toEqual(writer.confirmed.at(-1));
  }
}

async function healthOf({ url }: OwnProduct): Promise<{ status: number; ready: boolean; reasons: string[] }> {
  const answer = await fetch(`${url}/api/health`);
  return { status: answer.status, ...(await answer.json()) };
}

async function headlineOf(own: OwnProduct, documentId: number): Promise<{ headline: string; version: number }> {
  const [kept] = await inDatabase(
    own,
    `select b.content->>'headline' as headline, b.version
     from draft_buffers b join editions e on e.id = b.edition_id where e.document_id = $1`,
    [documentId],
  );
  return kept;
}

const statusOf = async ({ url }: OwnProduct, path: string) => (await fetch(url + path)).status;

test("when PostgreSQL is killed, readers get on from memory for as long as it is away, and what was decided before", async ({
  own,
}) => {
  const slug = "khai-mac-hoi-thao-phuong";
  // Of another title, so that it is nothing that is near the first, whose page would be drawn anew when it goes.
  const [kept, withdrawn] = [await published(own.office), await published(own.office, { headline: "Cúp nước", slug })];
  const address = (id: number) => `/dang-doan-the/${slug}-${id}`;
  for (const id of [kept, withdrawn]) await expect.poll(() => statusOf(own, address(id))).toBe(200);
  await carryOut(own.office.approver, "withdraw", withdrawn, { reason: "error" });
  await expect.poll(() => statusOf(own, address(withdrawn))).toBe(410);
  await expect.poll(async () => (await fetch(own.url + address(kept))).text()).toContain("/_tep/chia-se/");
  await expect.poll(async () => (await healthOf(own)).reasons).toEqual([]);
  expect(await statusOf(own, address(kept))).toBe(200);
  await own.killDatabase();
  await expect.poll(async () => (await healthOf(own)).reasons).toContain("follower: announcements are not heard");
  // The grace for others is one second here; there are none, and nobody can decide anything.
  const since = performance.now();
  const goesOn = async () => {
    expect(await statusOf(own, address(kept))).toBe(200);
    return performance.now() - since;
  };
  await expect.poll(goesOn, { timeout: 20_000 }).toBeGreaterThan(4_000);
  expect(await statusOf(own, "/tin-tuc")).toBe(503);
  expect(await statusOf(own, address(withdrawn))).toBe(503);
  own.letDatabaseStart();
  await expect.poll(() => statusOf(own, "/tin-tuc"), { timeout: RECOVERY_MS }).toBe(200);
  await expect.poll(() => statusOf(own, address(withdrawn)), { timeout: RECOVERY_MS }).toBe(410);
  await expect.poll(() => healthOf(own)).toMatchObject({ status: 200, ready: true, reasons: [] });
});

/** Another machine that serves a desk on the same database, as far as the product can see, once it has seen it. */
async function anotherMachine(own: OwnProduct): Promise<void> {
  const [app] = await inDatabase(own, "select app_role as role, app_password as password from install");
  const appUrl = appUrlFrom(own.databaseUrl, app.role, app.password);
  const other = new pg.Client({ connectionString: appUrl, application_name: `${SERVER}:web+clock:another` });
  other.on("error", () => undefined);
  await other.connect();
  const { rows } = await other.query("select clock_timestamp() as since");
  const looks = `select from pg_stat_activity
    where query like '%starts_with(application_name%' and query_start > $1 and pid <> pg_backend_pid()`;
  await expect
    .poll(async () => (await other.query(looks, [rows[0].since])).rowCount, { intervals: [20], timeout: 20_000 })
    .toBe(1);
}

test("when PostgreSQL is killed and another machine may decide something, pages in memory are sent no longer than the grace", async ({
  own,
}) => {
  const address = `/dang-doan-the/khai-mac-hoi-thao-phuong-${await published(own.office)}`;
  await expect.poll(() => statusOf(own, address)).toBe(200);
  await anotherMachine(own);
  await own.killDatabase();
  await expect.poll(() => statusOf(own, address), { intervals: [50], timeout: 20_000 }).toBe(503);
  own.letDatabaseStart();
  await expect.poll(() => statusOf(own, address), { timeout: RECOVERY_MS }).toBe(200);
  await expect.poll(() => healthOf(own)).toMatchObject({ status: 200, ready: true, reasons: [] });
});

test("when PostgreSQL is killed under autosave the editor and the health say so, the words are kept, and it goes on by itself", async ({
  browser,
  own,
}) => {
  const id = await drafted(own.office);
  const page = await pageOf(browser, own, own.url, own.office.reporter.personId);
  const confirmed = confirmedSaves(page);
  await openToWrite(page, id);
  await headline(page).fill("Gõ trước khi mất cơ sở dữ liệu");
  await expectSaving(page, "clean");
  const writers = await busyWriters(own);

  await expect.poll(() => healthOf(own)).toMatchObject({ status: 200, ready: true, reasons: [] });
  await own.killDatabase();
  expect(await healthOf(own)).toMatchObject({ status: 503, ready: false });
  expect((await healthOf(own)).reasons).toContainEqual(expect.stringMatching(/^database: does not (work|answer)$/));
  await expect.poll(async () => (await healthOf(own)).reasons).toContain("follower: announcements are not heard");
  await headline(page).fill("Gõ khi mất cơ sở dữ liệu");
  await page.keyboard.press("Control+s");
  await expectSaving(page, "offline");
  await expect.poll(() => keptHere(page)).toBe(1);
  own.letDatabaseStart();

  await expectSaving(page, "clean", RECOVERY_MS);
  await expect.poll(() => healthOf(own)).toMatchObject({ status: 200, ready: true, reasons: [] });
  await expect(page.getByRole("dialog")).toBeHidden();
  await expectNothingMissing(writers);
  await expect
    .poll(async () => (await confirmed()).map((save) => save.headline))
    .toEqual(["Gõ trước khi mất cơ sở dữ liệu", "Gõ khi mất cơ sở dữ liệu"]);
  expect(await headlineOf(own, id)).toEqual((await confirmed()).at(-1));
  await expect.poll(() => keptHere(page)).toBe(0);
  await page.context().close();
});

test("when everything is killed under autosave the next start has every confirmed save, and the browser the rest", async ({
  browser,
  own,
}) => {
  const [open, closed] = [await drafted(own.office), await drafted(own.office)];
  const page = await pageOf(browser, own, own.url, own.office.reporter.personId);
  const left = await page.context().newPage();
  const confirmed = confirmedSaves(left);
  await openToWrite(page, open);
  await openToWrite(left, closed);
  await headline(left).fill("Đã lưu trước khi mất điện");
  await expectSaving(left, "clean");
  await expect.poll(confirmed).toHaveLength(1);
  const writers = await busyWriters(own);

  await own.killAll();
  await headline(page).fill("Gõ khi máy chủ đã tắt, trang còn mở");
  await headline(left).fill("Gõ khi máy chủ đã tắt, rồi đóng trang");
  for (const one of [page, left]) {
    await one.keyboard.press("Control+s");
    await expectSaving(one, "offline");
  }
  await left.close();
  await own.startAgain();

  await expectSaving(page, "clean", RECOVERY_MS);
  expect((await headlineOf(own, open)).headline).toBe("Gõ khi máy chủ đã tắt, trang còn mở");
  await expectNothingMissing(writers);
  expect(await headlineOf(own, closed)).toEqual((await confirmed()).at(-1));

  await page.goto(`/desk/documents/${closed}`);
  await expect(headline(page)).toHaveValue("Đã lưu trước khi mất điện");
  await page.getByRole("button", { name: "Xem và chọn" }).click();
  const both = page.getByRole("dialog", { name: "Nội dung chưa lưu trên máy này" });
  await expect(both).toContainText("Gõ khi máy chủ đã tắt, rồi đóng trang");
  await expect(both).toContainText("Đã lưu trước khi mất điện");
  await both.getByRole("button", { name: "Khôi phục bản này" }).click();
  await expectSaving(page, "clean");
  expect((await headlineOf(own, closed)).headline).toBe("Gõ khi máy chủ đã tắt, rồi đóng trang");
  await expect.poll(() => keptHere(page)).toBe(0);
});
