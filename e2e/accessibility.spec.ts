import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Locator, Page } from "@playwright/test";
import { askPath, lookUpPath } from "#features/addresses/questions.ts";
import { ASKED } from "#features/questions/testing.ts";
import type { Product } from "./fixtures/base.ts";
import { jumpsBack, unseenFocus } from "./fixtures/focus.ts";
import { brokenNumbers, coarsePictures, cutLetters, longLines } from "./fixtures/letters.ts";
import { sticksOut } from "./fixtures/looks.ts";
import { expect, type OwnSite, test } from "./fixtures/office.ts";
import { DEMO_KINDS, ownKinds } from "./fixtures/reader-kinds.ts";

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };
const WALL = { width: 2560, height: 1440 };

/** WCAG 2.2 AA, and what axe's authors hold to be good beside. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

type Place = { kind: string; path: string; status?: number };
type Where = { url: string; kinds: readonly Place[] };

/** Made once, of the first office that comes, for all that is asked of it below: no test changes anything there. */
let own: Promise<Where> | undefined;

/** Every kind of page: the demo's, and what the demo has not. */
async function everyKind(product: Product, office: OwnSite): Promise<Where[]> {
  own ??= ownKinds(office).then((kinds) => ({ url: office.url, kinds }));
  return [{ url: product.url, kinds: DEMO_KINDS }, await own];
}

/** Without the product's own page, which needs nothing else and has neither menu nor skip link. */
async function drawnKinds(product: Product, office: OwnSite): Promise<Where[]> {
  const all = await everyKind(product, office);
  return all.map(({ url, kinds }) => ({ url, kinds: kinds.filter(({ status }) => status !== 400) }));
}

/** Shows every kind of page, one after the other, in one window. */
async function onEach(
  browser: Browser,
  all: readonly Where[],
  options: BrowserContextOptions,
  look: (page: Page, kind: string) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ locale: "vi-VN", ...options });
  const page = await context.newPage();
  for (const { url, kinds } of all) {
    // Pages are looked at in the letters of the house, which a narrow window has from its second page on, and without scripts never.
    if (options.javaScriptEnabled !== false) {
      await page.goto(url);
      await page.waitForFunction(() => localStorage.getItem("fonts") === "kept");
    }
    for (const { kind, path, status = 200 } of kinds) {
      await expect.poll(async () => (await page.goto(url + path))?.status(), { message: kind }).toBe(status);
      await look(page, kind);
    }
  }
  await context.close();
}

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of [PHONE, DESK]) {
    test(`axe finds no fault in any kind of page, ${colorScheme}, ${viewport.width} px wide`, async ({
      browser,
      office,
      product,
    }) => {
      test.slow();
      await onEach(browser, await everyKind(product, office), { colorScheme, viewport }, async (page, kind) => {
        expect.soft(await faultsOf(page), kind).toEqual([]);
        await expect.soft(page.locator("html")).toHaveAttribute("lang", kind.endsWith("in English") ? "en" : "vi");
        await expect.soft(page.locator("h1"), kind).toHaveCount(1);
      });
    });
  }
}

test("axe finds no fault in what a citizen is answered: what is missing, the code, how a question stands, and a code that is none", async ({
  page,
  office,
}) => {
  await page.setViewportSize(PHONE);
  const send = page.getByRole("button", { name: "Gửi câu hỏi" });
  await page.goto(`${office.url}${askPath}`);
  await send.click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByRole("contentinfo")).toBeVisible();
  expect.soft(await faultsOf(page), "what is missing").toEqual([]);
  await page.getByLabel(/Về việc/).fill(ASKED.subject);
  await page.getByLabel(/Nội dung câu hỏi/).fill(ASKED.words);
  await page.getByLabel(/Họ và tên/).fill(ASKED.name);
  await page.getByLabel(/Thư điện tử hoặc điện thoại/).fill(ASKED.contact);
  await send.click();
  const code = (await page.locator(".question-code strong").textContent()) ?? "";
  expect(code).toMatch(/^[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}$/);
  await expect(page.getByRole("contentinfo")).toBeVisible();
  expect.soft(await faultsOf(page), "the code").toEqual([]);
  const field = page.getByLabel(/Mã tra cứu/);
  for (const [one, kind, answer] of [
    [code, "how it stands", page.getByRole("region", { name: "Tình trạng câu hỏi" })],
    ["AAAA-BBBB-CCCC", "a code that is none", field.and(page.locator("[aria-invalid=true]"))],
  ] as const) {
    await page.goto(`${office.url}${lookUpPath}`);
    await field.fill(one);
    await page.getByRole("button", { name: "Tra cứu" }).click();
    for (const part of [answer, page.getByRole("contentinfo")]) await expect(part).toBeVisible();
    expect.soft(await faultsOf(page), kind).toEqual([]);
    await expect.soft(page.locator("h1"), kind).toHaveCount(1);
  }
});

