import type { Page } from "@playwright/test";
import { answerForAll, aPicture, choose } from "./fixtures/bringing.ts";
import { aHeadline, expect, publicPath, test } from "./fixtures/desk.ts";
import { expectSaving } from "./fixtures/writing.ts";

const leadOf = (page: Page) => page.getByRole("region", { name: "Ảnh đại diện" });
const madeFrom = (hash: string) => `img[src^="/api/files/${hash}/"]`;

test("a lead picture stands above its text and beside its headline in every list, and goes with its article", async ({
  desk,
  product,
  request,
}) => {
  test.slow();
  const [reporter, approver] = [await desk("reporter"), await desk("approver")];
  const { page } = reporter;
  const picture = await aPicture("le-khai-mac.jpg");
  const headline = aHeadline("Khai mạc hội thao");
  const number = await reporter.write({ headline });
  const lead = leadOf(page);
  await choose(page, lead.getByRole("button", { name: "Chọn ảnh đại diện" }), picture);
  await expect(lead.locator(madeFrom(picture.hash))).toBeVisible({ timeout: 60_000 });
  await expectSaving(page, "clean");
  const gaps = page.locator("details").filter({ hasText: "Nội dung còn thiếu" });
  await expect(gaps).toContainText("Ảnh đại diện chưa ghi nguồn ảnh.");
  await answerForAll(page);

  // One panel has the words of all pictures.
  await page.getByRole("toolbar").getByRole("button", { name: "Ảnh trong bài" }).click();
  const panel = page.getByRole("dialog", { name: "Ảnh trong bài (1)" });
  await expect(panel).toContainText("Còn thiếu: chú thích, nguồn ảnh, mô tả");
  await panel.getByLabel("Chú thích ảnh").fill("Đoàn vận động viên diễu hành");
  await panel.getByLabel("Nguồn ảnh", { exact: true }).fill("Lê Lan");
  await panel.getByLabel("Mô tả ảnh").fill("Các đội cầm cờ đi qua khán đài");
  await expect(panel).toContainText("Đã đủ lời");
  await panel.getByRole("button", { name: "Đóng" }).click();
  await expect(lead.getByLabel("Chú thích ảnh")).toHaveValue("Đoàn vận động viên diễu hành");
  await expectSaving(page, "clean");
  await expect(gaps).not.toContainText("Ảnh đại diện");
  await page.reload();
  await expect(lead.getByLabel("Nguồn ảnh")).toHaveValue("Lê Lan");
  await reporter.submit();

  await approver.review(number);
  await expect(approver.preview.getByRole("img", { name: "Các đội cầm cờ đi qua khán đài" })).toBeVisible();
  await expect(approver.preview.locator(".lead-picture figcaption")).toHaveText(
    "Đoàn vận động viên diễu hành Ảnh: Lê Lan",
  );
  await approver.press("Duyệt và đăng ngay");
  await approver.page.waitForURL(/done=approve_and_publish/);

  const path = await publicPath(approver);
  const section = path.split("/").slice(0, 2).join("/");
  const textOf = async (at: string) => (await request.get(product.url + at)).text();
  for (const at of [path, section]) await expect.poll(() => textOf(at)).toContain(`/_tep/${picture.hash}/`);
  const reader = await (await approver.page.context().browser())?.newPage();
  if (reader === undefined) throw new Error("no browser");
  // Not on the home page, from where what others publish meanwhile may push it.
  await reader.goto(product.url + section);
  const card = reader
    .locator("article")
    .filter({ has: reader.getByRole("link", { name: headline }) })
    .first();
  const shown = card.locator("img");
  await shown.scrollIntoViewIfNeeded();
  await expect.poll(() => shown.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  // The headline is the one stop for a keyboard, and the one link that is heard.
  await expect(card.getByRole("link", { name: headline })).toHaveCount(1);
  await expect(card.getByRole("img")).toHaveCount(0);
  await reader.close();

  await approver.press("Gỡ bài", { reason: "Có sai sót", words: "Sai ảnh." });
  await expect(approver.page.getByText("Đã gỡ bài.")).toBeVisible();
  for (const at of ["/", section]) await expect.poll(() => textOf(at)).not.toContain(picture.hash);
});

test("the first picture of a text comes up to be its lead picture, and one that was taken out comes back", async ({
  desk,
}) => {
  const { page, write } = await desk("reporter");
  const picture = await aPicture("cong-truong.jpg");
  await write();
  await choose(page, page.getByRole("toolbar").getByRole("button", { name: "Ảnh", exact: true }), picture);
  await page.keyboard.type("Cổng trường mới");
  const figure = page.locator(".body-text figure");
  await figure.getByLabel("Nguồn ảnh").fill("Nhà trường");
  const lead = leadOf(page);
  await lead.getByRole("button", { name: "Lấy ảnh đầu tiên trong bài" }).click();
  await expect(figure).toHaveCount(0);
  await expect(lead.getByLabel("Chú thích ảnh")).toHaveValue("Cổng trường mới");
  await expect(lead.getByLabel("Nguồn ảnh")).toHaveValue("Nhà trường");
  await lead.getByRole("button", { name: "Bỏ ảnh này" }).click();
  await expect(lead.getByRole("img")).toHaveCount(0);
  await lead.getByRole("button", { name: "Lấy lại ảnh vừa bỏ" }).click();
  await expect(lead.getByLabel("Chú thích ảnh")).toHaveValue("Cổng trường mới");
  await expectSaving(page, "clean");
  await page.reload();
  await expect(lead.locator(madeFrom(picture.hash))).toBeVisible({ timeout: 60_000 });
});

test("a lead picture that is on its way keeps its text, and finds it after the editor was left", async ({ desk }) => {
  const { page, write, press } = await desk("reporter");
  const picture = await aPicture("ben-xe.jpg");
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route(/\/api\/uploads\//, async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  const number = await write();
  const lead = leadOf(page);
  // Dropped onto its place, as from a folder.
  await lead.evaluate(
    (element, { name, bytes }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(bytes)], name, { type: "image/jpeg" }));
      for (const type of ["dragover", "drop"])
        element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    { name: picture.name, bytes: [...picture.buffer] },
  );
  await expect(page.getByRole("progressbar", { name: "Tải lên ben-xe.jpg" })).toBeVisible();
  await expectSaving(page, "clean");
  await press("Gửi duyệt");
  await expect(page.getByText("Chưa thực hiện vì còn ảnh đang tải lên.")).toBeVisible();
  await page.getByRole("link", { name: "Việc của tôi" }).click();
  await page.waitForURL(/\/desk$/);
  const saved = page.waitForResponse((answer) => {
    return answer.request().method() === "PUT" && (answer.request().postData() ?? "").includes(picture.hash);
  });
  letGo();
  expect((await saved).ok()).toBe(true);
  await page.goto(`/desk/documents/${number}`);
  await expect(lead.locator(madeFrom(picture.hash))).toBeVisible({ timeout: 60_000 });
});
