import sharp from "sharp";
import { aHeadline, expect, publicPath, test } from "./fixtures/desk.ts";

test("an article without a picture is shared with its headline soon after it is live, and with nothing once it is withdrawn", async ({
  desk,
  product,
  request,
}) => {
  test.slow();
  const [reporter, approver] = [await desk("reporter"), await desk("approver")];
  const headline = aHeadline("Phường đổi giờ tiếp dân");
  const number = await reporter.write({ headline });
  await reporter.submit();
  await approver.review(number);
  await approver.press("Duyệt và đăng ngay");
  await approver.page.waitForURL(/done=approve_and_publish/);
  const path = await publicPath(approver);

  const imageIn = async () => {
    const html = await (await request.get(product.url + path)).text();
    return /<meta property="og:image" content="([^"]*)"/.exec(html)?.[1];
  };
  await expect.poll(imageIn, { timeout: 60_000 }).toContain(`/_tep/chia-se/${number}-`);
  const html = await (await request.get(product.url + path)).text();
  for (const said of ['og:image:width" content="1200"', 'og:image:height" content="630"', "summary_large_image"]) {
    expect(html).toContain(said);
  }
  expect(html).toContain(`og:image:alt" content="${headline}"`);
  const address = new URL((await imageIn()) ?? "").pathname;
  const picture = await request.get(product.url + address);
  expect([picture.status(), picture.headers()["content-type"]]).toEqual([200, "image/png"]);
  const bytes = await picture.body();
  expect(bytes.length).toBeLessThan(60_000);
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 630 });

  await approver.press("Gỡ bài", { reason: "Có sai sót", words: "Sai giờ." });
  await approver.page.waitForURL(/done=withdraw/);
  await expect.poll(async () => (await request.get(product.url + address)).status(), { timeout: 5_000 }).toBe(404);
});
