import type { Page } from "@playwright/test";
import { carryOut } from "#features/moves/commands.ts";
import { submitted } from "#features/moves/testing.ts";
import { deskOn } from "./fixtures/desk.ts";
import { expect, test } from "./fixtures/office.ts";

const HEADLINE = "Hội thao phường khai mạc";
const approving = (page: Page) => page.getByRole("button", { name: "Duyệt và đăng ngay" });

/** In the frame stands the text that readers have, or the open one. */
async function expectPreviewed(page: Page, text: "live" | "open"): Promise<void> {
  const frame = () => page.frames().find((one) => one.parentFrame() !== null);
  await expect.poll(() => frame()?.url()).toContain(`text=${text}`);
  await expect(page.frameLocator("iframe").getByRole("heading", { name: HEADLINE })).toBeVisible();
}

test("Back after a press leads to where one came from, and a page of before the press shows how the article stands now", async ({
  office,
  pageOf,
}) => {
  await submitted(office, { headline: HEADLINE });
  const page = await pageOf(office, office.approver);
  await page.goto("/desk");
  await page.getByRole("link", { name: HEADLINE }).click();
  await page.waitForURL(/review$/);
  await expectPreviewed(page, "open");
  const steps = await page.evaluate(() => history.length);

  await deskOn(page).press("Duyệt và đăng ngay");
  await page.waitForURL(/review\?done=approve_and_publish$/);
  await expect(approving(page)).toHaveCount(0);
  await expectPreviewed(page, "live");
  expect(await page.evaluate(() => history.length)).toBe(steps + 1);

  await page.goBack();
  await page.waitForURL(/review$/);
  await expect(approving(page)).toHaveCount(0);
  await expect(page.getByText("Chờ duyệt", { exact: true })).toHaveCount(0);
  await expectPreviewed(page, "live");
  await page.goBack();
  await page.waitForURL(/\/desk$/);
});

test("a review that the browser put away and brings back shows how the article stands by then", async ({
  office,
  pageOf,
}) => {
  const id = await submitted(office, { headline: HEADLINE });
  const page = await pageOf(office, office.approver);
  const asked = page.waitForResponse(/\/api\/changes/);
  await page.goto(`/desk/documents/${id}/review`);
  await asked;
  await carryOut(office.reporter, "take_back", id, {});
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await expect(approving(page)).toHaveCount(0);
  await expect(page.getByText("Chờ duyệt", { exact: true })).toHaveCount(0);
});
