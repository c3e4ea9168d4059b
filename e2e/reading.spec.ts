import { gzipSync } from "node:zlib";
import pg from "pg";
import { expect, test } from "./fixtures/base.ts";
import { tellSoFar } from "./fixtures/requests.ts";

const BOAT_RACE = "Mười hai thuyền nan tranh giải đua thuyền hồ Sen";
const MEETING = "Khối Đảng, đoàn thể phường Sen Hồ giao ban công tác quý III, bàn việc cuối năm";

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader finds an article through its section and reads it whole", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("navigation", { name: "Chuyên mục" }).getByRole("link", { name: "Tin tức - sự kiện" }).click();
    await page
      .getByRole("navigation", { name: "Chuyên mục con" })
      .getByRole("link", { name: "Đảng - đoàn thể" })
      .click();
    await page.getByRole("link", { name: MEETING }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(MEETING);
    await expect(page.getByRole("navigation", { name: "Đường dẫn chuyên mục" })).toHaveText(
      "Trang chủTin tức - sự kiệnĐảng - đoàn thể",
    );
    await expect(page.getByText(/^Ngày đăng \d\d\/\d\d\/\d{4} \| \d\d:\d\d \| Lượt xem: 312$/)).toBeVisible();
    await expect(page.getByText("(6). Gửi báo cáo tháng trước ngày 25")).toBeVisible();
    await expect(page.getByRole("img", { name: /^Nhìn từ cuối phòng: các hàng ghế đỏ/ })).toBeVisible();
    await expect(
      page.getByText("Quang cảnh hội nghị giao ban khối Đảng, đoàn thể phường Sen Hồ Ảnh: Minh họa vẽ bằng máy"),
    ).toBeVisible();
    await expect(page.getByText("Trần Hạ Vy")).toBeVisible();
  });

  test("a photo story shows its pictures with their captions, and no caption over nothing", async ({ page }) => {
    await page.goto("/van-hoa-the-thao");
    await page.getByRole("link", { name: BOAT_RACE }).click();
    await expect(page.locator("main figure")).toHaveCount(3);
    for (const figure of await page.locator("main figure").all()) {
      await figure.scrollIntoViewIfNeeded();
      await expect(figure.getByRole("img")).toHaveJSProperty("complete", true);
      expect(await figure.getByRole("img").evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
      await expect(figure.locator("figcaption")).toHaveText(/Ảnh: /);
    }
    await expect(page.getByText("Đội tổ dân phố 8 nhận cờ nhất")).toHaveCount(0);
  });

  test("the demo says on every page that it is one", async ({ page }) => {
    for (const path of ["/", "/thong-bao", "/khong-co-trang-nay"]) {
      await page.goto(path);
      await expect(page.getByText("Trang mẫu")).toBeVisible();
      await expect(page.getByText("Chịu trách nhiệm nội dung")).toBeVisible();
    }
  });
});

test("a reader's page asks for nothing but our own style sheet, fonts, icon, pictures and one small script", async ({
  page,
}) => {
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  page.on("console", (message) => complaints.push(message.text()));
  await page.goto("/dang-doan-the");
  await page.getByRole("link", { name: MEETING }).click();
  await page.waitForLoadState("networkidle");
  expect(complaints).toEqual([]);
  const scripts = [...new Set(asked.filter((path) => path.endsWith(".js")))].sort();
  expect(scripts).toEqual(["/reader.js"]);
  const script = await (await page.request.get("/reader.js")).body();
  expect(gzipSync(script).length).toBeLessThan(5_000);
  expect(asked.filter((path) => path.startsWith("/_tep/")).length).toBeGreaterThan(0);
  expect(asked.filter((path) => path.startsWith("/_next/") && !/\.(css|woff2)$/.test(path))).toEqual([]);
});

