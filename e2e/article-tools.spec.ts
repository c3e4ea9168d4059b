import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/base.ts";
import { sticksOut } from "./fixtures/looks.ts";

const NOTICE = "Tạm ngừng cấp nước đêm thứ Bảy tại bốn tổ dân phố để thay van";

async function openNotice(page: Page): Promise<void> {
  await page.goto("/thong-bao");
  await page.getByRole("link", { name: NOTICE }).click();
  await page.waitForURL(/-\d+$/);
}

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("an article is passed on by plain links, and nothing stands there that would do nothing", async ({ page }) => {
    await openNotice(page);
    const tools = page.getByRole("group", { name: "Công cụ đọc bài" });
    await expect(tools.getByRole("button")).toHaveCount(0);
    await tools.getByText("Chia sẻ").click();
    await expect(tools.getByRole("link")).toHaveText(["Thư điện tử", "Zalo", "Facebook"]);
    const facebook = new URL((await tools.getByRole("link", { name: "Facebook" }).getAttribute("href")) ?? "");
    expect(facebook.searchParams.get("u")).toBe(page.url());
    await expect(page.getByRole("link", { name: "Báo lỗi trong bài này" })).toHaveAttribute(
      "href",
      /^mailto:.*B%C3%A1o/,
    );
  });

  test("whoever says whether it was of use comes back to the article and is thanked", async ({ page }) => {
    await openNotice(page);
    const address = page.url();
    await page.getByRole("button", { name: "Có", exact: true }).click();
    await expect(page.getByText("Cảm ơn bạn đã trả lời.")).toBeVisible();
    expect(page.url()).toBe(`${address}#cam-on`);
  });

  test("on a phone the menu says where one is, and unfolds", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await openNotice(page);
    const menu = page.getByRole("navigation", { name: "Chuyên mục", exact: true });
    await expect(menu.getByRole("link", { name: "Chỉ đạo điều hành" })).toBeHidden();
    await menu.locator("summary", { hasText: "Chuyên mục · Thông báo" }).press("Enter");
    await expect(menu.getByRole("link", { name: "Chỉ đạo điều hành" })).toBeVisible();
    expect(await sticksOut(page)).toEqual([]);
    await menu.getByRole("link", { name: "Chỉ đạo điều hành" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chỉ đạo điều hành");
  });
});

test("on a page that is of no section the menu says on a phone where one is as well", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const [path, words] of [
    ["/van-ban", "Văn bản"],
    ["/lich-cong-tac", "Lịch công tác"],
    ["/hoi-dap/gui", "Hỏi – đáp"],
    ["/chu-de", "Dòng sự kiện"],
    ["/luu-tru", "Lưu trữ theo ngày"],
    ["/tim-kiem?q=ho", "Tìm kiếm"],
  ] as const) {
    await page.goto(path);
    await expect(page.locator(".menu summary").first()).toContainText(`Chuyên mục · ${words}`);
    expect(await sticksOut(page)).toEqual([]);
  }
});

test("on a desk the menu stands in one row, and the rest behind a press", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/");
  const menu = page.getByRole("navigation", { name: "Chuyên mục", exact: true });
  const rows = async () =>
    new Set(await menu.getByRole("link").evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top)))
      .size;
  expect(await rows()).toBe(1);
  await expect(menu.getByRole("link", { name: "Hỏi đáp" })).toBeHidden();
  await menu.locator("summary", { hasText: "Thêm mục" }).press("Enter");
  await expect(menu.getByRole("link", { name: "Hỏi đáp" })).toBeVisible();
  expect(await rows()).toBeGreaterThan(1);
  expect(await sticksOut(page)).toEqual([]);
  // By eye, line by line, as by Tab.
  const places = await menu
    .locator("a, summary")
    .filter({ visible: true })
    .evaluateAll((all) =>
      all
        .map((one) => one.getBoundingClientRect())
        .map(({ x, y, height }) => [Math.round((y + height / 2) / 8), x] as const),
    );
  expect(places).toEqual(places.toSorted(([line, x], [below, right]) => line - below || x - right));
  const order = () => menu.getByRole("link").allTextContents();
  const onHome = await order();
  await menu.getByRole("link", { name: "Hỏi đáp" }).click();
  await page.waitForURL(/hoi-dap/);
  // Where one is keeps its place, and is said by what folds it.
  await expect(menu.locator("summary", { hasText: "Thêm mục" })).toHaveText("Thêm mục · Hỏi đáp với người dân");
  expect(await rows()).toBe(1);
  await menu.locator("summary", { hasText: "Thêm mục" }).press("Enter");
  await expect(menu.getByRole("link", { name: "Hỏi đáp" })).toHaveAttribute("aria-current", "page");
  expect(await order()).toEqual(onHome);
  await menu.getByRole("link", { name: "Hỏi đáp" }).press("Escape");
  await expect(menu.locator("summary", { hasText: "Thêm mục" })).toBeFocused();
});

