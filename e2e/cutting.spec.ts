import type { Locator, Page } from "@playwright/test";
import { readCut } from "#features/text/picture-cut.ts";
import { answerForAll, aPicture, choose } from "./fixtures/bringing.ts";
import { aHeadline, type Desk, expect, publicPath, test } from "./fixtures/desk.ts";
import { inDatabase } from "./fixtures/people.ts";
import { expectSaving } from "./fixtures/writing.ts";

/** 1,600 × 1,000 pixels. */
const SIZES = { wide: 1600, tall: 1000 };
const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Cắt và xoay ảnh" });
const isMade = (place: Locator) => place.locator('img[src^="/api/files/"]');
const isCut = (place: Locator) => place.locator("svg");

/** What is left, as the dialog says it: width and height in pixels. */
async function leftIn(dialog: Locator): Promise<readonly [number, number]> {
  const said = await dialog.getByRole("status").first().textContent();
  const [, width, height] = /([\d.]+) × ([\d.]+)/.exec(said ?? "") ?? [];
  return [Number(width?.replace(".", "")), Number(height?.replace(".", ""))];
}

async function fillWords(place: Locator): Promise<void> {
  await place.getByLabel("Nguồn ảnh").fill("Lê Lan");
  await place.getByLabel("Mô tả ảnh").fill("Sân vận động");
}

