import { carryOut, start } from "#features/moves/commands.ts";
import { giveAtOnce, seen } from "#features/moves/testing.ts";
import { aBanner, aSentence, publishAtRoot, publishedBanner, typeAtRoot } from "#features/moves/testing-root.ts";
import { toTyped } from "#lib/dates.ts";
import { ask } from "./fixtures/ask.ts";
import { call, saidIn } from "./fixtures/by-name.ts";
import { deskOn } from "./fixtures/desk.ts";
import { expect, test } from "./fixtures/root.ts";
import { cookieOf } from "./fixtures/sessions.ts";
import { expectSaving } from "./fixtures/writing.ts";

const FLOOD = "Nước đang lên nhanh tại tổ 5, đường Trần Phú. Người dân rời ngay đến nơi cao; cần cứu giúp, gọi 114.";

test("on a phone one approver brings a fixed sentence above every page, and another one answers for it", async ({
  office,
  pageOf,
  rootDesk,
}) => {
  test.slow();
  const at = async (path: string) => (await ask(office.host, path)).body.toString();
  for (const path of ["/", "/khong-co"]) expect(await at(path)).not.toContain("banner-emergency");

  const approver = await rootDesk("approver");
  const { page } = approver;
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/desk/banners");
  await expect(page.getByText("Không có thanh tin nào đang hiện.")).toBeVisible();
  await page.getByRole("main").getByRole("button", { name: "Soạn thanh tin" }).click();
  await page.waitForURL(/\/desk\/documents\/\d+$/);
  const number = Number(/\d+$/.exec(page.url())?.[0]);
  await page.getByLabel("Chọn câu").selectOption("flood");
  await page.getByLabel("Địa điểm").fill("nhà ông Ba");
  const preview = page.locator("[aria-live=polite]").filter({ hasText: "Bạn đọc sẽ thấy" });
  await expect(preview).toContainText("Tình huống khẩn cấp");
  await expectSaving(page, "clean");
  await expect(page.getByText("Địa điểm chưa đúng")).toBeAttached();
  await page.getByLabel("Địa điểm").fill("tổ 5, đường Trần Phú");
  await page.getByLabel("Số điện thoại").fill("114");
  await page.getByRole("button", { name: "3 giờ nữa" }).click();
  await expect(preview).toContainText(FLOOD);
  await expectSaving(page, "clean");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.getByRole("button", { name: "Xem trước", exact: true }).click();
  await page.waitForURL(/\/review$/);
  await expect(approver.preview.getByRole("region", { name: "Thông báo khẩn" })).toContainText(FLOOD);
  await approver.press("Đăng khẩn", { words: "Nước lên trong đêm." });
  await page.waitForURL(/done=emergency_publish/);
  for (const path of ["/", "/khong-co", "/tim-kiem", "/so-do"])
    await expect.poll(() => at(path), { intervals: [20], timeout: 2_000 }).toContain(FLOOD);
  expect(await at("/rss.xml")).not.toContain(FLOOD);
  await page.goto("/desk/banners");
  const on = page.getByRole("region", { name: "Đang hiện với bạn đọc" });
  await expect(on).toContainText("Còn");
  await expect(on).toContainText("chưa hậu kiểm");

  await giveAtOnce({ personId: office.approver2.personId, siteId: office.siteId, sectionId: null, role: "approver" });
  const second = deskOn(await pageOf(office, office.approver2));
  await second.page.goto("/desk");
  await second.page
    .getByRole("region", { name: /Chờ tôi xử lý/ })
    .getByRole("link", { name: /Nước đang lên/ })
    .click();
  await second.press("Xác nhận hậu kiểm");
  await expect(second.page.getByText("Đã xác nhận hậu kiểm.")).toBeVisible();

  await page.goto(`/desk/documents/${number}/review`);
  await approver.press("Gỡ thanh tin", { reason: "Hết hiệu lực" });
  await page.waitForURL(/done=withdraw/);
  await expect.poll(() => at("/"), { intervals: [20], timeout: 2_000 }).not.toContain(FLOOD);
});

