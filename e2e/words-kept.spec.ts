import type { Page } from "@playwright/test";
import { start } from "#features/moves/commands.ts";
import { drafted, type Person, submitted, typeIn } from "#features/moves/testing.ts";
import { expect, test } from "./fixtures/office.ts";
import {
  close,
  cutOff,
  DRAFTS,
  expectSaving,
  headline,
  keptHere,
  openToWrite,
  standfirst,
} from "./fixtures/writing.ts";

const offered = (page: Page) => page.getByRole("alert").filter({ hasText: "Trên máy này còn nội dung chưa lưu" });
const answer = (page: Page) => offered(page).getByRole("button", { name: "Xem và chọn" });
const stoppedBy = (page: Page) =>
  page.getByRole("alert").filter({ hasText: "Chưa thực hiện vì trên máy này còn nội dung" });

/** Types a headline that no save takes, since the same person types elsewhere too, and leaves the article. */
async function leaveUnsaved(page: Page, by: Person, id: number, typed: string): Promise<void> {
  const mend = await cutOff(page, DRAFTS);
  await openToWrite(page, id);
  await headline(page).fill(typed);
  await expectSaving(page, "offline");
  await expect.poll(() => keptHere(page)).toBe(1);
  await typeIn(by, id, { headline: "Câu lưu từ máy khác" });
  await page.goto("/desk");
  mend();
}

test("a standfirst that is too long is not cut, and what no save took is there at the next visits", async ({
  office,
  pageOf,
}) => {
  const id = await drafted(office);
  const page = await pageOf(office, office.reporter);
  const next = await page.context().newPage();
  const pasted = `${"Nước lên. ".repeat(300)}!`;
  expect(pasted).toHaveLength(3001);
  await openToWrite(page, id);
  await standfirst(page).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(pasted);
  await expect(standfirst(page)).toHaveValue(pasted);
  await expect(standfirst(page)).toHaveAccessibleDescription(/dài 3\.001 ký tự, nhiều nhất là 3\.000/);
  await expectSaving(page, "refused");
  await expect(page.locator("[data-save]")).toContainText("Sapo dài quá 3000 ký tự.");
  expect(await close(page)).toBe(true);

  for (const _visit of ["first", "second"]) {
    await openToWrite(next, id);
    await expect(offered(next)).toContainText("Sapo dài quá 3000 ký tự.");
  }
  await offered(next).getByRole("button", { name: "Xem nội dung" }).click();
  const dialog = next.getByRole("dialog", { name: "Nội dung chưa lưu trên máy này" });
  await expect(dialog.getByLabel("Nội dung giữ trên máy này")).toHaveValue(new RegExp(`\n${pasted}\n`));
  await dialog.getByRole("button", { name: "Xóa khỏi máy này" }).click();
  await expect(offered(next)).toHaveCount(0);
  await expect.poll(() => keptHere(next)).toBe(0);
});

test("what this browser keeps or forgets of a text is on the disk before it counts as done", async ({
  office,
  pageOf,
}) => {
  const id = await drafted(office);
  const page = await pageOf(office, office.reporter);
  await page.addInitScript(() => {
    const made: string[] = [];
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...how: Parameters<typeof transaction>) {
      const one = transaction.apply(this, how);
      if (one.mode === "readwrite") made.push(`${[...one.objectStoreNames].join()}: ${one.durability}`);
      return one;
    };
    Object.assign(window, { made });
  });
  const made = () => page.evaluate(() => [...new Set((window as unknown as { made: string[] }).made)].sort());
  const mend = await cutOff(page, DRAFTS);
  await openToWrite(page, id);
  await headline(page).fill("Câu còn ở trình duyệt");
  await expect.poll(() => keptHere(page)).toBe(1);
  mend();
  await expectSaving(page, "clean", 20_000);
  await expect.poll(() => keptHere(page)).toBe(0);
  expect(await made()).toEqual(["browser: strict", "copies: strict"]);
});

