/**
 * Takes the README's pictures of a demo that has just been made: `node scripts/readme-pictures.ts URL PASSWORD`, with the
 * password of its accounts. Wait until the worker has made the demo's pictures light: readers' pages have no JPEG of 2400 pixels then.
 */
import { join } from "node:path";
import { chromium, type Locator, type Page } from "@playwright/test";
import sharp from "sharp";
import { signIn } from "#e2e/fixtures/sign-in.ts";
import { presentChromium } from "./checks/chromium.ts";

const [url = "", password = ""] = process.argv.slice(2);
if (!url || !password) throw new Error("node scripts/readme-pictures.ts URL PASSWORD");

const DESKTOP = { viewport: { width: 1200, height: 1140 } };
const PHONE = { viewport: { width: 390, height: 800 }, deviceScaleFactor: 2, isMobile: true };

const browser = await chromium.launch({
  executablePath: presentChromium(),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  await picture("home", DESKTOP, (page) => page.goto("/"));
  await picture("article", PHONE, async (page) => {
    await page.goto("/do-thi-moi-truong");
    await page.getByRole("heading", { level: 2 }).getByRole("link").first().click();
    await page.waitForURL(/-\d+$/);
    await page.locator("h1").evaluate((headline) => headline.scrollIntoView());
  });
  await picture("review", PHONE, async (page) => {
    await signIn(page, { email: "approver@demo.example", password }, "/desk");
    await page.getByRole("link", { name: /^Chợ Bến Nứa nghỉ hai buổi sáng/ }).click();
    await drawn(page.frameLocator("iframe").locator(".lead-picture img"));
    await page.evaluate(() => scrollTo(0, 290));
  });
  await picture("editor", DESKTOP, async (page) => {
    await signIn(page, { email: "reporter@demo.example", password }, "/desk");
    await page.getByRole("link", { name: /^Câu lạc bộ cờ phường Sen Hồ/ }).click();
    await drawn(page.locator(".lead-edited img"));
  });
} finally {
  await browser.close();
}

/** Waits until a picture is there. */
async function drawn(img: Locator): Promise<void> {
  await img.evaluate((one: HTMLImageElement) => one.decode());
}

async function picture(name: string, screen: object, open: (page: Page) => Promise<unknown>): Promise<void> {
  const context = await browser.newContext({
    ...screen,
    baseURL: url,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
  });
  const page = await context.newPage();
  await open(page);
  await page.waitForLoadState("networkidle");
  const shot = await page.screenshot();
  const file = join(import.meta.dirname, "../docs/pictures", `${name}.webp`);
  const { size } = await sharp(shot).webp({ quality: 82, effort: 6 }).toFile(file);
  process.stdout.write(`${name}: ${Math.round(size / 1000)} kB\n`);
  await context.close();
}
