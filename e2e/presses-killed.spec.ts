import type { Locator, Page } from "@playwright/test";
import { hold } from "#db/testing-locks.ts";
import { start } from "#features/moves/commands.ts";
import { published, type Root, rootOf } from "#features/moves/testing.ts";
import { aSentence, aWeek, typeAtRoot } from "#features/moves/testing-root.ts";
import { ASKED } from "#features/questions/testing.ts";
import { proposeName } from "#features/renaming/commands.ts";
import { isoDayOf, mondayOf } from "#lib/dates.ts";
import { deskOn } from "./fixtures/desk.ts";
import { expect, type OwnProduct, test } from "./fixtures/own-product.ts";
import { inDatabase } from "./fixtures/people.ts";
import { pageOf } from "./fixtures/sessions.ts";
import { expectSaving } from "./fixtures/writing.ts";

/** A start after a crash brings the database back first. Milliseconds. */
const RECOVERY_MS = 90_000;
const UNANSWERED = "chưa biết việc vừa bấm đã được thực hiện hay chưa";
const AWAY = "Cơ sở dữ liệu của máy chủ chưa trả lời";
/** Where what is pressed here writes: whoever only looks goes on. */
const WRITTEN = "questions, draft_buffers, office_events, front_choices, events, revisions";

test.setTimeout(240_000);

/** How often something of all that is pressed here was done, and the words that were saved. */
async function done(own: OwnProduct) {
  const [counted] = await inDatabase(
    own,
    `select (select count(*)::integer from questions) as questions,
      (select count(*)::integer from front_choices) as chosen,
      (select count(*)::integer from office_events where kind = 'section_name_proposed') as proposed,
      (select count(*)::integer from office_events where kind = 'section_renamed') as renamed,
      (select count(*)::integer from events where kind = 'went_live' and document_id in (
        select id from documents where kind = 'banner')) as banners,
      (select count(*)::integer from documents where kind = 'banner' and visibility = 'withdrawn') as withdrawn,
      (select b.content ->> 'note' from draft_buffers b join editions e on e.id = b.edition_id
        join documents d on d.id = e.document_id and d.kind = 'week') as week,
      (select b.content ->> 'title' from draft_buffers b join editions e on e.id = b.edition_id
        join documents d on d.id = e.document_id and d.kind = 'front') as front`,
  );
  return counted;
}

type Begun = { root: Root; banner: number; week: number; front: number };

/** What is there before anybody presses: an urgent notice to be sent, a calendar and a front that are written, a name that is proposed. */
async function begun({ office }: OwnProduct): Promise<Begun> {
  const root = await rootOf(office);
  for (const headline of ["Bài một", "Bài hai"]) await published(office, { headline });
  const banner = await start(root.approver, "banner");
  await typeAtRoot(root.approver, banner, aSentence("flood", ["tổ 5, đường Trần Phú", "114"]));
  const week = await start(root.editor, "week");
  await typeAtRoot(root.editor, week, aWeek(mondayOf(isoDayOf(new Date())), { note: "Trước" }));
  const front = await start(root.editor, "front");
  await typeAtRoot(root.editor, front, { title: "Trước" });
  const named = { sectionId: office.elsewhere, base: 0 };
  await proposeName(office.admin, named, { name: "Tin báo", slug: "" });
  return { root, banner, week, front };
}

async function openToType(page: Page, documentId: number, field: Locator): Promise<void> {
  const key = page.waitForResponse(/\/api\/journal-key$/);
  await page.goto(`/desk/documents/${documentId}`);
  await (await key).finished();
  await expect(field).toBeEditable();
}

const dialogOf = (page: Page) => page.getByRole("dialog");
const slot = (page: Page, place: number) =>
  page.getByRole("listitem").filter({ hasText: `Tin nổi bật, vị trí ${place}` });

