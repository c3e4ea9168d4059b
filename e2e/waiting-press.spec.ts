import type { Page, Route } from "@playwright/test";
import { submitted, typeIn } from "#features/moves/testing.ts";
import { expect, test } from "./fixtures/office.ts";

/** Keeps the answer to the next press back until it is let go. */
async function holdPress(page: Page): Promise<() => Promise<void>> {
  const { promise, resolve } = Promise.withResolvers<Route>();
  await page.route(
    (url) => url.pathname.startsWith("/desk/"),
    async (route) => {
      if (route.request().method() === "POST") resolve(route);
      else await route.fallback();
    },
  );
  return async () => (await promise).continue();
}

const dialog = (page: Page) => page.getByRole("dialog", { name: "Duyệt và đăng ngay" });
const left = (page: Page) => page.getByRole("status").filter({ hasText: "Chưa biết kết quả của việc vừa bấm" });

test("a dialog stays while its press is under way; when the server does not answer it is said, and it can be left", async ({
  office,
  pageOf,
}) => {
  const id = await submitted(office);
  const page = await pageOf(office, office.approver);
  await page.goto(`/desk/documents/${id}/review`);
  const letGo = await holdPress(page);
  const pressed = page.getByRole("button", { name: "Duyệt và đăng ngay" });
  await pressed.click();
  await dialog(page).getByRole("button", { name: "Duyệt và đăng ngay" }).click();
  await expect(dialog(page).getByRole("button", { name: "Đang thực hiện…" })).toBeVisible();

  await page.keyboard.press("Escape");
  const out = dialog(page).getByRole("button", { name: "Thôi" });
  await expect(out).toHaveAttribute("aria-disabled", "true");
  await out.click({ force: true });
  await page.mouse.click(5, 5);
  await expect(dialog(page).getByRole("button", { name: "Đang thực hiện…" })).toBeVisible();

  await expect(dialog(page).getByText("có thể vẫn được thực hiện")).toBeVisible();
  await expect(dialog(page).getByRole("button", { name: "Đóng" })).toBeEnabled();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(pressed).toBeFocused();
  await expect(left(page)).toBeVisible();

  await letGo();
  await page.waitForURL(/done=/);
  await expect(left(page)).toHaveCount(0);
});

test("whoever left a dialog is told of a no that comes after all", async ({ office, pageOf }) => {
  const id = await submitted(office);
  const page = await pageOf(office, office.approver);
  await page.goto(`/desk/documents/${id}/review`);
  const letGo = await holdPress(page);
  await page.getByRole("button", { name: "Duyệt và đăng ngay" }).click();
  await dialog(page).getByRole("button", { name: "Duyệt và đăng ngay" }).click();
  await dialog(page).getByRole("button", { name: "Đóng" }).click();
  await expect(left(page)).toBeVisible();
  await typeIn(office.editor, id, { standfirst: "Sapo đã sửa khi duyệt." });
  await letGo();
  await expect(page.getByRole("alert").filter({ hasText: "Nội dung đã thay đổi" })).toBeVisible();
  await expect(left(page)).toHaveCount(0);
});

test("whoever left a dialog and hears nothing loads the page again, and sees how things stand", async ({
  office,
  pageOf,
}) => {
  const id = await submitted(office);
  const page = await pageOf(office, office.approver);
  await page.goto(`/desk/documents/${id}/review`);
  await holdPress(page);
  await page.getByRole("button", { name: "Trả lại" }).click();
  const asked = page.getByRole("dialog", { name: "Trả lại" });
  await asked.getByLabel("Lý do").selectOption({ index: 1 });
  await asked.getByLabel("Lời nhắn cho người viết").fill("Thiếu nguồn.");
  await asked.getByRole("button", { name: "Trả lại" }).click();
  await asked.getByRole("button", { name: "Đóng" }).click();
  await expect(left(page)).toBeVisible();
  await left(page).getByRole("button", { name: "Tải lại trang để xem" }).click();
  await expect(page.getByRole("button", { name: "Duyệt và đăng ngay" })).toBeVisible();
  await expect(left(page)).toHaveCount(0);
});
