import type { Locator } from "@playwright/test";
import { carryOut } from "#features/moves/commands.ts";
import { submitted, typeIn } from "#features/moves/testing.ts";
import { aHeadline, expect, test } from "./fixtures/desk.ts";
import { test as inOffice } from "./fixtures/office.ts";

test("a review is done with one thumb on a phone of 360 pixels", async ({ desk, sent }) => {
  const approver = await desk("approver");
  const number = await sent(aHeadline("Khai mạc hội thao"));
  await sent();
  await approver.page.setViewportSize({ width: 360, height: 640 });
  await approver.review(number);
  const boxOf = async (what: Locator) => (await what.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const tops = [];
  for (const name of ["Duyệt và đăng ngay", "Trả lại", "Việc khác"]) {
    const { x, y, width, height } = await boxOf(approver.page.getByRole("button", { name, exact: true }));
    tops.push(y);
    expect(height).toBeGreaterThanOrEqual(44);
    expect(y + height).toBeLessThanOrEqual(640);
    expect(x + width).toBeLessThanOrEqual(360);
  }
  // One row of buttons, and above it the headline and the beginning of the article.
  expect(new Set(tops).size).toBe(1);
  const begins = approver.preview.locator("article .standfirst p").first();
  await expect(begins).toBeVisible();
  await expect
    .poll(async () => {
      const { y, height } = await boxOf(begins);
      return y + height;
    })
    .toBeLessThan(tops[0] ?? 0);
  const wider = await approver.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wider).toBe(false);
  expect((await approver.page.locator("iframe").boundingBox())?.width).toBe(360);
  await approver.press("Duyệt và đăng ngay");
  await expect(approver.page.getByText("Đã duyệt và đăng.")).toBeVisible();
  await approver.page.getByRole("link", { name: /^Bài tiếp theo/ }).click();
  await approver.page.waitForURL((url) => /documents\/\d+/.test(url.pathname) && !url.pathname.includes(`/${number}/`));
});

inOffice(
  "of a text that came back mended the first screen of a phone shows what changed",
  async ({ office, pageOf }) => {
    const id = await submitted(office, { headline: "Khai mạc hội thao" });
    await carryOut(office.approver, "return", id, { reason: "quality", words: "Ghi rõ sân nào." });
    await typeIn(office.reporter, id, { standfirst: "Hội thao diễn ra ở sân Hồ Sen." });
    await carryOut(office.reporter, "submit", id, {});
    const page = await pageOf(office, office.approver);
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(`/desk/documents/${id}/review`);
    const bar = await page.getByRole("button", { name: "Duyệt và đăng ngay", exact: true }).boundingBox();
    for (const what of [page.getByRole("heading", { level: 1 }), page.locator("ins").first()]) {
      const box = await what.boundingBox();
      expect(box?.y).toBeGreaterThan(0);
      expect((box?.y ?? 0) + (box?.height ?? 640)).toBeLessThan(bar?.y ?? 0);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  },
);
