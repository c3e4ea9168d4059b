import { paste, putCursorIn } from "../fixtures/typing.ts";
import { expect } from "./alone.ts";
import { hashOf } from "./fake-uploads.ts";
import { aFile, arrived, choose, figures, give, holding, test, toolbarButton } from "./pictures.ts";

test("several pictures that are chosen stand in their order, say how far they are, and come while one types on", async ({
  alone: { page, body, write, saved, openAgain },
  server,
}) => {
  const [one, two] = [await aFile("cho-noi.jpg"), await aFile("ke-song.jpg", 100)];
  const letGo = holding(server);
  await write("Mở đầu.");
  await choose(page, toolbarButton(page), one, two);
  await expect(figures(page)).toHaveCount(2);
  await expect(page.getByRole("progressbar", { name: "Tải lên cho-noi.jpg" })).toBeVisible();
  await expect(figures(page).first().locator("img")).toHaveAttribute("src", /^blob:/);
  await page.keyboard.type("Chợ họp sớm.");
  await saved();
  letGo();
  await expect(arrived(page, hashOf(one.buffer))).toBeVisible();
  await expect(arrived(page, hashOf(two.buffer))).toBeVisible();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await saved();
  await openAgain();
  await expect(figures(page).nth(0).locator("img")).toHaveAttribute("src", new RegExp(hashOf(one.buffer)));
  await expect(figures(page).nth(0).locator("figcaption")).toHaveText("Chợ họp sớm.");
  await expect(figures(page).nth(1).locator("img")).toHaveAttribute("src", new RegExp(hashOf(two.buffer)));
  await expect(body.locator("> p").first()).toHaveText("Mở đầu.");
});

test("pictures that are let go over a block stand before or behind it; one from the clipboard where the cursor is", async ({
  alone: { page, body, write },
  server,
}) => {
  await write("Đoạn một.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Đoạn hai.");
  const [first, last, pasted] = [await aFile("a.jpg"), await aFile("b.jpg", 90), await aFile("c.jpg", 30)];
  await give(body.locator("> p").nth(1), "above", first);
  await expect(body.locator("> *").nth(1).locator("img")).toBeVisible();
  await give(body.locator("> p").nth(1), "below", last);
  await expect(body.locator("> *").nth(3).locator("img")).toBeVisible();
  await putCursorIn(body.locator("> p").first());
  await give(body, "paste", pasted);
  for (const [at, { buffer }] of [pasted, first, last].entries()) {
    await expect(figures(page).nth(at).locator("img")).toHaveAttribute("src", new RegExp(hashOf(buffer)));
  }
  expect(
    await body
      .locator("> *")
      .evaluateAll((all) => all.map((one) => one.querySelector("figure") ?? one).map(({ tagName }) => tagName)),
  ).toEqual(["P", "FIGURE", "FIGURE", "P", "FIGURE"]);
  expect(server.asked.filter((asked) => asked === "POST")).toHaveLength(3);
});

test("a pasted page brings its pictures; what is only an address waits for its file with its caption", async ({
  alone: { page, write },
  server,
}) => {
  const { buffer } = await aFile("a.jpg");
  await write("Mở đầu.");
  await page.keyboard.press("Enter");
  await paste(page, {
    text: "",
    html: `<p>Lễ hội <img src="data:image/jpeg;base64,${buffer.toString("base64")}" alt="Rước kiệu"></p>
      <figure><img src="https://bao.example/b.jpg" alt="Kè sông"><figcaption>Đoạn kè mới</figcaption></figure>`,
  });
  await expect(arrived(page, hashOf(buffer))).toBeVisible();
  await expect(figures(page).first().getByLabel("Mô tả ảnh")).toHaveValue("Rước kiệu");
  await expect(page.getByRole("status").filter({ hasText: "1 ảnh chỉ có địa chỉ" })).toBeVisible();
  await expect(figures(page).nth(1)).toContainText("Chưa có tệp ảnh: bạn đọc chưa thấy chỗ này.");
  await expect(figures(page).nth(1).locator("figcaption")).toHaveText("Đoạn kè mới");
  const other = await aFile("b.jpg", 40);
  await choose(page, figures(page).nth(1).getByRole("button", { name: "Chọn ảnh" }), other);
  await expect(arrived(page, hashOf(other.buffer))).toBeVisible();
  await expect(figures(page).nth(1).getByLabel("Mô tả ảnh")).toHaveValue("Kè sông");
  expect(server.asked.filter((asked) => asked === "POST")).toHaveLength(2);
});

