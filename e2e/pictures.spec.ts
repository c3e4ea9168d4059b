import type { Page } from "@playwright/test";
import { picturePath } from "#features/addresses/public.ts";
import { EMBLEM } from "#features/demo/emblem.ts";
import { NOT_MADE, readyFile } from "#features/files/testing.ts";
import { NO_LEAD } from "#features/kinds/lead.ts";
import { carryOut } from "#features/moves/commands.ts";
import { drafted, published, seen, submitted, typeIn } from "#features/moves/testing.ts";
import { ask } from "./fixtures/ask.ts";
import type { OwnSite } from "./fixtures/office.ts";
import { type PutPicture, putPicture, showing } from "./fixtures/pictures.ts";

import { expect, test as withTwo } from "./fixtures/second-instance.ts";

type Fixtures = {
  /** Puts a picture of the office into both instances. */
  aPicture: (size?: { width: number; height: number }) => Promise<PutPicture>;
  /** Asks each instance for a path of the office's site. */
  both: ((path: string, headers?: Record<string, string>) => ReturnType<typeof ask>)[];
};

const test = withTwo.extend<Fixtures>({
  aPicture: ({ office, product, other }, use) =>
    use((size = { width: 800, height: 600 }) => putPicture(office.reporter, [product.dataDir, other.dataDir], size)),
  both: ({ office, product, otherPort }, use) => {
    const [name] = office.host.split(":");
    return use(
      [new URL(product.url).port, otherPort].map(
        (port) =>
          (path, headers = {}) =>
            ask(`${name}:${port}`, path, { headers: { host: office.host, ...headers } }),
      ),
    );
  },
});

const everySize = ({ sha256, renditions }: PutPicture) =>
  renditions.map(({ width, format }) => picturePath(sha256, width, format));
const oneSize = (picture: PutPicture) => everySize(picture)[0] ?? "";
const addressOf = (id: number) => `/dang-doan-the/khai-mac-hoi-thao-phuong-${id}`;

async function isThere(at: Fixtures["both"][number], path: string): Promise<void> {
  await expect.poll(async () => (await at(path)).status, { intervals: [20] }).toBe(200);
}

/** Whoever asks a second from now or later gets nothing, however long a busy machine takes over each. */
async function isGoneWithinASecond(at: Fixtures["both"][number], path: string): Promise<void> {
  const since = performance.now();
  let lastSeenMs = 0;
  const look = async () => {
    const askedMs = performance.now() - since;
    const { status } = await at(path);
    if (status !== 404) lastSeenMs = askedMs;
    return status;
  };
  await expect.poll(look, { intervals: [20] }).toBe(404);
  expect(lastSeenMs).toBeLessThan(1_000);
}

test("no stranger gets a picture before a text with it is live, whoever knows its address, nor on another site", async ({
  office,
  aPicture,
  both,
  product,
}) => {
  const picture = await aPicture();
  const another = await aPicture();
  await published(office, showing(another.sha256));
  for (const at of both) await isThere(at, oneSize(another));
  const nobodyGetsIt = async () => {
    for (const at of both) for (const path of everySize(picture)) expect((await at(path)).status).toBe(404);
  };
  await nobodyGetsIt();
  await drafted(office, showing(picture.sha256));
  await nobodyGetsIt();
  const id = await submitted(office, showing(picture.sha256));
  await nobodyGetsIt();
  await carryOut(office.approver, "approve", id, await seen(office.approver, id));
  await nobodyGetsIt();
  await carryOut(office.approver, "publish", id, await seen(office.approver, id));
  for (const at of both) for (const path of everySize(picture)) await isThere(at, path);
  const elsewhere = await ask(new URL(product.url).host, oneSize(picture));
  expect(elsewhere.status).toBe(404);
});

test("a live picture comes as what it is, to be kept a day, asked for by its tag, and in parts", async ({
  office,
  aPicture,
  both,
}) => {
  const picture = await aPicture();
  await published(office, showing(picture.sha256));
  const tags = new Set<unknown>();
  for (const at of both) {
    for (const { width, format, bytes } of picture.renditions) {
      const path = picturePath(picture.sha256, width, format);
      await isThere(at, path);
      const { headers, body } = await at(path);
      expect(body.length).toBe(bytes);
      expect(headers).toMatchObject({
        "content-type": `image/${format}`,
        "cache-control": "public, max-age=86400, s-maxage=0, must-revalidate",
        "content-security-policy": "sandbox; default-src 'none'",
        "x-content-type-options": "nosniff",
      });
      tags.add(headers.etag);
      expect((await at(path, { "if-none-match": String(headers.etag) })).status).toBe(304);
      const part = await at(path, { range: "bytes=1-3" });
      expect([part.status, part.body]).toEqual([206, body.subarray(1, 4)]);
      // What somebody adds to it chooses nothing.
      const added = await at(`${path}?x=1`);
      expect([added.status, added.headers.location]).toEqual([308, path]);
    }
  }
  // The same from either instance.
  expect(tags.size).toBe(picture.renditions.length);
});

