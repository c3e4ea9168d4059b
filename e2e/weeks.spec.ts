import type { Locator } from "@playwright/test";
import { EXCEL, WORD } from "#components/editor/week/fixtures/word-table.ts";
import { calledWeek } from "#features/kinds/week.ts";
import { carryOut } from "#features/moves/commands.ts";
import { aWeek, publishAtRoot, publishedWeek, typeAtRoot } from "#features/moves/testing-root.ts";
import { daysAfter, isoDayOf, mondayOf } from "#lib/dates.ts";
import { ask } from "./fixtures/ask.ts";
import { test as demo, expect as demoExpect } from "./fixtures/base.ts";
import { fromMenu } from "./fixtures/desk.ts";
import { holdFrames } from "./fixtures/focus.ts";
import { sticksOut } from "./fixtures/looks.ts";
import { expect, test } from "./fixtures/root.ts";
import { expectSaving } from "./fixtures/writing.ts";

const MONDAY = mondayOf(isoDayOf(new Date()));
/** Its days without dates, which are of one week. */
const TABLE = WORD.replace("<br>(30/11)", "").replace(" 02/12/2026", "");

demo.describe("with scripts off", () => {
  demo.use({ javaScriptEnabled: false });

  for (const width of [320, 1440])
    demo(`a reader finds this week, the one before it and all of the year at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto("/lich-cong-tac");
      await demoExpect(page.getByRole("heading", { level: 1 })).toHaveText(calledWeek(MONDAY).title);
      await demoExpect(page.getByText("Hôm nay", { exact: true })).toHaveCount(1);
      const off = page.getByRole("listitem").filter({ hasText: "Đối thoại với thanh niên" });
      await demoExpect(off.getByText("Hủy", { exact: true })).toBeVisible();
      await demoExpect(off.locator("s")).toHaveText("Đối thoại với thanh niên về sân chơi mới");
      demoExpect(await sticksOut(page)).toEqual([]);
      await page.getByRole("link", { name: /^Lịch trước/ }).click();
      await demoExpect(page).toHaveURL(new RegExp(`/lich-cong-tac/${calledWeek(daysAfter(MONDAY, -7)).slug}$`));
      await page.getByText(/^Các tuần năm/).click();
      demoExpect(await sticksOut(page)).toEqual([]);
      await page.getByRole("link", { name: /^Lịch sau/ }).click();
      await demoExpect(page).toHaveURL(new RegExp(`/lich-cong-tac/${calledWeek(MONDAY).slug}$`));
    });
});

test("a clerk writes a week, an approver signs it, readers see it, and a meeting that is put off is signed and seen as well", async ({
  office,
  page: reader,
  rootDesk,
}) => {
  test.slow();
  const { slug, title } = calledWeek(MONDAY);
  await reader.goto(`${office.url}/lich-cong-tac`);
  await expect(reader.getByText(/Lịch công tác tuần này .* chưa được đăng/)).toBeVisible();
  const [editor, approver] = [await rootDesk("editor"), await rootDesk("approver")];
  const { page } = editor;
  await fromMenu(page, "Lịch công tác");
  await expect(page.getByText(/^Tuần này .*: chưa có lịch\.$/)).toBeVisible();
  await page.getByRole("button", { name: "Soạn lịch tuần mới" }).click();
  await page.waitForURL(/\/desk\/documents\/\d+$/);
  const number = Number(/\d+$/.exec(page.url())?.[0]);
  await expect(page.getByLabel("Tuần", { exact: false }).first()).toHaveValue(MONDAY);

  // By keyboard: the work goes on in the entry that was added.
  const add = page.getByRole("button", { name: "Thêm mục Thứ Hai" });
  await holdFrames(page);
  await add.focus();
  await page.keyboard.press("Enter");
  const first = page.getByRole("group", { name: "Thứ Hai, mục 1" });
  await expect(first.getByLabel("Thời gian")).toBeFocused();
  await first.getByLabel("Từ giờ").fill("8 rưỡi");
  await expect(first.getByText("Chưa hiểu giờ này")).toBeVisible();
  await first.getByLabel("Từ giờ").fill("8h");
  await expect(first.getByText("08:00", { exact: true })).toBeVisible();
  await first.getByLabel("Lãnh đạo").fill("Chủ tịch Trần Thị Mẫu");
  await first.getByLabel("Địa điểm").fill("Phòng họp 1");
  await first.getByLabel("Nội dung công việc").fill("Giao ban tuần");
  await page.getByRole("button", { name: "Thêm mục Thứ Tư" }).click();
  const second = page.getByRole("group", { name: "Thứ Tư, mục 1" });
  await second.getByLabel("Thời gian").selectOption({ label: "Buổi sáng" });
  await second.getByLabel("Nội dung công việc").fill("Tiếp công dân");
  await second.getByLabel("Địa điểm").fill("Phòng tiếp dân");
  await expectSaving(page, "clean");

  // What is missing is said at once, and what was removed comes back.
  await expect(page.getByText("Chưa ghi lãnh đạo: Thứ Tư, mục 1.")).toBeVisible();
  await second.getByLabel("Lãnh đạo").fill("Phó Chủ tịch");
  await first.getByRole("button", { name: "Bỏ Thứ Hai, mục 1" }).click();
  await expect(page.getByRole("button", { name: "Lấy lại như trước" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(first.getByLabel("Nội dung công việc")).toHaveValue("Giao ban tuần");
  await second.getByLabel("Ngày").selectOption({ label: "Thứ Năm" });
  await expect(page.getByRole("group", { name: "Thứ Năm, mục 1" }).getByLabel("Ngày")).toBeFocused();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await expectSaving(page, "clean");
  await editor.submit();

  await approver.page.goto(`/desk/documents/${number}/review`);
  await expect(approver.preview.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(approver.preview.getByText("Tiếp công dân")).toBeVisible();
  await approver.press("Duyệt và đăng ngay");
  await approver.page.waitForURL(/done=approve_and_publish/);
  const shown = async (path = "/lich-cong-tac") => (await ask(office.host, path)).body.toString();
  await expect.poll(() => shown()).toContain("Giao ban tuần");
  await reader.reload();
  await expect(reader.getByRole("heading", { level: 2 })).toContainText(["Thứ Hai", "Thứ Năm"]);
  expect(await shown(`/lich-cong-tac/${slug}`)).toContain("Tiếp công dân");
  for (const path of [`/lich-cong-tac/${slug.toUpperCase()}`, `/Lich-Cong-Tac/${slug}/`]) {
    const { status, headers } = await ask(office.host, path);
    expect([path, status, headers.location]).toEqual([path, 308, `/lich-cong-tac/${slug}`]);
  }
  expect((await ask(office.host, "/lich-cong-tac/2019-w10")).status).toBe(404);

  // On Tuesday the meeting is put off: the approver sees that alone.
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`/desk/documents/${number}`);
  await editor.press("Cập nhật lịch công tác");
  await page.getByRole("group", { name: "Thứ Hai, mục 1" }).getByLabel("Tình trạng").selectOption({ label: "Hoãn" });
  await expectSaving(page, "clean");
  await editor.submit();
  await approver.page.goto(`/desk/documents/${number}/review`);
  await expect(approver.page.getByText("Sửa mục")).toBeVisible();
  await expect(approver.page.getByText("1 mục không đổi")).toBeVisible();
  await approver.press("Duyệt và đăng ngay");
  await approver.page.waitForURL(/done=approve_and_publish/);
  await expect.poll(() => shown()).toContain("Cập nhật lúc");
  await reader.reload();
  await expect(reader.getByText("Hoãn", { exact: true })).toBeVisible();
});

test("a table from Word is shown before it comes into the calendar, is added or put in the place of what stands, and is taken back by one press", async ({
  rootDesk,
}) => {
  const { page } = await rootDesk("editor");
  await page.goto("/desk/weeks");
  await page.getByRole("button", { name: "Soạn lịch tuần mới" }).click();
  await page.waitForURL(/\/desk\/documents\/\d+$/);
  const paste = (target: Locator, html: string, text = "") =>
    target.evaluate(
      (field, [html, text]) => {
        const clipboardData = new DataTransfer();
        if (html !== "") clipboardData.setData("text/html", html);
        clipboardData.setData("text/plain", text);
        field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      },
      [html, text] as const,
    );
  const dialog = page.getByRole("dialog", { name: "Dán bảng vào lịch" });
  await page.getByRole("button", { name: "Dán bảng từ Word, Excel" }).click();
  const field = dialog.getByLabel("Dán bảng vào đây");
  await paste(field, "", "Giao ban tuần");
  await expect(dialog.getByText("Không thấy bảng nào")).toBeVisible();
  await paste(field, TABLE);
  const thursday = dialog.getByRole("region", { name: "Thứ Năm" });
  await expect(thursday).toContainText("khoảng 9h");
  await expect(thursday).toContainText("Chưa hiểu giờ");
  await expect(dialog.getByText("LỊCH CÔNG TÁC TUẦN 49")).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await dialog.getByRole("button", { name: "Đưa vào lịch" }).click();
  const first = page.getByRole("group", { name: "Thứ Hai, mục 1" });
  await expect(first.getByLabel("Nội dung công việc")).toHaveValue("Giao ban tuần");
  await expect(first.getByLabel("Từ giờ")).toHaveValue("08:00");
  await expect(page.getByText("Chưa hiểu giờ: Thứ Năm, mục 1.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Lấy lại như trước" })).toBeFocused();
  await expectSaving(page, "clean");

  // Text alone is for the field that it is pasted into; a table never is.
  await paste(first.getByLabel("Địa điểm"), "", "Phòng họp 2");
  await expect(dialog).toBeHidden();
  await paste(first.getByLabel("Địa điểm"), "", EXCEL);
  await dialog.getByRole("button", { name: "Thay 6 mục đang có" }).click();
  const second = page.getByRole("group", { name: "Thứ Hai, mục 2" });
  await expect(first.getByLabel("Nội dung công việc")).toHaveValue(/^Họp "Ngày hồ sạch"/);
  await expect(second.getByLabel("Từ giờ")).toHaveValue("14:00");
  await page.keyboard.press("Enter");
  await expect(first.getByLabel("Nội dung công việc")).toHaveValue("Giao ban tuần");
  await expect(page.getByRole("group", { name: "Thứ Tư, mục 1" }).getByLabel("Đến giờ")).toHaveValue("10:30");
  await expectSaving(page, "clean");
});

test("a clerk starts the next week from the last one, and a second calendar of one week is pointed out and refused", async ({
  root,
  rootDesk,
}) => {
  const next = daysAfter(MONDAY, 7);
  await publishedWeek(root, MONDAY);
  const { page } = await rootDesk("editor");
  await page.goto("/desk/weeks");
  await page.getByRole("button", { name: "Soạn lịch tuần mới" }).click();
  await page.waitForURL(/\/desk\/documents\/\d+$/);
  await page.getByRole("button", { name: /^Chép các mục của tuần/ }).click();
  await expect(page.getByRole("group", { name: "Thứ Hai, mục 1" }).getByLabel("Nội dung công việc")).toHaveValue(
    "Giao ban tuần",
  );
  await expectSaving(page, "clean");
  const other = await publishedWeek(root, next);
  await page.reload();
  await expect(page.getByText("Tuần này đã có lịch khác bạn đọc biết", { exact: false })).toBeVisible();
  await page.goto("/desk/weeks");
  await expect(page.getByRole("link", { name: /^Tuần tới .*: đã có lịch\.$/ })).toHaveAttribute(
    "href",
    `/desk/documents/${other}`,
  );
});

test("a forged Tuesday, and a week that readers know under another address, are refused by whoever keeps the draft", async ({
  root,
}) => {
  const id = await publishedWeek(root, MONDAY);
  await carryOut(root.editor, "revise", id, {});
  await expect(typeAtRoot(root.editor, id, { monday: daysAfter(MONDAY, 1) })).rejects.toThrow();
  await expect(typeAtRoot(root.editor, id, aWeek(daysAfter(MONDAY, 7)))).rejects.toThrow("không đổi đường dẫn");
  await typeAtRoot(root.editor, id, aWeek(MONDAY, { title: "Lịch khác", note: "Đã đổi" }));
  await publishAtRoot(root, id);
});
