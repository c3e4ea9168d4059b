import type { Browser, Page } from "@playwright/test";
import { expect, type OwnSite, test } from "./fixtures/office.ts";
import { aPerson, inDatabase, type Person } from "./fixtures/people.ts";
import { tellSoFar } from "./fixtures/requests.ts";
import { signIn } from "./fixtures/sign-in.ts";

const PASSWORD = "gà gáy ba lần thì dậy";

/** Signed in at the site of this test's own, on a page of accounts or another. */
async function signedIn(
  browser: Browser,
  site: OwnSite,
  person: Pick<Person, "email" | "password">,
  path = "/desk/people",
): Promise<Page> {
  const page = await browser.newPage({ baseURL: site.url });
  await signIn(page, person, path);
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
const cardAt = (page: Page, email: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3 }), hasText: email });

/** The row of somebody, with all that can be done unfolded. */
async function opened(page: Page, email: string) {
  const row = cardAt(page, email);
  await row.getByRole("heading").click();
  return row;
}

test("an invited reporter sets a password with the link and is in; the link works once", async ({
  browser,
  product,
  office,
}) => {
  const page = await signedIn(browser, office, await aPerson(product, "administrator", office.siteId));
  const email = `moi-${office.siteId}@e2e.example`;
  const { pathname, hash } = new URL(await invite(page, "Bế Thị Mới", email, "Người viết"));
  await expect(cardOf(page, "Bế Thị Mới")).toContainText("Chưa đặt mật khẩu");

  const visitor = await browser.newPage({ baseURL: office.url });
  await visitor.goto(pathname + hash);
  await expect(visitor.getByText(`Cho tài khoản Bế Thị Mới (${email}).`)).toBeVisible();
  await visitor.getByLabel("Mật khẩu", { exact: true }).fill("Bế Thị Mới 2026");
  await visitor.getByRole("button", { name: "Đặt mật khẩu" }).click();
  await expect(visitor.getByRole("alert").filter({ hasText: /dễ đoán/ })).toBeVisible();
  await visitor.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORD);
  await visitor.getByRole("button", { name: "Đặt mật khẩu" }).click();
  await expect(visitor.getByText("Mật khẩu đã được đặt.")).toBeVisible();
  await visitor.goto(pathname + hash);
  await expect(visitor.getByText(/đã được dùng/)).toBeVisible();
  await signedIn(browser, office, { email, password: PASSWORD }, "/login/password");
});