for (const [way, withdraw] of [
  ["withdrawn", (site, id) => carryOut(site.approver, "withdraw", id, { reason: "error" })],
  ["hidden", (site, id) => carryOut(site.editor, "hide", id, { reason: "Chờ kiểm tra" })],
  ["updated without its picture", (site, id) => updated(site, id, [])],
] as const satisfies [string, (site: OwnSite, id: number) => Promise<unknown>][]) {
  test(`once its article is ${way} nobody gets a picture after a second, on any instance`, async ({
    office,
    aPicture,
    both,
  }) => {
    const picture = await aPicture();
    const id = await published(office, showing(picture.sha256));
    for (const at of both) for (const path of everySize(picture)) await isThere(at, path);
    await withdraw(office, id);
    await Promise.all(both.flatMap((at) => everySize(picture).map((path) => isGoneWithinASecond(at, path))));
  });
}

test("a picture of two articles stays as long as one of them is live", async ({ office, aPicture, both }) => {
  const picture = await aPicture();
  const [first, second] = [
    await published(office, showing(picture.sha256)),
    await published(office, showing(picture.sha256)),
  ];
  const path = oneSize(picture);
  for (const at of both) await isThere(at, path);
  await carryOut(office.approver, "withdraw", first, { reason: "error" });
  for (const at of both) {
    await expect.poll(async () => (await at(addressOf(first))).status, { intervals: [20] }).toBe(410);
    expect((await at(path)).status).toBe(200);
  }
  await carryOut(office.approver, "withdraw", second, { reason: "error" });
  await Promise.all(both.map((at) => isGoneWithinASecond(at, path)));
  await carryOut(office.approver, "restore", first, {});
  for (const at of both) await isThere(at, path);
});

/** What a browser has made of the pictures of a page, once all are there. */
async function pictures(page: Page) {
  const images = page.locator(".body img");
  for (const image of await images.all()) {
    await image.scrollIntoViewIfNeeded();
    await expect
      .poll(() => image.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth))
      .toBeGreaterThan(0);
  }
  return images.evaluateAll((all) =>
    (all as HTMLImageElement[]).map((image) => {
      const { width, height, left } = image.getBoundingClientRect();
      return { source: new URL(image.currentSrc).pathname, width, height, left, alt: image.alt };
    }),
  );
}

for (const [width, scale, chosen] of [
  [360, 1, [360, 360, 300]],
  [360, 3, [1080, 1080, 300]],
  [1440, 1, [720, 540, 300]],
  [1440, 2, [1440, 1080, 300]],
] as const) {
  test(`at ${width} px and ${scale} dots a pixel a browser takes the sizes that it needs, and no word moves`, async ({
    browser,
    office,
    aPicture,
  }) => {
    const shown = [
      await aPicture({ width: 1600, height: 1000 }),
      await aPicture({ width: 1200, height: 1600 }),
      await aPicture({ width: 300, height: 200 }),
    ];
    const id = await published(office, showing(...shown.map(({ sha256 }) => sha256)));
    const page = await browser.newPage({ viewport: { width, height: 800 }, deviceScaleFactor: scale });
    const held = Promise.withResolvers<void>();
    await page.route("**/_tep/**", async (route) => {
      await held.promise;
      await route.continue();
    });
    const open = () => page.goto(office.url + addressOf(id), { waitUntil: "domcontentloaded" });
    await expect.poll(async () => (await open())?.status()).toBe(200);
    await page.evaluate(() => document.fonts.ready);
    const height = () => page.locator(".body").evaluate((body) => body.getBoundingClientRect().height);
    const before = await height();
    held.resolve();
    const drawn = await pictures(page);
    expect(drawn.map(({ source }) => source)).toEqual(
      shown.map(({ sha256 }, at) => picturePath(sha256, chosen[at] ?? 0, "avif")),
    );
    for (const [at, { width: own, height, alt }] of drawn.entries()) {
      const [first, second] = [1600 / 1000, 1200 / 1600];
      expect(own / height).toBeCloseTo([first, second, 300 / 200][at] ?? 0, 1);
      expect(alt).toBe("Sân đình đông người");
      expect(height).toBeLessThanOrEqual(720);
      expect(own).toBeLessThanOrEqual(at === 2 ? 300 : 680);
    }
    expect(await height()).toBe(before);
    await page.close();
  });
}

