import type { Page } from "@playwright/test";
import { overviewPath } from "#features/addresses/lists.ts";
import { expect, test } from "./fixtures/base.ts";

/** Longer than any first paint here. In milliseconds. */
const LATE = 1_500;

type Shift = { value: number; hadRecentInput: boolean };

const WINDOWS = [
  { width: 360, height: 740 },
  { width: 1440, height: 900 },
];

for (const viewport of WINDOWS) {
  test(`nothing moves on a cold first visit whose fonts come late, ${viewport.width} px wide`, async ({
    browser,
    product,
  }) => {
    test.slow();
    const asking = await browser.newPage();
    await asking.goto(product.url);
    const linked = await asking
      .locator("a[href^='/']")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    await asking.close();
    const articles = [...new Set(linked.filter((path) => /-\d+$/.test(path)))].slice(0, 5);
    const lists = [...new Set(linked.filter((path) => /^\/[a-z-]+$/.test(path)))];
    expect([articles.length, lists.length > 3]).toEqual([5, true]);

    for (const path of ["/", ...articles, ...lists.slice(0, 3), ...lists.slice(-2), "/khong-co"]) {
      // A browser of its own for each: what the last one fetched is not there.
      const context = await browser.newContext({ viewport });
      const page = await context.newPage();
      await page.route(/\.woff2$/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, LATE));
        await route.continue();
      });
      await page.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as unknown as Shift[])
            if (!entry.hadRecentInput) shifts.push(entry.value);
        }).observe({ type: "layout-shift", buffered: true });
      });
      const fonts = page.waitForEvent("requestfinished", (request) => request.url().includes("serif-latin"));
      await page.goto(product.url + path);
      await fonts;
      await page.evaluate(async () => {
        await document.fonts.ready;
        for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
      });
      const moved = await page.evaluate(() =>
        (window as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0),
      );
      expect(moved, `${path}`).toBeLessThan(0.02);
      await context.close();
    }
  });
}

/** The page's own letters, as far as they are ours. */
const ours = (page: Page) =>
  page.locator("body").evaluate((body) => getComputedStyle(body).fontFamily.includes("Toa Soan"));

const fontsAskedFor = (page: Page): string[] => {
  const asked: string[] = [];
  page.on("request", (request) => void (request.url().endsWith(".woff2") && asked.push(request.url())));
  return asked;
};

test("fonts are asked for before the page's style is there, once each, and the page is set in them", async ({
  page,
  product,
}) => {
  const styleComes = Promise.withResolvers<void>();
  const asked = fontsAskedFor(page);
  await page.route("**/*.css", async (route) => {
    await styleComes.promise;
    await route.continue();
  });
  const going = page.goto(product.url);
  await expect.poll(() => asked).toHaveLength(4);
  styleComes.resolve();
  await going;
  await page.evaluate(() => document.fonts.ready);
  expect(await ours(page)).toBe(true);
  expect(new Set(asked).size).toBe(4);
  expect(asked).toHaveLength(4);
});

test("on a phone fonts are asked for when the page is whole and drawn, and set the next one", async ({
  browser,
  product,
}) => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  const asked = fontsAskedFor(page);
  await page.goto(product.url);
  await page.waitForFunction(() => localStorage.getItem("fonts") === "kept");
  expect(new Set(asked).size).toBe(4);
  const early = await page.evaluate(() => {
    const [whole] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const fonts = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".woff2"));
    const [drawn] = performance.getEntriesByName("first-contentful-paint");
    const since = Math.max(whole?.loadEventStart ?? Infinity, drawn?.startTime ?? Infinity);
    return fonts.filter(({ startTime }) => startTime < since).map(({ name }) => name);
  });
  expect(early).toEqual([]);
  expect(await ours(page)).toBe(false);
  await page.goto(product.url + overviewPath);
  expect(await ours(page)).toBe(true);
  await page.close();
});

test("a phone that saves data, or runs no scripts, is never sent fonts", async ({ browser, product }) => {
  const narrow = { viewport: { width: 360, height: 740 } };
  const saving = await browser.newContext(narrow);
  await saving.addInitScript(() =>
    Object.defineProperty(navigator, "connection", { value: Object.assign(new EventTarget(), { saveData: true }) }),
  );
  for (const context of [saving, await browser.newContext({ ...narrow, javaScriptEnabled: false })]) {
    const page = await context.newPage();
    const asked = fontsAskedFor(page);
    await page.clock.install();
    await page.goto(product.url);
    // Longer than fonts are waited for.
    await page.clock.runFor(10_000);
    await page.goto(`${product.url}${overviewPath}`);
    await page.clock.runFor(10_000);
    await page.waitForLoadState("networkidle");
    expect(asked).toEqual([]);
    await context.close();
  }
});
