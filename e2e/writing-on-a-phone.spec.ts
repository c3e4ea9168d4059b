import { expect, test } from "./fixtures/desk.ts";

test("on a phone one begins in the headline, goes on with Enter, and sees the line that one types over its keyboard", async ({
  desk,
}) => {
  const { page } = await desk("reporter");
  await page.setViewportSize({ width: 360, height: 640 });
  await page.getByRole("button", { name: "Viết bài mới" }).filter({ visible: true }).click();
  await page.waitForURL(/\/desk\/documents\/\d+/);
  const body = page.locator(".body-text[contenteditable=true]");
  await body.waitFor();
  await expect(page.getByLabel("Tiêu đề", { exact: true })).toBeFocused();
  await page.keyboard.type("Hội thao");
  await expect(page).toHaveTitle("Hội thao | Trang biên tập");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Sapo (tóm tắt)")).toBeFocused();
  await page.keyboard.insertText("Sáng nay, hội thao khai mạc.");
  await page.keyboard.press("Enter");
  await expect(body).toBeFocused();
  await expect(body).toHaveCSS("outline-style", "none");
  await expect(body).toHaveCSS("font-family", /^"?Toa Soan Serif/);

  // What a keyboard leaves of such a phone.
  await page.setViewportSize({ width: 360, height: 330 });
  for (let i = 1; i <= 9; i += 1) {
    await page.keyboard.insertText(`Đoạn ${i}: đông đủ bà con tham dự hội thao tại sân vận động phường.`);
    await page.keyboard.press("Enter");
  }
  await page.keyboard.type("Dòng đang gõ");
  const line = (await body.locator("p").last().boundingBox()) ?? { y: 0, height: 0 };
  const toolbar = page.getByRole("toolbar", { name: "Định dạng nội dung" });
  const tools = await toolbar
    .getByRole("button")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  const over = (await toolbar.boundingBox()) ?? { y: 0, height: 0 };
  expect(new Set(tools).size).toBe(1);
  expect(line.y).toBeGreaterThanOrEqual(over.y + over.height);
  expect(line.y + line.height).toBeLessThanOrEqual(330);
  await expect(page.getByRole("button", { name: "Gửi duyệt" })).not.toBeInViewport();
  // A field above is not left under the toolbar either.
  await page.getByLabel("Tiêu đề", { exact: true }).focus();
  const headline = (await page.getByLabel("Tiêu đề", { exact: true }).boundingBox()) ?? { y: 0 };
  const bar = (await toolbar.boundingBox()) ?? { y: 0, height: 0 };
  expect(headline.y).toBeGreaterThanOrEqual(bar.y + bar.height);
});

test("a dialog stays above a keyboard that covers the window and does not make it smaller", async ({ desk }) => {
  const { page } = await desk("reporter");
  await page.setViewportSize({ width: 360, height: 640 });
  await page.addInitScript(() => {
    const seen = Object.assign(new EventTarget(), { scale: 1, height: 640, offsetTop: 0 });
    Object.defineProperty(window, "visualViewport", { value: seen });
  });
  await page.getByRole("button", { name: "Viết bài mới" }).filter({ visible: true }).click();
  await page.waitForURL(/\/desk\/documents\/\d+/);
  await page.reload();
  await page.locator(".body-text[contenteditable=true]").click();
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog");
  const place = async () => {
    const { y = 0, height = 0 } = (await dialog.boundingBox()) ?? {};
    return { top: Math.round(y), bottom: Math.round(y + height) };
  };
  await expect.poll(async () => (await place()).bottom).toBe(628);
  const covered = (height: number, offsetTop: number) =>
    page.evaluate(
      (now) => {
        Object.assign(window.visualViewport ?? {}, now);
        window.visualViewport?.dispatchEvent(new Event("resize"));
      },
      { height, offsetTop },
    );
  await covered(330, 0);
  expect((await place()).bottom).toBe(318);
  await covered(240, 60);
  const { top, bottom } = await place();
  expect(bottom).toBe(288);
  expect(top).toBeGreaterThanOrEqual(60);
  await covered(640, 0);
  expect((await place()).bottom).toBe(628);
});
