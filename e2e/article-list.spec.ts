import { carryOut } from "#features/moves/commands.ts";
import { published, publishedOld, submitted } from "#features/moves/testing.ts";
import { expect, test } from "./fixtures/office.ts";

test("the list is narrowed by keyboard, its address brings the same list back, and dates are told apart", async ({
  office,
  pageOf,
}) => {
  const back = await submitted(office, { headline: "Bài bị trả lại" });
  await carryOut(office.approver, "return", back, { reason: "quality", words: "Cần rõ hơn" });
  await published(office, { headline: "Bài mới đăng" });
  await publishedOld(office, { headline: "Bài cũ", datedAt: "2019-06-23T03:27:00.000Z" });
  const page = await pageOf(office, office.approver);
  const rows = page.locator("main li a");
  await page.goto("/desk/documents?stand=returned");
  await expect(rows).toHaveText(["Bài bị trả lại"]);
  await page.goto("/desk/documents");
  await expect(rows).toHaveCount(3);
  await page.getByText("Lọc thêm và sắp xếp").focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Xếp theo ngày").selectOption("published");
  await page.getByLabel("Thứ tự").selectOption("oldest");
  await page.getByLabel("Chuyên mục", { exact: true }).selectOption({ label: "Tin tức" });
  await page.getByLabel("Người viết hoặc sửa").selectOption({ label: "Reporter" });
  await page.getByLabel("Từ ngày").fill("2019-01-01");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/date=published/);
  await expect(rows).toHaveText(["Bài cũ", "Bài mới đăng"]);
  await expect(page.getByRole("listitem").filter({ hasText: "Bài cũ" })).toContainText("Đăng 23/06/2019 | 10:27");
  await page.reload();
  await expect(page.getByLabel("Thứ tự")).toBeVisible();
  await expect(page.getByLabel("Thứ tự")).toHaveValue("oldest");
  await page.getByRole("link", { name: "Bỏ lọc, xem tất cả" }).click();
  await expect(rows).toHaveCount(3);
});

test("an administrator without a say reads why the list is empty", async ({ office, pageOf }) => {
  await published(office);
  const page = await pageOf(office, office.admin);
  await page.goto("/desk/documents");
  await expect(page.getByText(/không có vai trò viết hoặc duyệt bài ở chuyên mục nào/)).toBeVisible();
  await expect(page.getByText("Không có gì như vậy.")).toHaveCount(0);
});
