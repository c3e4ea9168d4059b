import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { eq, inArray } from "drizzle-orm";
import sharp from "sharp";
import { database } from "#db/client.ts";
import { files } from "#db/schema/files.ts";
import { drafted } from "#features/moves/testing.ts";
import { expect, type OwnSite, test as withOffice } from "./fixtures/office.ts";
import { type PutPicture, putPicture, showing } from "./fixtures/pictures.ts";
import { signedInAs } from "./fixtures/sessions.ts";
import { expectSaving, openToWrite } from "./fixtures/writing.ts";

type Fixtures = { aPicture: (words?: Partial<typeof files.$inferInsert>) => Promise<PutPicture> };

const test = withOffice.extend<Fixtures>({
  aPicture: ({ office, product }, use) =>
    use(async (words = {}) => {
      const picture = await putPicture(office.reporter, [product.dataDir], { width: 800, height: 600 });
      await database()
        .update(files)
        .set({ name: "IMG_2041.JPG", ...words })
        .where(eq(files.id, picture.id));
      return picture;
    }),
});

const inGrid = (page: Page) => page.getByRole("region", { name: /tệp$/ }).getByRole("listitem");
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

for (const [where, width, height] of [
  ["a phone", 360, 740],
  ["a desk", 1440, 900],
] as const) {
  test(`on ${where} a picture is found without accents, described, and taken into an article with its words`, async ({
    office,
    pageOf,
    aPicture,
  }) => {
    const picture = await aPicture({ caption: "Đua thuyền trên phá" });
    await aPicture({ caption: "Hội nghị cuối năm" });
    const page = await pageOf(office, office.reporter);
    await page.setViewportSize({ width, height });
    await page.goto("/desk");
    await page.getByRole("link", { name: "Kho ảnh và tệp" }).click();
    await expect(inGrid(page)).toHaveCount(2);
    await page.getByLabel(/^Tìm trong/).fill("dua thuyen");
    await page.keyboard.press("Enter");
    await expect(inGrid(page)).toHaveText([/^Đua thuyền trên phá.*Chưa dùng.*Chưa có mô tả/]);
    await page.getByRole("link", { name: "Đua thuyền trên phá" }).click();
    await page.waitForURL(/\/desk\/files\/[0-9a-f]{64}$/);
    await field(page, "Nguồn ảnh").fill("Lê Lan");
    await field(page, "Mô tả cho người dùng trình đọc màn hình").fill("Thuyền ba màu");
    await page.getByRole("button", { name: "Lưu lời của ảnh" }).click();
    await expect(page.getByText("Đã lưu lời của ảnh.")).toBeVisible();
    await expect(page.getByRole("img", { name: "Thuyền ba màu" })).toBeVisible({ timeout: 30_000 });

    await openToWrite(page, await drafted(office));
    await page.locator(".body-text p").click();
    await page.getByRole("toolbar").getByRole("button", { name: "Ảnh từ kho" }).click();
    const dialog = page.getByRole("dialog", { name: "Chọn ảnh từ kho" });
    await expect(dialog.getByRole("checkbox")).toHaveCount(2);
    await dialog.getByLabel(/^Tìm trong/).fill("DUA thuyen");
    await expect(dialog.getByRole("checkbox")).toHaveCount(1);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await dialog.getByRole("button", { name: "Đưa 1 ảnh vào bài" }).click();
    const figure = page.locator(".body-text figure");
    await expect(figure.locator(`img[src^="/api/files/${picture.sha256}/"]`)).toBeVisible();
    await expect(figure.locator("figcaption")).toHaveText("Đua thuyền trên phá");
    await expect(figure.getByLabel("Nguồn ảnh")).toHaveValue("Lê Lan");
    await expect(figure.getByLabel("Mô tả ảnh")).toHaveValue("Thuyền ba màu");
    await expectSaving(page, "clean");

    await page.goto(`/desk/files/${picture.sha256}`);
    const uses = page.getByRole("region", { name: "Dùng ở đâu" });
    await expect(uses.getByRole("listitem")).toHaveText([/^Khai mạc hội thao phường.*Trong bản đang viết, từ/]);
  });
}

test("by arrow keys several pictures are chosen, and one undoing takes them out of the text again", async ({
  openDraft,
  aPicture,
}) => {
  for (const caption of ["một", "hai", "ba"]) await aPicture({ caption });
  const { page } = await openDraft();
  await page.locator(".body-text p").click();
  await page.getByRole("toolbar").getByRole("button", { name: "Ảnh từ kho" }).click();
  const boxes = page.getByRole("dialog").getByRole("checkbox");
  await expect(boxes).toHaveCount(3);
  await boxes.first().focus();
  for (const key of ["ArrowRight", "ArrowRight", "Space", "Home", "Space", "Tab"]) await page.keyboard.press(key);
  await expect(page.getByRole("button", { name: "Đưa 2 ảnh vào bài" })).toBeFocused();
  await page.keyboard.press("Enter");
  const captions = page.locator(".body-text figcaption");
  await expect(captions).toHaveText(["một", "ba"]);
  await page.keyboard.press("Control+z");
  await expect(captions).toHaveCount(0);
});

