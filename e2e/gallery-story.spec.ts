import type { Page } from "@playwright/test";
import { answerForAll, aPicture, choose } from "./fixtures/bringing.ts";
import { type Desk, expect, publicPath, test } from "./fixtures/desk.ts";
import { expectSaving } from "./fixtures/writing.ts";

type Named = { name: string; hash: string };

const SIZES = [
  ["a desktop", { width: 1280, height: 800 }],
  ["a phone", { width: 360, height: 740 }],
] as const;

const WORDS = [
  ["Chợ nổi họp từ năm giờ", "Thuyền chở dưa sát bên nhau"],
  ["Người lái đò già", "Ông cụ chống sào ở mũi thuyền"],
  ["Trẻ qua sông đi học", "Mái đò có hàng cặp sách"],
] as const;

for (const [what, viewport] of SIZES) {
  test(`on ${what} a gallery goes from the pictures of its reporter through its review to readers, in the order that was chosen`, async ({
    desk,
    product,
    browser,
  }) => {
    test.slow();
    const [reporter, approver] = [await desk("reporter"), await desk("approver")];
    for (const { page } of [reporter, approver]) await page.setViewportSize(viewport);
    const pictures = await Promise.all(["mot.jpg", "hai.jpg", "ba.jpg"].map((name) => aPicture(name)));
    const number = await reporter.write();
    const order = await gathered(reporter.page, pictures);
    await worded(reporter.page, order);
    await reporter.submit();
    expect(await reporter.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );

    await approver.review(number);
    await reviewed(approver, order);
    await approver.press("Duyệt và đăng ngay");
    await approver.page.waitForURL(/done=approve_and_publish/);

    const address = product.url + (await publicPath(approver));
    const reader = await browser.newPage({ viewport, reducedMotion: "reduce", forcedColors: "active" });
    await lookedAt(reader, address, order);
    await reader.close();
    const plain = await browser.newPage({ viewport, javaScriptEnabled: false });
    await lookedAtWithoutScripts(plain, address);
    await plain.close();
  });
}

