import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { picturePath } from "#features/addresses/public.ts";
import { figureOf } from "#features/files/testing.ts";
import { carryOut } from "#features/moves/commands.ts";
import { aText, published, seen, submitted, typeIn } from "#features/moves/testing.ts";
import type { Block, BodyDoc, Figure } from "#features/text/body.ts";
import { articleDataOf } from "./fixtures/article-data.ts";
import { ask } from "./fixtures/ask.ts";
import { expect, type OwnSite, test as withOffice } from "./fixtures/office.ts";
import { type PutPicture, putPicture } from "./fixtures/pictures.ts";

type Fixtures = { some: (...sizes: (readonly [width: number, height: number])[]) => Promise<PutPicture[]> };

const test = withOffice.extend<Fixtures>({
  some: async ({ office, product }, use) => {
    await use((...sizes) =>
      Promise.all(sizes.map(([width, height]) => putPicture(office.reporter, [product.dataDir], { width, height }))),
    );
  },
});

const LYING = [800, 500] as const;
const UPRIGHT = [500, 800] as const;

/** A text with one gallery of these pictures, in their order. */
function withGallery(pictures: readonly PutPicture[], caption = "Ngày hội làng"): { body: BodyDoc } {
  const content = pictures.map(({ sha256 }): Figure => {
    const name = sha256.slice(0, 6);
    return figureOf(sha256, { id: `figure-${name}`, alt: `Mô tả ${name}` }, `Chú thích ${name}`);
  });
  const gallery: Block = { type: "gallery", attrs: { id: "gallery", caption }, content };
  return { body: { type: "doc", content: [...aText(0).body.content, gallery] } };
}

const nameOf = (picture: PutPicture | undefined) => picture?.sha256.slice(0, 6) ?? "";
const addressOf = (site: OwnSite, id: number) => `${site.url}/dang-doan-the/khai-mac-hoi-thao-phuong-${id}`;

async function read(page: Page, office: OwnSite, id: number): Promise<void> {
  await expect.poll(async () => (await page.goto(addressOf(office, id)))?.status()).toBe(200);
}

const SIZES = [
  ["a desktop", { width: 1280, height: 800 }],
  ["a phone", { width: 360, height: 740 }],
] as const;

