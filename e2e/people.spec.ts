import type { Browser, Page } from "@playwright/test";
import { expect, type OwnSite, test } from "./fixtures/office.ts";
import { aPerson, inDatabase, type Person } from "./fixtures/people.ts";

const PASSWORD = "gà gáy ba lần thì dậy";

/** Signed in at the site of this test's own, on a page of accounts or another. */
async function signedIn(browser: Browser, site: OwnSite, person: Person, path = "/desk/people"): Promise<Page> {
  const page = await browser.newPage({ baseURL: site.url });
  await page.goto(`/login?next=${encodeURIComponent(path)}`);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page).toHaveURL(site.url + path);
  return page;
}

async function invite(page: Page, name: string, email: string, role: string): Promise<string> {
  const fields = page.getByRole("group").filter({ hasText: "Thêm tài khoản" }).first();
  if (!(await page.getByLabel("Họ và tên").isVisible())) await page.getByText("Thêm tài khoản").click();
  await fields.getByLabel("Họ và tên").fill(name);
  await fields.getByLabel("E-mail").fill(email);
  await fields.getByLabel("Vai trò").selectOption({ label: role });
  await fields.getByRole("button", { name: "Tạo tài khoản và đường dẫn" }).click();
  return page.getByLabel("Đường dẫn đặt mật khẩu").inputValue();
}

const cardOf = (page: Page, name: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });

test("an invited reporter sets a password with the link and is in; the link works once", async ({
  browser,
  product,
  office,
}) => {
  const page = await signedIn(browser, office, await aPerson(product, "administrator", office.siteId));
  const email = `moi-${office.siteId}@e2e.example`;
  const { pathname } = new URL(await invite(page, "Bế Thị Mới", email, "Người viết"));
  await expect(cardOf(page, "Bế Thị Mới")).toContainText("Chưa đặt mật khẩu");

  const visitor = await browser.newPage({ baseURL: office.url });
  await visitor.goto(pathname);
  await expect(visitor.getByText(`Cho tài khoản Bế Thị Mới (${email}).`)).toBeVisible();
  await visitor.getByLabel("Mật khẩu", { exact: true }).fill("Bế Thị Mới 2026");
  await visitor.getByRole("button", { name: "Đặt mật khẩu" }).click();
  await expect(visitor.getByRole("alert").filter({ hasText: /dễ đoán/ })).toBeVisible();
  await visitor.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORD);
  await visitor.getByRole("button", { name: "Đặt mật khẩu" }).click();
  await expect(visitor.getByText("Mật khẩu đã được đặt.")).toBeVisible();
  await visitor.goto(pathname);
  await expect(visitor.getByText(/đã được dùng/)).toBeVisible();
  await signedIn(browser, office, { id: 0, name: "", email, password: PASSWORD }, "/login/password");
});

test("an approver made by one administrator waits, and an approver agrees on the desk's home", async ({
  browser,
  product,
  office,
}) => {
  const [asker, second] = [
    await aPerson(product, "administrator", office.siteId),
    await aPerson(product, "approver", office.siteId),
  ];
  const page = await signedIn(browser, office, asker);
  const email = `duyet-${office.siteId}@e2e.example`;
  await invite(page, "Lý Thông", email, "Người duyệt");
  await expect(page.getByText(/Vai trò có hiệu lực sau 24 giờ/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Đồng ý" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Phản đối" })).toBeVisible();

  const other = await signedIn(browser, office, second, "/desk");
  await expect(other.getByText(`Lý Thông (${email}) được đề nghị làm Người duyệt, Cả trang.`)).toBeVisible();
  await other.getByRole("button", { name: "Đồng ý" }).click();
  await other.getByRole("dialog").getByRole("button", { name: "Đồng ý" }).click();
  await expect(other.getByText("Cần hai người quyết định")).toBeHidden();
  const [grant] = await inDatabase(
    product,
    "select effective_from <= now() as counts, agreed_by from grants g join people p on p.id = g.person_id where p.email = $1",
    [email],
  );
  expect(grant).toEqual({ counts: true, agreed_by: second.id });
});

test("switching somebody off ends what they were doing at their next click", async ({ browser, product, office }) => {
  const reporter = await aPerson(product, "reporter", office.siteId);
  const theirs = await signedIn(browser, office, reporter, "/login/password");
  const page = await signedIn(browser, office, await aPerson(product, "administrator", office.siteId));
  const card = page.getByRole("listitem").filter({ hasText: reporter.email });
  await card.getByRole("button", { name: "Khóa tài khoản" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Khóa tài khoản" }).click();
  await expect(card).toContainText("Đã khóa");
  await theirs.reload();
  await expect(theirs.getByRole("heading", { name: "Đăng nhập" })).toBeVisible();
});

test("the only administrator cannot end their own role", async ({ browser, product, office }) => {
  await inDatabase(product, "update grants set ended_at = now() where site_id = $1 and role = 'administrator'", [
    office.siteId,
  ]);
  const page = await signedIn(browser, office, await aPerson(product, "administrator", office.siteId));
  await page.getByRole("button", { name: /^Kết thúc: Quản trị hệ thống/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Kết thúc" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toHaveText(/duy nhất/);
});

for (const role of ["reporter", "editor", "approver"]) {
  test(`somebody who is ${role} alone sees no accounts`, async ({ browser, product, office }) => {
    const page = await signedIn(browser, office, await aPerson(product, role, office.siteId));
    await expect(page.getByText("Chỉ người quản trị hệ thống xem được trang này.")).toBeVisible();
    await expect(page.getByRole("main").getByText("@e2e.example")).toHaveCount(0);
  });
}