test("words of one's own go out by two people, and the page says until when", async ({ office, rootDesk }) => {
  test.slow();
  const [editor, approver] = [await rootDesk("editor"), await rootDesk("approver")];
  const { page } = editor;
  await page.goto("/desk/banners");
  await page.getByRole("main").getByRole("button", { name: "Soạn thanh tin" }).click();
  await page.waitForURL(/\/desk\/documents\/\d+$/);
  const number = Number(/\d+$/.exec(page.url())?.[0]);
  await page.getByLabel("Chọn câu").selectOption({ label: "Lời tự viết (phải có hai người)" });
  await page.getByLabel("Lời của thanh").fill("Chợ Bến Đá đóng cửa sớm.");
  await page.getByLabel("“Xem thêm” dẫn đến").fill(`${office.url}/tim-kiem`);
  const ends = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 3_600_000);
  await page.getByLabel("Hiện đến").fill(toTyped(ends));
  await expectSaving(page, "clean");
  await editor.submit();
  await approver.page.goto(`/desk/documents/${number}/review`);
  await approver.press("Duyệt và đăng ngay");
  await approver.page.waitForURL(/done=approve_and_publish/);
  const home = async () => (await ask(office.host, "/")).body.toString();
  await expect.poll(home, { intervals: [20] }).toContain("Chợ Bến Đá đóng cửa sớm.");
  expect(await home()).toContain(`data-lasts-until="${ends.toISOString()}"`);
  expect(await home()).toContain('<a class="banner-more" href="/tim-kiem">');
});

test("a forged press brings no words of one's own to readers by one person, nor a sentence that says others", async ({
  office,
  product,
  root,
}) => {
  const cookie = await cookieOf(product, root.approver.personId);
  const pressed = async (change: object) => {
    const id = await start(root.approver, "banner");
    await typeAtRoot(root.approver, id, change);
    const { hash } = await seen(root.approver, id);
    const said = {
      ...{ press: "emergency_publish", documentId: String(id), by: String(root.approver.personId) },
      ...{ hash, reason: "Nước lên" },
    };
    return saidIn(await call("press", said, { host: office.host, path: `/desk/documents/${id}/review`, cookie }));
  };
  const flood = aSentence("flood", ["tổ 5, đường Trần Phú", "114"]);
  expect(await pressed(aBanner())).toBe("wrong_state");
  expect(await pressed({ ...flood, words: "Chủ tịch đã từ chức." })).toBe("not_ready");
  expect((await ask(office.host, "/")).body.toString()).not.toContain('class="banner ');
  expect(await pressed(flood)).toBe("yes");
});

test("a banner ends by itself, also above pages that were kept with it, and one that waits comes", async ({
  office,
  root,
}) => {
  test.slow();
  const [begins, ends] = [10_000, 30_000].map((ms) => new Date(Date.now() + ms).toISOString());
  const blanks = ["bộ phận một cửa", "22:00 ngày 30/11/2031", "23:00 ngày 30/11/2031"];
  await publishedBanner(root, aSentence("service", blanks, { begins, ends }));
  const urgent = await start(root.editor, "banner");
  await typeAtRoot(root.editor, urgent, aBanner({ ends }));
  await publishAtRoot(root, urgent);
  const at = async (path: string) => (await ask(office.host, path)).body.toString();
  for (const path of ["/", "/khong-co"]) {
    await expect.poll(() => at(path), { intervals: [20] }).toContain("Chợ Bến Đá");
  }
  for (const path of ["/", "/khong-co"]) {
    await expect.poll(() => at(path), { intervals: [50], timeout: 20_000 }).toContain("Tạm ngừng bộ phận một cửa");
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(begins ?? ""));
  }
  for (const path of ["/", "/khong-co"]) {
    await expect.poll(() => at(path), { intervals: [50], timeout: 40_000 }).not.toContain('class="banner ');
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(ends ?? ""));
  }
});

test("a banner that an editor hides is gone from readers at once", async ({ office, root }) => {
  const id = await publishedBanner(root);
  const home = async () => (await ask(office.host, "/")).body.toString();
  await expect.poll(home, { intervals: [20] }).toContain("Chợ Bến Đá");
  await carryOut(root.editor, "hide", id, { reason: "Sai giờ" });
  await expect.poll(home, { intervals: [20], timeout: 2_000 }).not.toContain("Chợ Bến Đá");
});
