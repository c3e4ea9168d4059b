import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { paste } from "../fixtures/typing.ts";
import { test as alone, expect } from "./alone.ts";
import { aPicture, type FakeUploads, fakeUploads, hashOf } from "./fake-uploads.ts";

const test = alone.extend<{ server: FakeUploads }>({
  server: async ({ page }, use) => {
    const server = await fakeUploads(page);
    await use(server);
    await server.close();
  },
});

type Given = { name: string; mimeType: string; buffer: Buffer };

const aFile = async (name: string, hue = 210): Promise<Given> => ({
  ...{ name, mimeType: "image/jpeg" },
  buffer: await aPicture(320, 200, hue),
});

/** More than one part, and no picture: what it looks like is not asked. */
const aLargeFile = (name: string): Given => ({ name, mimeType: "image/jpeg", buffer: Buffer.alloc(12 * MB, name) });
const MB = 1024 * 1024;

/** The same file each time that it is chosen, as a browser knows it: by its name, its size and its time. */
async function onDisk({ name, buffer }: Given): Promise<string> {
  const path = alone.info().outputPath(name);
  await writeFile(path, buffer);
  return path;
}

async function choose(page: Page, button: ReturnType<Page["locator"]>, ...files: Given[] | [string]): Promise<void> {
  const opened = page.waitForEvent("filechooser");
  await button.click();
  await (await opened).setFiles(files as Given[]);
}

const toolbarButton = (page: Page) => page.getByRole("toolbar").getByRole("button", { name: "Ảnh", exact: true });

/** Lets files go over an element, in its upper or its lower half, or pastes them there. */
async function give(
  into: ReturnType<Page["locator"]>,
  how: "paste" | "above" | "below",
  ...files: Given[]
): Promise<void> {
  const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, bytes: buffer.toString("base64") }));
  await into.evaluate(
    (element, [way, those]) => {
      const data = new DataTransfer();
      for (const { name, mimeType, bytes } of those) {
        const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
        data.items.add(new File([content], name, { type: mimeType, lastModified: 1 }));
      }
      const init = { bubbles: true, cancelable: true };
      if (way === "paste") {
        element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, ...init }));
        return;
      }
      const { left, top, height } = element.getBoundingClientRect();
      const at = { clientX: left + 20, clientY: top + height * (way === "above" ? 0.2 : 0.8) };
      element.dispatchEvent(new DragEvent("drop", { dataTransfer: data, ...at, ...init }));
    },
    [how, given] as const,
  );
}

const figures = (page: Page) => page.locator(".body-text figure");
const arrived = (page: Page, hash: string) => page.locator(`.body-text figure img[src^="/api/files/${hash}/"]`);

/** Holds what arrives until it is let go. */
function holding(server: FakeUploads): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.holds = promise;
  return resolve;
}

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
  await body.locator("> p").first().click();
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

test("a cancelled picture goes from the text and from the server, and undoing offers it once more", async ({
  alone: { page, write },
  server,
}) => {
  const file = await aFile("nham.jpg");
  const letGo = holding(server);
  await write("Mở đầu.");
  await choose(page, toolbarButton(page), file);
  await expect.poll(() => server.asked).toContain("PATCH 0");
  await page.getByRole("button", { name: "Hủy tải lên nham.jpg" }).click();
  await expect(figures(page)).toHaveCount(0);
  await expect.poll(() => server.asked.at(-1)).toBe("DELETE");
  letGo();
  await page.locator(".body-text").focus();
  await page.keyboard.press("Control+z");
  await expect(figures(page)).toContainText("Đã hủy tải lên nham.jpg.");
  await page.getByRole("button", { name: "Tải lại nham.jpg" }).click();
  await expect(arrived(page, hashOf(file.buffer))).toBeVisible();
});

test("a network that goes away loses neither words nor what was sent: it goes on from there", async ({
  alone: { page, write, saved },
  server,
}) => {
  const file = aLargeFile("lon.jpg");
  server.cutsAfter = 1 * MB;
  await write("Mở đầu.");
  await choose(page, toolbarButton(page), file);
  await expect(figures(page)).toContainText("Chưa tải được, sẽ tự tải tiếp: lon.jpg");
  await page.keyboard.type("Gõ tiếp.");
  await saved();
  const before = server.bytes();
  expect(before).toBeGreaterThan(0);
  Object.assign(server, { cutsAfter: null, isAway: false });
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await expect(figures(page)).not.toContainText("lon.jpg");
  expect(server.asked.filter((asked) => asked === "POST")).toHaveLength(1);
  expect(server.asked).toContain(`PATCH ${before}`);
  expect(server.bytes()).toBe(12 * MB);
});

test("whoever leaves while pictures come is asked; back again the picture is awaited, and goes on from where it was", async ({
  alone: { page, write, saved, openAgain },
  server,
}) => {
  const file = await onDisk(aLargeFile("lon.jpg"));
  await write("Mở đầu.");
  const letGo = holding(server);
  await choose(page, toolbarButton(page), file);
  await page.keyboard.type("Chờ ảnh.");
  await saved();
  await expect.poll(() => server.bytes()).toBe(5 * MB);
  const asked = page.waitForEvent("dialog");
  const leaving = openAgain();
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.accept();
  await leaving;
  letGo();
  await expect(figures(page)).toContainText("Chưa có tệp ảnh: bạn đọc chưa thấy chỗ này.");
  await expect(figures(page).locator("figcaption")).toHaveText("Chờ ảnh.");
  const sent = server.asked.length;
  await choose(page, page.getByRole("button", { name: "Chọn ảnh" }), file);
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  expect(server.asked.slice(sent)).toEqual(["HEAD", `PATCH ${5 * MB}`, `PATCH ${10 * MB}`]);
  expect(server.bytes()).toBe(12 * MB);
});

