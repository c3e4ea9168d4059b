import { submitted } from "#features/moves/testing.ts";
import { holdFrames, tabTo, unseenFocus } from "./fixtures/focus.ts";
import { expect, test } from "./fixtures/office.ts";
import { aPerson } from "./fixtures/people.ts";

/** A phone, a page that is enlarged to twice its size, and a desk. */
const SIZES = [
  { width: 360, height: 640 },
  { width: 640, height: 400 },
  { width: 1280, height: 720 },
];

test("by keyboard alone somebody signs in, begins an article, writes it and sends it", async ({ page, product }) => {
  const person = await aPerson(product, "reporter");
  await page.goto("/login");
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await page.keyboard.type(person.email);
  await tabTo(page, page.getByLabel("Mật khẩu", { exact: true }));
  await page.keyboard.type(person.password);
  await page.keyboard.press("Enter");
  await page.waitForURL("/desk");
  const begin = page.getByRole("button", { name: "Viết bài mới" }).filter({ visible: true });
  await expect(begin).toBeEnabled();
  await tabTo(page, begin);
  await page.keyboard.press("Enter");
  await page.waitForURL(/documents/);
  await expect(page.getByLabel("Tiêu đề", { exact: true })).toBeFocused();
  const release = await holdFrames(page);
  await page.keyboard.type("Hội thao bằng bàn phím");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Sáng nay, hội thao khai mạc.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Hơn hai trăm vận động viên tham dự.");
  await expect(page.locator(".body-text")).toHaveText("Hơn hai trăm vận động viên tham dự.");
  await release();
  await tabTo(page, page.getByLabel("Chuyên mục (bắt buộc)"));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const send = page.getByRole("button", { name: "Gửi duyệt" });
  await tabTo(page, page.getByRole("combobox", { name: "Họ tên tác giả thứ 1" }));
  await page.keyboard.type("Lê Thử");
  await tabTo(page, send);
  await page.keyboard.press("Enter");
  await page.waitForURL(/done=submit/);
});

for (const size of SIZES) {
  test(`at ${size.width} px an approver goes from home to a decision by keyboard, sees each step, and comes back to where a dialog was opened`, async ({
    office,
    pageOf,
  }) => {
    const headline = "Hội thao phường khai mạc";
    await submitted(office, { headline });
    const page = await pageOf(office, office.approver);
    await page.setViewportSize(size);
    await page.goto("/desk");
    await tabTo(page, page.getByRole("link", { name: headline }));
    await page.keyboard.press("Enter");
    await page.waitForURL(/review/);

    const approve = page.getByRole("button", { name: "Duyệt và đăng ngay" });
    const more = page.getByRole("button", { name: "Việc khác" });
    const later = page.getByRole("button", { name: "Duyệt và hẹn giờ" });
    const opens = size.width < 640 ? more : later;
    await expect(approve).toBeEnabled();
    await tabTo(page, opens);
    await page.keyboard.press("Enter");
    if (opens === more) {
      await expect(page.getByRole("dialog").getByRole("button").first()).toBeFocused();
      await page.keyboard.press("Enter");
    }
    const asked = page.getByRole("dialog", { name: "Duyệt và hẹn giờ" });
    const hour = asked.getByLabel("Giờ đăng");
    await expect(hour).toBeFocused();
    await tabTo(page, asked.getByRole("button", { name: "Chọn trên lịch" }));
    await page.keyboard.press("Enter");
    await expect(asked.getByRole("grid")).toBeInViewport();
    await tabTo(page, asked.getByRole("gridcell", { selected: true }).getByRole("button"));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(hour).not.toHaveValue("");
    // Round from the last to the first.
    await tabTo(page, hour);
    await page.keyboard.press("Escape");
    await expect(opens).toBeFocused();

    await page.keyboard.press("Shift+Tab");
    await expect.poll(() => unseenFocus(page)).toBeNull();
    await approve.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog").getByRole("button", { name: "Duyệt và đăng ngay" })).toBeFocused();
    await page.keyboard.press("Enter");
    await page.waitForURL(/done=/);
    await expect(page.locator(":focus")).toHaveText(/^Đã duyệt và đăng/);
    await tabTo(page, page.getByRole("link", { name: "Về Trang biên tập" }), 3);
  });
}
