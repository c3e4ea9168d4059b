import { expect, test } from "./fixtures/desk.ts";

test("on a phone one begins in the headline, goes on with Enter, and sees the line that one types over its keyboard", async ({
  desk,
}) => {
  const { page } = await desk("reporter");
  await page.setViewportSize({ width: 360, height: 640 });
  await page.getByRole("button", { name: "Viết bài mới" }).filter({ visible: true }).click();
  await page.waitForURL(/\/desk\/articles\/\d+/);
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
