import type { Page, Route } from "@playwright/test";
import { expect, test } from "./alone.ts";

const tags = (page: Page) => page.getByRole("combobox", { name: "Từ khóa" });
const offered = (page: Page) => page.getByRole("listbox", { name: "Từ khóa" }).getByRole("option");
const chosen = (page: Page) => page.getByRole("list", { name: "Từ khóa đã chọn" }).getByRole("listitem");

test("while a keyboard composes Vietnamese letters, tags are found by them and Enter is the keyboard's", async ({
  alone: { page },
}) => {
  const keyboard = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    keyboard.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await tags(page).focus();
  for (const letters of ["b", "bo", "bow", "bờ"]) await compose(letters);
  await expect(tags(page)).toHaveValue("bờ");
  await expect(offered(page)).toHaveText(["Bờ hồ", "Tạo từ khóa “bờ”"]);
  await keyboard.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Enter", windowsVirtualKeyCode: 229 });
  await keyboard.send("Input.insertText", { text: "bờ" });
  await expect(tags(page)).toHaveValue("bờ");
  await expect(chosen(page)).toHaveCount(0);
  await tags(page).press("Enter");
  await expect(chosen(page)).toHaveText([/^Bờ hồ/]);
  await expect(tags(page)).toHaveValue("");
});

test("a keyboard that rewrites letters with Backspace finds only what was typed", async ({ alone: { page } }) => {
  await tags(page).pressSequentially("bao");
  await tags(page).press("Backspace");
  await tags(page).press("Backspace");
  await page.keyboard.insertText("ảo");
  await expect(tags(page)).toHaveValue("bảo");
  await expect(offered(page)).toHaveText(["Bảo vệ môi trường", "Tạo từ khóa “bảo”"]);
});

test("tags are gone along by arrows, left by Escape, and leaving the field chooses none", async ({
  alone: { page },
}) => {
  await tags(page).fill("b");
  await expect(tags(page)).toHaveAttribute("aria-expanded", "true");
  await tags(page).press("ArrowDown");
  await expect(page.getByRole("option", { name: "Bảo vệ môi trường" })).toHaveAttribute("aria-selected", "true");
  await tags(page).press("Escape");
  await expect(tags(page)).toHaveAttribute("aria-expanded", "false");
  await expect(tags(page)).toHaveValue("b");
  await tags(page).fill("bo");
  await expect(offered(page).first()).toBeVisible();
  await tags(page).press("Tab");
  await expect(offered(page)).toHaveCount(0);
  await expect(chosen(page)).toHaveCount(0);
});

test("a Backspace in the empty field takes the last tag away, but not one that is still held", async ({
  alone: { page },
}) => {
  for (const name of ["bo ho", "bao ve"]) {
    await tags(page).fill(name);
    await tags(page).press("Enter");
  }
  await expect(chosen(page)).toHaveCount(2);
  await tags(page).pressSequentially("x");
  for (let times = 0; times < 4; times++) await page.keyboard.down("Backspace");
  await page.keyboard.up("Backspace");
  await expect(tags(page)).toHaveValue("");
  await expect(chosen(page)).toHaveCount(2);
  await tags(page).press("Backspace");
  await expect(chosen(page)).toHaveText([/^Bờ hồ/]);
});

test("two tags that are made one after the other on a slow line both stay, in whatever order they are answered", async ({
  alone: { page },
}) => {
  const asked: Route[] = [];
  await page.route("/tags", (route) => void asked.push(route));
  for (const name of ["Sen hồ", "Đua thuyền"]) {
    await tags(page).fill(name);
    await tags(page).press("Enter");
    await expect(tags(page)).toHaveValue("");
  }
  await expect.poll(() => asked.length).toBe(2);
  await tags(page).fill("bo ho");
  await tags(page).press("Enter");
  const [first, second] = asked;
  await second?.fulfill({ json: { ok: true, value: { id: 8, name: "Đua thuyền" } } });
  await expect(chosen(page)).toHaveText([/^Bờ hồ/, /^Đua thuyền/]);
  await first?.fulfill({ json: { ok: true, value: { id: 7, name: "Sen hồ" } } });
  await expect(chosen(page)).toHaveText([/^Bờ hồ/, /^Đua thuyền/, /^Sen hồ/]);
});

test("a colleague is found without marks and brings their post; any other name stands as it is typed", async ({
  alone: { page },
}) => {
  const name = page.getByRole("combobox", { name: "Họ tên tác giả thứ 1" });
  await name.fill("thu hang");
  await name.press("ArrowDown");
  await expect(page.getByRole("option", { name: "Đặng Thị Thu Hằng · Phóng viên" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await name.press("Enter");
  await expect(name).toHaveValue("Đặng Thị Thu Hằng");
  await expect(page.getByLabel("Chức danh tác giả thứ 1")).toHaveValue("Phóng viên");
  await name.fill("Đặng");
  await name.press("Tab");
  await expect(name).toHaveValue("Đặng");
});

test("what is offered at the foot of a window is seen, and so is the field", async ({ alone: { page } }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await tags(page).evaluate((field) => field.scrollIntoView({ block: "end" }));
  await tags(page).pressSequentially("b");
  await expect(offered(page).last()).toBeInViewport({ ratio: 1 });
  await expect(tags(page)).toBeInViewport({ ratio: 1 });
});