test("what the server refuses says why, holds up no other, and another picture takes its place", async ({
  alone: { page, write, saved },
  server,
}) => {
  const sentence = "Tệp “anh.jpg” không phải ảnh: hãy lưu lại dưới dạng JPEG rồi đưa lên lần nữa.";
  server.refuses.set("anh.jpg", sentence);
  const [bad, good, other] = [await aFile("anh.jpg"), await aFile("tot.jpg", 90), await aFile("khac.jpg", 30)];
  await write("Mở đầu.");
  await choose(page, toolbarButton(page), bad, good);
  await expect(figures(page).first().getByRole("alert")).toHaveText(sentence);
  await expect(arrived(page, hashOf(good.buffer))).toBeVisible();
  await saved();
  await choose(page, figures(page).first().getByRole("button", { name: "Chọn ảnh" }), other);
  await expect(arrived(page, hashOf(other.buffer))).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a file that is too large or empty is not sent, and the sentence says what to do", async ({
  alone: { page, write },
  server,
}) => {
  await write("Mở đầu.");
  const empty = { name: "rong.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(0) };
  await choose(page, toolbarButton(page), empty);
  await expect(figures(page).getByRole("alert")).toHaveText("Tệp “rong.jpg” không có nội dung: hãy chọn lại tệp.");
  await figures(page).evaluate((figure) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(51 * 1024 * 1024)], "nang.jpg", { type: "image/jpeg" }));
    const at = figure.getBoundingClientRect();
    const init = { bubbles: true, cancelable: true, clientX: at.left + 20, clientY: at.bottom - 3 };
    figure.dispatchEvent(new DragEvent("drop", { dataTransfer: data, ...init }));
  });
  await expect(page.getByRole("alert").nth(1)).toHaveText(
    "Ảnh “nang.jpg” nặng 51 MB, nhiều nhất là 50 MB: hãy thu nhỏ rồi đưa lên lần nữa.",
  );
  expect(server.asked).toEqual([]);
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

test("a picture that cannot be used says why, and one that is being made says so until it is there", async ({
  alone: { page, write },
  server,
}) => {
  const failure = "Ảnh quá lớn (hơn 120 triệu điểm ảnh): hãy thu nhỏ rồi đưa lên lần nữa.";
  server.says = { state: "waiting", renditions: [] };
  const file = await aFile("a.jpg");
  await write("Mở đầu.");
  await choose(page, toolbarButton(page), file);
  await expect(figures(page)).toContainText("Đang chuẩn bị ảnh cho bạn đọc…");
  await expect(figures(page).locator("img")).toHaveAttribute("src", /^blob:/);
  server.says = { state: "failed", failure, renditions: [] };
  await expect(figures(page)).toContainText(failure);
  server.says = {};
  const other = await aFile("b.jpg", 80);
  await choose(page, page.getByRole("button", { name: "Chọn ảnh khác" }), other);
  await expect(arrived(page, hashOf(other.buffer))).toBeVisible();
  await expect(figures(page)).not.toContainText(failure);
});

test("another picture is seen while it comes, and one that is refused or cancelled leaves the first in its place", async ({
  alone: { page, write, saved },
  server,
}) => {
  const [first, second] = [await aFile("a.jpg"), await aFile("b.jpg", 60)];
  await write("Mở đầu.");
  await choose(page, toolbarButton(page), first);
  await expect(arrived(page, hashOf(first.buffer))).toBeVisible();
  const letGo = holding(server);
  await choose(page, page.getByRole("button", { name: "Chọn ảnh khác" }), second);
  await expect(figures(page).locator("img")).toHaveAttribute("src", /^blob:/);
  await page.getByRole("button", { name: "Hủy tải lên b.jpg" }).click();
  await expect(arrived(page, hashOf(first.buffer))).toBeVisible();
  letGo();
  server.refuses.set("c.jpg", "Tệp này không phải ảnh.");
  await choose(page, page.getByRole("button", { name: "Chọn ảnh khác" }), await aFile("c.jpg", 90));
  await expect(page.getByRole("alert")).toHaveText("Tệp này không phải ảnh.");
  await expect(arrived(page, hashOf(first.buffer))).toBeVisible();
  await choose(page, page.getByRole("button", { name: "Chọn ảnh khác" }), second);
  await expect(arrived(page, hashOf(second.buffer))).toBeVisible();
  await saved();
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
  for (const words of ["Chợ nổi", "Lê Lan", "Thuyền chở dưa"]) {
    await page.keyboard.type(words);
    await page.keyboard.press("Tab");
  }
  await expect(first).toContainText("Đã đủ lời");
  await page.keyboard.press("Tab");
  await expect(panel.getByRole("listitem", { name: "Ảnh thứ 2" }).getByLabel("Chú thích ảnh")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("Minh Trà");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
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
