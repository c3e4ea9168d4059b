import type { Page } from "@playwright/test";
import { documentCalled } from "#features/demo/documents.ts";
import { ask } from "./fixtures/ask.ts";
import { expect, test } from "./fixtures/base.ts";

const paper = documentCalled("bao-cao-nam");

/** The article of the demo that hands the report out. */
async function openArticle(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/bao-cao`);
  await page
    .getByRole("link", { name: /^Báo cáo một năm của phường/ })
    .first()
    .click();
}

test("a PDF is led to in its own page, which says what it is and shows it in the browser's own viewer", async ({
  page,
  product,
}) => {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") refused.push(message.text());
  });
  await openArticle(page, product.url);
  const article = page.url();
  await page.getByRole("link", { name: paper.title, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: paper.title })).toBeVisible();
  await expect(page.getByText(/^PDF · \d+ KB · 3 trang$/)).toBeVisible();
  await expect(page.getByText(paper.summary)).toBeVisible();
  await expect(page.getByRole("link", { name: /^Báo cáo một năm của phường trên hai trang/ })).toHaveAttribute(
    "href",
    new URL(article).pathname,
  );
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
  // The viewer is a page of the browser's own inside of the frame. A shell of Chromium has none, and its first page stands for it.
  const hasViewer = await page.evaluate(() => navigator.pdfViewerEnabled);
  if (hasViewer)
    await expect.poll(() => page.frames().some((frame) => frame.url().startsWith("chrome-extension://"))).toBe(true);
  else await expect(page.getByRole("link", { name: "Trang đầu của tệp: mở để xem toàn bộ" })).toBeVisible();
  expect(refused).toEqual([]);

  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải về" }).click();
  expect((await saving).suggestedFilename()).toBe("bao-cao-nam.pdf");
});

test.describe("on a phone without scripts", () => {
  test.use({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });

  test("its first page stands for the viewer, and leads to all of it", async ({ page, product }) => {
    await openArticle(page, product.url);
    await page.getByRole("link", { name: paper.title, exact: true }).click();
    const first = page.getByRole("link", { name: "Trang đầu của tệp: mở để xem toàn bộ" });
    await first.scrollIntoViewIfNeeded();
    await expect(first).toBeVisible();
    await expect(page.locator("object")).toBeHidden();
    await expect(first).toHaveAttribute("href", `/_tep/${paper.sha256}/xem/bao-cao-nam.pdf`);
    expect(page.frames()).toHaveLength(1);
  });
});

test("other sites cannot frame it, and what is not handed out has no page", async ({ product }) => {
  const site = new URL(product.url).host;
  const shown = await ask(site, `/_tep/${paper.sha256}/xem/bao-cao-nam.pdf`);
  expect(shown.status).toBe(200);
  expect(shown.headers["content-security-policy"]).toContain("frame-ancestors 'self'");
  expect(shown.headers["cross-origin-resource-policy"]).toBe("same-origin");
  expect((await ask(site, "/tep/999999/bao-cao-nam")).status).toBe(404);
});
