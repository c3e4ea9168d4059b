import type { Page } from "@playwright/test";
import { start } from "#features/moves/commands.ts";
import { published } from "#features/moves/testing.ts";
import { hoursAhead, publishAtRoot, publishedPage, typeAtRoot } from "#features/moves/testing-root.ts";
import { ask } from "./fixtures/ask.ts";
import { fromMenu } from "./fixtures/desk.ts";
import { holdFrames } from "./fixtures/focus.ts";
import { sticksOut } from "./fixtures/looks.ts";
import { expect, test } from "./fixtures/root.ts";
import { expectSaving, keptHere } from "./fixtures/writing.ts";

/** What is said beside the others to whoever does not see it. */
const told = (page: Page, words: string) => page.getByRole("status").filter({ hasText: words });

test("what the site says of itself, its menu, its foot and its notice, is changed by two people", async ({
  office,
  page: reader,
  root,
  rootDesk,
}) => {
  test.slow();
  await published(office);
  const id = await start(root.editor, "site");
  await typeAtRoot(root.editor, id, {
    name: office.name,
    notice: { words: "Hôm nay cúp nước.", until: hoursAhead(9) },
  });
  await publishAtRoot(root, id);
  await publishedPage(root, { title: "Hướng dẫn", slug: "huong-dan", place: "none" });
  const [editor, approver] = [await rootDesk("editor"), await rootDesk("approver")];
  await fromMenu(editor.page, "Thông tin trang");
  await editor.page.getByRole("button", { name: "Sửa thông tin trang" }).click();
  await editor.page.waitForURL(/done=revise/);
  const { page } = editor;
  await page.getByLabel("Cơ quan chủ quản").fill("Ủy ban nhân dân phường Thử");
  await page.getByLabel("Thư điện tử").fill("vanphong@thu.example");

  // Whoever types right after a press loses no letter.
  await holdFrames(page);
  const target = page.getByLabel("Thêm mục dẫn đến");
  const add = page.getByRole("button", { name: "Thêm mục", exact: true });
  await target.selectOption({ label: "Tin tức" });
  await add.click();
  await expect(page.getByLabel("Chữ của mục 1", { exact: true })).toBeFocused();
  await target.selectOption({ label: "Hướng dẫn" });
  await add.click();
  await page.keyboard.type("Thủ tục");
  await target.selectOption({ label: "Địa chỉ khác, tự ghi" });
  await add.click();
  await page.keyboard.type("https://dichvucong.example/");
  await page.getByLabel("Chữ của mục 3", { exact: true }).fill("Dịch vụ công");

  // By the keyboard, and said to whoever does not see it.
  await page.getByRole("button", { name: "Chuyển lên: Dịch vụ công" }).press("Alt+ArrowRight");
  await expect(told(page, "“Dịch vụ công” là mục con của “Thủ tục”, vị trí 1 trên 1.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Đưa vào làm mục con: Dịch vụ công" })).toBeFocused();
  await page.getByRole("button", { name: "Chuyển lên: Thủ tục" }).press("Enter");
  await expect(told(page, "“Thủ tục” ở cấp một, vị trí 1 trên 2.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Chuyển lên: Thủ tục" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(told(page, "Không chuyển được “Thủ tục” theo hướng này.")).toBeVisible();
  await page.getByRole("button", { name: "Bỏ mục: Tin tức" }).click();
  await page.getByRole("button", { name: "Lấy lại mục vừa bỏ" }).click();
  await expect(page.getByRole("list", { name: "Các mục của thực đơn" }).getByRole("listitem")).toHaveCount(3);

  // A notice that is there is read, taken away and written anew.
  const notice = page.getByLabel("Nội dung thông báo");
  await expect(notice).toHaveValue("Hôm nay cúp nước.");
  await page.getByRole("button", { name: "Bỏ thông báo" }).click();
  await expect(page.getByLabel("Hiện đến")).toHaveValue("");
  await notice.fill("Sáng mai cúp nước.");
  await expectSaving(page, "clean");
  await page.getByRole("heading", { name: "Nội dung còn thiếu" }).click();
  await page.getByRole("button", { name: "Thanh thông báo chưa ghi giờ kết thúc." }).click();
  await page.getByLabel("Hiện đến").fill("7h30 sáng mai");
  await page.getByLabel("Hiện đến").press("Tab");
  await expect(page.getByLabel("Hiện đến")).toHaveValue(/ 07:30$/);
  await editor.submit();

  await approver.page.goto("/desk");
  const waiting = approver.page.getByRole("region", { name: /Chờ tôi xử lý/ });
  await expect(waiting).toContainText("Thông tin trang");
  await waiting.getByRole("link").first().click();
  await expect(approver.preview.getByText("Sáng mai cúp nước.")).toBeVisible();
  await approver.press("Duyệt và đăng ngay");
  await approver.page.waitForURL(/done=approve_and_publish/);

  await expect.poll(async () => (await ask(office.host, "/")).body.toString()).toContain("Sáng mai cúp nước.");
  await reader.setViewportSize({ width: 360, height: 740 });
  await reader.goto(office.url);
  await expect(reader.getByRole("complementary", { name: "Thông báo" })).toHaveText("Sáng mai cúp nước.");
  await expect(reader.getByRole("contentinfo")).toContainText("vanphong@thu.example");
  const menu = reader.getByRole("navigation", { name: "Chuyên mục", exact: true });
  await expect(menu.getByRole("link", { name: "Dịch vụ công" })).toBeHidden();
  await menu.locator("summary", { hasText: "Chuyên mục · Trang chủ" }).press("Enter");
  await menu.locator(".has-below summary").press("Enter");
  await expect(menu.getByRole("link", { name: "Dịch vụ công" })).toBeVisible();
  expect(await sticksOut(reader)).toEqual([]);
  await expect(menu.getByRole("link")).toHaveText([
    ...["Tìm kiếm", "Trang chủ", "Thủ tục", "Dịch vụ công", "Tin tức", "Tất cả chuyên mục"],
  ]);

  const lit = editor.page
    .getByRole("navigation", { name: "Các phần của Trang biên tập" })
    .locator("[aria-current=page]");
  await expect(lit).toHaveText(["Thông tin trang"]);
  await editor.page.goto("/desk");
  await expect(lit).toHaveText(["Việc của tôi"]);
  await editor.page.goto("/desk/site");
  await expect(editor.page.getByText("Thủ tục (Hướng dẫn)")).toBeVisible();
  await expect(editor.page.getByText("Root approver: duyệt")).toBeVisible();
  await editor.page.getByRole("button", { name: "Sửa thông tin trang" }).click();
  await editor.page.waitForURL(/done=revise/);
  await editor.page.goto("/desk/site");
  await expect(editor.page.getByRole("region", { name: "Đang sửa" })).toContainText("Đang soạn");
});

test("where a site has no notice there is no field for one: what is told above all pages is a banner", async ({
  root,
  rootDesk,
}) => {
  const id = await start(root.editor, "site");
  const { page } = await rootDesk("editor");
  await page.goto(`/desk/documents/${id}`);
  await expect(page.getByLabel("Cơ quan chủ quản")).toBeVisible();
  await expect(page.getByLabel("Nội dung thông báo")).toHaveCount(0);
});

test("whoever has no say in what the site says of itself is shown what readers have, and who changes it", async ({
  office,
  pageOf,
  root,
}) => {
  const id = await start(root.editor, "site");
  const words = { name: "Phường Thử", agency: "Ủy ban nhân dân phường Thử", phone: "0200 111 222" };
  await typeAtRoot(root.editor, id, words);
  await publishAtRoot(root, id);
  const page = await pageOf(office, office.admin);
  await page.goto("/desk/site");
  const shown = page.getByRole("region", { name: "Bạn đọc đang thấy" });
  for (const word of Object.values(words)) await expect(shown).toContainText(word);
  await expect(page.getByText("Biên tập viên và người duyệt của toàn trang sửa nội dung này.")).toBeVisible();
  await expect(page.getByText("Chưa có bản nào được duyệt")).toHaveCount(0);
  // Nothing was ever imported here.
  await expect(page.getByRole("link", { name: "Tin, bài" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Nhập từ hệ thống cũ" })).toHaveCount(0);
});

test("of two tabs with the site's words the second gets both side by side, the menu too", async ({
  office,
  pageOf,
  root,
}) => {
  const id = await start(root.editor, "site");
  const [first, second] = [await pageOf(office, root.editor), await pageOf(office, root.editor)];
  for (const page of [first, second]) {
    const key = page.waitForResponse(/\/api\/journal-key$/);
    await page.goto(`/desk/documents/${id}`);
    await (await key).finished();
  }
  await first.getByLabel("Điện thoại").fill("0200 111 111");
  await first.getByRole("button", { name: "Bắt đầu từ các chuyên mục" }).press("Enter");
  await expect(first.getByRole("textbox", { name: "Chữ của mục 1", exact: true })).toBeFocused();
  await expectSaving(first, "clean");
  await second.getByLabel("Điện thoại").fill("0200 222 222");
  await expectSaving(second, "conflict");
  const dialog = second.getByRole("dialog", { name: "Thông tin trang đã được sửa ở nơi khác" });
  await expect(dialog).toContainText("0200 222 222");
  await expect(dialog).toContainText("0200 111 111");
  await expect(dialog).toContainText("– Đảng - đoàn thể");
  await dialog.getByRole("button", { name: "Dùng bản kia" }).click();
  await expect(second.getByLabel("Điện thoại")).toHaveValue("0200 111 111");
  await expect(second.getByRole("button", { name: "Bỏ mục: Tin tức" })).toBeVisible();
  await second.getByLabel("Điện thoại").fill("0200 333 333");
  await expectSaving(second, "clean");
});

test("what was typed of the site is found again where the page died before it was saved", async ({
  office,
  pageOf,
  root,
}) => {
  const id = await start(root.editor, "site");
  const page = await pageOf(office, root.editor);
  // Without the key nothing is kept here: the network goes once it has come.
  const key = page.waitForResponse((answer) => answer.url().endsWith("/api/journal-key"));
  await page.goto(`/desk/documents/${id}`);
  await (await key).finished();
  await expectSaving(page, "clean");
  const tools = await page.context().newCDPSession(page);
  const away = { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
  await tools.send("Network.emulateNetworkConditions", away);
  await page.getByLabel("Điện thoại").fill("0200 444 444");
  await expectSaving(page, "offline");
  await expect.poll(() => keptHere(page)).toBe(1);
  // As by a lack of memory. One that is closed would send its last save, beside the network that is shut to it.
  const died = page.waitForEvent("crash");
  void tools.send("Page.crash").catch(() => undefined);
  await died;
  const next = await page.context().newPage();
  await next.goto(`/desk/documents/${id}`);
  await next.getByRole("button", { name: "Xem và chọn" }).click();
  await next.getByRole("button", { name: "Khôi phục bản này" }).click();
  await expect(next.getByLabel("Điện thoại")).toHaveValue("0200 444 444");
  await expectSaving(next, "clean");
});

test("the notice ends by itself, on pages that were kept with it as well", async ({ office, root }) => {
  const id = await start(root.editor, "site");
  const until = new Date(Date.now() + 20_000).toISOString();
  await typeAtRoot(root.editor, id, { name: "Phường Thử", notice: { words: "Cúp nước đến trưa.", until } });
  await publishAtRoot(root, id);
  const home = async () => (await ask(office.host, "/")).body.toString();
  await expect.poll(home, { intervals: [20] }).toContain("Cúp nước đến trưa.");
  expect(Date.now()).toBeLessThan(Date.parse(until));
  await expect.poll(home, { intervals: [50], timeout: 30_000 }).not.toContain("Cúp nước đến trưa.");
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(until));
});
