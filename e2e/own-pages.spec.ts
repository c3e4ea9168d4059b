import { READER_SCRIPT } from "#components/site/reader-script.ts";
import { publishedPage } from "#features/moves/testing-root.ts";
import { ask } from "./fixtures/ask.ts";
import { call, saidIn } from "./fixtures/by-name.ts";
import { fromMenu } from "./fixtures/desk.ts";
import { everything } from "./fixtures/everything.ts";
import { expect, test } from "./fixtures/root.ts";
import { cookieOf } from "./fixtures/sessions.ts";
import { expectSaving } from "./fixtures/writing.ts";

test("an editor writes a page, an approver signs it, and readers find it at its address and at the foot of every page", async ({
  office,
  page: reader,
  rootDesk,
}) => {
  test.slow();
  const [editor, approver] = [await rootDesk("editor"), await rootDesk("approver")];
  await fromMenu(editor.page, "Trang tĩnh");
  await expect(editor.page.getByText("Chưa có trang nào.")).toBeVisible();
  await editor.page.getByRole("button", { name: "Tạo trang mới" }).click();
  await editor.page.waitForURL(/\/desk\/documents\/\d+$/);
  const number = Number(/\d+$/.exec(editor.page.url())?.[0]);
  const lit = editor.page
    .getByRole("navigation", { name: "Các phần của Trang biên tập" })
    .locator("[aria-current=page]");
  await expect(lit).toHaveText(["Trang tĩnh"]);
  await expect(editor.page.getByLabel("Địa chỉ của trang")).toHaveAttribute("placeholder", "");
  await editor.page.getByRole("textbox", { name: "Tên trang" }).fill("Liên hệ với phường");
  const body = editor.page.getByRole("textbox", { name: "Nội dung trang" });
  await body.click();
  await editor.page.keyboard.type("Trụ sở mở cửa từ thứ Hai đến thứ Sáu.");
  await editor.page.getByLabel("Địa chỉ của trang").fill("tin-tuc");
  await expectSaving(editor.page, "clean");

  // A gap leads to its field, here as with articles.
  await editor.page.getByRole("heading", { name: "Nội dung còn thiếu" }).click();
  await editor.page.getByRole("button", { name: /Đường dẫn “\/tin-tuc” đã có/ }).click();
  await expect(editor.page.getByLabel("Địa chỉ của trang")).toBeFocused();
  await editor.page.getByLabel("Địa chỉ của trang").fill("");
  await editor.submit();
  await expect(editor.page.getByRole("button", { name: "Gỡ bài" })).toHaveCount(0);

  await approver.page.goto("/desk");
  const waiting = approver.page.getByRole("region", { name: /Chờ tôi xử lý/ });
  await expect(waiting).toContainText("Trang tĩnh");
  await waiting.getByRole("link", { name: "Liên hệ với phường" }).click();
  await expect(approver.preview.getByRole("heading", { name: "Liên hệ với phường" })).toBeVisible();
  await expect(
    approver.page.getByText("/lien-he-voi-phuong").or(approver.page.getByText("Chân trang")),
  ).not.toHaveCount(0);
  await approver.press("Duyệt và đăng ngay");
  await approver.page.waitForURL(/done=approve_and_publish/);
  await expect(approver.page.getByText("Bạn đọc xem được trang này.")).toBeVisible();

  await expect.poll(async () => (await ask(office.host, "/")).body.toString()).toContain("Liên hệ với phường");
  await reader.goto(office.url);
  await reader.getByRole("contentinfo").getByRole("link", { name: "Liên hệ với phường" }).click();
  await expect(reader).toHaveURL(`${office.url}/lien-he-voi-phuong`);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Liên hệ với phường");
  await expect(reader).toHaveTitle(/^Liên hệ với phường - /);
  await expect(reader.locator('link[rel="canonical"]')).toHaveAttribute("href", `${office.url}/lien-he-voi-phuong`);
  await expect(reader.locator('meta[name="description"]')).toHaveAttribute("content", /^Trụ sở mở cửa/);
  await expect(reader.locator('meta[name="DC.identifier"]')).toHaveAttribute("content", /lien-he-voi-phuong$/);
  const scripts = await reader.locator("script[src]").evaluateAll((all) => all.map((one) => one.getAttribute("src")));
  expect(scripts).toEqual([READER_SCRIPT]);
  const moved = await ask(office.host, "/Lien-He-Voi-Phuong/?x=1");
  expect([moved.status, moved.headers.location]).toEqual([308, "/lien-he-voi-phuong?x=1"]);
  expect((await ask(office.host, "/sitemap.xml")).body.toString()).toContain("/lien-he-voi-phuong<");

  await editor.page.goto("/desk/pages");
  await expect(editor.page.getByRole("listitem").filter({ hasText: "Liên hệ với phường" })).toContainText(
    "/lien-he-voi-phuong · Chân trang",
  );
  await editor.page.goto("/desk/documents?kind=page");
  await expect(editor.page.getByRole("region", { name: "1 kết quả" })).toContainText("Trang tĩnh");

  await approver.review(number);
  await approver.press("Gỡ trang", { reason: "Hết hiệu lực" });
  await approver.page.waitForURL(/done=withdraw/);
  await expect.poll(async () => (await ask(office.host, "/lien-he-voi-phuong")).status).toBe(410);
  const gone = (await ask(office.host, "/lien-he-voi-phuong")).body.toString();
  expect(gone.replaceAll("<!-- -->", "")).toContain("Trang “Liên hệ với phường” đã được gỡ ngày");
  await expect.poll(async () => (await ask(office.host, "/")).body.toString()).not.toContain("Liên hệ với phường");
});

test("a page that is hidden says that it is looked through", async ({ office, root, rootDesk }) => {
  const number = await publishedPage(root);
  await expect.poll(async () => (await ask(office.host, "/lien-he")).status).toBe(200);
  const editor = await rootDesk("editor");
  await editor.review(number);
  await editor.press("Tạm gỡ", { words: "Sai giờ làm việc" });
  await editor.page.waitForURL(/done=hide/);
  await expect.poll(async () => (await ask(office.host, "/lien-he")).status).toBe(503);
  expect((await ask(office.host, "/lien-he")).body.toString()).toContain("Trang này đang được rà soát");
});

test("a reporter begins neither a page nor what the site says, also not by a forged request, nor an editor of a section", async ({
  office,
  product,
  root,
  rootDesk,
}) => {
  const reporter = await rootDesk("reporter");
  await expect(reporter.page.getByRole("link", { name: "Trang tĩnh" })).toHaveCount(0);
  await reporter.page.goto("/desk/pages");
  await expect(reporter.page.getByRole("button", { name: "Tạo trang mới" })).toHaveCount(0);
  await reporter.page.goto("/desk/site");
  await expect(reporter.page.getByRole("button", { name: "Sửa thông tin trang" })).toHaveCount(0);
  const before = await everything(product, office.siteId);
  for (const { personId } of [root.reporter, office.editor, office.approver, office.admin]) {
    for (const kind of ["page", "site"]) {
      const sender = { host: office.host, cookie: await cookieOf(product, personId), path: "/desk" };
      expect(saidIn(await call("startDocument", { kind }, sender))).toBe("not_allowed");
    }
  }
  expect(await everything(product, office.siteId)).toEqual(before);
});