test("on an address without HTTPS the words of a tab that is open are its own, and another's once it is closed", async ({
  office,
  pageOf,
}) => {
  test.slow();
  const id = await drafted(office);
  const first = await pageOf(office, office.reporter);
  const context = first.context();
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "locks", { value: undefined }));
  await first.route("**/api/drafts/*", (route) => route.abort());
  await openToWrite(first, id);
  await headline(first).fill("Viết ở thẻ còn mở");
  await expectSaving(first, "offline");

  const second = await context.newPage();
  await openToWrite(second, id);
  await headline(second).fill("Viết ở thẻ thứ hai");
  await expectSaving(second, "clean");
  await expect(second.locator("[data-save]")).toContainText("Đã lưu lúc");
  await expect(offered(second)).toHaveCount(0);
  await close(first);
  await second.reload();
  // a browser in a hurry closes a page without telling it: then it counts as open for half a minute more
  await expect(offered(second)).toBeVisible({ timeout: 40_000 });
  await offered(second).getByRole("button", { name: "Xem và chọn" }).click();
  await expect(second.getByRole("dialog")).toContainText("Viết ở thẻ còn mở");
  await second.getByRole("button", { name: "Khôi phục bản này" }).click();
  await expect(headline(second)).toHaveValue("Viết ở thẻ còn mở");
  await expect.poll(() => keptHere(second)).toBe(0);
  await expectSaving(second, "clean");
});

test("no press takes an article along without the words this browser keeps of it, until one says which are meant", async ({
  office,
  pageOf,
}) => {
  const id = await drafted(office);
  const page = await pageOf(office, office.reporter);
  await leaveUnsaved(page, office.reporter, id, "Câu còn ở trình duyệt");
  await openToWrite(page, id);
  const [choose, stopped] = [answer(page), stoppedBy(page)];
  await expect(choose).toBeVisible();
  for (const press of ["Xem trước", "Gửi duyệt"]) {
    await page.getByRole("button", { name: press }).click();
    await expect(stopped).toBeVisible();
    await expect(choose).toBeFocused();
    await expect(page.getByRole("textbox", { name: "Nội dung bài viết" })).toBeEditable();
  }

  await choose.press("Enter");
  await page.getByRole("button", { name: "Khôi phục bản này" }).click();
  await expect(headline(page)).toHaveValue("Câu còn ở trình duyệt");
  await page.getByRole("button", { name: "Gửi duyệt" }).click();
  await page.waitForURL(/done=submit/);
  await expect(page.getByRole("heading", { name: "Câu còn ở trình duyệt" })).toBeVisible();
  await expect(offered(page)).toHaveCount(0);
});

test("a press that asks first is stopped for kept words in its dialog, and whoever leaves that is brought to them", async ({
  office,
  pageOf,
}) => {
  const id = await submitted(office);
  const page = await pageOf(office, office.editor);
  await leaveUnsaved(page, office.editor, id, "Câu còn ở trình duyệt");
  await openToWrite(page, id);
  await expect(answer(page)).toBeVisible();
  const dialog = page.getByRole("dialog", { name: "Trả lại" });
  async function giveBack(): Promise<void> {
    await page.getByRole("button", { name: "Trả lại" }).click();
    await dialog.getByLabel("Lý do").selectOption({ index: 1 });
    await dialog.getByLabel("Lời nhắn cho người viết").fill("Thiếu nguồn.");
    await dialog.getByRole("button", { name: "Trả lại" }).click();
  }
  await giveBack();
  await expect(dialog.getByRole("alert")).toContainText("Chưa thực hiện vì trên máy này còn nội dung");
  await dialog.getByRole("button", { name: "Thôi" }).click();
  await expect(answer(page)).toBeFocused();
  await expect(stoppedBy(page)).toBeVisible();

  await answer(page).press("Enter");
  await page.getByRole("button", { name: "Dùng bản đã lưu" }).click();
  await expect(offered(page)).toHaveCount(0);
  await expect(stoppedBy(page)).toHaveCount(0);
  await giveBack();
  await page.waitForURL(/done=return/);
});

test("the editor names who saved last where it was somebody else, and says so where nothing was typed yet", async ({
  office,
  pageOf,
}) => {
  const typed = await drafted(office);
  const begun = await start(office.reporter, "article");
  const writer = await pageOf(office, office.reporter);
  const colleague = await pageOf(office, office.editor);
  await openToWrite(writer, begun);
  await expect(writer.locator("[data-save]")).toHaveText("Chưa có nội dung nào được lưu.");
  await openToWrite(writer, typed);
  await expect(writer.locator("[data-save]")).toHaveText(/^Đã lưu lúc/);
  await openToWrite(colleague, typed);
  await expect(colleague.locator("[data-save]")).toHaveText(/^Reporter đã lưu lúc/);
});
