import type { Page } from "@playwright/test";
import { tool } from "../fixtures/typing.ts";
import { expect, test } from "./alone.ts";

/** Types words between two presses of the same key or button. */
async function within(page: Page, press: () => Promise<void>, words: string): Promise<void> {
  await press();
  await page.keyboard.type(words);
  await press();
}

test("readers get the marks, headings, quotes and line breaks that keys and buttons made, and no others", async ({
  alone: { page, write, readersBody },
}) => {
  const keys = page.keyboard;
  const by = (key: string) => () => keys.press(key);
  const button = (name: string) => () => tool(page, name);

  await write("Nước H");
  await within(page, by("Control+,"), "2");
  await keys.type("O trên 10 m");
  await within(page, by("Control+."), "2");
  await keys.type(" rất ");
  await within(page, by("Control+b"), "trong");
  await keys.type(", ");
  await within(page, by("Control+i"), "sạch");
  await keys.type(" và ");
  await within(page, by("Control+u"), "mát");
  await keys.press("Shift+Enter");
  await keys.type("CO");
  await within(page, button("Chỉ số dưới"), "2");
  await keys.type(" ở 5 km");
  await within(page, button("Chỉ số trên"), "2");
  await keys.type(" thì ");
  await button("Đậm")();
  await within(page, button("Nghiêng"), "rất");
  await button("Đậm")();
  await keys.type(" ");
  await within(page, button("Gạch chân"), "ít");

  for (const [level, words] of ["Kết quả", "Cách đo", "Nơi đo"].entries()) {
    await keys.press("Enter");
    await keys.type(words);
    if (level === 1) await tool(page, "Kiểu đoạn", "Tiêu đề phụ 2");
    else await keys.press(`Control+Alt+${level + 2}`);
  }
  await keys.press("Enter");
  await keys.type("Hồ sạch là nhờ bà con.");
  await keys.press("Control+Shift+b");
  await keys.press("Enter");
  await keys.press("Enter");
  await keys.type("Giữ lấy hồ.");
  await button("Trích dẫn")();
  await keys.press("Enter");
  await keys.press("Enter");
  await keys.type("Hết.");

  expect(await readersBody()).toBe(
    "<p>Nước H<sub>2</sub>O trên 10 m<sup>2</sup> rất <strong>trong</strong>, <em>sạch</em> và <u>mát</u><br>" +
      "CO<sub>2</sub> ở 5 km<sup>2</sup> thì <strong><em>rất</em></strong> <u>ít</u></p>" +
      "<h2>Kết quả</h2><h3>Cách đo</h3><h4>Nơi đo</h4>" +
      "<blockquote><p>Hồ sạch là nhờ bà con.</p></blockquote>" +
      "<blockquote><p>Giữ lấy hồ.</p></blockquote><p>Hết.</p>",
  );
});

test("what is undone is not saved, and what is done again is", async ({
  alone: { page, body, write, saved, openAgain, readersBody },
}) => {
  await write("Giữ câu này.");
  await saved();
  await page.keyboard.insertText(" Bỏ câu này.");
  await saved();
  await openAgain();
  await expect(body).toHaveText("Giữ câu này. Bỏ câu này.");
  await expect(page.getByRole("button", { name: "Hoàn tác", exact: true })).toBeDisabled();

  await body.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(" Thêm câu nữa.");
  await expect(body).toHaveText("Giữ câu này. Bỏ câu này. Thêm câu nữa.");
  await saved();
  await page.keyboard.press("Control+z");
  await expect(body).toHaveText("Giữ câu này. Bỏ câu này.");
  await page.keyboard.press("Control+y");
  await expect(body).toHaveText("Giữ câu này. Bỏ câu này. Thêm câu nữa.");
  await tool(page, "Hoàn tác");
  await expect(body).toHaveText("Giữ câu này. Bỏ câu này.");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+b");
  await expect(body.locator("strong")).toHaveText("Giữ câu này. Bỏ câu này.");
  await tool(page, "Hoàn tác");
  await expect(body.locator("strong")).toHaveCount(0);
  await tool(page, "Làm lại");
  await expect(body.locator("strong")).toHaveCount(1);
  await tool(page, "Hoàn tác");
  await expect(body.locator("strong")).toHaveCount(0);

  await saved();
  await openAgain();
  await expect(body).toHaveText("Giữ câu này. Bỏ câu này.");
  await page.keyboard.press("Control+End");
  expect(await readersBody()).toBe("<p>Giữ câu này. Bỏ câu này.</p>");
});
