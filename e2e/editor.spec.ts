import { expect, test } from "./fixtures/desk.ts";
import { tellSoFar } from "./fixtures/requests.ts";
import { tool } from "./fixtures/typing.ts";
import { expectSaving } from "./fixtures/writing.ts";

test("opening an article saves nothing", async ({ desk }) => {
  const { page, write, openText } = await desk("reporter");
  const number = await write();
  await expectSaving(page, "clean");
  const saves: string[] = [];
  page.on("request", (request) => (request.method() === "PUT" ? saves.push(request.url()) : undefined));
  await page.clock.install();
  const body = await openText(number);
  await page.clock.runFor(60_000);
  await tellSoFar(page);
  expect(saves).toEqual([]);
  await body.click();
  await page.keyboard.type("x");
  await page.clock.runFor(2_000);
  await expect.poll(() => saves.length).toBe(1);
});

test("what is typed is sent at once when the window is left or hidden, and by the keys that save", async ({ desk }) => {
  const { page, write, openText } = await desk("reporter");
  const number = await write();
  await expectSaving(page, "clean");
  await page.clock.install();
  await openText(number);
  // No timer runs from here on: what is sent is sent for the event's sake.
  await page.clock.pauseAt(Date.now() + 60_000);
  const leaves = {
    blur: () => page.evaluate(() => window.dispatchEvent(new Event("blur"))),
    hidden: () =>
      page.evaluate(() => {
        Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
        Reflect.deleteProperty(document, "visibilityState");
      }),
    pagehide: () => page.evaluate(() => window.dispatchEvent(new Event("pagehide"))),
    keys: () => page.keyboard.press("Control+s"),
  };
  for (const [name, leave] of Object.entries(leaves)) {
    await page.getByLabel("Tiêu đề", { exact: true }).fill(`Khai mạc hội thao ${name}`);
    await expectSaving(page, "dirty");
    await leave();
    await expectSaving(page, "clean");
  }
});

test("paragraphs and headings stand for readers where they were put", async ({ desk }) => {
  const { page, write, review, preview } = await desk("reporter");
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

  await expectSaving(page, "clean");
  await review(number);
  const html = (await preview.locator("article .body").innerHTML()).replaceAll("<!-- -->", "");
  expect(html).toBe(
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

test("a figure whose picture is awaited keeps caption and credit for its approver, who reads that readers do not get them", async ({
  desk,
}) => {
  const { page, write, review, preview } = await desk("reporter");
  const number = await write();
  await page.keyboard.press("Enter");
  await tool(page, "Chỗ ảnh");
  await expect(page.locator(".body-text > p")).toHaveCount(1);
  await expect(page.getByRole("textbox", { name: "Chú thích ảnh" })).toBeVisible();
  await page.keyboard.type("Quang cảnh hội thao");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("sáng nay");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Đoạn sau ảnh.");
  await page.getByLabel("Nguồn ảnh").fill("Văn Hồ");
  await expectSaving(page, "clean");
  await review(number);
  await expect(preview.getByRole("figure")).toHaveText(
    "Chưa có ảnh: bạn đọc không thấy chú thích này.Quang cảnh hội thaosáng nay Ảnh: Văn Hồ",
  );
  await expect(preview.locator("article figcaption br")).toHaveCount(1);
  await expect(preview.locator("article img")).toHaveCount(0);
});

test("an author needs no account, and a reprint asks for its source", async ({ desk }) => {
  const { page, write } = await desk("reporter");
  await write();
  await page.getByLabel("Họ tên tác giả thứ 1").fill("Nguyễn Cộng Tác");
  await page.getByRole("switch", { name: "Ẩn tên với bạn đọc" }).click();
  await page.getByLabel("Tin, bài dẫn lại").check();
  await expect(page.getByLabel("Nguồn (bắt buộc)", { exact: true })).toBeVisible();
  await expectSaving(page, "clean");
  await page.reload();
  await expect(page.getByLabel("Họ tên tác giả thứ 1")).toHaveValue("Nguyễn Cộng Tác");
  await expect(page.getByRole("switch", { name: "Ẩn tên với bạn đọc" })).toBeChecked();
});

test("at 360 px nothing is wider than the screen", async ({ desk }) => {
  const { page, write } = await desk("reporter");
  await page.setViewportSize({ width: 360, height: 740 });
  await write();
  await page.keyboard.press("Enter");
  await tool(page, "Bảng", "Chèn bảng 4 cột");
  await expect(page.locator(".body-text tr").first().locator("th")).toHaveCount(4);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBe(0);
});
