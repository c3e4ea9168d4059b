import { carryOut } from "#features/moves/commands.ts";
import { submitted } from "#features/moves/testing.ts";
import { expect, test } from "./fixtures/office.ts";
import { inDatabase } from "./fixtures/people.ts";

test("a writer reads what was sent to them, an administrator sees the envelope alone, and who wants none gets none", async ({
  office,
  pageOf,
  product,
}) => {
  // Mail is of what happens once a worker is there.
  await expect
    .poll(() => inDatabase(product, "select name from followers where name = 'mail'"), { timeout: 60_000 })
    .toHaveLength(1);
  const headline = `Hội thao ${office.siteId}`;
  const id = await submitted(office, { headline });
  const returns = () => carryOut(office.approver, "return", id, { reason: "other", words: "Xem lại" });
  await returns();

  const reporter = await pageOf(office, office.reporter);
  const mine = reporter.getByText(`Bài trả lại để sửa: ${headline}`);
  // The worker of the product hears of it, and there is no mail server here.
  await expect(async () => {
    await reporter.goto("/desk/account/mail");
    await expect(mine).toBeVisible({ timeout: 500 });
  }).toPass();
  await mine.click();
  const link = reporter.getByRole("link", { name: `${office.url}/desk/documents/${id}` });
  await link.click();
  await expect(reporter).toHaveURL(`${office.url}/desk/documents/${id}`);

  const admin = await pageOf(office, office.admin);
  await admin.goto("/desk");
  await admin.getByRole("link", { name: "Hộp thư đi" }).click();
  const envelope = admin.getByRole("listitem").filter({ hasText: "Reporter" });
  await expect(envelope).toContainText("Bài trả lại để sửa");
  await expect(envelope).toContainText("Giữ lại, chưa có máy chủ thư");
  await expect(admin.getByRole("main")).not.toContainText(headline);

  await reporter.goto("/desk/outbox");
  await expect(reporter.getByText("Chỉ người quản trị hệ thống xem được trang này.")).toBeVisible();

  await reporter.goto("/desk/account");
  const box = reporter.getByRole("checkbox", { name: "Bài trả lại để sửa" });
  await expect(box).toBeChecked();
  await box.focus();
  await reporter.keyboard.press("Space");
  await reporter.getByRole("button", { name: "Lưu lựa chọn" }).click();
  await expect(reporter.getByText("Đã lưu lựa chọn.")).toBeVisible();
  await reporter.reload();
  await expect(box).not.toBeChecked();
  await expect(reporter.getByRole("checkbox", { checked: true })).toHaveCount(7);
});
