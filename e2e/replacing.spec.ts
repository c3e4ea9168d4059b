import { createHash } from "node:crypto";
import sharp from "sharp";
import { figureOf } from "#features/files/testing.ts";
import { aText, drafted, published, storyOf, submitted } from "#features/moves/testing.ts";
import { expect, test } from "./fixtures/office.ts";
import { putPicture } from "./fixtures/pictures.ts";

const showing = (hash: string, headline: string) => ({
  headline,
  body: { type: "doc" as const, content: [...aText(0).body.content, figureOf(hash)] },
});
const anotherOne = () =>
  sharp({
    create: {
      width: 800,
      height: 600,
      channels: 3,
      background: "#284",
      noise: { type: "gaussian", mean: 99, sigma: 30 },
    },
  })
    .jpeg()
    .toBuffer();

for (const [where, width, height] of [
  ["a phone", 360, 740],
  ["a desk", 1440, 900],
] as const) {
  test(`on ${where} a picture is replaced by one that is brought, in what readers have by updates that wait to be sent`, async ({
    office,
    pageOf,
    product,
  }) => {
    test.slow();
    const { sha256 } = await putPicture(office.editor, [product.dataDir], { width: 800, height: 600 });
    const live = await published(office, showing(sha256, "Bài đang đăng"));
    const writing = await drafted(office, showing(sha256, "Bài đang viết"));
    const waiting = await submitted(office, showing(sha256, "Bài chờ duyệt"));
    const page = await pageOf(office, office.reporter);
    await page.setViewportSize({ width, height });
    await page.goto(`/desk/files/${sha256}`);
    await page.getByRole("link", { name: "Thay bằng tệp khác" }).click();
    const opened = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Đưa tệp mới lên" }).click();
    const buffer = await anotherOne();
    await (await opened).setFiles([{ name: "anh-sua-mau.jpg", mimeType: "image/jpeg", buffer }]);
    const next = createHash("sha256").update(buffer).digest("hex");
    await page.waitForURL(new RegExp(`next=${next}`));
    await expect(page.getByRole("region", { name: "Tệp thay vào" }).locator("img")).toBeVisible({ timeout: 60_000 });
    const rows = page.getByRole("region", { name: "Thay trong những bài nào" }).getByRole("listitem");
    await expect(rows.filter({ hasText: "Bài đang đăng" })).toContainText("Sẽ mở bản cập nhật");
    await expect(rows.filter({ hasText: "Bài đang viết" })).toContainText("Sẽ thay trong bản đang soạn");
    await page.getByRole("button", { name: "Thay trong các bài đã chọn" }).click();
    await expect(page.getByText("Đã thay trong 2 bài.")).toBeVisible();
    // An editor could type in what waits for its approvers; a reporter is told why not.
    await expect(page.getByText(`Bài số ${waiting}: `)).toBeVisible();
    await expect(rows).toHaveText([/Bài chờ duyệt/, /Bài đang đăng.*bản đang soạn không còn dùng tệp này/]);
    for (const id of [live, writing]) {
      const { open, buffer: text } = await storyOf(office.reporter, id);
      expect(open?.state).toBe("draft");
      expect(JSON.stringify(text?.content)).toContain(next);
    }
    await page.goto(`/desk/documents/${live}`);
    await expect(page.locator(`.body-text figure img[src^="/api/files/${next}/"]`)).toBeVisible();
  });
}

test("a picture is replaced by one of the library; one of another kind, and the same one, are refused in a sentence", async ({
  office,
  pageOf,
  product,
}) => {
  const { sha256 } = await putPicture(office.editor, [product.dataDir], { width: 800, height: 600 });
  const other = await putPicture(office.editor, [product.dataDir], { width: 600, height: 800 });
  await published(office, showing(sha256, "Bài đang đăng"));
  const page = await pageOf(office, office.editor);
  await page.goto(`/desk/files/${sha256}/replace?next=${sha256}`);
  await expect(page.getByText("Tệp mới chính là tệp đang dùng: hãy chọn tệp khác.")).toBeVisible();
  await page.getByRole("button", { name: "Lấy từ kho" }).click();
  const dialog = page.getByRole("dialog", { name: "Chọn ảnh từ kho" });
  await dialog
    .locator("label")
    .filter({ has: page.locator(`img[src*="${other.sha256}"]`) })
    .click();
  await dialog.getByRole("button", { name: "Dùng ảnh này" }).click();
  await expect(page.getByText("Ảnh mới có tỉ lệ khác ảnh cũ", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Thay trong các bài đã chọn" }).click();
  await expect(page.getByText("Đã thay trong 1 bài.")).toBeVisible();
  await expect(page.getByText("Bạn đọc còn thấy; bản đang soạn không còn dùng tệp này")).toBeVisible();
  await expect(page.getByRole("button", { name: "Thay trong các bài đã chọn" })).toHaveCount(0);
  const answer = await page.goto(`/desk/files/${"0".repeat(64)}/replace`);
  expect(answer?.status()).toBe(404);
});
