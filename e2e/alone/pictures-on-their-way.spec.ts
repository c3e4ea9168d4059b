import { expect } from "./alone.ts";
import { hashOf } from "./fake-uploads.ts";
import { aFile, aLargeFile, arrived, choose, figures, holding, MB, onDisk, test, toolbarButton } from "./pictures.ts";

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
  const lost = figures(page).getByText("Chưa tải được, sẽ tự tải tiếp: lon.jpg");
  await expect(lost).toBeVisible();
  await page.keyboard.type("Gõ tiếp.");
  await saved();
  const before = server.bytes();
  expect(before).toBeGreaterThan(0);
  Object.assign(server, { cutsAfter: null, isAway: false });
  // The browser says that it is back, and nobody waits for the next try, which is the later the longer nobody answered.
  await lost.evaluate(() => window.dispatchEvent(new Event("online")));
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
  await choose(page, page.getByRole("button", { name: "Chọn ảnh", exact: true }), file);
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
