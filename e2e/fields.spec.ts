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
  await expect(page.locator("meta[name='DC.type']")).toHaveAttribute("content", "Thông báo");
  for (const section of ["tuyen-truyen-phap-luat", "van-hoa-the-thao"]) {
    await expect.poll(async () => (await request.get(`/${section}`)).text()).toContain(headline);
    await page.goto(`/${section}`);
    await expect(page.getByRole("main").getByRole("link", { name: headline }).first()).toHaveAttribute("href", path);
  }
  expect(await (await request.get("/tin-phuong")).text()).not.toContain(headline);
});

test("no more second sections and tags can be chosen than are kept", async ({ desk }) => {
  test.slow();
  const { page, write } = await desk("reporter");
  await write();
  const seconds = page.locator("[data-field=secondSectionIds]");
  await seconds.locator("summary").click();
  const boxes = seconds.getByRole("checkbox");
  for (let at = 0; at < 10; at++) await boxes.nth(at).check();
  await expect(seconds.getByText("Đã chọn đủ 10 chuyên mục.")).toBeVisible();
  await expect(boxes.nth(10)).toBeDisabled();
  await boxes.nth(0).uncheck();
  await expect(boxes.nth(10)).toBeEnabled();

  const tags = page.getByRole("combobox", { name: "Từ khóa" });
  const chosen = page.getByRole("list", { name: "Từ khóa đã chọn" }).getByRole("listitem");
  for (let count = 1; count <= 30; count++) {
    await tags.fill(`thẻ thử ${count}`);
    await tags.press("Enter");
    await expect(chosen).toHaveCount(count);
  }
  await expect(tags).toHaveAccessibleDescription(/^Đã đủ 30 từ khóa/);
  await tags.fill("thẻ thử 31");
  await tags.press("Enter");
  await expect(chosen).toHaveCount(30);
  await expectSaving(page, "clean");
});

test("a headline of many lines stands in its field whole, in a browser that makes no field as high as its words", async ({
  desk,
}) => {
  const { page, write } = await desk("reporter");
  await write();
  await page.addStyleTag({ content: "textarea { field-sizing: fixed !important; }" });
  await page.setViewportSize({ width: 360, height: 740 });
  for (const name of ["Tiêu đề", "Sapo (tóm tắt)"]) {
    const field = page.getByLabel(name, { exact: true });
    await field.fill("Ủy ban Mặt trận Tổ quốc phường khuyến khích bà con nghiêng về phía hồ ".repeat(4));
    const cut = () => field.evaluate((area) => area.scrollHeight - area.clientHeight);
    await expect.poll(cut).toBeLessThanOrEqual(1);
    await field.fill(`https://phuong.example/${"mot-duong-dan-dai-khong-co-dau-cach".repeat(5)}`);
    await expect.poll(cut).toBeLessThanOrEqual(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  }
});