test("a figure that awaits its picture takes it from the library, and keeps the words that it has", async ({
  office,
  pageOf,
  aPicture,
}) => {
  const picture = await aPicture({ caption: "Đua thuyền", credit: "Lê Lan" });
  const page = await pageOf(office, office.reporter);
  await openToWrite(page, await drafted(office));
  await page.locator(".body-text p").click();
  await page.getByRole("toolbar").getByRole("button", { name: "Chỗ ảnh" }).click();
  await page.keyboard.type("Lời của tôi");
  const figure = page.locator(".body-text figure");
  await figure.getByRole("button", { name: "Lấy từ kho" }).click();
  await page.getByRole("dialog").getByRole("checkbox").check();
  await page.getByRole("button", { name: "Dùng ảnh này" }).click();
  await expect(figure.locator(`img[src^="/api/files/${picture.sha256}/"]`)).toBeVisible();
  await expect(figure.locator("figcaption")).toHaveText("Lời của tôi");
  await expect(figure.getByLabel("Nguồn ảnh")).toHaveValue("Lê Lan");
});

test("whoever has not seen what another one said of a picture does not write over it, and keeps what they typed", async ({
  office,
  pageOf,
  aPicture,
}) => {
  const { sha256 } = await aPicture();
  const [editor, approver] = [await pageOf(office, office.editor), await pageOf(office, office.approver)];
  for (const page of [editor, approver]) await page.goto(`/desk/files/${sha256}`);
  const save = (page: Page) => page.getByRole("button", { name: "Lưu lời của ảnh" }).click();
  await field(editor, "Chú thích").fill("Lời của biên tập");
  await save(editor);
  await expect(editor.getByText("Đã lưu lời của ảnh.")).toBeVisible();
  await field(editor, "Chú thích").fill("Lời sau của biên tập");
  await save(editor);
  await expect(editor.getByText("Đã lưu lời của ảnh.")).toBeVisible();
  await field(approver, "Chú thích").fill("Lời của người duyệt");
  await save(approver);
  await expect(approver.getByRole("main").getByRole("alert")).toContainText("Editor đã sửa lời của tệp lúc");
  await expect(field(approver, "Chú thích")).toHaveValue("Lời của người duyệt");
  const [file] = await database().select().from(files).where(eq(files.sha256, sha256));
  expect(file).toMatchObject({ caption: "Lời sau của biên tập", version: 2 });
});

test("a reporter reads the words of a picture that somebody else brought, and changes their own alone", async ({
  office,
  pageOf,
  product,
}) => {
  const { sha256 } = await putPicture(office.editor, [product.dataDir], { width: 400, height: 300 });
  const page = await pageOf(office, office.reporter);
  await page.goto(`/desk/files/${sha256}`);
  await expect(page.getByText("Người viết chỉ sửa lời của tệp do chính mình đưa lên.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Lưu lời của ảnh" })).toHaveCount(0);
});

test("files are brought into the library, several at once; what is none of ours is refused by its name", async ({
  office,
  pageOf,
}) => {
  test.slow();
  const noise = { type: "gaussian" as const, mean: 128, sigma: 40 };
  const create = { width: 900, height: 600, channels: 3 as const, background: "#3a6", noise };
  const buffers = await Promise.all([1, 2].map(() => sharp({ create }).jpeg().toBuffer()));
  const page = await pageOf(office, office.reporter);
  await page.goto("/desk/files");
  await expect(page.getByText("Kho chưa có tệp nào.")).toBeVisible();
  const opened = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Đưa tệp lên" }).click();
  await (await opened).setFiles([
    ...buffers.map((buffer, at) => ({ name: `cho-noi-${at}.jpg`, mimeType: "image/jpeg", buffer })),
    { name: "don-thu.jpg", mimeType: "image/jpeg", buffer: Buffer.from("Kính gửi ban biên tập") },
  ]);
  await expect(page.getByText("Đã đưa lên 2 tệp:")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("alert").filter({ hasText: "không thuộc loại đưa vào bài được" })).toBeVisible();
  await expect(inGrid(page).filter({ hasText: /^cho-noi-\d\.jpg/ })).toHaveCount(2);
  // The page is renewed when what readers get has been made.
  for (const buffer of buffers) {
    const hash = createHash("sha256").update(buffer).digest("hex");
    await expect(page.locator(`img[src^="/api/files/${hash}/"]`)).toBeVisible({ timeout: 60_000 });
  }
});