test("letters grow and shrink in steps, and contrast rises; both are so on the next page, before it is drawn", async ({
  page,
}) => {
  await openNotice(page);
  const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await expect.poll(size).toBe("16px");
  for (let press = 0; press < 6; press += 1) await page.getByRole("button", { name: "Tăng cỡ chữ" }).click();
  expect(await size()).toBe("24px");
  await expect(page.getByRole("status").filter({ hasText: "Cỡ chữ 150 %" })).toHaveCount(1);
  const contrast = page.getByRole("button", { name: "Tương phản cao" });
  await contrast.click();
  await expect(contrast).toHaveAttribute("aria-pressed", "true");
  expect(await sticksOut(page)).toEqual([]);
  await page.goto("/");
  expect([await size(), await paper()]).toEqual(["24px", "rgb(255, 255, 255)"]);
  await page.goBack();
  await page.getByRole("button", { name: "Cỡ chữ bình thường" }).click();
  expect(await size()).toBe("16px");
});

test("what is chosen in one tab stands beside what was chosen in another", async ({ page, context }) => {
  await openNotice(page);
  const other = await context.newPage();
  await openNotice(other);
  await page.getByRole("button", { name: "Tương phản cao" }).click();
  await other.getByRole("button", { name: "Tăng cỡ chữ" }).click();
  await page.reload();
  await expect(page.getByRole("button", { name: "Tương phản cao" })).toHaveAttribute("aria-pressed", "true");
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).not.toBe("16px");
});

test("what was chosen is taken back on any page, also where there is nothing else to do, and in English", async ({
  page,
}) => {
  const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  const contrast = () => page.evaluate(() => document.documentElement.classList.contains("more-contrast"));
  for (const [path, group, larger, plain, high] of [
    ["/", "Cỡ chữ và tương phản", /^A\+: tăng/, /^A: cỡ chữ bình thường/, "Tương phản cao"],
    ["/van-ban", "Cỡ chữ và tương phản", /^A\+: tăng/, /^A: cỡ chữ bình thường/, "Tương phản cao"],
    ["/khong-co-trang-nay", "Cỡ chữ và tương phản", /^A\+: tăng/, /^A: cỡ chữ bình thường/, "Tương phản cao"],
    ["/en", "Text size and contrast", /^A\+: larger/, /^A: normal/, "High contrast"],
  ] as const) {
    await page.goto(path);
    const looks = page.getByRole("contentinfo").getByRole("group", { name: group });
    await expect(looks.getByRole("button", { name: high })).toHaveAttribute("aria-pressed", "false");
    await looks.getByRole("button", { name: larger }).click();
    await looks.getByRole("button", { name: high }).click();
    expect([await size(), await contrast()]).toEqual(["18.4px", true]);
    await expect(looks.getByRole("status")).toHaveText(/115 %$/);
    await page.reload();
    await expect(looks.getByRole("button", { name: high })).toHaveAttribute("aria-pressed", "true");
    expect([await size(), await contrast()]).toEqual(["18.4px", true]);
    await looks.getByRole("button", { name: plain }).click();
    await looks.getByRole("button", { name: high }).click();
    expect([await size(), await contrast()]).toEqual(["16px", false]);
    expect(await sticksOut(page)).toEqual([]);
  }
});