/** What is pressed most, on phones by thumbs. */
const MAIN_TARGETS =
  ".menu-fold > summary, .to-search, .search-form button, .search-form input, .tools > :not(.unseen), .pages a";

for (const viewport of [PHONE, DESK]) {
  test(`by keyboard alone, ${viewport.width} px wide: first past the menu, in the order by eye, and one sees at each step where one is`, async ({
    browser,
    office,
    product,
  }) => {
    test.slow();
    const isPhone = viewport === PHONE;
    const options = { viewport, hasTouch: isPhone, isMobile: isPhone };
    await onEach(browser, await drawnKinds(product, office), options, async (page, kind) => {
      expect.soft(await jumpsBack(page), kind).toEqual([]);
      if (isPhone) expect.soft(await lowerThan(43.5, page.locator(MAIN_TARGETS)), `${kind}, for thumbs`).toEqual([]);
      await page.keyboard.press("Tab");
      const skip = page.getByRole("link", { name: /^(?:Đến nội dung chính|Skip to main content)$/ });
      await expect(skip, kind).toBeFocused();
      expect(await unseenFocus(page), kind).toBeNull();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      const isInside = () => page.evaluate(() => document.activeElement?.closest("#noi-dung, footer") !== null);
      expect(await isInside(), kind).toBe(true);
      for (let step = 0; step < 25; step += 1) {
        expect(await unseenFocus(page), kind).toBeNull();
        await page.keyboard.press("Tab");
        // The viewer of a file is a page of the browser's own.
        if (await page.evaluate(() => document.activeElement?.matches("object, embed, iframe, body") ?? true)) break;
      }
    });
  });
}

/** Which of these are lower than so many px. Source: WCAG 2.2, 2.5.5, asks of 44. */
async function lowerThan(height: number, targets: Locator): Promise<string[]> {
  return targets.filter({ visible: true }).evaluateAll(
    (all, least) =>
      all.flatMap((one) => {
        const { height } = one.getBoundingClientRect();
        return height < least ? [`${one.outerHTML.slice(0, 80)}: ${height}`] : [];
      }),
    height,
  );
}

test("Escape folds the menu on a phone, and whoever pressed it is where it was unfolded", async ({ page, product }) => {
  await page.setViewportSize(PHONE);
  await page.goto(`${product.url}/dang-doan-the`);
  const fold = page.locator(".menu-fold > summary");
  await fold.focus();
  await page.keyboard.press("Enter");
  const first = page
    .getByRole("navigation", { name: "Chuyên mục", exact: true })
    .getByRole("link", { name: "Trang chủ" });
  await expect(first).toBeVisible();
  await first.focus();
  await page.keyboard.press("Escape");
  await expect(first).toBeHidden();
  await expect(fold).toBeFocused();
});

/** A list of nothing, a sign that parts two names as the end of one, and a date that runs into a word. */
const HEARD_BADLY = /^\s*- list$|"[^"\n]*[|›]"|\p{Ll}\d\d\/\d\d?\/|\d\/\d{4}\p{L}/mu;

