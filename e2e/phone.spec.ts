import { ask } from "./fixtures/ask.ts";
import { aPicture, choose } from "./fixtures/bringing.ts";
import { expect, test } from "./fixtures/desk.ts";
import { test as withOffice } from "./fixtures/office.ts";
import { inDatabase } from "./fixtures/people.ts";
import { expectSaving } from "./fixtures/writing.ts";

test("a phone that reads the code puts its pictures into the open text, until its window is closed", async ({
  desk,
  browser,
  product,
}) => {
  test.slow();
  const { page, write } = await desk("reporter");
  const [one, two] = [await aPicture("IMG_0001.jpg"), await aPicture("IMG_0002.jpg")];
  await write({ body: "Mở đầu." });
  const opened = page.waitForResponse((answer) => new URL(answer.url()).pathname === "/api/phones");
  await page.getByRole("toolbar").getByRole("button", { name: "Ảnh từ điện thoại" }).click();
  const { token } = (await (await opened).json()) as { token: string };
  const dialog = page.getByRole("dialog", { name: "Lấy ảnh từ điện thoại" });
  await expect(dialog.getByRole("img", { name: "Mã QR dẫn điện thoại tới trang gửi ảnh" })).toBeVisible();
  await expect(dialog).toContainText("Chưa nhận được ảnh nào.");

  const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, baseURL: product.url });
  const held = await phone.newPage();
  await held.goto(`/login/phone#${token}`);
  await expect(held.getByText("Ảnh gửi từ đây vào bài đang mở trên máy tính của")).toBeVisible();
  await choose(held, held.getByRole("button", { name: "Chụp ảnh" }), one);
  await expect(held.getByText("Đã vào bài: IMG_0001.jpg")).toBeVisible();
  await choose(held, held.getByRole("button", { name: "Chọn ảnh có sẵn" }), two);
  await expect(held.getByText("Đã vào bài: IMG_0002.jpg")).toBeVisible();
  await expect(dialog).toContainText("Đã nhận 2 ảnh.");
  await dialog.getByRole("button", { name: "Đóng" }).click();

  const figures = page.locator(".body-text figure");
  await expect(figures).toHaveCount(2);
  for (const [at, { hash }] of [one, two].entries())
    await expect(figures.nth(at).locator(`img[src^="/api/files/${hash}/"]`)).toBeVisible({ timeout: 60_000 });
  await expectSaving(page, "clean");

  await choose(held, held.getByRole("button", { name: "Chọn ảnh có sẵn" }), await aPicture("IMG_0003.jpg"));
  await expect(held.getByText("Mã này không còn dùng được")).toBeVisible();
  await held.reload();
  await expect(held.getByText("Mã này không còn dùng được")).toBeVisible();
  await expect(held.getByRole("button", { name: "Chụp ảnh" })).toHaveCount(0);
  await phone.close();
});

withOffice(
  "at a phone's doors nobody gets in without a secret of ours, nor with one from a page of others",
  async ({ office: { host, siteId }, product }) => {
    const countFiles = () => inDatabase(product, "select count(*) from files where site_id = $1", [siteId]);
    const before = await countFiles();
    const doors = [
      ["GET", "/api/phone"],
      ["POST", "/api/phone/uploads"],
      ["PATCH", "/api/phone/uploads/1-1-00000000000000000000000000000000"],
      ["DELETE", "/api/phone/uploads/1-1-00000000000000000000000000000000"],
    ] as const;
    for (const [method, path] of doors) {
      const own = { "sec-fetch-site": "same-origin", "tus-resumable": "1.0.0" };
      const codes = [];
      for (const token of ["", "x", "y".repeat(5_000)])
        codes.push(
          (await ask(host, path, { method, headers: { ...own, ...(token && { "toasoan-token": token }) } })).status,
        );
      expect([method, path, codes]).toEqual([method, path, [401, 404, 401]]);
      if (method === "GET") continue;
      const foreign = { "sec-fetch-site": "cross-site", "toasoan-token": "x" };
      expect((await ask(host, path, { method, headers: foreign })).status).toBe(403);
    }
    expect(await countFiles()).toEqual(before);
  },
);
