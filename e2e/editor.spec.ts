import { expect, test } from "./fixtures/desk.ts";
import { tellSoFar } from "./fixtures/requests.ts";
import { compose, move, paste, tool } from "./fixtures/typing.ts";
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

test("a word that is being composed survives the save in the middle of it", async ({ desk }) => {
  const { page, write, openText } = await desk("reporter");
  const number = await write({ body: "Con " });
  await expectSaving(page, "clean");
  await compose(page, ["d", "đ", "đu", "đươ", "đườ", "đường"], async (shown) => {
    if (shown === "đươ") await expectSaving(page, "clean");
  });
  await page.keyboard.type(" làng");
  await expect(page.locator(".body-text")).toContainText("Con đường làng");
  await expectSaving(page, "clean");
  await expect(await openText(number)).toContainText("Con đường làng");
});

test("decomposed letters from a Mac become composed ones", async ({ desk }) => {
  const { page, write } = await desk("reporter");
  await write({ body: "Theo " });
  await paste(page, { text: "Quyết định số 06".normalize("NFD") });
  await expect.poll(() => page.locator(".body-text").textContent()).toContain("Theo Quyết định số 06".normalize("NFC"));
});

test("a text from Word keeps its words, numbers and tables, and nothing of Word", async ({ desk }) => {
  const { page, write, openText } = await desk("reporter");
  const number = await write({ body: "Mở đầu." });
  await page.keyboard.press("Enter");
  await paste(page, { text: "Thông báo", html: FROM_WORD });
  await expectSaving(page, "clean");
  const body = await openText(number);
  await expect(body.locator("p[data-align]").filter({ hasText: "THÔNG BÁO" })).toHaveCSS("text-align", "center");
  await expect(body.locator("p").filter({ hasText: /^1\. Mục một$/ })).toHaveCount(1);
  await expect(body.locator("td[colspan='2']")).toHaveText("Gộp");
  await expect(body.locator("td strong")).toHaveText("Trong ô");
  await expect(body.locator("a")).toHaveCount(0);
  expect(await body.innerHTML()).toContain("Chữ thường");
  expect(await body.innerHTML()).not.toMatch(/mso|alert|onclick|rác/i);
});

test("a marker begins a list in its style, and readers get it as text", async ({ desk }) => {
  const { page, write, review, preview } = await desk("reporter");
  const number = await write({ body: "Kết quả:" });
  await page.keyboard.press("Enter");
  await page.keyboard.type("(1) Chỉ đạo");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Kiểm tra");
  await expect(page.locator(".body-text li[data-marker='(2)']")).toHaveText("Kiểm tra");
  await tool(page, "Danh sách", "(1). (2). (3).");
  await expect(page.locator(".body-text li[data-marker='(2).']")).toHaveText("Kiểm tra");
  await expectSaving(page, "clean");
  await review(number);
  await expect(preview.getByRole("listitem").filter({ hasText: "Kiểm tra" })).toHaveText("(2). Kiểm tra");
});

test("numbers that were typed by hand are taken over when the lines become a list", async ({ desk }) => {
  const { page, write } = await desk("reporter");
  await write({ body: "Ba việc:" });
  await page.keyboard.press("Enter");
  await paste(page, { text: "(3) Ba\n(4) Bốn" });
  await move(page, "Shift+ArrowUp");
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toContain("Bốn");
  await tool(page, "Danh sách", "a) b) c)");
  await expect(page.locator(".body-text li[data-marker='c)']")).toHaveText("Ba");
  await expect(page.locator(".body-text li[data-marker='d)']")).toHaveText("Bốn");
});