for (const [what, viewport] of SIZES) {
  test(`with scripts off a reader on ${what} goes from a small picture to the large one with its words, and on`, async ({
    browser,
    office,
    some,
  }) => {
    const pictures = await some(LYING, UPRIGHT, LYING);
    const id = await published(office, withGallery(pictures));
    const page = await browser.newPage({ javaScriptEnabled: false, viewport });
    await read(page, office, id);
    const gallery = page.getByRole("group", { name: "Ngày hội làng" });
    await expect(gallery.locator(".thumbs img")).toHaveCount(3);
    await expect(gallery.locator(".large").filter({ visible: true })).toHaveCount(0);
    await gallery.getByRole("link", { name: `Mô tả ${nameOf(pictures[1])}` }).click();
    const large = gallery.locator(".large").filter({ visible: true });
    await expect(large).toHaveCount(1);
    await expect(large.locator("figcaption")).toHaveText(`Chú thích ${nameOf(pictures[1])} Ảnh: Lê Thử`);
    await expect(large).toBeInViewport();
    await expect(large.locator("img")).toHaveJSProperty("complete", true);
    await expect(large).toContainText("2 / 3");
    await large.getByRole("link", { name: "Ảnh sau" }).click();
    await expect(large.locator("figcaption")).toContainText(nameOf(pictures[2]));
    await expect(large.getByRole("link", { name: "Ảnh sau" })).toHaveCount(0);
    await large.getByRole("link", { name: "Về chùm ảnh" }).click();
    await expect(large).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
    await page.close();
  });

  test(`with scripts a reader on ${what} looks at the pictures in a window over the page, by keyboard`, async ({
    browser,
    office,
    some,
  }) => {
    const pictures = await some(LYING, UPRIGHT, LYING, LYING);
    const id = await published(office, withGallery(pictures));
    const page = await browser.newPage({ viewport });
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await read(page, office, id);
    const small = (at: number) => page.locator(".thumbs a").nth(at);
    await small(1).focus();
    await page.keyboard.press("Enter");
    const viewer = page.getByRole("dialog", { name: "Chùm ảnh" });
    await expect(viewer).toBeVisible();
    await shows(viewer, 2, 4, pictures[1]);
    for (const [key, at] of [
      ...[
        ["ArrowRight", 3],
        ["ArrowRight", 4],
        ["ArrowRight", 4],
        ["Home", 1],
        ["ArrowLeft", 1],
        ["End", 4],
      ],
      ["ArrowLeft", 3],
    ] as [string, number][]) {
      await page.keyboard.press(key);
      await shows(viewer, at, 4, pictures[at - 1]);
    }
    // It fills the window, and no part of it is beside it.
    const box = await viewer.locator("img").boundingBox();
    expect(box?.width).toBeLessThanOrEqual(viewport.width);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
    await expect
      .poll(() => viewer.locator("img").evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBeGreaterThan(0);
    await page.keyboard.press("Escape");
    await expect(viewer).toHaveCount(0);
    // Where one was last, not where one began.
    await expect(small(2)).toBeFocused();
    await expect(page).toHaveURL(addressOf(office, id));
    expect(complaints).toEqual([]);
    await page.close();
  });
}

async function shows(viewer: ReturnType<Page["locator"]>, at: number, of: number, picture: PutPicture | undefined) {
  await expect(viewer.getByRole("status")).toHaveText(`${at} / ${of}`);
  await expect(viewer.locator("figcaption")).toHaveText(`Chú thích ${nameOf(picture)} Ảnh: Lê Thử`);
  await expect(viewer.getByRole("img", { name: `Mô tả ${nameOf(picture)}` })).toBeVisible();
  for (const [button, isEnd] of [
    ["Ảnh trước", at === 1],
    ["Ảnh sau", at === of],
  ] as const)
    await expect(viewer.getByRole("button", { name: button })).toHaveAttribute("aria-disabled", String(isEnd));
}

test("a finger goes on and back by sweeping, and a mouse by the buttons; the whole screen and the way out have their names", async ({
  browser,
  office,
  some,
}) => {
  const pictures = await some(LYING, UPRIGHT, LYING);
  const id = await published(office, withGallery(pictures, ""));
  const page = await browser.newPage({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
  await read(page, office, id);
  await page.locator(".thumbs a").first().tap();
  const viewer = page.getByRole("dialog", { name: "Chùm ảnh" });
  await shows(viewer, 1, 3, pictures[0]);
  await sweep(page, 300, 60);
  await shows(viewer, 2, 3, pictures[1]);
  await sweep(page, 60, 300);
  await shows(viewer, 1, 3, pictures[0]);
  await viewer.getByRole("button", { name: "Ảnh sau" }).click();
  await shows(viewer, 2, 3, pictures[1]);
  const full = viewer.getByRole("button", { name: "Toàn màn hình" });
  await full.click();
  await expect(full).toHaveAttribute("aria-pressed", "true");
  await shows(viewer, 2, 3, pictures[1]);
  await full.click();
  await expect(full).toHaveAttribute("aria-pressed", "false");
  await viewer.getByRole("button", { name: "Đóng" }).click();
  await expect(page.locator(".thumbs a").nth(1)).toBeFocused();
  await page.close();
});

async function sweep(page: Page, from: number, to: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", x?: number) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: x === undefined ? [] : [{ x, y: 400 }] });
  await touch("touchStart", from);
  for (let step = 1; step <= 4; step += 1) await touch("touchMove", from + ((to - from) * step) / 4);
  await touch("touchEnd");
}

test("the script weighs less than 4 kB and comes with galleries alone; small pictures are light, and no word moves", async ({
  browser,
  office,
  some,
}) => {
  expect(gzipSync(readFileSync("public/gallery.js")).length).toBeLessThan(4_096);
  const pictures = await some([1600, 1000], [1000, 1600], [1600, 1000]);
  const id = await published(office, withGallery(pictures));
  const plain = await published(office, { headline: "Bài không có chùm ảnh" });
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 3 });
  const scripts: string[] = [];
  page.on("request", (request) => request.resourceType() === "script" && scripts.push(new URL(request.url()).pathname));
  await expect.poll(async () => (await page.goto(addressOf(office, plain)))?.status()).toBe(200);
  await page.waitForLoadState("networkidle");
  expect(scripts.filter((path) => path === "/gallery.js")).toEqual([]);
  expect(await page.locator("dialog").count()).toBe(0);
  const held = Promise.withResolvers<void>();
  await page.route("**/_tep/**", async (route) => {
    await held.promise;
    await route.continue();
  });
  await expect
    .poll(async () => (await page.goto(addressOf(office, id), { waitUntil: "domcontentloaded" }))?.status())
    .toBe(200);
  await page.evaluate(() => document.fonts.ready);
  const height = () => page.locator(".body").evaluate((body) => body.getBoundingClientRect().height);
  const before = await height();
  held.resolve();
  const drawn = page.locator(".thumbs img");
  for (const [at, picture] of pictures.entries()) {
    await drawn.nth(at).scrollIntoViewIfNeeded();
    await expect.poll(() => drawn.nth(at).evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
    const source = await drawn.nth(at).evaluate((img: HTMLImageElement) => new URL(img.currentSrc).pathname);
    expect([360, 540].map((width) => picturePath(picture.sha256, width, "avif"))).toContain(source);
  }
  expect(await height()).toBe(before);
  expect(scripts.filter((path) => path === "/gallery.js")).toEqual(["/gallery.js"]);
  // None of the large ones came before somebody asked for one.
  expect(
    await page
      .locator(".large img")
      .evaluateAll((all) => all.filter((img) => (img as HTMLImageElement).currentSrc !== "").length),
  ).toBe(0);
  await page.close();
});

test("paper has every picture with its words, and programs that show links the first of them", async ({
  browser,
  office,
  some,
}) => {
  const pictures = await some(LYING, UPRIGHT, LYING);
  const id = await published(office, withGallery(pictures));
  const page = await browser.newPage();
  await read(page, office, id);
  const image = page.locator('meta[property="og:image"]');
  await expect(image).toHaveAttribute("content", new RegExp(`/_tep/${pictures[0]?.sha256}/`));
  const data = await articleDataOf(page);
  expect(data.image.url).toContain(pictures[0]?.sha256);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".large").filter({ visible: true })).toHaveCount(3);
  await expect(page.locator(".thumbs").filter({ visible: true })).toHaveCount(0);
  for (const picture of pictures) await expect(page.getByText(`Chú thích ${nameOf(picture)}`)).toBeVisible();
  await page.close();
});