test("of several files the same is said at once, after what that would do was seen", async ({
  office,
  pageOf,
  aPicture,
}) => {
  const [one, two] = [
    await aPicture({ caption: "Chợ nổi", credit: "Trần Hải" }),
    await aPicture({ caption: "Kè sông" }),
  ];
  await aPicture({ caption: "Không chọn" });
  const page = await pageOf(office, office.editor);
  await page.goto("/desk/files");
  await page.getByRole("checkbox", { name: "Chọn Chợ nổi" }).check();
  await page.getByRole("checkbox", { name: "Chọn Kè sông" }).check();
  await page.getByRole("button", { name: "Mở các tệp đã chọn" }).click();
  await expect(page.getByRole("heading", { name: "Các tệp đã chọn" })).toBeVisible();
  await field(page, "Nguồn").fill("Lê Lan");
  await field(page, "Thêm từ khóa").fill("sông, lễ hội");
  await page.getByRole("button", { name: "Xem sẽ đổi gì" }).click();
  await expect(page.getByRole("heading", { name: "2 trong 2 tệp sẽ đổi" })).toBeVisible();
  await expect(page.getByText("Sẽ thay nguồn đang ghi: “Trần Hải”.")).toBeVisible();
  const said = async () =>
    (
      await database()
        .select()
        .from(files)
        .where(inArray(files.id, [one.id, two.id]))
    ).map(({ credit }) => credit);
  expect((await said()).toSorted()).toEqual(["", "Trần Hải"]);
  await page.getByRole("button", { name: "Đổi 2 tệp" }).click();
  await expect(page.getByText("Đã đổi 2 tệp.")).toBeVisible();
  expect(await said()).toEqual(["Lê Lan", "Lê Lan"]);
});

const addressOf = (office: OwnSite, path: string) => office.url + path;

test("without scripts the library is searched, and the words of a file are saved", async ({
  office,
  browser,
  product,
  aPicture,
}) => {
  const { sha256 } = await aPicture({ caption: "Đua thuyền trên phá" });
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signedInAs(context, product, office.url, office.reporter.personId);
  const page = await context.newPage();
  await page.goto(addressOf(office, "/desk/files?look=list"));
  await page.getByLabel(/^Tìm trong/).fill("dua thuyen");
  await page.getByRole("button", { name: "Tìm" }).click();
  await expect(inGrid(page)).toHaveCount(1);
  await expect(page).toHaveURL(/look=list/);
  await page.goto(addressOf(office, `/desk/files/${sha256}`));
  await field(page, "Nguồn ảnh").fill("Lê Lan");
  await page.getByRole("button", { name: "Lưu lời của ảnh" }).click();
  await expect(page.getByText("Đã lưu lời của ảnh.")).toBeVisible();
  const [file] = await database().select().from(files).where(eq(files.sha256, sha256));
  expect(file?.credit).toBe("Lê Lan");
  await context.close();
});

test("what stands in the address amiss is as if it were not said, and of what is not there the page says so", async ({
  office,
  pageOf,
  aPicture,
}) => {
  const { sha256 } = await aPicture();
  const page = await pageOf(office, office.reporter);
  await page.goto("/desk/files?use=%27&person=-1&from=2021-02-30&after=x&look=9");
  await expect(inGrid(page)).toHaveCount(1);
  for (const name of ["0".repeat(64), "..", `${sha256}x`, "%00"]) {
    const answer = await page.goto(`/desk/files/${name}`);
    expect([name, [400, 404].includes(answer?.status() ?? 0) || page.url().endsWith("/desk")]).toEqual([name, true]);
  }
  await page.goto(`/desk/files/${"0".repeat(64)}`);
  await expect(page.getByRole("heading", { name: "Không có tệp này" })).toBeVisible();
});

test("an administrator without a say reads whom the library is for, and has no link to it", async ({
  office,
  pageOf,
  aPicture,
}) => {
  const { sha256 } = await aPicture();
  const page = await pageOf(office, office.admin);
  for (const path of ["/desk/files", `/desk/files/${sha256}`]) {
    await page.goto(path);
    await expect(page.getByText(/^Kho ảnh và tệp chỉ dành cho/)).toBeVisible();
    await expect(page.getByRole("link", { name: "Kho ảnh và tệp" })).toHaveCount(0);
  }
});

test("a picture that a draft shows is said to be used", async ({ office, pageOf, aPicture }) => {
  const { sha256 } = await aPicture({ caption: "Đã vào bài" });
  await aPicture({ caption: "Chưa vào bài" });
  await drafted(office, showing(sha256));
  const page = await pageOf(office, office.editor);
  await page.goto("/desk/files");
  await page.getByLabel("Sử dụng").selectOption({ label: "Chưa dùng" });
  await page.getByRole("button", { name: "Tìm" }).click();
  await expect(inGrid(page)).toHaveText([/^Chưa vào bài/]);
});
