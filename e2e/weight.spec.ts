import { PICTURES } from "#features/demo/pictures.ts";
import { expect, test } from "./fixtures/base.ts";

/** All that a phone is sent of a first visit to an article with one picture above its text, in bytes, headers included. */
const MOST = 130 * 1024;

/**
 * In CSS pixels, its window and its screen. The screen has to be said: a browser that plays a phone with the screen of a desk, which
 * all tests have, takes a picture for that screen first and for its window after that, and counts both.
 */
const PHONE = { viewport: { width: 360, height: 740 }, screen: { width: 360, height: 740 } };

for (const deviceScaleFactor of [2, 3]) {
  test(`a first visit to an article with a picture weighs under 130 kB on a phone of ${deviceScaleFactor} dots to a pixel`, async ({
    browser,
    product,
  }) => {
    const asking = await browser.newPage();
    await asking.goto(product.url);
    const paths = await asking.locator("article:has(img)").evaluateAll(
      (cards, demo) =>
        // What other tests have published meanwhile has pictures of noise.
        cards
          .filter((card) => demo.some((hash) => card.innerHTML.includes(hash)))
          .map((card) => card.querySelector("a[href^='/']")?.getAttribute("href") ?? ""),
      PICTURES.map(({ sha256 }) => sha256),
    );
    await asking.close();
    // Photo stories among them, which are looked at and not weighed.
    const articles = [...new Set(paths)].filter((path) => /-\d+$/.test(path)).slice(0, 9);
    expect(articles.length).toBeGreaterThan(3);

    let weighed = 0;
    for (const path of articles) {
      const context = await browser.newContext({ ...PHONE, deviceScaleFactor, isMobile: true, hasTouch: true });
      const page = await context.newPage();
      // As it went over the wire: what a page says of its requests may count what came from memory.
      const wire = await context.newCDPSession(page);
      await wire.send("Network.enable");
      const asked = new Map<string, string>();
      const came = new Map<string, number>();
      wire.on("Network.requestWillBeSent", ({ requestId, request }) => asked.set(requestId, request.url));
      wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => came.set(requestId, encodedDataLength));
      await page.goto(product.url + path, { waitUntil: "networkidle" });
      // The letters of the next page belong to the first visit, and come after it.
      await page.waitForFunction(() => localStorage.getItem("fonts") === "kept");

      const sent = [...came]
        .map(([id, bytes]) => ({ url: (asked.get(id) ?? "").replace(product.url, ""), bytes }))
        .filter(({ bytes }) => bytes > 0);
      const whole = sent.reduce((sum, { bytes }) => sum + bytes, 0);
      // A photo story has more, of which a browser fetches what it will come to soon.
      const hasOne = (await page.locator("article.article img").count()) === 1;
      weighed += Number(hasOne);
      if (hasOne)
        expect(whole, `${path}\n${sent.map(({ url, bytes }) => `${bytes} ${url}`).join("\n")}`).toBeLessThan(MOST);
      // Each once: no picture in two sizes or formats, and no font twice. Two articles of the demo may have one picture, and stand on one page.
      const files = sent.map(({ url }) => fileOf(url));
      const places = await page
        .locator("picture img")
        .evaluateAll((all) => all.map((one) => one.getAttribute("src") ?? ""));
      const oftenest = (file: string) => Math.max(1, places.filter((place) => fileOf(place) === file).length);
      expect(files.filter((one) => files.filter((other) => other === one).length > oftenest(one))).toEqual([]);
      // Whatever is further down waits until somebody comes to it.
      const eager = await page.locator("img:not([loading=lazy])").count();
      expect(eager).toBeLessThan(2);
      await context.close();
    }
    expect(weighed).toBeGreaterThan(3);
  });
}

/** What is sent in several sizes and formats, by its address without them. */
function fileOf(url: string): string {
  return url.replace(/\/\d+\.(?:avif|webp|jpeg)$/, "");
}