test("an approver made by one administrator waits, an approver agrees on the desk's home, and is told of the account until they have seen it", async ({
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
  await expect(page.getByRole("button", { name: "Rút lại đề nghị" })).toBeVisible();

  const other = await signedIn(browser, office, second, "/desk");
  await expect(other.getByText(`Lý Thông (${email}) được đề nghị vai trò Người duyệt – Cả trang.`)).toBeVisible();
  await other.getByRole("button", { name: "Đồng ý" }).click();
  await other.getByRole("dialog").getByRole("button", { name: "Đồng ý" }).click();
  await expect(other.getByText("Cần hai người quyết định")).toBeHidden();
  const [grant] = await inDatabase(
    product,
    "select effective_from <= now() as counts, agreed_by from grants g join people p on p.id = g.person_id where p.email = $1",
    [email],
  );
  expect(grant).toEqual({ counts: true, agreed_by: second.id });

  const news = other.getByRole("region", { name: "Tài khoản mới tạo hoặc mới mở lại" });
  await expect(news.getByRole("listitem")).toHaveCount(1);
  await expect(news).toContainText(`Tài khoản mới: Lý Thông (${email}).`);
  await expect(news).toContainText(/Người duyệt – Cả trang\. .*Người làm: Thạch Sanh, \d\d:\d\d/);
  await news.getByRole("button", { name: "Đã xem" }).click();
  await expect(other.getByText("Đã đánh dấu là đã xem.")).toBeVisible();
  await expect(news).toBeHidden();
  await other.reload();
  await expect(news).toHaveCount(0);
});

test("switching somebody off ends what they were doing at their next click", async ({ browser, product, office }) => {
  const reporter = await aPerson(product, "reporter", office.siteId);
  const theirs = await signedIn(browser, office, reporter, "/login/password");
  const page = await signedIn(browser, office, await aPerson(product, "administrator", office.siteId));
  const card = await opened(page, reporter.email);
  await card.getByRole("button", { name: "Khóa tài khoản" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Khóa tài khoản" }).click();
  await expect(card).toContainText("Đã khóa");
  await theirs.reload();
  await expect(theirs.getByRole("heading", { name: "Đăng nhập" })).toBeVisible();
});

test("an approver whose account is switched on again is seen to wait", async ({ browser, product, office }) => {
  const approver = await aPerson(product, "approver", office.siteId);
  const page = await signedIn(browser, office, await aPerson(product, "administrator", office.siteId));
  const card = await opened(page, approver.email);
  for (const press of ["Khóa tài khoản", "Mở khóa"]) {
    await card.getByRole("button", { name: press }).click();
    await page.getByRole("dialog").getByRole("button", { name: press }).click();
  }
  await expect(card).toContainText("Đang dùng");
  await expect(card).toContainText("chờ đồng ý, có hiệu lực từ");
  await expect(page.getByRole("button", { name: "Rút lại đề nghị" })).toBeVisible();
});

test("a form with gaps names all of them beside their fields, and asks the server nothing", async ({
  browser,
  product,
  office,
}) => {
  const page = await signedIn(browser, office, await aPerson(product, "administrator", office.siteId));
  await page.getByText("Thêm tài khoản").click();
  const asked: string[] = [];
  page.on("request", (request) => request.method() === "POST" && asked.push(request.url()));
  await page.getByRole("button", { name: "Tạo tài khoản và đường dẫn" }).click();
  const [name, email] = [page.getByLabel("Họ và tên"), page.getByLabel("E-mail")];
  await expect(name).toHaveAccessibleDescription("Cần ghi họ và tên.");
  await expect(email).toHaveAccessibleDescription("Cần ghi địa chỉ e-mail.");
  await expect(name).toBeFocused();
  for (const field of [name, email]) await expect(field).toHaveAttribute("aria-invalid", "true");
  await name.fill("Bế Thị Mới");
  await email.fill("be.moi");
  await expect(name).not.toHaveAttribute("aria-invalid");
  await expect(email).toHaveAccessibleDescription(/chưa đúng/);
  await tellSoFar(page);
  expect(asked).toEqual([]);
});

test("the link stands where the button was, says how long it lives, and is copied", async ({
  browser,
  product,
  office,
}) => {
  const page = await signedIn(browser, office, await aPerson(product, "administrator", office.siteId));
  const link = await invite(page, "Bế Thị Mới", `chep-${office.siteId}@e2e.example`, "Người viết");
  await expect(page.getByText("Đã tạo tài khoản của Bế Thị Mới.")).toBeVisible();
  await expect(page.getByLabel("Đường dẫn đặt mật khẩu")).toHaveAccessibleDescription(
    /đến \d\d:\d\d ngày .+ thì hết hạn/,
  );
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: office.url });
  await page.getByRole("button", { name: "Sao chép" }).click();
  await expect(page.getByRole("button", { name: "Đã sao chép" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await page.getByRole("button", { name: "Thêm tài khoản khác" }).click();
  await expect(page.getByLabel("Họ và tên")).toHaveValue("");
  await page.reload();
  await expect(page.getByText(link.split("#")[1] ?? "")).toHaveCount(0);
});

test("people are found by name without accents, and by a part of their address", async ({
  browser,
  product,
  office,
}) => {
  const admin = await aPerson(product, "administrator", office.siteId);
  for (const name of ["Đặng Thị Thu Hằng", "Trần Văn Bưởi"]) {
    const person = await aPerson(product, "reporter", office.siteId);
    await inDatabase(product, "update people set name = $1 where id = $2", [name, person.id]);
  }
  for (let i = 0; i < 6; i++) await aPerson(product, "reporter", office.siteId);
  const page = await signedIn(browser, office, admin);
  await page.getByLabel("Tìm theo tên hoặc e-mail").fill("dang hang");
  await page.getByRole("button", { name: "Tìm" }).click();
  await expect(page).toHaveURL(/[?]q=dang[+]hang$/);
  await expect(page.getByRole("heading", { level: 3 })).toHaveText(["Đặng Thị Thu Hằng"]);
  await page.goto("/desk/people?q=khong+co+ai+the+nay");
  await expect(page.getByText(/^Không có ai khớp/)).toBeVisible();
  await page.getByRole("link", { name: "Xem tất cả" }).click();
  await expect(page.getByRole("heading", { name: "Trần Văn Bưởi" })).toBeVisible();
});

test("a person is one row of the list, on a screen and on a phone, and what can be done is folded in it", async ({
  browser,
  product,
  office,
}) => {
  const admin = await aPerson(product, "administrator", office.siteId);
  for (let i = 0; i < 4; i++) {
    const person = await aPerson(product, "reporter", office.siteId);
    const name = `Nguyễn Phúc Nguyên Phương Thảo Uyên ${"Thượng ".repeat(3 * i)}${i}`;
    await inDatabase(product, "update people set name = $1 where id = $2", [name, person.id]);
  }
  const page = await signedIn(browser, office, admin);
  const rows = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { level: 3 }) });
  for (const [width, tallest] of [
    [1440, 72],
    [360, 100],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    const people = await rows.count();
    expect(people).toBeGreaterThan(5);
    const boxes = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().toJSON() as DOMRect));
    expect(boxes.filter(({ height }) => height > tallest)).toEqual([]);
    expect(new Set(boxes.map(({ top }) => Math.round(top))).size).toBe(people);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await expect(page.getByRole("button", { name: "Khóa tài khoản" }).filter({ visible: true })).toHaveCount(0);
  }
  await (await opened(page, admin.email)).getByRole("link", { name: "Đổi mật khẩu" }).waitFor();
});

