import type { Page } from "@playwright/test";
import { type Desk, expect, test } from "./fixtures/desk.ts";
import { tool } from "./fixtures/typing.ts";
import { expectSaving } from "./fixtures/writing.ts";

/** Types words between two presses of the same key or button. */
async function within(page: Page, press: () => Promise<void>, words: string): Promise<void> {
  await press();
  await page.keyboard.type(words);
  await press();
}

/** The body as readers get it, as HTML; React parts neighbouring words by empty comments. */
async function readBy({ page, review, preview }: Desk, number: number): Promise<string> {
  await expectSaving(page, "clean");
  await review(number);
  return (await preview.locator("article .body").innerHTML()).replaceAll("<!-- -->", "");
}

test("readers get the marks, headings, quotes and line breaks that keys and buttons made, and no others", async ({
  desk,
}) => {
  const reporter = await desk("reporter");
  const { page, write } = reporter;
  const keys = page.keyboard;
  const by = (key: string) => () => keys.press(key);
  const button = (name: string) => () => tool(page, name);

  const number = await write({ body: "Nước H" });
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

  expect(await readBy(reporter, number)).toBe(
    "<p>Nước H<sub>2</sub>O trên 10 m<sup>2</sup> rất <strong>trong</strong>, <em>sạch</em> và <u>mát</u><br>" +
      "CO<sub>2</sub> ở 5 km<sup>2</sup> thì <strong><em>rất</em></strong> <u>ít</u></p>" +
      "<h2>Kết quả</h2><h3>Cách đo</h3><h4>Nơi đo</h4>" +
      "<blockquote><p>Hồ sạch là nhờ bà con.</p></blockquote>" +
      "<blockquote><p>Giữ lấy hồ.</p></blockquote><p>Hết.</p>",
  );
});

test("paragraphs and headings stand for readers where they were put", async ({ desk }) => {
  const reporter = await desk("reporter");
  const { page, write, preview } = reporter;
  const number = await write({ body: "Giữa" });
  await tool(page, "Căn lề", "Căn giữa");
  for (const [words, where] of [
    ["Phải", "Căn phải"],
    ["Đều", "Căn đều hai bên"],
    ["Trái", "Căn trái"],
  ] as const) {
    await page.keyboard.press("Enter");
    await page.keyboard.type(words);
    await tool(page, "Căn lề", where);
  }
  await page.keyboard.press("Enter");
  await page.keyboard.type("Mục giữa");
  await page.keyboard.press("Control+Alt+2");
  await tool(page, "Căn lề", "Căn giữa");

  expect(await readBy(reporter, number)).toBe(
    '<p class="align-center">Giữa</p><p class="align-right">Phải</p><p class="align-justify">Đều</p><p>Trái</p>' +
      '<h2 class="align-center">Mục giữa</h2>',
  );
  for (const [words, align] of [
    ["Giữa", "center"],
    ["Phải", "right"],
    ["Đều", "justify"],
    ["Trái", "start"],
    ["Mục giữa", "center"],
  ] as const) {
    await expect(preview.locator("article .body").getByText(words, { exact: true })).toHaveCSS("text-align", align);
  }
});

test("what is undone is not saved, and what is done again is", async ({ desk }) => {
  const reporter = await desk("reporter");
  const { page, write, openText } = reporter;
  const number = await write({ body: "Giữ câu này." });
  await expectSaving(page, "clean");
  await page.keyboard.insertText(" Bỏ câu này.");
  await expectSaving(page, "clean");
  await page.reload();
  const body = await openText(number);
  await expect(body).toHaveText("Giữ câu này. Bỏ câu này.");
  await expect(page.getByRole("button", { name: "Hoàn tác", exact: true })).toBeDisabled();

  await body.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(" Thêm câu nữa.");
  await expect(body).toHaveText("Giữ câu này. Bỏ câu này. Thêm câu nữa.");
  await expectSaving(page, "clean");
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

  await expectSaving(page, "clean");
  await page.reload();
  await expect(await openText(number)).toHaveText("Giữ câu này. Bỏ câu này.");
  expect(await readBy(reporter, number)).toBe("<p>Giữ câu này. Bỏ câu này.</p>");
});
