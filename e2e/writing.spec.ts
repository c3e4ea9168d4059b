import { bare } from "#lib/bare.ts";
import { aHeadline, expect, test } from "./fixtures/desk.ts";
import { cutOff, DRAFTS, expectSaving } from "./fixtures/writing.ts";

test("what is typed is there after reloading, and what is missing is said at once", async ({ desk }) => {
  const { page, write } = await desk("reporter");
  const headline = aHeadline("Đường dạo quanh hồ");
  await write({ headline, body: "Đoạn cuối dài ba trăm mét." });
  await expect(page.getByText(/Đã lưu lúc/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Tiêu đề", { exact: true })).toHaveValue(headline);
  await expect(page.locator(".body-text")).toContainText("Đoạn cuối dài ba trăm mét.");

  await page.getByLabel("Tiêu đề", { exact: true }).fill("");
  await page.locator("[data-field=sectionId] select").selectOption("");
  await expect(page.getByText("2 mục bắt buộc")).toBeVisible();
  await page.getByRole("heading", { name: "Nội dung còn thiếu" }).click();
  await page.getByRole("button", { name: "Chưa có tiêu đề." }).click();
  await expect(page.getByLabel("Tiêu đề", { exact: true })).toBeFocused();
});

test("an article with gaps is not sent, and the refusal names them all", async ({ desk }) => {
  const { page, write, press } = await desk("reporter");
  await write();
  await page.getByLabel("Tiêu đề", { exact: true }).fill("");
  await page.locator("[data-field=sectionId] select").selectOption("");
  await press("Gửi duyệt");
  const refused = page.getByRole("alert").filter({ hasText: "Chưa có tiêu đề." });
  await expect(refused).toContainText("Chưa chọn chuyên mục.");
  await expect(page.getByText("Đang soạn")).toBeVisible();

  await page.getByLabel("Tiêu đề", { exact: true }).fill(aHeadline("Hội thao phường"));
  await expect(refused).toHaveCount(0);
});

test("a dialog that is left gives the keyboard back to the button that opened it", async ({ desk }) => {
  const { page, write } = await desk("reporter");
  await write();
  const more = page.getByRole("button", { name: "Việc khác" });
  await more.click();
  await page.getByRole("button", { name: "Hủy bản nháp" }).click();
  await expect(page.getByRole("dialog", { name: "Hủy bản nháp" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();
});

test("sending takes along the words that were typed a moment before", async ({ desk }) => {
  const { page, write, press, preview } = await desk("reporter");
  await write({ body: "Chữ cuối cùng vừa gõ xong." });
  await press("Gửi duyệt");
  await expect(page.getByText("Đã gửi duyệt.")).toBeVisible();
  await expect(preview.locator("article")).toContainText("Chữ cuối cùng vừa gõ xong.");
});

test("while an article is under review its writer reads it, takes it back and writes on", async ({ desk }) => {
  const { page, write, press, openText, submit } = await desk("reporter");
  const number = await write();
  await submit();
  await page.goto(`/desk/documents/${number}`);
  await expect(page.locator(".body-text[contenteditable=false]")).toBeVisible();
  await press("Rút lại để sửa");
  await expect(page.getByText("Đã rút lại để sửa.")).toBeVisible();
  await openText(number);
});

test("a discarded draft comes back with one press", async ({ desk }) => {
  const { page, write, press } = await desk("reporter");
  const headline = aHeadline("Bài viết dở");
  await write({ headline });
  await press("Hủy bản nháp");
  await expect(page.getByText("Bản nháp đã hủy", { exact: true })).toBeVisible();
  await press("Khôi phục bản nháp");
  await expect(page.getByText("Đã khôi phục bản nháp.")).toBeVisible();
  await expect(page.getByLabel("Tiêu đề", { exact: true })).toHaveValue(headline);
});

test("an earlier version is put back, and what stood there is kept", async ({ desk }) => {
  const { page, write, press, openText, submit } = await desk("reporter");
  const first = aHeadline("Lịch tiêm chủng");
  const number = await write({ headline: first });
  await submit();
  await press("Rút lại để sửa");
  await page.waitForURL(/done=take_back/);
  await openText(number);
  await page.getByLabel("Tiêu đề", { exact: true }).fill(aHeadline("Lịch tiêm chủng mới"));
  await expect(page.getByText(/Đã lưu lúc/)).toBeVisible();
  await page.reload();
  await page.getByRole("heading", { name: "Lịch sử phiên bản" }).click();
  await page.getByRole("button", { name: "Khôi phục phiên bản này" }).last().click();
  await page.getByRole("dialog").getByRole("button", { name: "Khôi phục phiên bản này" }).click();
  await expect(page.getByText("Đã khôi phục phiên bản cũ vào nội dung đang soạn.")).toBeVisible();
  await expect(page.getByLabel("Tiêu đề", { exact: true })).toHaveValue(first);
});

test("a draft is nobody else's: a colleague without a say there finds no such page", async ({ desk }) => {
  const number = await (await desk("editor")).write();
  const { page } = await desk("reporter");
  const answer = await page.goto(`/desk/documents/${number}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "Không tìm thấy bài này" })).toBeVisible();
  for (const [path, words] of [
    [`/desk/documents/${number}/preview`, "Không tìm thấy bài này"],
    ["/desk/documents/999999999/preview", "Không tìm thấy bài này"],
    ["/desk/documents/chu/preview", "Không tìm thấy bài này"],
    ["/desk/batches/2000000", "Không tìm thấy đợt nhập này"],
    ["/desk/khong-co-muc-nay", "Trang biên tập không có địa chỉ này"],
  ] as const) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { name: words })).toBeVisible();
  }
});

test("the list finds an article by words without accents", async ({ desk }) => {
  const { page, write } = await desk("reporter");
  const headline = aHeadline("Đón khách qua đò");
  await write({ headline });
  await expect(page.getByText(/Đã lưu lúc/)).toBeVisible();
  await page.goto("/desk/documents");
  await page.getByLabel("Tìm trong tiêu đề").fill(bare(headline));
  await page.getByRole("button", { name: "Tìm", exact: true }).click();
  await expect(page.getByRole("link", { name: headline })).toBeVisible();
});

test("whoever wants to look at the page while their words cannot be saved is told why they stay", async ({ desk }) => {
  const { page, write } = await desk("reporter");
  await write();
  await expectSaving(page, "clean");
  const mend = await cutOff(page, DRAFTS);
  await page.getByLabel("Tiêu đề", { exact: true }).fill("Mất mạng giữa chừng");
  await page.getByRole("button", { name: "Xem trước" }).click();
  const told = page.getByRole("alert").filter({ hasText: "Chưa lưu được nội dung vừa gõ" });
  await expect(told).toBeVisible();
  await expect(page).toHaveURL(/\/desk\/documents\/\d+$/);
  mend();
  await page.getByRole("button", { name: "Thử lại" }).click();
  await expect(told).toHaveCount(0);
  await page.getByRole("button", { name: "Xem trước" }).click();
  await page.waitForURL(/\/review$/);
});
