import type { Page } from "@playwright/test";
import { answerForAll, aPicture, choose } from "./fixtures/bringing.ts";
import { expect, publicPath, test } from "./fixtures/desk.ts";
import { expectSaving } from "./fixtures/writing.ts";

const toolbarButton = (page: Page) => page.getByRole("toolbar").getByRole("button", { name: "Ảnh", exact: true });

test("a picture goes from its reporter to readers with its words, and is gone with its article", async ({
  desk,
  product,
  request,
}) => {
  test.slow();
  const [reporter, approver] = [await desk("reporter"), await desk("approver")];
  const { page } = reporter;
  const picture = await aPicture("cho-noi.jpg");
  const number = await reporter.write();
  await choose(page, toolbarButton(page), picture);
  const figure = page.locator(".body-text figure");
  await page.keyboard.type("Chợ nổi lúc sáng");
  await expect(figure.locator(`img[src^="/api/files/${picture.hash}/"]`)).toBeVisible({ timeout: 60_000 });
  await expectSaving(page, "clean");

  // What stands in the way of readers stands in nobody's way to the editor.
  const gaps = page.locator("details").filter({ hasText: "Nội dung còn thiếu" });
  await expect(gaps).toContainText("Ảnh thứ 1 chưa có mô tả cho người dùng trình đọc màn hình.");
  await expect(gaps).toContainText("Ảnh thứ 1 chưa ghi nguồn ảnh.");
  await figure.getByLabel("Nguồn ảnh").fill("Lê Lan");
  await figure.getByLabel("Mô tả ảnh").fill("Thuyền chở dưa trên sông");
  await answerForAll(page);
  await expectSaving(page, "clean");
  await expect(gaps).not.toContainText("Ảnh thứ 1");
  await reporter.submit();

  await approver.review(number);
  const shown = approver.preview.getByRole("img", { name: "Thuyền chở dưa trên sông" });
  await expect(shown).toBeVisible();
  await expect.poll(() => shown.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  await expect(approver.preview.locator("figcaption")).toHaveText("Chợ nổi lúc sáng Ảnh: Lê Lan");
  await approver.press("Duyệt và đăng ngay");
  await approver.page.waitForURL(/done=approve_and_publish/);

  const path = await publicPath(approver);
  await expect.poll(async () => (await request.get(product.url + path)).text()).toContain(`/_tep/${picture.hash}/`);
  const [address = ""] =
    /\/_tep\/[0-9a-f]{64}\/\d+\.(?:webp|jpeg|avif)/.exec(await (await request.get(product.url + path)).text()) ?? [];
  expect((await request.get(product.url + address)).status()).toBe(200);

  await approver.press("Gỡ bài", { reason: "Có sai sót", words: "Sai ảnh." });
  await expect(approver.page.getByText("Đã gỡ bài.")).toBeVisible();
  await expect.poll(async () => (await request.get(product.url + address)).status()).toBe(404);
});

test("a text does not leave its writer while pictures are on their way, and an awaited one keeps it from readers", async ({
  desk,
}) => {
  const { page, write, press } = await desk("reporter");
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route(/\/api\/uploads\//, async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  await write();
  await choose(page, toolbarButton(page), await aPicture("ke-song.jpg"));
  await expect(page.getByRole("progressbar", { name: "Tải lên ke-song.jpg" })).toBeVisible();
  await page.keyboard.type("Đoạn kè mới");
  await expectSaving(page, "clean");
  await press("Gửi duyệt");
  await expect(page.getByText("Chưa thực hiện vì còn ảnh đang tải lên.")).toBeVisible();
  await page.getByRole("button", { name: "Hủy tải lên ke-song.jpg" }).click();
  letGo();
  await expect(page.locator("details").filter({ hasText: "Nội dung còn thiếu" })).toContainText(
    "Ảnh thứ 1 chưa có tệp ảnh, mới có chú thích: bạn đọc chưa thấy chú thích này.",
  );
  await press("Gửi duyệt");
  await page.waitForURL(/done=submit/);
});

test("pictures that come after their editor was left stand in the text all the same", async ({ desk }) => {
  const { page, write } = await desk("reporter");
  const picture = await aPicture("ben-do.jpg");
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route(/\/api\/uploads\//, async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  const number = await write();
  await choose(page, toolbarButton(page), picture);
  await expect(page.getByRole("progressbar", { name: "Tải lên ben-do.jpg" })).toBeVisible();
  await page.keyboard.type("Bến đò");
  await expectSaving(page, "clean");
  await page.getByRole("link", { name: "Việc của tôi" }).click();
  await page.waitForURL(/\/desk$/);
  const saved = page.waitForResponse((answer) => {
    return answer.request().method() === "PUT" && (answer.request().postData() ?? "").includes(picture.hash);
  });
  letGo();
  expect((await saved).ok()).toBe(true);
  await page.goto(`/desk/documents/${number}`);
  await expect(page.locator(".body-text figure")).toContainText("Bến đò");
  await expect(page.locator(".body-text figure img")).toBeVisible({ timeout: 60_000 });
});