/** Publishes what waits, once its parts of pictures are made. */
async function publish({ page, review, press }: Desk, number: number): Promise<void> {
  await expect(async () => {
    await review(number);
    await expect(page.frameLocator("iframe").locator("figure picture").first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await press("Duyệt và đăng ngay");
  await page.waitForURL(/done=approve_and_publish/);
}

test("a figure is cut and turned by keyboard, undone and redone; readers get what is left, and nobody the rest", async ({
  desk,
  product,
  request,
}) => {
  test.slow();
  const [reporter, approver] = [await desk("reporter"), await desk("approver")];
  const { page } = reporter;
  const picture = await aPicture("san-van-dong.jpg");
  const number = await reporter.write({ headline: aHeadline("Sân vận động mới") });
  await choose(page, page.getByRole("toolbar").getByRole("button", { name: "Ảnh", exact: true }), picture);
  const figure = page.locator(".body-text figure");
  await expect(isMade(figure)).toBeVisible({ timeout: 60_000 });
  await fillWords(figure);

  const open = figure.getByRole("button", { name: "Cắt ảnh" });
  await open.focus();
  await page.keyboard.press("Enter");
  const dialog = dialogOf(page);
  expect(await leftIn(dialog)).toEqual([SIZES.wide, SIZES.tall]);
  await dialog.getByRole("radio", { name: "Tự do" }).focus();
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press("ArrowRight");
  await expect(dialog.getByRole("radio", { name: "1:1" })).toBeChecked();
  await expect.poll(() => leftIn(dialog)).toEqual([SIZES.tall, SIZES.tall]);
  await dialog.getByRole("group", { name: /^Khung cắt/ }).focus();
  for (let presses = 0; presses < 60; presses += 1) await page.keyboard.press("Shift+ArrowRight");
  await dialog.getByRole("button", { name: "Kéo góc dưới bên trái" }).focus();
  for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(async () => (await leftIn(dialog))[0]).toBeLessThan(SIZES.tall);
  const [width, height] = await leftIn(dialog);
  expect(Math.abs(width - height)).toBeLessThanOrEqual(2);
  await dialog.getByRole("button", { name: "Xoay phải" }).press("Enter");
  await dialog.getByRole("button", { name: "Dùng khung này" }).press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(open).toBeFocused();
  await expect(isCut(figure)).toBeVisible();
  await expect(isMade(figure)).toHaveCount(0);

  // One step of undoing, and the picture that was brought is still whole.
  await page.locator(".body-text p").first().click();
  await page.keyboard.press("Control+z");
  await expect(isMade(figure)).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(isCut(figure)).toBeVisible();
  await expectSaving(page, "clean");
  await page.reload();
  await expect(isCut(figure)).toBeVisible();
  await answerForAll(page);
  await reporter.submit();

  await publish(approver, number);
  const path = await publicPath(approver);
  const html = await (await request.get(product.url + path)).text();
  const [, cut = ""] = new RegExp(`/_tep/${picture.hash}/([\\d-]+)/`).exec(html) ?? [];
  expect(readCut(cut)).toMatchObject({ turn: 90 });
  expect(html).not.toMatch(new RegExp(`${picture.hash}/\\d+\\.`));
  expect(html).toMatch(new RegExp(`og:image" content="[^"]*${picture.hash}/${cut}/\\d+\\.jpeg`));
  const status = async (of: string) => (await request.get(`${product.url}/_tep/${picture.hash}${of}`)).status();
  expect(await status(`/${cut}/360.jpeg`)).toBe(200);
  for (const other of [
    ...["/360.jpeg", "/1440.avif", "/0-0-0-10000-10000/360.jpeg", "/90-0-0-10000-10000/360.jpeg"],
    ...[`/${cut}-/360.jpeg`, `/0${cut}/360.jpeg`, `/${cut}/361.jpeg`, `/${cut}/../360.jpeg`],
  ]) {
    expect([other, await status(other)]).toEqual([other, 404]);
  }
  const reader = await (await approver.page.context().browser())?.newPage();
  if (reader === undefined) throw new Error("no browser");
  await reader.goto(product.url + path);
  const shown = reader.getByRole("img", { name: "Sân vận động" });
  await shown.scrollIntoViewIfNeeded();
  await expect
    .poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth / Math.max(1, img.naturalHeight)))
    .toBeCloseTo(1, 1);
  await reader.close();
});

test("on a phone a lead picture is cut by finger, and lists keep what was pointed at; the review says what changed", async ({
  desk,
  product,
  request,
}) => {
  test.slow();
  const [reporter, approver] = [await desk("reporter"), await desk("approver")];
  const { page } = reporter;
  await page.setViewportSize({ width: 360, height: 740 });
  const picture = await aPicture("le-hoi.jpg");
  const number = await reporter.write({ headline: aHeadline("Lễ hội làng") });
  const lead = page.getByRole("region", { name: "Ảnh đại diện" });
  await choose(page, lead.getByRole("button", { name: "Chọn ảnh đại diện" }), picture);
  await expect(isMade(lead)).toBeVisible({ timeout: 60_000 });
  await fillWords(lead);
  await lead.getByRole("button", { name: "Cắt ảnh" }).click();
  const dialog = dialogOf(page);
  const corner = dialog.getByRole("button", { name: "Kéo góc dưới bên phải" });
  await corner.scrollIntoViewIfNeeded();
  const box = (await corner.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 90, box.y - 10, { steps: 5 });
  await page.mouse.up();
  const [width, height] = await leftIn(dialog);
  expect(width).toBeLessThan(SIZES.wide * 0.8);
  expect(height).toBeGreaterThan(width * 0.7);
  // By pointer, then a step by keyboard.
  const across = dialog.getByRole("slider", { name: "Ngang" });
  const point = dialog.locator("button[aria-hidden=true]");
  await point.scrollIntoViewIfNeeded();
  const seen = (await point.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.click(seen.x + seen.width * 0.8, seen.y + seen.height * 0.1);
  await expect(across).toHaveValue("8");
  await across.press("ArrowRight");
  await expect(across).toHaveAttribute("aria-valuetext", "90% từ bên trái");
  await dialog.getByRole("button", { name: "Dùng khung này" }).click();
  await expect(isCut(lead)).toBeVisible();
  await expectSaving(page, "clean");
  await answerForAll(page);
  await reporter.submit();

  await publish(approver, number);
  // Whatever else is published meanwhile, the section lists it with its picture.
  const section = (await publicPath(approver)).split("/").slice(0, 2).join("/");
  const listed = new RegExp(`class="card-picture fx-9 fy-1"[^]{0,200}/_tep/${picture.hash}/[\\d-]+/`);
  await expect.poll(async () => (await request.get(product.url + section)).text()).toMatch(listed);

  // An update that shows it whole again.
  await page.goto(`/desk/documents/${number}`);
  await reporter.press("Cập nhật bài");
  await lead.getByRole("button", { name: "Cắt ảnh" }).click();
  await dialog.getByRole("button", { name: "Bỏ cắt" }).click();
  await expect(isMade(lead)).toBeVisible();
  await expectSaving(page, "clean");
  await reporter.submit();
  await approver.review(number);
  const changes = approver.page.locator("dl").filter({ hasText: "Khung cắt" }).first();
  await expect(changes).toContainText("Ảnh cũ");
  await expect(changes.locator(`img[src*="${picture.hash}"][src*="cut="]`)).toHaveCount(1);
  await expect(changes.locator(`img[src*="${picture.hash}"]:not([src*="cut="])`)).toHaveCount(1);
  await expect(changes.locator("del").filter({ hasText: "chiều ngang" })).toHaveCount(1);
});

test("of a cut that could not be made the writer reads why, and has it tried again where they stand", async ({
  desk,
  product,
}) => {
  test.slow();
  const { page, write } = await desk("reporter");
  const picture = await aPicture("ben-thuyen.jpg");
  await write({ headline: aHeadline("Bến thuyền mới") });
  await choose(page, page.getByRole("toolbar").getByRole("button", { name: "Ảnh", exact: true }), picture);
  const figure = page.locator(".body-text figure");
  await expect(isMade(figure)).toBeVisible({ timeout: 60_000 });
  // The worker would make it; somebody's cut of the same picture, by the same frame, took too long.
  const [{ id: cutId }] = await inDatabase(
    product,
    `insert into file_cuts (file_id, cut, state, failure)
     select id, '90-0-0-10000-10000', 'failed', 'too_slow' from files where sha256 = $1 returning id`,
    [picture.hash],
  );
  await figure.getByRole("button", { name: "Cắt ảnh" }).click();
  await dialogOf(page).getByRole("button", { name: "Xoay phải" }).click();
  await dialogOf(page).getByRole("button", { name: "Dùng khung này" }).click();
  const said = figure.getByText("Chưa cắt được ảnh này cho bạn đọc.");
  await expect(said).toContainText("xử lý quá lâu");
  await expectSaving(page, "clean");
  const again = figure.getByRole("button", { name: "Thử cắt lại" });
  await again.focus();
  await page.keyboard.press("Enter");
  await expect(again).toHaveCount(0, { timeout: 60_000 });
  await expect(said).toHaveCount(0);
  expect(await inDatabase(product, "select state, failure from file_cuts where id = $1", [cutId])).toEqual([
    { state: "ready", failure: null },
  ]);
});
