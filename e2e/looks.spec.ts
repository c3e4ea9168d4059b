import type { Page } from "@playwright/test";
import { published } from "#features/moves/testing.ts";
import { ELSEWHERE, HARD_ARTICLE } from "./fixtures/hard-article.ts";
import { sticksOut, wordsOf } from "./fixtures/looks.ts";
import { expect, type OwnSite, test } from "./fixtures/office.ts";

/** What an article shows that must be readable: headline, body, meta line, links and what is around them. */
const SHOWN = [
  ...["h1", "p.kicker", ".date-line time", ".date-line span.views", "p.ai-label", ".correction p", ".standfirst p"],
  ...[".body p", ".body a", ".body h2", ".body caption", ".byline span"],
  ...["p.source", ".source a"],
];

/** WCAG 2 AA for text of any size. */
const READABLE = 4.5;

async function hardArticle(office: OwnSite): Promise<string> {
  return `${office.url}/dang-doan-the/tram-bom-${await published(office, HARD_ARTICLE)}`;
}

async function read(page: Page, address: string): Promise<void> {
  await expect.poll(async () => (await page.goto(address))?.status()).toBe(200);
}

for (const width of [320, 1920, 2560]) {
  test(`at ${width} px nothing of an article, however long its words, goes beyond the edge`, async ({
    office,
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    const article = await hardArticle(office);
    for (const address of [article, office.url, `${office.url}/dang-doan-the`]) {
      await read(page, address);
      expect(await sticksOut(page), address).toEqual([]);
    }
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`in the ${colorScheme} theme every word of a reader's page stands out from what it is on`, async ({
    office,
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    const article = await hardArticle(office);
    for (const address of [article, office.url, `${office.url}/dang-doan-the`]) {
      await read(page, address);
      const words = await wordsOf(page);
      expect(words.filter(({ contrast }) => contrast < READABLE)).toEqual([]);
      if (address === article) expect(words.map(({ name }) => name)).toEqual(expect.arrayContaining(SHOWN));
    }
    const [paper = ""] = (await wordsOf(page)).map((words) => words.paper);
    expect(paper).toMatch(colorScheme === "dark" ? /rgb\((\d\d?, ){2}\d\d?\)/ : /rgb\((2\d\d, ){2}2\d\d\)/);
  });
}

test("on paper an article is black on white, without menus, and says where its links lead", async ({
  office,
  page,
}) => {
  // As wide as the print of an A4 page, from a screen that is set to dark.
  await page.setViewportSize({ width: 627, height: 900 });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await read(page, await hardArticle(office));

  const words = await wordsOf(page);
  expect(words.map(({ name }) => name)).toEqual(expect.arrayContaining(SHOWN));
  expect(words.filter(({ paper }) => paper !== "rgb(255, 255, 255)")).toEqual([]);
  expect(words.filter(({ contrast }) => contrast < 12)).toEqual([]);
  const text = words.filter(({ name }) => /^(?:h1|\.(?:standfirst|body) (?:p|a|h2))$/.test(name));
  expect([...new Set(text.map(({ ink }) => ink))]).toEqual(["rgb(0, 0, 0)"]);

  const menus = page.getByRole("navigation").and(page.locator(":not(.breadcrumb)"));
  await expect(menus.filter({ visible: true })).toHaveCount(0);
  await expect(page.locator(".skip, .to-top, .more-in, button, form, input").filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole("navigation", { name: "Đường dẫn chuyên mục" })).toBeVisible();
  await expect(page.locator(".site-name")).toBeVisible();

  expect(await sticksOut(page)).toEqual([]);
  const said = page.locator(`.source a[href="${ELSEWHERE}"]`);
  expect(await said.evaluate((one) => getComputedStyle(one, "::after").content)).toContain(ELSEWHERE);
});
