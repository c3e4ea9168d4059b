import { paste } from "../fixtures/typing.ts";
import { expect, test } from "./alone.ts";

test("whoever has no mouse gets from the text to its toolbar and what is said about it, and back", async ({
  alone: { page, body, write },
}) => {
  const said = page.getByRole("status").filter({ hasText: "1 ảnh" });
  const pastePicture = () => paste(page, { text: "", html: '<p>Lễ hội <img src="data:,"></p>' });
  await write("Mở đầu. ");

  await page.keyboard.press("Alt+F10");
  await expect(page.getByRole("button", { name: "Hoàn tác" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: "Kiểu đoạn" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(body).toBeFocused();

  await pastePicture();
  await expect(said).toBeVisible();
  await expect(said.getByRole("button")).toHaveCount(0);
  await page.keyboard.press("Alt+F10");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Đóng" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(said).toHaveCount(0);
  await expect(body).toBeFocused();

  await pastePicture();
  await expect(said).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(said).toHaveCount(0);
  await expect(body).toBeFocused();

  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog").getByLabel("Địa chỉ", { exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(body).toBeFocused();
});