test("papers, pages of the site's own and calendars are printed and passed on as articles are", async ({ page }) => {
  await page.goto("/van-ban");
  const paper = (await page.getByRole("main").locator('a[href^="/van-ban/"]').first().getAttribute("href")) ?? "";
  for (const path of [paper, "/lien-he", "/lich-cong-tac"]) {
    await page.goto(path);
    const tools = page.getByRole("main").getByRole("group", { name: "Công cụ đọc trang" });
    await expect(tools.getByRole("button", { name: "In trang này" })).toBeVisible();
    await tools.getByText("Chia sẻ").click();
    await expect(tools.getByRole("link")).toHaveText(["Thư điện tử", "Zalo", "Facebook"]);
    // There is one place for letters and contrast on a page.
    await expect(page.getByRole("button", { name: "Tương phản cao" })).toHaveCount(1);
    expect(await sticksOut(page)).toEqual([]);
  }
});

test("abbreviations of an article are opened by a key, with their words", async ({ page }) => {
  await page.goto("/tim-kiem?q=UBND");
  await page.getByRole("main").getByRole("link", { name: /UBND/ }).first().click();
  await page.waitForURL(/-\d+$/);
  const list = page.locator("details.abbreviations");
  await expect(list.getByText("Ủy ban nhân dân", { exact: true })).toBeHidden();
  await list.getByText("Chữ viết tắt").press("Enter");
  await expect(list.getByText("Ủy ban nhân dân", { exact: true })).toBeVisible();
});

test("the article's address is copied, and what goes wrong is said", async ({ page, context, product }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: product.url });
  await openNotice(page);
  await page.getByText("Chia sẻ").click();
  await page.getByRole("button", { name: "Sao chép liên kết" }).click();
  await expect(page.getByText("Đã sao chép liên kết.")).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  await context.clearPermissions();
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
  });
  await page.getByRole("button", { name: "Sao chép liên kết" }).click();
  await expect(page.getByText("Trình duyệt không cho sao chép")).toHaveCount(1);
});

/** A device with voices of these languages, which say what they are given at once. */
function withVoices(page: Page, languages: string[]) {
  return page.addInitScript((langs: string[]) => {
    const spoken: string[] = [];
    const voices = { getVoices: () => langs.map((lang) => ({ lang })), addEventListener() {}, cancel() {}, speak };
    function speak(speech: { text: string; onend?: () => void }) {
      spoken.push(speech.text);
      setTimeout(() => speech.onend?.());
    }
    Object.defineProperty(window, "speechSynthesis", { value: voices });
    Object.assign(window, {
      spoken,
      SpeechSynthesisUtterance: class {
        text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
  }, languages);
}

// Browsers spell a voice's language as BCP 47 does, and those of Android as Java does.
for (const language of ["vi-VN", "vi_VN", "vi"]) {
  test(`an article is read aloud by a voice of "${language}" from its headline on, in whole sentences, and no sign that nobody says`, async ({
    page,
  }) => {
    await withVoices(page, ["en-US", language]);
    await page.goto("/dang-doan-the");
    await page.getByRole("link", { name: /giao ban công tác quý III/ }).click();
    await page.waitForURL(/-\d+$/);
    await page.getByRole("button", { name: "Nghe đọc bài" }).click();
    await expect(page.getByRole("button", { name: "Nghe đọc bài" })).toBeVisible();
    const spoken = await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
    expect(spoken[0]).toBe("Khối Đảng, đoàn thể phường Sen Hồ giao ban công tác quý III, bàn việc cuối năm");
    expect(spoken.length).toBeGreaterThan(10);
    for (const sentence of spoken) expect(sentence).not.toMatch(/\.\/\.|\||Lượt xem|Tương phản/);
    expect(await page.locator(".spoken").count()).toBe(0);
  });
}

test("where a device has no Vietnamese voice, none is offered", async ({ page }) => {
  await withVoices(page, ["en-US", "vie_XX", "vil-VN"]);
  await openNotice(page);
  await expect(page.getByRole("button", { name: "In bài" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Nghe đọc bài" })).toBeHidden();
});

test("with scripts an answer is sent without leaving the page", async ({ page }) => {
  await openNotice(page);
  const address = page.url();
  const sent = page.waitForRequest((request) => request.url().endsWith("/api/useful"));
  await page.getByRole("button", { name: "Không", exact: true }).click();
  expect((await sent).postData()).toMatch(/^article=\d+&useful=no$/);
  await expect(page.getByText("Cảm ơn bạn đã trả lời.")).toBeVisible();
  expect(page.url()).toBe(address);
});
