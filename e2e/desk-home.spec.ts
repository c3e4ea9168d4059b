import { aHeadline, expect, test } from "./fixtures/desk.ts";
import { inDatabase } from "./fixtures/people.ts";

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
  const entries = menu.getByRole("link").or(menu.getByRole("button")).filter({ visible: true });
  const tops = await entries.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(tops).toHaveLength(7);
  expect(new Set(tops).size).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const batches = menu.getByRole("link", { name: "Nhập từ hệ thống cũ" });
  expect((await batches.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await menu.getByRole("link", { name: "Việc của tôi" }).focus();
  for (let links = 0; links < 5; links += 1) await page.keyboard.press("Tab");
  await expect(batches).toBeFocused();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/desk/batches");
  await page.reload();
  await expect(batches).toBeInViewport({ ratio: 1 });
  await expect(batches).toHaveAttribute("aria-current", "page");
});

const GROUPS = {
  "Nội dung khác": ["Dòng sự kiện", "Câu hỏi", "Văn bản", "Lịch công tác", "Trang tĩnh"],
  "Bố trí trang": ["Trang chủ", "Tin khẩn", "Chuyên mục", "Thông tin trang"],
} as const;

test("at 1440 px all of the menu is in sight; what belongs together opens from the keyboard, in the room there is on a phone too", async ({
  desk,
}) => {
  const { page } = await desk("approver");
  const menu = page.getByRole("navigation", { name: "Các phần của Trang biên tập" });
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 740 });
    await page.goto("/desk");
    if (width === 1440) await expect(menu.getByRole("link", { name: "Trang công khai" })).toBeInViewport({ ratio: 1 });
    for (const [name, links] of Object.entries(GROUPS)) {
      const group = menu.getByRole("button", { name });
      await group.press("Enter");
      const list = menu.getByRole("list", { name });
      await expect(list.getByRole("link")).toHaveText([...links]);
      for (const link of await list.getByRole("link").all()) {
        await expect(link).toBeInViewport({ ratio: 1 });
        expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      }
      await page.keyboard.press("Tab");
      await expect(list.getByRole("link").first()).toBeFocused();
      await page.keyboard.press("Escape");
      await expect(list).toBeHidden();
      await expect(group).toBeFocused();
    }
  }
  const group = menu.getByRole("button", { name: "Bố trí trang" });
  await group.click();
  await menu.getByRole("link", { name: "Chuyên mục" }).click();
  await page.waitForURL("**/desk/sections");
  await expect(menu.getByRole("list", { name: "Bố trí trang" })).toBeHidden();
  await expect(group).toHaveAttribute("aria-current", "true");
  await expect(group).toBeInViewport({ ratio: 1 });
});

test("the menu's groups open and lead on with scripts off", async ({ browser, desk }) => {
  const { page } = await desk("approver");
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(page.url());
  const menu = plain.getByRole("navigation", { name: "Các phần của Trang biên tập" });
  await menu.getByRole("button", { name: "Nội dung khác" }).click();
  await menu.getByRole("link", { name: "Văn bản" }).click();
  await expect(plain).toHaveURL(/\/desk\/papers$/);
  await context.close();
});

test("an address of the desk that leads nowhere says so in its own words, within the desk", async ({ desk }) => {
  const { page } = await desk("approver");
  for (const [path, words] of [
    ["/desk/khong-co/gi", "Trang biên tập không có địa chỉ này"],
    ["/desk/documents/999999999", "Không tìm thấy bài này"],
    ["/desk/documents/bai/review", "Không tìm thấy bài này"],
    ["/desk/batches/999999999", "Không tìm thấy đợt nhập này"],
  ] as const) {
    const answer = await page.goto(path);
    expect([path, answer?.status()]).toEqual([path, 404]);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words);
    await expect(page.getByRole("navigation", { name: "Các phần của Trang biên tập" })).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: "Về Trang biên tập" })).toBeVisible();
  }
});

test("an administrator's home says how the product is doing", async ({ desk }) => {
  const { page } = await desk("admin");
  const system = page.getByRole("region", { name: "Tình trạng hệ thống" });
  // One look of a busy machine may have come late: the card says how it was when its page was drawn.
  await expect(async () => {
    await page.goto("/desk");
    await expect(system).toContainText("Đang hoạt động.", { timeout: 1_000 });
  }).toPass();
  await expect(system).toContainText(/\d+ tài khoản đang dùng/);
  await expect(page.getByRole("region", { name: /Chờ tôi xử lý/ })).toHaveCount(0);
});

test("an administrator has a dead job tried again, and gives another one up", async ({ desk, product }) => {
  const die = (name: string, reason: string) =>
    inDatabase(
      product,
      `insert into jobs.job (name, state, retry_limit, retry_count, completed_on, start_after, output)
       values ($1, 'failed', 2, 2, now(), now(), jsonb_build_object('message', $2::text)) returning id`,
      [name, reason],
    );
  // The worker makes its queues once readers are welcome.
  const queues = "select name from jobs.queue where name in ('forget_old', 'fold_views')";
  await expect.poll(() => inDatabase(product, queues)).toHaveLength(2);
  const [{ id: again }] = await die("forget_old", "the printer is out of paper");
  const [{ id: given }] = await die("fold_views", "the moon is full");
  const { page } = await desk("admin");
  await page.goto("/desk");
  const system = page.getByRole("region", { name: "Tình trạng hệ thống" });
  const job = (reason: string) => system.getByRole("listitem").filter({ hasText: reason });
  await expect(job("out of paper")).toContainText("Xóa dữ liệu hết thời hạn lưu");
  await expect(job("out of paper")).toContainText("đã thử 3 lần");
  await expect(job("out of paper")).toContainText("Lý do: chương trình gặp lỗi không lường trước.");

  await job("moon is full").getByRole("button", { name: "Bỏ: Gộp lượt xem cũ theo tháng" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Bỏ" }).click();
  // While the dialog is open, what lies behind it is hidden from everybody who asks by roles.
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(job("moon is full")).toHaveCount(0);
  await expect.poll(() => inDatabase(product, "select from jobs.job where id = $1", [given])).toEqual([]);

  await job("out of paper").getByRole("button", { name: "Thử lại" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Thử lại" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(job("out of paper")).toHaveCount(0);
  await expect
    .poll(() => inDatabase(product, "select state from jobs.job where id = $1", [again]), { timeout: 60_000 })
    .toEqual([{ state: "completed" }]);
});

test("an administrator has everything looked over now, and reads what there was and that all of it fits", async ({
  desk,
  product,
}) => {
  const { page } = await desk("admin");
  await page.goto("/desk");
  const system = page.getByRole("region", { name: "Tình trạng hệ thống" });
  await system.getByRole("button", { name: "Kiểm tra ngay" }).click();
  // The page renews itself.
  await expect(system).toContainText(/Lần kiểm tra gần nhất: .+ Mọi dòng đều khớp\./, { timeout: 60_000 });
  await expect(system.getByRole("status").filter({ hasText: "kiểm tra" })).toHaveCount(0);
  await system.getByText(/Đã xem .+ dòng/).click();
  await expect(system.getByRole("listitem").filter({ hasText: "Phiên bản:" })).toBeVisible();
  const asked = "select from office_events where kind = 'verify_asked'";
  expect((await inDatabase(product, asked)).length).toBeGreaterThan(0);
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
