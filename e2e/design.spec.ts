import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./fixtures/desk.ts";
import { sticksOut } from "./fixtures/looks.ts";

const PARTS = [
  ...["Màu của trang", "Bảng màu", "Cỡ chữ", "Bài trong danh sách: lead", "Các trang", "Ô của tờ khai"],
  ...[
    ...["Tin nổi bật", "Tin mới kèm giờ", "Một nhóm tin bài", "Tất cả chuyên mục", "Thông báo còn hiệu lực"],
    ...["Dải phóng sự ảnh", "Đọc nhiều", "Ô tiện ích"],
  ].map((band) => `Dải của trang: ${band}`),
  ...["Bài viết: Tin", "Bài viết: Tường thuật hội nghị", "Ảnh, chùm ảnh, video, âm thanh và tệp", "Hộp dòng sự kiện"],
  ...["Dòng sự kiện", "Tìm kiếm", "Danh mục văn bản", "Văn bản", "Lịch công tác", "Lưu trữ: lịch của một tháng"],
  ...["Thống kê", "Trang báo"],
];

test("the desk shows every part of the reader side, in both languages, and each is as it has to be for everybody", async ({
  desk,
}) => {
  test.slow();
  const { page } = await desk("editor");
  for (const [path, parts] of [
    ["/desk/design", PARTS],
    ["/desk/design?language=en", ["List", "English sister"]],
  ] as const) {
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      for (const name of parts) {
        const part = page
          .locator(".design-part")
          .filter({ has: page.getByRole("heading", { level: 2, name, exact: true }) });
        await expect(part.first(), name).toBeVisible();
        await expect(part.first().locator(":scope > :not(h2)").first(), name).toBeVisible();
      }
      expect(await sticksOut(page)).toEqual([]);
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode(true)
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        // What stands once on a page of readers stands here beside itself.
        .disableRules(["landmark-unique"])
        .analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))).toEqual(
        [],
      );
    }
  }
});
