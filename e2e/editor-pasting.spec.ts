import { expect, test } from "./fixtures/desk.ts";
import { move, paste, tool } from "./fixtures/typing.ts";

test("what is pasted into a cell stays in it, and the table stays whole", async ({ desk }) => {
  const { page, write } = await desk("reporter");
  await write();
  await page.keyboard.press("Enter");
  await tool(page, "Bảng", "Chèn bảng 2 cột");
  await paste(page, {
    text: "",
    html: `<h2>Đầu mục</h2><p>Đoạn</p><table><tr><td>Ô một</td><td>Ô hai</td></tr></table>
      <ol><li>Điểm</li></ol><figure><figcaption>Chú thích</figcaption></figure>`,
  });
  const cell = page.locator(".body-text table th").first();
  await expect(cell.locator("p")).toHaveText(["Đầu mục", "Đoạn", "Ô một", "Ô hai", "Điểm", "Chú thích"]);
  await expect(cell.locator("li")).toHaveText("Điểm");
  await expect(page.locator(".body-text table")).toHaveCount(1);
  await expect(page.locator(".body-text :is(th, td)")).toHaveCount(6);
});

test("cells that are pasted into a table fill its cells", async ({ desk }) => {
  const { page, write } = await desk("reporter");
  await write();
  await page.keyboard.press("Enter");
  await tool(page, "Bảng", "Chèn bảng 2 cột");
  await paste(page, { text: "", html: "<table><tr><td>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>" });
  await expect(page.locator(".body-text :is(th, td)")).toHaveText(["A", "B", "C", "D", "", ""]);
});

test("lists that stand in lists without an item between, as Google Docs and Word's neighbours write them, lose no word", async ({
  desk,
}) => {
  const { page, write } = await desk("reporter");
  const body = page.locator(".body-text");
  await write();
  for (const [html, words] of [
    ["<ol><ol><li>Kênh Ba</li><li>Kênh Tư</li></ol><li>Kênh Năm</li></ol>", ["Kênh Ba", "Kênh Tư", "Kênh Năm"]],
    ["<ul><li>Bờ bắc</li><ul><li>Cống một</li></ul><li>Bờ nam</li></ul>", ["Bờ bắc", "Cống một", "Bờ nam"]],
    ["<ul><ol><ul><li>Ba lớp</li></ul></ol></ul><p>Hết.</p>", ["Ba lớp", "Hết."]],
  ] as const) {
    // Out of the list that was pasted before.
    await move(page, "Control+End");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await paste(page, { text: "", html });
    for (const word of words) await expect(body).toContainText(word);
  }
  await expect(body.locator("li")).toHaveText([
    "Kênh Ba",
    "Kênh Tư",
    "Kênh Năm",
    /Bờ bắc/,
    "Cống một",
    "Bờ nam",
    "Ba lớp",
  ]);
  await expect(body.locator("li li")).toHaveText(["Cống một"]);
});

test("a mail that puts things beside each other by tables gives its words in order, and no empty tables", async ({
  desk,
}) => {
  const { page, write } = await desk("reporter");
  await write();
  await page.keyboard.press("Enter");
  await paste(page, {
    text: "",
    html: `<table><tr><td>Kính gửi</td><td><table><tr><td>1</td><td>2</td></tr></table>
      <div>Trân trọng</div></td></tr></table>`,
  });
  await expect(page.locator(".body-text > :is(p, .table-scroll)")).toHaveText([/./, "Kính gửi", "12", "Trân trọng"]);
  await expect(page.locator(".body-text td")).toHaveText(["1", "2"]);
});

test("pasted links lead where links may lead, within this site by a path, and an address makes selected words a link", async ({
  desk,
}) => {
  const { page, write } = await desk("reporter");
  await write({ body: "Xem" });
  const { origin } = new URL(page.url());
  const href = "https://phuong.example/ke-hoach.pdf";
  await move(page, "Shift+Home");
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe("Xem");
  await paste(page, { text: href });
  await expect(page.locator(`.body-text a[href="${href}"]`)).toHaveText("Xem");
  await move(page, "End");
  await page.keyboard.press("Enter");
  const links = [
    `${origin}/tin-phuong?trang=2#cuoi`,
    "mailto:ubnd@phuong.example",
    "tel:+842412345678",
    "javascript:alert(1)",
    "data:text/html,x",
    "//elsewhere.example",
    "https://phuong.example@elsewhere.example",
    "file:///C:/bai.docx",
  ];
  await paste(page, { text: "", html: links.map((one) => `<p>x <a href="${one}">y</a></p>`).join("") });
  await expect(page.locator(".body-text > p")).toHaveCount(1 + links.length);
  const kept = () => page.locator(".body-text a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  expect(await kept()).toEqual([href, "/tin-phuong?trang=2#cuoi", ...links.slice(1, 3)]);
});

test("marks that make words read the other way round are not pasted", async ({ desk }) => {
  const { page, write } = await desk("reporter");
  await write({ body: "Số " });
  await paste(page, { text: "\u202E321\u202C \u2067abc\u2069\u0007 hết" });
  await expect.poll(() => page.locator(".body-text").textContent()).toBe("Số 321 abc hết");
});

test("a table without its last row or column is none", async ({ desk }) => {
  const { page, write } = await desk("reporter");
  await write();
  for (const line of ["Bỏ hàng", "Bỏ cột"]) {
    await page.keyboard.press("Enter");
    await tool(page, "Bảng", "Chèn bảng 2 cột");
    const left = line === "Bỏ hàng" ? 3 : 2;
    for (let at = 0; at < left; at += 1) {
      await expect(page.locator(".body-text table")).toHaveCount(1);
      await tool(page, "Bảng", line);
    }
    await expect(page.locator(".body-text table")).toHaveCount(0);
  }
});