for (const [scale, small, lead] of [
  [1.75, 200, 540],
  [2, 200, 800],
  [3, 200, 720],
] as const) {
  test(`a phone with ${scale} dots a pixel takes ${lead} px of the first picture, ${small} in a list, and of an emblem the smallest`, async ({
    browser,
    office,
    aPicture,
    product,
  }) => {
    const [listed, leading] = [await aPicture(), await aPicture()];
    for (const { sha256 } of [listed, leading])
      await published(office, { lead: { ...NO_LEAD, file: sha256, alt: "Sân đình", credit: "Lê Thử" } });
    const phone = { width: 412, height: 800 };
    const page = await browser.newPage({ viewport: phone, screen: phone, deviceScaleFactor: scale });
    await expect
      .poll(async () => {
        await page.goto(office.url);
        return page.locator(".card.line img").count();
      })
      .toBe(1);
    const sourceOf = (selector: string) =>
      page.locator(selector).evaluate((image: HTMLImageElement) => new URL(image.currentSrc).pathname);
    await page.locator(".card.line img").scrollIntoViewIfNeeded();
    await expect.poll(() => sourceOf(".card.line img")).toBe(picturePath(listed.sha256, small, "avif"));
    expect(await sourceOf(".card.lead img")).toBe(picturePath(leading.sha256, lead, "avif"));
    // The demo has an emblem.
    await page.goto(product.url);
    await expect.poll(() => sourceOf("img.emblem")).toBe(picturePath(EMBLEM.sha256, 200, "avif"));
    await page.close();
  });
}

test("with scripts off a reader opens the largest size by itself, and comes back", async ({
  browser,
  office,
  aPicture,
}) => {
  const picture = await aPicture({ width: 1600, height: 1000 });
  const id = await published(office, showing(picture.sha256));
  const page = await browser.newPage({ javaScriptEnabled: false });
  await expect.poll(async () => (await page.goto(office.url + addressOf(id)))?.status()).toBe(200);
  await expect(page.locator("figure")).toContainText("Quang cảnh lễ hội Ảnh: Lê Thử");
  await page.getByRole("link", { name: "Sân đình đông người" }).click();
  await page.waitForURL(office.url + picturePath(picture.sha256, 1600, "jpeg"));
  await expect(page.locator("img")).toHaveCount(1);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.close();
});

test("programs that show links are told of the first picture of an article", async ({ office, aPicture, page }) => {
  const picture = await aPicture({ width: 1600, height: 1000 });
  const id = await published(office, showing(picture.sha256));
  await expect.poll(async () => (await page.goto(office.url + addressOf(id)))?.status()).toBe(200);
  const url = page.locator('meta[property="og:image"]');
  await expect(url).toHaveAttribute("content", new RegExp(`${picturePath(picture.sha256, 1440, "jpeg")}$`));
  await expect(page.locator('meta[property="og:image:width"]')).toHaveAttribute("content", "1440");
});

test("whoever signs sees in the preview each picture from the staff's side, and of one that is not there why", async ({
  office,
  pageOf,
}) => {
  const there = await readyFile(office.reporter);
  const waiting = await readyFile(office.reporter, undefined, {
    ...NOT_MADE,
    ...{ name: "cau-moi.jpg", state: "waiting" },
  });
  const id = await submitted(office, showing(there.sha256, waiting.sha256));
  const page = await pageOf(office, office.approver);
  await page.goto(`/desk/documents/${id}/preview`);
  await expect(page.locator("figure img")).toHaveAttribute("src", new RegExp(`^/api/files/${there.sha256}/`));
  await expect(page.locator("figure.awaited")).toContainText("Ảnh “cau-moi.jpg” đang được xử lý");
  await page.goto(`/desk/documents/${id}/review`);
  await expect(page.getByText("Mô tả ảnh cho người dùng trình đọc màn hình")).toBeVisible();
});

/** Other pictures in an article that is live. */
async function updated(site: OwnSite, id: number, hashes: string[]): Promise<void> {
  await carryOut(site.reporter, "revise", id, {});
  await typeIn(site.reporter, id, showing(...hashes));
  await carryOut(site.reporter, "submit", id, {});
  await carryOut(site.approver, ["approve", "publish"], id, await seen(site.approver, id));
}