test("a review shows which picture of a gallery moved, came, went or says something else; another order is another hash", async ({
  office,
  pageOf,
  some,
}) => {
  const [one, two, three, four] = await some(LYING, UPRIGHT, LYING, LYING);
  const before = [one, two, three].flatMap((picture) => picture ?? []);
  const id = await published(office, withGallery(before));
  await carryOut(office.reporter, "revise", id, {});
  const reordered = withGallery([two, one, three].flatMap((picture) => picture ?? []));
  await typeIn(office.reporter, id, reordered);
  await carryOut(office.reporter, "submit", id, {});
  const page = await pageOf(office, office.approver);
  await page.goto(`/desk/documents/${id}/review`);
  const changes = page.locator("dl").filter({ hasText: "Sửa chùm ảnh" }).first();
  await expect(changes).toContainText("Thứ tự ảnh trong chùm đã đổi.");
  await expect(changes.getByRole("heading")).toHaveText([/^Ảnh [12], trước đây là ảnh [12] – Chuyển chỗ ảnh$/]);
  await expect(changes.getByText("2 ảnh không đổi")).toBeVisible();
  const { hash } = await seen(office.approver, id);
  const everyPicture = page.frameLocator("iframe").locator(".larges img");
  await expect(everyPicture).toHaveCount(3);
  await expect(everyPicture.first()).toBeVisible();

  const mixed = withGallery(
    [four, three, one].flatMap((picture) => picture ?? []),
    "Ngày hội đình Hạ",
  );
  const gallery = mixed.body.content.at(-1);
  if (gallery?.type !== "gallery") throw new Error("there is no gallery");
  const [, second] = gallery.content;
  if (second) second.attrs.alt = "Mô tả khác hẳn";
  await carryOut(office.approver, "return", id, { reason: "quality", words: "Đổi ảnh." });
  await typeIn(office.reporter, id, mixed);
  await carryOut(office.reporter, "submit", id, {});
  expect((await seen(office.approver, id)).hash).not.toBe(hash);
  await page.goto(`/desk/documents/${id}/review?since=live`);
  // Since it was sent back, and below that since it went live.
  const since = (at: number) => page.locator("dl").filter({ hasText: "Sửa chùm ảnh" }).nth(at);
  await expect(since(0).getByRole("heading")).toHaveText([
    "Ảnh 1 trước đây – Bỏ ảnh",
    "Ảnh 1 – Thêm ảnh",
    "Ảnh 2, trước đây là ảnh 3 – Sửa lời của ảnh và chuyển chỗ",
  ]);
  await expect(since(0)).toContainText("khác hẳn");
  await expect(since(0)).toContainText("đình Hạ");
  await expect(since(1).getByRole("heading")).toHaveText([
    "Ảnh 1 – Thêm ảnh",
    "Ảnh 2, trước đây là ảnh 3 – Sửa lời của ảnh và chuyển chỗ",
    "Ảnh 2 trước đây – Bỏ ảnh",
  ]);
});

test("thirty pictures are a page that is still light, and a gallery of one is kept and not published", async ({
  office,
  some,
}) => {
  test.slow();
  const pictures = await some(
    ...Array.from({ length: 30 }, (_, at) => (at % 3 === 1 ? [240, 360] : [360, 240]) as [number, number]),
  );
  const id = await published(office, withGallery(pictures));
  const asked = () => ask(office.host, new URL(addressOf(office, id)).pathname);
  await expect.poll(async () => (await asked()).status).toBe(200);
  const html = (await asked()).body.toString();
  expect(html.match(/class="large"/g)).toHaveLength(30);
  expect(gzipSync(html).length).toBeLessThan(20_000);
  const alone = await submitted(office, withGallery(pictures.slice(0, 1)));
  const both = carryOut(office.approver, ["approve", "publish"], alone, await seen(office.approver, alone));
  await expect(both).rejects.toMatchObject({
    code: "not_ready",
    sentence: expect.stringContaining("Chùm ảnh thứ 1 chỉ có 1 ảnh, cần ít nhất 2"),
  });
});
