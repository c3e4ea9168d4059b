import { aHeadline, expect, test } from "./fixtures/desk.ts";

test("pressing for a new article twice begins one", async ({ desk }) => {
  const { page } = await desk("editor");
  const begin = async () => {
    await page.goto("/desk");
    await page.getByRole("button", { name: "Viết bài mới" }).filter({ visible: true }).click();
    await page.waitForURL(/\/desk\/articles\/\d+$/);
    return page.url();
  };
  expect(await begin()).toBe(await begin());
});

test("at 360 px the menu is all there, by thumb and by keys", async ({ desk }) => {
  const { page } = await desk("approver");
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto("/desk");
  const menu = page.getByRole("navigation", { name: "Các phần của Trang biên tập" });
  const wider = await menu.evaluate((nav) => nav.scrollWidth > nav.clientWidth);
  expect(wider).toBe(false);
  await menu.getByText("Mục khác").click();
  const batches = menu.getByRole("link", { name: "Nhập từ hệ thống cũ" });
  await expect(batches).toBeVisible();
  expect((await batches.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await page.keyboard.press("Escape");
  await expect(batches).toBeHidden();
  await menu.getByText("Mục khác").press("Enter");
  await page.keyboard.press("Tab");
  await expect(batches).toBeFocused();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/desk/batches");
  const [color, other] = await Promise.all(
    ["Mục khác", "Tin, bài"].map((name) => menu.getByText(name).evaluate((word) => getComputedStyle(word).color)),
  );
  expect(color).not.toBe(other);
  await expect(batches).toBeHidden();
});

test("an administrator's home says how the product is doing", async ({ desk }) => {
  const { page } = await desk("admin");
  await page.goto("/desk");
  const system = page.getByRole("region", { name: "Tình trạng hệ thống" });
  await expect(system).toContainText("Đang hoạt động.");
  await expect(system).toContainText(/\d+ tài khoản đang dùng/);
  await expect(page.getByRole("region", { name: /Chờ tôi xử lý/ })).toHaveCount(0);
});

test("a list says once where an article stands", async ({ desk }) => {
  const [reporter, approver] = [await desk("reporter"), await desk("approver")];
  const headline = aHeadline("Nhắc hạn kê khai");
  await reporter.write({ headline });
  await reporter.press("Gửi duyệt");
  await reporter.page.waitForURL(/done=submit/);
  await approver.page.goto("/desk");
  const row = approver.page.getByRole("region", { name: /Chờ tôi xử lý/ }).getByRole("listitem");
  await expect(row.filter({ hasText: headline }).getByText("Chờ duyệt", { exact: true })).toHaveCount(1);
});