/** Chooses the pictures in the browser's dialog, gathers them, and brings the last one to the front by keyboard. @returns their order */
async function gathered(page: Page, [one, two, three]: Awaited<ReturnType<typeof aPicture>>[]): Promise<Named[]> {
  if (!one || !two || !three) throw new Error("three pictures are there");
  await choose(page, page.getByRole("toolbar").getByRole("button", { name: "Ảnh", exact: true }), one, two, three);
  await page.getByRole("button", { name: "Gộp thành chùm ảnh" }).click();
  const gallery = page.getByRole("group", { name: "Chùm ảnh" });
  const hasCome = (at: number, { hash }: Named) =>
    expect(gallery.getByRole("figure").nth(at).locator("img")).toHaveAttribute(
      "src",
      new RegExp(`^/api/files/${hash}/`),
      { timeout: 60_000 },
    );
  for (const [at, picture] of [one, two, three].entries()) await hasCome(at, picture);
  await gallery.getByRole("button", { name: "Chuyển lên: ảnh 3 trên 3" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Ảnh đã ở vị trí 2 trên 3.")).toBeAttached();
  await expect(gallery.getByRole("button", { name: "Chuyển lên: ảnh 2 trên 3" })).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.getByText("Ảnh đã ở vị trí 1 trên 3.")).toBeAttached();
  const order = [three, one, two];
  for (const [at, picture] of order.entries()) await hasCome(at, picture);
  await gallery.getByLabel(/^Tên chùm ảnh/).fill("Một sáng trên sông");
  return order;
}

/** Fills the words of each picture in the panel of all, and the rights of all at once. */
async function worded(page: Page, order: readonly Named[]): Promise<void> {
  const gaps = page.locator("details").filter({ hasText: "Nội dung còn thiếu" });
  await expectSaving(page, "clean");
  await expect(gaps).toContainText("Ảnh thứ 3 chưa ghi nguồn ảnh");
  await page.getByRole("toolbar").getByRole("button", { name: "Ảnh trong bài" }).click();
  const panel = page.getByRole("dialog", { name: "Ảnh trong bài (3)" });
  await panel.getByLabel(/^Nguồn ảnh cho 3 ảnh/).fill("Lê Lan");
  await panel.getByRole("button", { name: "Ghi nguồn" }).click();
  for (const [at, [caption, alt]] of WORDS.entries()) {
    const one = panel.getByRole("listitem", { name: `Ảnh thứ ${at + 1} (chùm ảnh 1, ảnh ${at + 1})` });
    await expect(one.locator("img")).toHaveAttribute("src", new RegExp(`/${order[at]?.hash}/`));
    await one.getByLabel("Chú thích ảnh").fill(caption);
    await one.getByLabel(/^Mô tả ảnh/).fill(alt);
  }
  await panel.getByRole("button", { name: "Đóng" }).last().click();
  await answerForAll(page, 3);
  await expectSaving(page, "clean");
  await expect(gaps).not.toContainText("Ảnh thứ");
}

/** An approver has each picture in sight, in order, with its words. */
async function reviewed({ preview }: Desk, order: readonly Named[]): Promise<void> {
  await expect(preview.locator(".gallery-caption")).toHaveText("Một sáng trên sông");
  const shown = preview.locator(".larges img");
  await expect(shown).toHaveCount(order.length);
  for (const [at, { hash }] of order.entries()) {
    const [caption = "", alt = ""] = WORDS[at] ?? [];
    const picture = shown.nth(at);
    await picture.scrollIntoViewIfNeeded();
    await expect(picture).toHaveAccessibleName(alt);
    await expect(picture).toHaveJSProperty("complete", true);
    expect(await picture.evaluate((img: HTMLImageElement) => [img.naturalWidth > 0, img.currentSrc])).toEqual([
      true,
      expect.stringContaining(hash),
    ]);
    await expect(preview.locator(".larges figcaption").nth(at)).toHaveText(`${caption} Ảnh: Lê Lan`);
  }
}

/** A reader goes along it by keyboard, with the colours of the system and without motion. */
async function lookedAt(page: Page, address: string, order: readonly Named[]): Promise<void> {
  await expect.poll(async () => (await page.goto(address))?.status()).toBe(200);
  const small = page.locator(".thumbs a");
  await expect(small).toHaveCount(order.length);
  for (const [at, { hash }] of order.entries())
    await expect(small.nth(at).locator("img")).toHaveAttribute("src", new RegExp(hash));
  await small.first().focus();
  expect(await outlineOf(small.first())).toBeGreaterThanOrEqual(2);
  await page.keyboard.press("Enter");
  const viewer = page.getByRole("dialog", { name: "Chùm ảnh" });
  for (const [at, [caption, alt]] of WORDS.entries()) {
    if (at > 0) await page.keyboard.press("ArrowRight");
    await expect(viewer.getByRole("status")).toHaveText(`${at + 1} / 3`);
    await expect(viewer.getByRole("img", { name: alt })).toBeVisible();
    await expect(viewer.locator("figcaption")).toHaveText(`${caption} Ảnh: Lê Lan`);
  }
  // Each way out and on is framed, and whoever is at one sees that they are.
  for (const name of ["Toàn màn hình", "Đóng", "Ảnh trước", "Ảnh sau"]) {
    const button = viewer.getByRole("button", { name });
    await button.focus();
    await page.keyboard.press("Shift");
    expect([name, await button.evaluate((one) => getComputedStyle(one).borderTopStyle)]).toEqual([name, "solid"]);
    expect([name, await outlineOf(button)]).toEqual([name, 3]);
    const [frame, behind] = await button.evaluate((one) => [
      getComputedStyle(one).borderTopColor,
      getComputedStyle(one).backgroundColor,
    ]);
    expect(frame).not.toBe(behind);
  }
  await page.keyboard.press("Escape");
  await expect(viewer).toHaveCount(0);
  await expect(small.last()).toBeFocused();
}

/** In pixels; 0 where there is none. */
const outlineOf = (one: ReturnType<Page["locator"]>): Promise<number> =>
  one.evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth);
  });

async function lookedAtWithoutScripts(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const large = page.locator(".large").filter({ visible: true });
  await page.locator(".thumbs a").first().click();
  for (const [at, [caption]] of WORDS.entries()) {
    if (at > 0) await large.getByRole("link", { name: "Ảnh sau" }).click();
    await expect(large.locator("figcaption")).toHaveText(`${caption} Ảnh: Lê Lan`);
    await expect(large).toContainText(`${at + 1} / 3`);
  }
  await large.getByRole("link", { name: "Về chùm ảnh" }).click();
  await expect(large).toHaveCount(0);
}