test("an article page is small, and says to machines what it is", async ({ page, request }) => {
  await page.goto("/dang-doan-the");
  await page.getByRole("link", { name: MEETING }).click();
  await page.waitForURL(/-\d+$/);
  const answer = await request.get(page.url(), { headers: { "accept-encoding": "gzip" } });
  const html = await answer.text();
  expect(gzipSync(html).length).toBeLessThan(10_000);
  expect(html).not.toContain("<style");
  await expect(page.locator('meta[name="DC.creator"]')).toHaveAttribute("content", "Trần Hạ Vy");
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", page.url());
  await expect(page.locator('meta[name="description"]')).toHaveAttribute("content", /^Chiều thứ Sáu/);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "");
  const [own, way] = data["@graph"];
  expect(own).toMatchObject({ "@type": "NewsArticle", headline: MEETING, articleSection: "Đảng - đoàn thể" });
  expect(way.itemListElement.map(({ name }: { name: string }) => name)).toEqual([
    ...["Trang chủ", "Tin tức - sự kiện", "Đảng - đoàn thể", MEETING],
  ]);
});

test("a view is counted once per tab and article, after two seconds in sight", async ({ browser, product }) => {
  const context = await browser.newContext({
    baseURL: product.url,
    userAgent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36",
  });
  const page = await context.newPage();
  const beacons: number[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/views")) beacons.push(request.postDataJSON().article);
  });
  const sent = async () => {
    await tellSoFar(page);
    return beacons;
  };
  // The page's clock is ours: nothing here depends on how fast the machine is.
  await page.clock.install();
  await page.goto("/hoi-dap-voi-nguoi-dan");
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.getByRole("heading", { level: 3 }).getByRole("link").first().click();
  // Once loaded, and not before: the click waits for the address alone, and the script counts from when it ran.
  await page.waitForURL(/-\d+$/);
  const number = Number(/-(\d+)$/.exec(page.url())?.[1]);
  await page.clock.runFor(1_900);
  expect(await sent()).toEqual([]);
  await page.clock.runFor(200);
  expect(await sent()).toEqual([number]);
  await page.reload();
  await page.clock.runFor(5_000);
  expect(await sent()).toEqual([number]);
  const counted = () =>
    ask(product.databaseUrl, "select sum(count)::integer as sum from article_views where article_id = $1", number);
  await expect.poll(async () => (await counted())[0]?.sum, { timeout: 15_000 }).toBe(1);
  await context.close();
});

test("every address in the sitemap is there, and robots are told where it is", async ({ request }) => {
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toMatch(/^Disallow: \/desk$/m);
  const sitemap = /^Sitemap: (.*)$/m.exec(robots)?.[1] ?? "";
  const addresses = async () => {
    const xml = await (await request.get(new URL(sitemap).pathname)).text();
    return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = ""]) => new URL(url).pathname);
  };
  const paths = await addresses();
  expect(paths.length).toBeGreaterThan(15);
  for (const path of paths) {
    const status = (await request.get(path, { maxRedirects: 0 })).status();
    // Another test may have withdrawn its article meanwhile.
    if (status === 410) expect(await addresses()).not.toContain(path);
    else expect([path, status]).toEqual([path, 200]);
  }
});

test("what is not there says so, in words and in its status", async ({ page }) => {
  for (const path of ["/khong-co", "/thong-bao/trang/9", "/thong-bao/khong-co-999999", "/-/unknown", "/gone"]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Không tìm thấy trang này");
  }
});

test("no page is wider than a small phone, and headings step down by one", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/giao-duc-y-te");
  const article = await page.getByRole("heading", { level: 2 }).getByRole("link").first().getAttribute("href");
  for (const path of ["/", "/tin-tuc-su-kien", article ?? "", "/khong-co"]) {
    await page.goto(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBe(320);
    const levels = await page.locator("h1, h2, h3, h4").evaluateAll((all) => all.map((one) => Number(one.tagName[1])));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(
      levels.every((level, at) => at === 0 || level <= (levels[at - 1] ?? 0) + 1),
      levels.join(),
    ).toBe(true);
  }
});

async function ask(url: string, sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}
