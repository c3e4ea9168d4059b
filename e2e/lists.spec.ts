import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/base.ts";

const atTheFoot = (page: Page) => page.getByRole("navigation", { name: "Thông tin toàn trang" });
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader goes from an article to what else has its tag, and to what else its author has written", async ({
    page,
  }) => {
    await page.goto("/dang-doan-the");
    await page.getByRole("link", { name: /^Khối Đảng, đoàn thể phường Sen Hồ giao ban/ }).click();
    const article = page.url();
    await page.getByRole("link", { name: "Mặt trận Tổ quốc", exact: true }).click();
    await expect(heading(page)).toHaveText("Từ khóa: Mặt trận Tổ quốc");
    await expect(page).toHaveURL(/\/tu-khoa\/mat-tran-to-quoc$/);
    await page.goto(article);
    await page.getByRole("link", { name: "Trần Hạ Vy" }).click();
    await expect(heading(page)).toHaveText("Tác giả: Trần Hạ Vy");
    await page
      .locator(`a[href="${new URL(article).pathname}"]`)
      .first()
      .click();
    await expect(page).toHaveURL(article);
  });

  test("a reader finds the articles of a day from the foot of any page, by year and month", async ({ page }) => {
    await page.goto("/thong-bao");
    await atTheFoot(page).getByRole("link", { name: "Lưu trữ theo ngày" }).click();
    // Last year: on the days of this one other tests publish and withdraw.
    await page
      .getByRole("main")
      .getByRole("link", { name: /^Năm \d{4} \d/ })
      .nth(1)
      .click();
    await page
      .getByRole("main")
      .getByRole("link", { name: /^Tháng \d\d\/\d{4} \d/ })
      .last()
      .click();
    await expect(page.getByRole("columnheader", { name: "Thứ Hai" })).toBeVisible();
    await expect(page.getByRole("contentinfo")).toBeVisible();
    const day = page
      .getByRole("table")
      .getByRole("link", { name: /^Ngày \d+ ?, \d+ bài$/ })
      .last();
    const count = Number(/ (\d+) bài/.exec((await day.textContent()) ?? "")?.[1]);
    await day.click();
    await expect(heading(page)).toHaveText(/^Ngày \d\d\/\d\d\/\d{4}$/);
    await expect(page.getByRole("main").getByRole("article")).toHaveCount(count);
    await page
      .getByRole("main")
      .getByRole("link", { name: /^Tháng / })
      .click();
    await expect(page.getByRole("table")).toBeVisible();
  });

  test("a reader reads which mistakes were corrected, and goes to the article", async ({ page }) => {
    await page.goto("/");
    await atTheFoot(page).getByRole("link", { name: "Đính chính" }).click();
    const note = page.getByRole("main").getByRole("article").first();
    await expect(note.getByText(/^Đính chính lúc \d\d:\d\d ngày /)).toBeVisible();
    const name = (await note.getByRole("link").textContent()) ?? "";
    await note.getByRole("link").click();
    await expect(heading(page)).toHaveText(name);
    await expect(page.getByRole("complementary", { name: "Đính chính" })).toBeVisible();
  });

  test("the sitemap for people leads to every section and page, and to all that the foot leads to", async ({
    page,
  }) => {
    await page.goto("/");
    const foot = await page
      .locator("footer a[href^='/']")
      .evaluateAll((links) => links.map((a) => a.getAttribute("href")));
    await atTheFoot(page).getByRole("link", { name: "Sơ đồ trang" }).click();
    await expect(heading(page)).toHaveText("Sơ đồ trang");
    await expect(page.getByRole("contentinfo")).toBeVisible();
    const own = await page.locator("main a").evaluateAll((links) => links.map((a) => a.getAttribute("href")));
    expect(own).toEqual(expect.arrayContaining(foot));
    await expect(page.getByRole("main").getByText(/^Thông báo \d+ bài$/)).toBeVisible();
  });

  test("statistics say how often was read, until when that is so, and what came with the old system", async ({
    page,
  }) => {
    await page.goto("/thong-ke");
    await expect(page.getByText(/^Số liệu được tính lại lúc \d\d:00 ngày /)).toBeVisible();
    const table = (name: string) => page.getByRole("table", { name }).getByRole("row");
    await expect(table("30 ngày gần đây")).toHaveCount(31);
    await expect(table("12 tháng gần đây")).toHaveCount(13);
    await expect(page.getByText("Lượt xem từ hệ thống cũ")).toBeVisible();
  });
});

test("no list is wider than a phone, and each names itself to search engines by its own address", async ({
  page,
  product,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ["/tac-gia/tran-ha-vy", "/luu-tru", "/dinh-chinh", "/so-do", "/thong-ke"]) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", new URL(path, product.url).href);
    await expect(page.locator('meta[name="DC.title"]')).toHaveAttribute("content", /./);
  }
});
