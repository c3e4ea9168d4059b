import { eq } from "drizzle-orm";
import sharp from "sharp";
import { database } from "#db/client.ts";
import { files } from "#db/schema/files.ts";
import { drafted } from "#features/moves/testing.ts";
import { expect, test as withOffice } from "./fixtures/office.ts";
import { putPicture } from "./fixtures/pictures.ts";
import { expectSaving, openToWrite } from "./fixtures/writing.ts";

const test = withOffice.extend<{ aPicture: (caption: string) => Promise<string> }>({
  aPicture: ({ office, product }, use) =>
    use(async (caption) => {
      const picture = await putPicture(office.reporter, [product.dataDir], { width: 800, height: 600 });
      await database().update(files).set({ caption }).where(eq(files.id, picture.id));
      return picture.sha256;
    }),
});

for (const [where, width, height] of [
  ["a phone", 360, 740],
  ["a desk", 1440, 900],
] as const) {
  test(`on ${where} files are laid into a collection, found in it, and chosen from it for an article`, async ({
    office,
    pageOf,
    aPicture,
  }) => {
    for (const caption of ["Rước kiệu", "Đua thuyền", "Họp tổ dân phố"]) await aPicture(caption);
    const page = await pageOf(office, office.reporter);
    await page.setViewportSize({ width, height });
    await page.goto("/desk/files");
    for (const caption of ["Rước kiệu", "Đua thuyền"])
      await page.getByRole("checkbox", { name: `Chọn ${caption}` }).check();
    await page.getByRole("button", { name: "Mở các tệp đã chọn" }).click();
    const card = page.getByRole("region", { name: "Bộ sưu tập" });
    await expect(card.getByText("Chưa tệp nào nằm trong bộ sưu tập.")).toBeVisible();
    await card.getByRole("button", { name: "Xếp 2 tệp vào bộ" }).click();
    await expect(card.getByText("Hãy chọn một bộ sưu tập, hoặc đặt tên bộ mới.").first()).toBeVisible();
    await card.getByLabel("Lập bộ sưu tập, tên là").fill("Lễ hội đình Sen");
    await card.getByRole("button", { name: "Xếp 2 tệp vào bộ" }).click();
    await expect(card.getByText("Đã xếp thêm 2 tệp.")).toBeVisible();
    await card.getByRole("link", { name: "Lễ hội đình Sen" }).click();
    await expect(page.getByRole("heading", { name: "2 tệp" })).toBeVisible();

    await page.getByRole("button", { name: "Đổi tên" }).click();
    const name = page.getByRole("dialog").getByLabel("Tên bộ sưu tập");
    await name.fill("Lễ hội đình Sen 2026");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Lễ hội đình Sen 2026" })).toBeVisible();

    await openToWrite(page, await drafted(office));
    await page.locator(".body-text p").click();
    await page.getByRole("toolbar").getByRole("button", { name: "Ảnh từ kho" }).click();
    const dialog = page.getByRole("dialog", { name: "Chọn ảnh từ kho" });
    await expect(dialog.getByRole("checkbox")).toHaveCount(3);
    await dialog.getByLabel("Bộ sưu tập").selectOption("Lễ hội đình Sen 2026");
    await expect(dialog.getByRole("checkbox")).toHaveCount(2);
    await dialog.getByRole("checkbox", { name: "Đua thuyền" }).check();
    await dialog.getByRole("button", { name: "Đưa 1 ảnh vào bài" }).click();
    await expect(page.locator(".body-text figcaption")).toHaveText("Đua thuyền");
    await expectSaving(page, "clean");
  });
}

test("a file leaves a collection and stays in the library; a collection that is dropped leaves all its files", async ({
  office,
  pageOf,
  aPicture,
}) => {
  const sha256 = await aPicture("Rước kiệu");
  const page = await pageOf(office, office.reporter);
  await page.goto(`/desk/files/${sha256}`);
  const card = page.getByRole("region", { name: "Bộ sưu tập" });
  for (const name of ["Lễ hội", "Tháng Giêng"]) {
    await card.getByLabel(/tên là$/).fill(name);
    await card.getByRole("button", { name: "Xếp tệp này vào bộ" }).click();
    await expect(card.getByRole("link", { name })).toBeVisible();
  }
  await card.getByRole("button", { name: "Bỏ khỏi bộ “Lễ hội”" }).click();
  await expect(card.getByRole("listitem")).toHaveText([/Tháng Giêng/]);
  await card.getByRole("link", { name: "Tháng Giêng" }).click();
  await page.getByRole("button", { name: "Bỏ bộ sưu tập" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Bỏ bộ sưu tập" }).click();
  await page.waitForURL(/\/desk\/files$/);
  await expect(page.getByRole("link", { name: "Rước kiệu" })).toBeVisible();
});

test("for a picture that looks like one of the library that one is offered: it is taken, or the new one is kept", async ({
  office,
  openDraft,
  pageOf,
}) => {
  test.slow();
  const scene = sharp(
    Buffer.from(`<svg width="1200" height="800"><rect width="1200" height="800" fill="#9cc4e8"/>
    <rect y="260" width="1200" height="340" fill="#c9a36b"/><rect x="180" y="360" width="140" height="240" fill="#4a2f1b"/></svg>`),
  );
  const bring = async (bytes: Buffer, name: string) => ({ name, mimeType: "image/jpeg", buffer: bytes });
  const library = await pageOf(office, office.editor);
  await library.goto("/desk/files");
  const opened = library.waitForEvent("filechooser");
  await library.getByRole("button", { name: "Đưa tệp lên" }).click();
  await (await opened).setFiles([await bring(await scene.clone().jpeg({ quality: 95 }).toBuffer(), "pho-trua.jpg")]);
  await expect(library.locator("img[src^='/api/files/']")).toBeVisible({ timeout: 60_000 });

  const { page } = await openDraft();
  await page.locator(".body-text p").click();
  for (const [at, quality] of [40, 60].entries()) {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("toolbar").getByRole("button", { name: "Ảnh", exact: true }).click();
    const bytes = await scene.clone().resize(900).jpeg({ quality }).toBuffer();
    await (await chooser).setFiles([await bring(bytes, `chup-lai-${at}.jpg`)]);
  }
  const offers = page.getByText("Kho đã có ảnh gần giống ảnh này");
  await expect(offers).toHaveCount(2, { timeout: 60_000 });
  const figures = page.locator(".body-text figure");
  await figures.nth(0).getByRole("button", { name: "Dùng ảnh đã có" }).click();
  await figures.nth(1).getByRole("button", { name: "Giữ ảnh này" }).click();
  await expect(offers).toHaveCount(0);
  const [kept] = await database().select().from(files).where(eq(files.name, "pho-trua.jpg"));
  await expect(figures.nth(0).locator(`img[src^="/api/files/${kept?.sha256}/"]`)).toBeVisible();
  await expectSaving(page, "clean");

  await library.goto(`/desk/files/${kept?.sha256}`);
  await expect(library.getByRole("region", { name: "Ảnh gần giống trong kho" }).getByRole("listitem")).toHaveCount(2);
});
