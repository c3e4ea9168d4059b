import { aHeadline, expect, test } from "./fixtures/desk.ts";

test("pressing for a new article twice begins one", async ({ desk }) => {
  const { page } = await desk("editor");
  const begin = async () => {
    await page.goto("/desk");
    await page.getByRole("button", { name: "Viết bài mới" }).filter({ visible: true }).click();
    await page.waitForURL(/\/desk\/documents\/\d+$/);
    return page.url();
  };
  expect(await begin()).toBe(await begin());
});

test("at 360 px the menu is one row that stands where one is", async ({ desk }) => {
  const { page } = await desk("approver");
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto("/desk");
  const menu = page.getByRole("navigation", { name: "Các phần của Trang biên tập" });
  const links = menu.getByRole("link");
  const tops = await links.evaluateAll((all) => all.map((link) => link.getBoundingClientRect().top));
  expect(tops).toHaveLength(4);
  expect(new Set(tops).size).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const batches = menu.getByRole("link", { name: "Nhập từ hệ thống cũ" });
  expect((await batches.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await menu.getByRole("link", { name: "Việc của tôi" }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(batches).toBeFocused();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/desk/batches");
  await page.reload();
  await expect(batches).toBeInViewport({ ratio: 1 });
  await expect(batches).toHaveAttribute("aria-current", "page");
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
