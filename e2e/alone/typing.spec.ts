import { holdFrames } from "../fixtures/focus.ts";
import { compose, tool } from "../fixtures/typing.ts";
import { expect, test } from "./alone.ts";

test("a word that is being composed survives the save in the middle of it", async ({
  alone: { page, body, write, saved, openAgain },
}) => {
  const status = page.locator("[data-save]");
  await write("Con ");
  await saved();
  await compose(page, ["d", "đ", "đu", "đươ", "đườ", "đường"], async (shown) => {
    if (shown === "đươ") await expect(status).toHaveAttribute("data-save", "clean");
  });
  await page.keyboard.type(" làng");
  await expect(body).toContainText("Con đường làng");
  await saved();
  await openAgain();
  await expect(body).toContainText("Con đường làng");
});

test("a field in which one types is framed; in the text the cursor shows it", async ({ alone: { page, write } }) => {
  await write("Mở đầu.");
  const fields = [
    page.getByLabel("Tít dẫn (dòng trên tiêu đề)"),
    page.getByLabel("Tiêu đề", { exact: true }),
    page.getByLabel("Sapo (tóm tắt)"),
  ];
  for (const field of fields) {
    await field.focus();
    await expect(field).toHaveCSS("outline-style", "solid");
    await expect(field).toHaveCSS("outline-width", "2px");
  }
});

test("a table at the end is no dead end, and its cells can be merged", async ({ alone: { page, write } }) => {
  await write("Mở đầu.");
  await page.keyboard.press("Enter");
  await tool(page, "Bảng", "Chèn bảng 2 cột");
  const cells = page.locator(".body-text td");
  const [from, to] = [await cells.first().boundingBox(), await cells.nth(1).boundingBox()];
  if (from === null || to === null) throw new Error("the table has cells");
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 20, to.y + 10, { steps: 6 });
  await page.mouse.up();
  await tool(page, "Bảng", "Gộp các ô đã chọn");
  await expect(page.locator(".body-text td[colspan='2']")).toHaveCount(1);
  await cells.last().click();
  await tool(page, "Bảng", "Thêm đoạn văn sau bảng");
  await page.keyboard.type("Sau bảng.");
  await expect(page.locator(".body-text > p").last()).toHaveText("Sau bảng.");
});

test("a click below a quote at the end goes on behind it", async ({ alone: { page, write } }) => {
  await write("Nước về thì lúa mới xanh.");
  await tool(page, "Trích dẫn");
  const body = page.locator(".body-text");
  await expect(body.locator("blockquote")).toHaveText("Nước về thì lúa mới xanh.");
  const { width = 0, height = 0 } = (await body.boundingBox()) ?? {};
  await body.click({ position: { x: width / 2, y: height - 12 } });
  await page.keyboard.type("Sau lời ấy.");
  await expect(body.locator("> p")).toHaveText("Sau lời ấy.");
});

test("the toolbar is one stop, and arrows go along it", async ({ alone: { page, write } }) => {
  await write("Mở đầu.");
  const bar = page.getByRole("toolbar", { name: "Định dạng nội dung" });
  await bar.getByRole("button", { name: "Đậm" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(bar.getByRole("button", { name: "Nghiêng" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(bar.locator(":focus")).toHaveCount(0);
});

for (const how of ["pointer", "keyboard"] as const)
  test(`what is typed right after a press of the toolbar by ${how} goes into the text`, async ({
    alone: { page, write },
  }) => {
    await write("Lúa ");
    await holdFrames(page);
    const bold = page.getByRole("toolbar").getByRole("button", { name: "Đậm", exact: true });
    if (how === "pointer") await bold.click();
    else await bold.press("Enter");
    await page.keyboard.type("chín sớm");
    await expect(page.locator(".body-text strong")).toHaveText("chín sớm");
    await expect(page.locator(".body-text")).toHaveText("Lúa chín sớm");
  });
