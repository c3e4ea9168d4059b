import type { Page } from "@playwright/test";
import { move, paste, tool } from "../fixtures/typing.ts";
import { expect, test } from "./alone.ts";

/** The body's blocks and list items as they stand there, each with its marker. */
const lines = (page: Page) =>
  page
    .locator(".body-text > p, .body-text li")
    .evaluateAll((all) => all.map((one) => [one.getAttribute("data-marker"), one.textContent].join(" ").trim()));

/** What a copy of the selected text would put on the clipboard. */
const copied = (page: Page) =>
  page.locator(".body-text").evaluate((body) => {
    const clipboardData = new DataTransfer();
    body.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
    return { text: clipboardData.getData("text/plain"), html: clipboardData.getData("text/html") };
  });

const item = (page: Page, words: string) => page.locator(".body-text li").filter({ hasText: words });

test("a list that is cut in two goes on counting, and undoing brings its numbers back", async ({
  alone: { page, write },
}) => {
  await write("(1) Một");
  for (const words of ["Hai", "Ba", "Bốn"]) {
    await page.keyboard.press("Enter");
    await page.keyboard.type(words);
  }
  await item(page, "Hai").click();
  await move(page, "End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Lời bàn");
  await expect.poll(() => lines(page)).toEqual(["(1) Một", "(2) Hai", "Lời bàn", "(3) Ba", "(4) Bốn"]);

  await item(page, "Hai").click();
  await tool(page, "Danh sách", "Bỏ danh sách");
  await expect.poll(() => lines(page)).toEqual(["(1) Một", "Hai", "Lời bàn", "(3) Ba", "(4) Bốn"]);
  await tool(page, "Hoàn tác");
  await expect.poll(() => lines(page)).toEqual(["(1) Một", "(2) Hai", "Lời bàn", "(3) Ba", "(4) Bốn"]);
});

test("the style that is chosen for a line is its style, also right behind a list of another", async ({
  alone: { page, write },
}) => {
  await write("(1) Một");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Hai");
  await tool(page, "Danh sách", "a) b) c)");
  await expect.poll(() => lines(page)).toEqual(["(1) Một", "a) Hai"]);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Ba");
  await tool(page, "Danh sách", "a) b) c)");
  await expect.poll(() => lines(page)).toEqual(["(1) Một", "a) Hai", "b) Ba"]);
});

test("a marker that is typed goes on with the list before it where it counts on, and else begins its own", async ({
  alone: { page, write },
}) => {
  await write("(1) Một");
  for (const line of ["(2) Hai", "(5) Năm", "a) Điểm", "- Gạch", "f) Không"]) {
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.type(line);
  }
  await expect.poll(() => lines(page)).toEqual(["(1) Một", "(2) Hai", "(5) Năm", "a) Điểm", "- Gạch", "f) Không"]);
  await expect(page.locator(".body-text :is(ol, ul)")).toHaveCount(4);
});

test("what is copied out of the middle of a list keeps its numbers, for text and for other programs", async ({
  alone: { page, write },
}) => {
  await write("(4) Một");
  for (const words of ["Hai", "Ba"]) {
    await page.keyboard.press("Enter");
    await page.keyboard.type(words);
  }
  await item(page, "Hai").click();
  await move(page, "Home");
  await move(page, "Shift+ArrowDown");
  await move(page, "Shift+End");
  await expect.poll(async () => (await copied(page)).text).toBe("(5) Hai\n(6) Ba");
  const { text, html } = await copied(page);
  expect(html).toMatch(/^<ol [^>]*start="5"/);
  await item(page, "Ba").click();
  await move(page, "End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Lời bàn");
  await page.keyboard.press("Enter");
  await paste(page, { text, html });
  await expect.poll(() => lines(page)).toEqual(["(4) Một", "(5) Hai", "(6) Ba", "Lời bàn", "(5) Hai", "(6) Ba"]);
});

test("points by letters that come from elsewhere stay letters", async ({ alone: { page, write } }) => {
  await write("Các điểm:");
  await page.keyboard.press("Enter");
  await paste(page, {
    text: "",
    html: `<ol type="a" start="3"><li>Web</li></ol><p>giữa</p>
      <ol><li style="list-style-type:lower-alpha"><p>Google</p></li><li>hai</li></ol><p>số</p><ol start="2"><li>x</li></ol>`,
  });
  await expect.poll(() => lines(page)).toEqual(["Các điểm:", "c) Web", "giữa", "a) Google", "b) hai", "số", "2. x"]);
});

test("a marker begins a list in its style, and readers get it as text", async ({
  alone: { page, write, readersBody },
}) => {
  await write("Kết quả:");
  await page.keyboard.press("Enter");
  await page.keyboard.type("(1) Chỉ đạo");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Kiểm tra");
  await expect(page.locator(".body-text li[data-marker='(2)']")).toHaveText("Kiểm tra");
  await tool(page, "Danh sách", "(1). (2). (3).");
  await expect(page.locator(".body-text li[data-marker='(2).']")).toHaveText("Kiểm tra");
  expect(await readersBody()).toMatch(/<span class="marker">\(2\)\. <\/span>Kiểm tra/);
});

test("numbers that were typed by hand are taken over when the lines become a list", async ({
  alone: { page, write },
}) => {
  await write("Ba việc:");
  await page.keyboard.press("Enter");
  await paste(page, { text: "(3) Ba\n(4) Bốn" });
  await move(page, "Shift+ArrowUp");
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toContain("Bốn");
  await tool(page, "Danh sách", "a) b) c)");
  await expect(page.locator(".body-text li[data-marker='c)']")).toHaveText("Ba");
  await expect(page.locator(".body-text li[data-marker='d)']")).toHaveText("Bốn");
});
