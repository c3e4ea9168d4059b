import { carryOut } from "#features/moves/commands.ts";
import { anArticleIn } from "#features/moves/testing-places.ts";
import { expect, test } from "./fixtures/office.ts";

test("an emergency text is countersigned beside an open update, and one goes on at the same site", async ({
  office,
  pageOf,
}) => {
  await anArticleIn("draft_of_owed", office);
  const page = await pageOf(office, office.approver2);
  await page.goto("/desk");
  const waiting = page.getByRole("region", { name: /Chờ tôi xử lý/ });
  await waiting.getByRole("link", { name: "Khai mạc hội thao phường" }).click();
  await expect(page.getByRole("button", { name: "Gửi duyệt", exact: true })).toBeHidden();
  await page.getByRole("button", { name: "Xác nhận hậu kiểm" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Xác nhận hậu kiểm" }).click();
  await expect(page.getByText("Đã xác nhận hậu kiểm.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Gửi duyệt", exact: true })).toBeVisible();
  await page.goto("/desk");
  await expect(page.getByText("Không có gì đang chờ xử lý.")).toBeVisible();
});

test("what an authority ordered down is approved, and not offered to be sent out with the same press", async ({
  office,
  pageOf,
}) => {
  const id = await anArticleIn("review_of_live", office);
  await carryOut(office.approver, "withdraw", id, { reason: "authority" });
  const page = await pageOf(office, office.approver);
  await page.goto(`/desk/documents/${id}/review`);
  await expect(page.getByRole("link", { name: "Bản đã đăng" })).toBeVisible();
  await page.getByRole("button", { name: "Việc khác" }).click();
  await expect(page.getByRole("button", { name: "Duyệt và đăng ngay" })).toHaveCount(0);
  await page.getByRole("button", { name: "Duyệt, chưa đăng" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Duyệt, chưa đăng" }).click();
  await expect(page.getByText("Đã duyệt. Bài chờ đăng.")).toBeVisible();
});
