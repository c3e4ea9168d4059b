import type { Page } from "@playwright/test";
import { drafted, storyOf } from "#features/moves/testing.ts";
import { expect, type OwnSite, test } from "./fixtures/office.ts";
import { signedInAs } from "./fixtures/sessions.ts";
import { cutOff, DRAFTS, expectSaving, headline, keptHere, openToWrite, standfirst } from "./fixtures/writing.ts";

const headlineOf = async (office: OwnSite, id: number) => (await storyOf(office.reporter, id)).buffer?.content.headline;
const offered = (page: Page) => page.getByRole("alert").filter({ hasText: "Trên máy này còn nội dung chưa lưu" });

async function pressSignOut(page: Page): Promise<void> {
  await page.getByRole("banner").getByRole("button", { name: "Người viết" }).click();
  await page.getByRole("button", { name: "Đăng xuất", exact: true }).click();
}

test("at a shared computer signing out asks about unsaved words, and afterwards nobody reads them there", async ({
  product,
  office,
  openDraft,
}) => {
  const { id, page } = await openDraft();
  const mend = await cutOff(page, DRAFTS, "PUT");
  await standfirst(page).fill("Câu chưa lưu của phóng viên.");
  await expectSaving(page, "offline");
  await expect.poll(() => keptHere(page)).toBe(1);

  // somebody else beside it: their page of the same article knows nothing of it
  await signedInAs(page.context(), product, office.url, office.editor.personId);
  const beside = await page.context().newPage();
  await openToWrite(beside, id);
  await expectSaving(beside, "clean");
  await headline(beside).fill("Biên tập viên gõ");
  await expectSaving(beside, "clean");
  await expect(offered(beside)).toHaveCount(0);
  await beside.close();

  await signedInAs(page.context(), product, office.url, office.reporter.personId);
  await pressSignOut(page);
  const asks = page.getByRole("dialog", { name: "Còn nội dung chưa lưu" });
  await expect(asks).toContainText("nội dung của 1 bài");
  await asks.getByRole("button", { name: "Ở lại để lưu" }).click();
  await expect(standfirst(page)).toHaveValue("Câu chưa lưu của phóng viên.");
  await pressSignOut(page);
  await asks.getByRole("button", { name: "Đăng xuất, bỏ nội dung này" }).click();
  await page.waitForURL(/\/login/);

  mend();
  await signedInAs(page.context(), product, office.url, office.reporter.personId);
  await openToWrite(page, id);
  await expect.poll(() => keptHere(page)).toBe(0);
  await expect(offered(page)).toHaveCount(0);
  await expect(headline(page)).toHaveValue("Biên tập viên gõ");
});

test("signing out while the server cannot be reached says so, and the words stay and are saved when it is back", async ({
  office,
  pageOf,
}) => {
  const id = await drafted(office);
  const page = await pageOf(office, office.reporter);
  await openToWrite(page, id);
  const mend = await cutOff(page, "**/*");
  const away = page.getByRole("dialog", { name: "Chưa đăng xuất được" });
  await pressSignOut(page);
  await expect(away).toContainText("Mất kết nối với máy chủ.");
  await away.getByRole("button", { name: "Đóng" }).click();

  await headline(page).fill("Câu viết lúc mất kết nối");
  await expect.poll(() => keptHere(page)).toBe(1);
  await pressSignOut(page);
  const asks = page.getByRole("dialog", { name: "Còn nội dung chưa lưu" });
  await expect(asks).toContainText("nội dung của 1 bài");
  await asks.getByRole("button", { name: "Đăng xuất, bỏ nội dung này" }).click();
  await expect(away).toBeVisible();
  await expect(asks).toBeHidden();
  await away.getByRole("button", { name: "Đóng" }).click();
  await expect(headline(page)).toHaveValue("Câu viết lúc mất kết nối");
  await expect(page.locator("[data-save]")).toContainText("Mất kết nối. Nội dung chưa lưu được giữ trên máy này.");
  expect(await keptHere(page)).toBe(1);

  mend();
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expectSaving(page, "clean");
  expect(await headlineOf(office, id)).toBe("Câu viết lúc mất kết nối");
  await expect.poll(() => keptHere(page)).toBe(0);
});

test("signing out right behind the last key sends the words first, and asks nothing", async ({ office, openDraft }) => {
  const { id, page } = await openDraft();
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "PUT") asked.push("save");
    if (request.headers()["next-action"] !== undefined) asked.push("sign out");
  });
  // No save goes out by itself: the clock on which it waits stands still.
  await page.clock.install();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await headline(page).fill("Câu cuối trước khi về");
  await pressSignOut(page);
  await page.waitForURL(/\/login/);
  expect(asked).toEqual(["save", "sign out"]);
  expect(await headlineOf(office, id)).toBe("Câu cuối trước khi về");
});