test("undoing takes back words and not the picture that came meanwhile; a figure that is undone stops its picture until it is redone", async ({
  alone: { page, body, write, saved },
  server,
}) => {
  const file = await aFile("a.jpg");
  let letGo = holding(server);
  await write("Mở đầu.");
  await choose(page, toolbarButton(page), file);
  await page.getByLabel("Nguồn ảnh").fill("Lê Lan");
  letGo();
  await expect(arrived(page, hashOf(file.buffer))).toBeVisible();
  await body.focus();
  await page.keyboard.press("Control+z");
  await expect(page.getByLabel("Nguồn ảnh")).toHaveValue("");
  await expect(arrived(page, hashOf(file.buffer))).toBeVisible();

  const second = await aFile("b.jpg", 70);
  letGo = holding(server);
  await page.keyboard.press("Control+End");
  await choose(page, toolbarButton(page), second);
  await expect(figures(page)).toHaveCount(2);
  await page.keyboard.press("Control+z");
  await expect(figures(page)).toHaveCount(1);
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  letGo();
  await page.keyboard.press("Control+y");
  await expect(arrived(page, hashOf(second.buffer))).toBeVisible();
  await saved();
});

test("the words of the camera are a beginning that one undoing takes back; what somebody wrote stays", async ({
  alone: { page, body, write },
  server,
}) => {
  server.says = { caption: "Chợ nổi lúc sáng", credit: "Lê Lan", alt: "Thuyền chở dưa" };
  const file = await aFile("a.jpg");
  const letGo = holding(server);
  await write("Mở đầu.");
  await choose(page, toolbarButton(page), file);
  await page.getByLabel("Nguồn ảnh").fill("Của tôi");
  letGo();
  await expect(page.getByLabel("Mô tả ảnh")).toHaveValue("Thuyền chở dưa");
  await expect(figures(page).locator("figcaption")).toHaveText("Chợ nổi lúc sáng");
  await expect(page.getByLabel("Nguồn ảnh")).toHaveValue("Của tôi");
  await body.focus();
  await page.keyboard.press("Control+z");
  await expect(figures(page).locator("figcaption")).toHaveText("");
  await expect(page.getByLabel("Mô tả ảnh")).toHaveValue("");
  await expect(page.getByLabel("Nguồn ảnh")).toHaveValue("Của tôi");
  await expect(arrived(page, hashOf(file.buffer))).toBeVisible();
});

test("the words of all pictures are filled by keyboard in one panel, which says what is missing", async ({
  alone: { page, write, readersBody },
  server,
}) => {
  const [one, two] = [await aFile("a.jpg"), await aFile("b.jpg", 70)];
  await write("Mở đầu.");
  await choose(page, toolbarButton(page), one, two);
  await expect(arrived(page, hashOf(two.buffer))).toBeVisible();
  await page.getByRole("button", { name: "Ảnh trong bài" }).focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: "Ảnh trong bài (2)" });
  const first = panel.getByRole("listitem", { name: "Ảnh thứ 1" });
  await expect(first).toContainText("Còn thiếu: chú thích, nguồn ảnh, mô tả");
  await first.getByLabel("Chú thích ảnh").focus();
  // Nothing is said of a generative program.
  for (const words of ["Chợ nổi", "Lê Lan", "", "Thuyền chở dưa"]) {
    await page.keyboard.type(words);
    await page.keyboard.press("Tab");
  }
  await expect(first).toContainText("Đã đủ lời");
  // Over the way to the file's rights.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(panel.getByRole("listitem", { name: "Ảnh thứ 2" }).getByLabel("Chú thích ảnh")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("Minh Trà");
  for (let tabs = 0; tabs < 3; tabs += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(panel.getByRole("listitem", { name: "Ảnh thứ 2" })).toContainText("Đã đủ lời");
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(page.locator(".body-text")).toBeFocused();
  await expect(figures(page).first().locator("figcaption")).toHaveText("Chợ nổi");
  await expect(figures(page).first().getByLabel("Mô tả ảnh")).toHaveValue("Thuyền chở dưa");
  await expect(figures(page).nth(1).getByLabel("Ảnh trang trí, không cần mô tả")).toBeChecked();
  await readersBody();
  expect(server.asked.filter((asked) => asked === "POST")).toHaveLength(2);
});

test("a picture that is let go beside the text does not take the page away", async ({
  alone: { page, write },
  server,
}) => {
  await write("Mở đầu.");
  const prevented = await page.getByLabel("Sapo (tóm tắt)").evaluate((field) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["x"], "a.jpg", { type: "image/jpeg" }));
    const drop = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
    field.dispatchEvent(drop);
    return drop.defaultPrevented;
  });
  expect(prevented).toBe(true);
  await expect(figures(page)).toHaveCount(0);
  expect(server.asked).toEqual([]);
});