test("a link is asked for by keys, made whole, and refused when it would run", async ({ desk }) => {
  const { page, write } = await desk("reporter");
  await write({ body: "Xem" });
  await move(page, "Shift+Home");
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe("Xem");
  await page.keyboard.press("Control+k");
  const address = page.getByRole("dialog").getByLabel("Địa chỉ", { exact: true });
  await address.fill("javascript:alert(1)");
  await address.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "Địa chỉ này không dùng được." })).toBeVisible();
  await address.fill("sen-ho.example/ke-hoach");
  await address.press("Enter");
  await expect(page.locator(".body-text a[href='https://sen-ho.example/ke-hoach']")).toHaveText("Xem");
  await expect(page.locator(".body-text")).toBeFocused();
});

test("a link within the site is a plain path for readers, one that leads away says so", async ({ desk }) => {
  const { page, write, review, preview } = await desk("reporter");
  const number = await write({ body: "Xem " });
  const { origin } = new URL(page.url());
  for (const [typed, kept] of [
    [`${origin}/thong-bao`, "/thong-bao"],
    ["/van-hoa", "/van-hoa"],
    ["https://bao.example/tin", "https://bao.example/tin"],
  ] as const) {
    await page.keyboard.press("Control+k");
    const address = page.getByRole("dialog").getByLabel("Địa chỉ", { exact: true });
    await address.fill(typed);
    await address.press("Enter");
    const link = page.locator(`.body-text a[href='${kept}']`);
    await expect(link).toHaveCount(1);
    await expect(link).not.toHaveAttribute("target");
    await expect(page.locator(".body-text")).toBeFocused();
    await page.keyboard.type(" ");
  }
  await expectSaving(page, "clean");
  await review(number);
  const html = (href: string) => preview.locator(`article a[href='${href}']`).evaluate((link) => link.outerHTML);
  expect(await html("/thong-bao")).toMatch(/^<a href="\/thong-bao">/);
  expect(await html("/van-hoa")).toMatch(/^<a href="\/van-hoa">/);
  expect(await html("https://bao.example/tin")).toContain('rel="external"');
});

test("a field in which one types is framed; in the text the cursor shows it", async ({ desk }) => {
  const { page, write } = await desk("reporter");
  await write();
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

test("a table at the end is no dead end, and its cells can be merged", async ({ desk }) => {
  const { page, write } = await desk("reporter");
  await write();
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

test("a click below a quote at the end goes on behind it", async ({ desk }) => {
  const { page, write } = await desk("reporter");
  await write({ body: "Nước về thì lúa mới xanh." });
  await tool(page, "Trích dẫn");
  const body = page.locator(".body-text");
  await expect(body.locator("blockquote")).toHaveText("Nước về thì lúa mới xanh.");
  const { width = 0, height = 0 } = (await body.boundingBox()) ?? {};
  await body.click({ position: { x: width / 2, y: height - 12 } });
  await page.keyboard.type("Sau lời ấy.");
  await expect(body.locator("> p")).toHaveText("Sau lời ấy.");
});

test("the toolbar is one stop, and arrows go along it", async ({ desk }) => {
  const { page, write } = await desk("reporter");
  await write();
  const bar = page.getByRole("toolbar", { name: "Định dạng nội dung" });
  await bar.getByRole("button", { name: "Đậm" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(bar.getByRole("button", { name: "Nghiêng" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(bar.locator(":focus")).toHaveCount(0);
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

const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p { color: red }</style>
<!--[if gte mso 9]><xml>rác</xml><![endif]--></head><body><!--StartFragment-->
<p class=MsoNormal align=center style='text-align:center'><b>THÔNG BÁO</b><o:p></o:p></p>
<p class=MsoListParagraph><span style='mso-list:Ignore'>1.<span style='font:7pt "Times New Roman"'>&nbsp;&nbsp; </span></span>Mục một</p>
<script>alert(1)</script><p onclick="alert(2)"><a href="javascript:alert(3)">Chữ&#8203; thư&shy;ờng</a></p>
<table><tr><td colspan=2>Gộp</td></tr><tr><td>Trái</td><td><h3>Trong ô</h3></td></tr></table>
<!--EndFragment--></body></html>`;
