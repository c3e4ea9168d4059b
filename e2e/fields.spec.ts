import { aHeadline, expect, publicPath, test } from "./fixtures/desk.ts";
import { expectSaving } from "./fixtures/writing.ts";

test("kicker, kind, second sections and tags are kept, and readers get them", async ({ desk, request }) => {
  test.slow();
  const [reporter, approver] = [await desk("reporter"), await desk("approver")];
  const { page, write, submit } = reporter;
  const headline = aHeadline("Ngày pháp luật");
  const made = aHeadline("ngày pháp luật");
  const number = await write({ headline });
  const side = page.getByRole("complementary").filter({ has: page.getByLabel("Thể loại") });
  const tags = side.getByRole("combobox", { name: "Từ khóa" });
  const chosen = side.getByRole("list", { name: "Từ khóa đã chọn" }).getByRole("listitem");
  const seconds = side.locator("[data-field=secondSectionIds]");

  await page.getByLabel("Tít dẫn (dòng trên tiêu đề)").fill("Hỏi luật tại chợ");
  await side.getByLabel("Thể loại").selectOption({ label: "Thông báo" });
  await seconds.locator("summary").click();
  await seconds.getByLabel("Tuyên truyền pháp luật").check();
  await seconds.getByLabel("Tin phường").check();
  await seconds.getByLabel("Tin phường").uncheck();
  await tags.fill("bo ho");
  await side.getByRole("option", { name: "Bờ hồ", exact: true }).click();
  await tags.fill(made);
  await side.getByRole("option", { name: `Tạo từ khóa “${made}”` }).click();
  await expect(chosen).toHaveText([/^Bờ hồ/, new RegExp(`^${made}`)]);
  await expectSaving(page, "clean");

  await page.reload();
  await expect(page.getByLabel("Tít dẫn (dòng trên tiêu đề)")).toHaveValue("Hỏi luật tại chợ");
  await expect(side.getByLabel("Thể loại")).toHaveValue("notice");
  await expect(seconds.locator("summary")).toHaveText("Đăng thêm ở 1 chuyên mục");
  await seconds.locator("summary").click();
  await expect(seconds.getByLabel("Tuyên truyền pháp luật")).toBeChecked();
  await expect(seconds.getByLabel("Tin phường")).not.toBeChecked();
  await expect(chosen).toHaveText([/^Bờ hồ/, new RegExp(`^${made}`)]);

  await submit();
  await approver.review(number);
  await approver.press("Duyệt và đăng ngay");
  await expect(approver.page.getByText("Đã duyệt và đăng.")).toBeVisible();

  const path = await publicPath(approver);
  await page.goto(path);
  await expect(page.locator("article .kicker")).toHaveText("Hỏi luật tại chợ");
  await expect(page.locator("article .tags")).toHaveText(`Từ khóa: Bờ hồ, ${made}`);
  await expect(page.locator("meta[name='DC.type']")).toHaveAttribute("content", "notice");
  for (const section of ["tuyen-truyen-phap-luat", "van-hoa-the-thao"]) {
    await page.goto(`/${section}`);
    await expect(page.getByRole("main").getByRole("link", { name: headline }).first()).toHaveAttribute("href", path);
  }
  expect(await (await request.get("/tin-phuong")).text()).not.toContain(headline);
});