test("nobody is offered to lock themselves out", async ({ browser, product, office }) => {
  const admin = await aPerson(product, "administrator", office.siteId);
  const page = await signedIn(browser, office, admin);
  const card = await opened(page, admin.email);
  await expect(card).toContainText("Đang đăng nhập");
  await expect(card.getByRole("button", { name: "Khóa tài khoản" })).toHaveCount(0);
  await expect(card.getByRole("link", { name: "Đổi mật khẩu" })).toBeVisible();
  await aPerson(product, "administrator", office.siteId);
  await page.reload();
  await card.getByRole("heading").click();
  await card.getByRole("button", { name: /^Kết thúc/ }).click();
  await expect(page.getByRole("dialog")).toContainText("không còn quản lý tài khoản");
});

test("the only administrator cannot end their own role", async ({ browser, product, office }) => {
  await inDatabase(product, "update grants set ended_at = now() where site_id = $1 and role = 'administrator'", [
    office.siteId,
  ]);
  const admin = await aPerson(product, "administrator", office.siteId);
  const page = await signedIn(browser, office, admin);
  await opened(page, admin.email);
  await expect(page.getByText("Người quản trị duy nhất")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Kết thúc: Quản trị hệ thống/ })).toHaveCount(0);
});

for (const role of ["reporter", "editor", "approver"]) {
  test(`somebody who is ${role} alone sees no accounts`, async ({ browser, product, office }) => {
    const page = await signedIn(browser, office, await aPerson(product, role, office.siteId));
    await expect(page.getByRole("heading", { name: "Không có quyền xem trang này" })).toBeVisible();
    await expect(page.getByText(/liên hệ Admin/)).toBeVisible();
    await expect(page.getByRole("main").getByText("@e2e.example")).toHaveCount(0);
    await page.getByRole("link", { name: "Về Trang biên tập" }).click();
    await expect(page).toHaveURL(`${office.url}/desk`);
  });
}