test("what a kill in the middle of presses leaves is wholly done or wholly not, is said as far as it is known, and no word is lost", async ({
  browser,
  own,
}) => {
  const { office } = own;
  const { root, banner, week, front } = await begun(own);
  const open = (personId: number) => pageOf(browser, own, own.url, personId);
  const citizen = await (await browser.newContext({ baseURL: own.url, javaScriptEnabled: false })).newPage();
  const [approver, admin, agreeing, editor, choosing, arranging] = [
    ...[await open(root.approver.personId), await open(office.admin.personId), await open(root.approver.personId)],
    ...[await open(root.editor.personId), await open(root.editor.personId), await open(root.editor.personId)],
  ] as [Page, Page, Page, Page, Page, Page];
  const note = editor.locator("[data-field=note] textarea");
  const title = arranging.locator("[data-field=title] input");

  const fillQuestion = async (subject: string) => {
    await citizen.goto("/hoi-dap/gui");
    await citizen.getByLabel(/Về việc/).fill(subject);
    await citizen.getByLabel(/Nội dung câu hỏi/).fill(ASKED.words);
    await citizen.getByLabel(/Họ và tên/).fill(ASKED.name);
    await citizen.getByLabel(/Thư điện tử hoặc điện thoại/).fill(ASKED.contact);
  };
  /** A click waits for the page that it leads to, and none comes. */
  const sendQuestion = async () => {
    void citizen
      .getByRole("button", { name: "Gửi câu hỏi" })
      .click()
      .catch(() => undefined);
  };
  const propose = async (section: string, name: string) => {
    await admin.goto("/desk/sections");
    await admin.getByRole("button", { name: `Đổi tên chuyên mục ${section}` }).click();
    await dialogOf(admin).getByLabel("Tên chuyên mục").fill(name);
  };
  const sendName = () => dialogOf(admin).getByRole("button", { name: "Gửi đề nghị" }).click();
  const askToAgree = async () => {
    await agreeing.goto("/desk");
    await agreeing.getByRole("button", { name: /^Đồng ý đổi tên/ }).click();
  };
  const agree = () => dialogOf(agreeing).getByRole("button", { name: "Đồng ý" }).click();
  const move = () => choosing.getByRole("button", { name: "Chuyển bài ở Tin nổi bật, vị trí 2 lên" }).click();

  await fillQuestion("Giờ tiếp dân");
  await propose("Tin tức / Đảng - đoàn thể", "Đoàn thể");
  await askToAgree();
  await choosing.goto("/desk/fronts/home");
  await openToType(editor, week, note);
  await openToType(arranging, front, title);
  const desk = deskOn(approver);
  await approver.goto(`/desk/documents/${banner}/review`);

  // Everything is killed while each of the presses is in the middle of what it does.
  const before = await done(own);
  const held = await hold(own.databaseUrl, `lock table ${WRITTEN} in share row exclusive mode`);
  const pressAll = async (others: typeof held, text: string, onBanner: () => Promise<void>) => {
    await Promise.all([note.fill(text), title.fill(text)]);
    await others.waitFor(2);
    await Promise.all([sendQuestion(), sendName(), agree(), move(), onBanner()]);
    await others.waitFor(7);
  };
  const urgent = () => desk.press("Đăng khẩn", { words: "Nước lên trong đêm." });
  await pressAll(held, "Gõ khi máy chủ sắp chết", urgent);
  await own.killAll();
  for (const page of [admin, agreeing, choosing, approver])
    await expect(page.getByText(UNANSWERED).first()).toBeVisible();
  for (const page of [editor, arranging]) await expectSaving(page, "offline");
  await expect(dialogOf(admin).getByLabel("Tên chuyên mục")).toHaveValue("Đoàn thể");
  await expect(dialogOf(approver).locator("textarea")).toHaveValue("Nước lên trong đêm.");
  await own.startAgain();
  // What was typed goes on by itself, the rest waits for whoever pressed.
  for (const page of [editor, arranging]) await expectSaving(page, "clean", RECOVERY_MS);
  const typed = { week: "Gõ khi máy chủ sắp chết", front: "Gõ khi máy chủ sắp chết" };
  expect(await done(own)).toEqual({ ...before, ...typed });

  // Who reloads sends the same form once more.
  await Promise.all([citizen.reload(), sendName(), agree(), move()]);
  await dialogOf(approver).getByRole("button", { name: "Đăng khẩn", exact: true }).click();
  await approver.waitForURL(/done=emergency_publish/);
  await expect(citizen.getByRole("heading", { level: 1 })).toHaveText("Đã nhận câu hỏi");
  for (const page of [admin, agreeing]) await expect(dialogOf(page)).toHaveCount(0);
  await expect(slot(choosing, 1)).toContainText("Bài một");
  const once = { ...before, ...typed, questions: 1, chosen: 1, proposed: 2, renamed: 1, banners: 1 };
  expect(await done(own)).toEqual(once);

  // Now PostgreSQL alone, under the same presses.
  await fillQuestion("Giờ mở cửa");
  // Who looks something up meanwhile and comes back has every word still.
  await citizen.goto("/hoi-dap");
  await citizen.goBack();
  await expect(citizen.getByLabel(/Nội dung câu hỏi/)).toHaveValue(ASKED.words);
  await expect(citizen.getByLabel(/Thư điện tử hoặc điện thoại/)).toHaveValue(ASKED.contact);
  await propose("Tin báo", "Thông tin");
  await askToAgree();
  await approver.goto(`/desk/documents/${banner}/review`);
  const again = await hold(own.databaseUrl, `lock table ${WRITTEN} in share row exclusive mode`);
  const over = () => desk.press("Gỡ thanh tin", { reason: "Hết hiệu lực" });
  await pressAll(again, "Gõ khi cơ sở dữ liệu sắp chết", over);
  await own.killDatabase();
  for (const page of [admin, agreeing, choosing, approver]) await expect(page.getByText(AWAY).first()).toBeVisible();
  await expect(citizen.getByRole("heading", { level: 1 })).toHaveText("Chưa biết đã gửi được hay chưa");
  for (const page of [editor, arranging]) await expectSaving(page, "offline");
  await expect(dialogOf(admin).getByLabel("Tên chuyên mục")).toHaveValue("Thông tin");
  own.letDatabaseStart();
  for (const page of [editor, arranging]) await expectSaving(page, "clean", RECOVERY_MS);
  const typedAgain = { week: "Gõ khi cơ sở dữ liệu sắp chết", front: "Gõ khi cơ sở dữ liệu sắp chết" };
  expect(await done(own)).toEqual({ ...once, ...typedAgain });
  await citizen.reload();
  await expect(citizen.getByRole("heading", { level: 1 })).toHaveText("Đã nhận câu hỏi");
  await Promise.all([sendName(), agree(), move()]);
  await dialogOf(approver).getByRole("button", { name: "Gỡ thanh tin", exact: true }).click();
  await approver.waitForURL(/done=withdraw/);
  for (const page of [admin, agreeing]) await expect(dialogOf(page)).toHaveCount(0);
  await expect(slot(choosing, 1)).toContainText("Bài hai");
  expect(await done(own)).toEqual({
    ...{ ...once, ...typedAgain, questions: 2, chosen: 2, proposed: 3, renamed: 2, withdrawn: 1 },
  });
});
