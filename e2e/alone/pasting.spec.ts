import { PROGRAMS } from "#components/editor/schema/fixtures/word-pages.ts";
import { move, paste, tool } from "../fixtures/typing.ts";
import { expect, test } from "./alone.ts";

test("what is pasted into a cell stays in it, and the table stays whole", async ({ alone: { page, write } }) => {
  await write("Mở đầu.");
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

test("cells that are pasted into a table fill its cells", async ({ alone: { page, write } }) => {
  await write("Mở đầu.");
  await page.keyboard.press("Enter");
  await tool(page, "Bảng", "Chèn bảng 2 cột");
  await paste(page, { text: "", html: "<table><tr><td>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>" });
  await expect(page.locator(".body-text :is(th, td)")).toHaveText(["A", "B", "C", "D", "", ""]);
});

test("lists that stand in lists without an item between, as Google Docs and Word's neighbours write them, lose no word", async ({
  alone: { page, write },
}) => {
  const body = page.locator(".body-text");
  await write("Mở đầu.");
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
  alone: { page, write },
}) => {
  await write("Mở đầu.");
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
  alone: { page, write },
}) => {
  await write("Xem");
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

test("marks that make words read the other way round are not pasted", async ({ alone: { page, write } }) => {
  await write("Số ");
  await paste(page, { text: "\u202E321\u202C \u2067abc\u2069\u0007 hết" });
  await expect.poll(() => page.locator(".body-text").textContent()).toBe("Số 321 abc hết");
});

test("a table without its last row or column is none", async ({ alone: { page, write } }) => {
  await write("Mở đầu.");
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

test("decomposed letters from a Mac become composed ones", async ({ alone: { page, write } }) => {
  await write("Theo ");
  await paste(page, { text: "Quyết định số 06".normalize("NFD") });
  await expect.poll(() => page.locator(".body-text").textContent()).toContain("Theo Quyết định số 06".normalize("NFC"));
});

test("a text from Word keeps its words, numbers and tables, and nothing of Word", async ({
  alone: { page, body, write, saved, openAgain },
}) => {
  await write("Mở đầu.");
  await page.keyboard.press("Enter");
  await paste(page, { text: "Thông báo", html: FROM_WORD });
  await saved();
  await openAgain();
  await expect(body.locator("p[data-align]").filter({ hasText: "THÔNG BÁO" })).toHaveCSS("text-align", "center");
  await expect(body.locator("li[data-marker='1.']")).toHaveText("Mục một");
  await expect(body.locator("td[colspan='2']")).toHaveText("Gộp");
  await expect(body.locator("td strong")).toHaveText("Trong ô");
  await expect(body.locator("a")).toHaveCount(0);
  expect(await body.innerHTML()).toContain("Chữ thường");
  expect(await body.innerHTML()).not.toMatch(/mso|alert|onclick|rác/i);
});

test("lists of Word come in as lists, and one undoing right after typing takes them back as a whole", async ({
  alone: { page, body, write, readersBody },
}) => {
  await write("Việc cần làm:");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Gồm");
  const lines = [
    { level: 1, marker: "(3)", words: "Nạo vét" },
    { level: 2, marker: "a)", words: "Kênh Tư" },
    { level: 1, marker: "(4)", words: "Đắp bờ" },
  ];
  await paste(page, { text: "", html: PROGRAMS["Word 365"]?.([{ words: "những việc sau" }, ...lines]) ?? "" });
  await expect(body.locator("li[data-marker='(4)']")).toHaveText("Đắp bờ");
  await expect(body.locator("li[data-marker='(3)'] li[data-marker='a)']")).toHaveText("Kênh Tư");
  expect(await readersBody()).toContain("Kênh Tư");
  await page.keyboard.press("Control+z");
  await expect(body.locator("p")).toHaveText(["Việc cần làm:", "Gồm"]);
});

test("what does not come in of a paste or a drop is said in one sentence", async ({ alone: { page, body, write } }) => {
  const said = page.getByRole("status");
  await write("Mở đầu.");
  await paste(page, { text: "", html: '<p>Lễ hội <img src="data:,"></p>' });
  await expect(said).toContainText("1 ảnh chỉ có địa chỉ, không có tệp đi kèm");
  await expect(body.locator("> p")).toHaveText("Mở đầu.Lễ hội");
  await page.getByRole("button", { name: "Đóng" }).click();
  await expect(said).toBeEmpty();
  await expect(body).toBeFocused();
  await page.getByRole("button", { name: "Bỏ chỗ ảnh" }).click();
  await body.focus();
  await move(page, "Control+End");
  await page.keyboard.press("Enter");
  await paste(page, {
    text: "Kênh Ba\nKênh Tư",
    html: '<ul><h1 data-pm-slice="" data-id="aaaaaaaa">Kênh Ba</h1></ul>',
  });
  await expect(said).toContainText("chỉ phần chữ được đưa vào bài");
  await expect(body.locator("p")).toHaveText(["Mở đầu.Lễ hội", "Kênh Ba", "Kênh Tư"]);
  for (const [name, type, sentence] of [
    ["bai.zip", "", "1 tệp không vào bài"],
    ["ban-do.kml", "application/vnd.google-earth.kml+xml", "1 tệp không vào bài"],
  ] as const) {
    await body.evaluate(
      (into, [file, kind]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(["x"], file, { type: kind }));
        into.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      },
      [name, type] as const,
    );
    await expect(said).toContainText(sentence);
  }
  await expect(body.locator("p")).toHaveText(["Mở đầu.Lễ hội", "Kênh Ba", "Kênh Tư"]);
});

test("what is dropped from another program comes in where it is let go", async ({ alone: { body, write } }) => {
  await write("Trước sau");
  await body.locator("p").evaluate((paragraph) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/html", "<b>giữa</b>");
    const range = document.createRange();
    range.setStart(paragraph.firstChild as Node, 6);
    range.collapse(true);
    const { left, top, height } = range.getBoundingClientRect();
    const at = { clientX: left, clientY: top + height / 2 };
    paragraph.dispatchEvent(new DragEvent("drop", { dataTransfer, ...at, bubbles: true, cancelable: true }));
  });
  await expect(body).toHaveText("Trước giữasau");
  await expect(body.locator("strong")).toHaveText("giữa");
});

const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p { color: red }</style>
<!--[if gte mso 9]><xml>rác</xml><![endif]--></head><body><!--StartFragment-->
<p class=MsoNormal align=center style='text-align:center'><b>THÔNG BÁO</b><o:p></o:p></p>
<p class=MsoListParagraph><span style='mso-list:Ignore'>1.<span style='font:7pt "Times New Roman"'>&nbsp;&nbsp; </span></span>Mục một</p>
<script>alert(1)</script><p onclick="alert(2)"><a href="javascript:alert(3)">Chữ&#8203; thư&shy;ờng</a></p>
<table><tr><td colspan=2>Gộp</td></tr><tr><td>Trái</td><td><h3>Trong ô</h3></td></tr></table>
<!--EndFragment--></body></html>`;