test("with scripts off every kind of page is whole and heard well, its menu unfolds, and nothing stands there that would do nothing", async ({
  browser,
  office,
  product,
}) => {
  test.slow();
  const all = await drawnKinds(product, office);
  await onEach(browser, all, { javaScriptEnabled: false, viewport: PHONE, colorScheme: "dark" }, async (page, kind) => {
    await expect.soft(page.getByRole("heading", { level: 1 }), kind).toBeVisible();
    await expect.soft(page.locator("main"), kind).toHaveText(/\p{L}{2}/u);
    const dead = page.locator(
      "button:not(form button), [role=combobox], [aria-pressed], .by-script, main a:not([href])",
    );
    await expect.soft(dead.filter({ visible: true }), kind).toHaveCount(0);
    expect.soft(await sticksOut(page), kind).toEqual([]);
    expect.soft(HEARD_BADLY.exec(await page.locator("body").ariaSnapshot())?.[0], kind).toBeUndefined();
    const menu = page.getByRole("navigation").filter({ has: page.locator(".menu-row") });
    if (!kind.endsWith("in English")) await menu.locator(".menu-fold > summary").press("Enter");
    await expect.soft(menu.getByRole("link").first(), kind).toBeVisible();
  });
});

test("at 320 px, in letters of twice the size, and with the widest spacing no page goes beyond its edge, no letter is cut off, and no date or figure is parted", async ({
  browser,
  office,
  product,
}) => {
  test.slow();
  // What a reader's own style says comes past the page's policy.
  const options = { viewport: { width: 320, height: 640 }, bypassCSP: true };
  await onEach(browser, await everyKind(product, office), options, async (page, kind) => {
    expect.soft(await sticksOut(page), kind).toEqual([]);
    expect.soft(await brokenNumbers(page), kind).toEqual([]);
    expect.soft(await cutLetters(page), kind).toEqual([]);
    // As it unfolds, too.
    await page.locator("details").evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
    expect.soft(await sticksOut(page), `${kind}, unfolded`).toEqual([]);
    // Source: WCAG 2.2, 1.4.12.
    const spaced = await page.addStyleTag({
      content:
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
    });
    expect.soft(await sticksOut(page), `${kind}, spaced`).toEqual([]);
    expect.soft(await brokenNumbers(page), `${kind}, spaced`).toEqual([]);
    await spaced.evaluate((style) => (style as Element).remove());
    await page.setViewportSize({ width: 640, height: 800 });
    await page.addStyleTag({ content: "html { font-size: 200% !important }" });
    expect.soft(await sticksOut(page), `${kind}, letters twice as large`).toEqual([]);
    await page.setViewportSize(options.viewport);
  });
});

test("where colours are the reader's own, buttons and fields have an edge, and where nothing is to move nothing does; on the widest screen lines stay short and pictures sharp", async ({
  browser,
  office,
  product,
}) => {
  test.slow();
  const options = { viewport: WALL, forcedColors: "active", reducedMotion: "reduce" } as const;
  let measured = 0;
  await onEach(browser, await drawnKinds(product, office), options, async (page, kind) => {
    const faults = await page.evaluate(() => {
      const seen = [...document.body.querySelectorAll("*")].filter((one) => one.checkVisibility());
      const isEdged = (one: Element) => {
        const { borderTopStyle, borderTopWidth, outlineStyle } = getComputedStyle(one);
        return (borderTopStyle !== "none" && borderTopWidth !== "0px") || outlineStyle !== "none";
      };
      const moves = (one: Element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
        const isSlow = transitionDuration.split(",").some((time) => Number.parseFloat(time) > 0.01);
        return isSlow || animationName !== "none" || scrollBehavior === "smooth";
      };
      const edgeless = seen.filter((one) => one.matches("button, input, select, textarea") && !isEdged(one));
      return [
        ...edgeless.map((one) => `without an edge: ${one.outerHTML.slice(0, 80)}`),
        ...[document.documentElement, ...seen].filter(moves).map((one) => `moves: ${one.outerHTML.slice(0, 80)}`),
      ];
    });
    expect.soft(faults, kind).toEqual([]);
    expect.soft(await sticksOut(page), kind).toEqual([]);
    expect.soft(await longLines(page, 84), kind).toEqual([]);
    const pictures = await coarsePictures(page, 2);
    expect.soft(pictures.coarse, kind).toEqual([]);
    measured += pictures.measured;
    expect.soft(await cutLetters(page), kind).toEqual([]);
  });
  expect(measured).toBeGreaterThan(0);
});
