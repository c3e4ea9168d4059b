import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { decode } from "next-auth/jwt";
import { expect, test } from "./fixtures/base.ts";
import { aPerson, inDatabase, type Person } from "./fixtures/people.ts";

/** A page of the staff side that needs somebody signed in and nothing else. */
const INSIDE = "/login/password";
const WRONG = /E-mail hoặc mật khẩu không đúng/;

async function fill(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
}

/** One try that is answered: until the page has the answer another press does nothing. */
async function fillAndWait(page: Page, email: string, password: string): Promise<void> {
  const answered = page.waitForResponse(/callback\/credentials/);
  await fill(page, email, password);
  await answered;
  await expect(page.getByRole("button", { name: "Đăng nhập", exact: true })).toBeVisible();
}

async function signIn(page: Page, { email, password }: Person): Promise<void> {
  await page.goto(`/login?next=${INSIDE}`);
  await fill(page, email, password);
  await expect(page.getByRole("heading", { name: "Đổi mật khẩu" })).toBeVisible();
}

const problem = (page: Page) => page.getByRole("alert").filter({ hasText: /\S/ });

test("whoever is signed out is asked in, and then gets where they wanted to go", async ({ page, product }) => {
  const person = await aPerson(product, "reporter");
  await page.goto(INSIDE);
  await expect(page).toHaveURL(`${product.url}/login?next=${encodeURIComponent(INSIDE)}`);
  await fill(page, `  ${person.email.toUpperCase()}`, person.password.normalize("NFD"));
  await expect(page).toHaveURL(product.url + INSIDE);
});

test("the desk sends whoever is signed out to sign in", async ({ request }) => {
  const answer = await request.get("/desk/documents/7", { maxRedirects: 0 });
  expect([answer.status(), answer.headers().location]).toEqual([307, "/login?next=%2Fdesk%2Fdocuments%2F7"]);
});

test("the session cookie is out of reach of scripts and holds neither name nor role", async ({
  page,
  product,
  context,
}) => {
  const person = await aPerson(product, "reporter");
  await signIn(page, person);
  const cookies = await context.cookies();
  const session = cookies.find(({ name }) => name === "next-auth.session-token");
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  expect(await page.evaluate(() => document.cookie)).toBe("");
  const secret = readFileSync(join(product.dataDir, "secret"), "utf8").trim();
  const inside = await decode({ token: session?.value ?? "", secret });
  expect(Object.keys(inside ?? {}).sort()).toEqual(["exp", "iat", "jti", "sid"]);
});

test("a wrong password, an unknown address and a switched-off person get the same sentence", async ({
  page,
  product,
}) => {
  const [person, off] = [await aPerson(product, "reporter"), await aPerson(product, "reporter")];
  await inDatabase(product, "update people set switched_off_at = now() where id = $1", [off.id]);
  const sentences: (string | null)[] = [];
  for (const [email, password] of [
    [person.email, "không phải thế này"],
    [`khong-co-${person.email}`, person.password],
    [off.email, off.password],
  ] as const) {
    await page.goto("/login");
    await fill(page, email, password);
    await expect(problem(page)).toHaveText(WRONG);
    sentences.push(await problem(page).textContent());
    await expect(page.getByLabel("E-mail")).toHaveValue(email);
  }
  expect(new Set(sentences).size).toBe(1);
});

test("what is typed while a try is being answered stays, and is what the next press sends", async ({
  page,
  product,
}) => {
  const person = await aPerson(product, "reporter");
  const answers = Promise.withResolvers<void>();
  await page.route(/callback\/credentials/, async (route) => {
    await answers.promise;
    await route.continue();
  });
  await page.goto(`/login?next=${INSIDE}`);
  await fill(page, `khong-${person.email}`, "gõ nhầm");
  await expect(page.getByRole("button")).toHaveText("Đang đăng nhập…");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  answers.resolve();
  await expect(problem(page)).toHaveText(WRONG);
  await expect(page.getByLabel("Mật khẩu", { exact: true })).toHaveValue(person.password);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await expect(page).toHaveURL(product.url + INSIDE);
});

test("after a wrong password the next key replaces it", async ({ page, product }) => {
  const person = await aPerson(product, "reporter");
  await page.goto("/login");
  await fill(page, person.email, "gõ nhầm");
  await expect(problem(page)).toHaveText(WRONG);
  await page.keyboard.type("x");
  await expect(page.getByLabel("Mật khẩu", { exact: true })).toHaveValue("x");
});

test("whoever types and presses before the page's scripts have come loses nothing and tells no address a password", async ({
  page,
  product,
}) => {
  const person = await aPerson(product, "reporter");
  const scripts = Promise.withResolvers<void>();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.goto(`/login?next=${INSIDE}`, { waitUntil: "commit" });
  await fill(page, person.email, "chưa đúng đâu");
  await page.getByLabel("E-mail").press("Enter");
  scripts.resolve();
  await expect(problem(page)).toHaveText(WRONG);
  await expect(page.getByLabel("E-mail")).toHaveValue(person.email);
  await expect(page).toHaveURL(`${product.url}/login?next=${INSIDE}`);
  expect(asked.filter((url) => /password=|ch%C6%B0a/.test(url))).toEqual([]);
  await fill(page, person.email, person.password);
  await expect(page).toHaveURL(product.url + INSIDE);
});

test("nothing typed is said at once, without asking the server", async ({ page }) => {
  await page.goto("/login");
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(problem(page)).toHaveText("Cần nhập e-mail và mật khẩu.");
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription("Cần nhập e-mail.");
  await expect(page.getByLabel("Mật khẩu", { exact: true })).toHaveAccessibleDescription("Cần nhập mật khẩu.");
  await page.getByLabel("E-mail").fill("reporter@demo.example");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Mật khẩu", { exact: true })).toBeFocused();
});

test("after five wrong passwords the page says when to try again, and the right one has to wait too", async ({
  page,
  product,
}) => {
  const person = await aPerson(product, "reporter");
  await page.goto("/login");
  for (let i = 0; i < 5; i++) {
    await fillAndWait(page, person.email, `sai lần ${i}`);
    await expect(problem(page)).toHaveText(WRONG);
  }
  await fill(page, person.email, person.password);
  await expect(problem(page)).toHaveText(/Thử lại sau \d+ giây, lúc \d\d:\d\d:\d\d\./);
});

test("a browser that its person has used before is not locked out by a stranger", async ({
  page,
  product,
  browser,
}) => {
  const person = await aPerson(product, "reporter");
  await signIn(page, person);
  const stranger = await browser.newPage({ baseURL: product.url });
  await stranger.goto("/login");
  for (let i = 0; i < 6; i++) await fillAndWait(stranger, person.email, "đoán mò");
  await expect(problem(stranger)).toHaveText(/Thử lại sau/);
  await stranger.close();
  await inDatabase(product, "update sessions set ended_at = now(), ended_because = 'signed_out' where person_id = $1", [
    person.id,
  ]);
  await signIn(page, person);
});

test("the password can be looked at while it is typed", async ({ page }) => {
  await page.goto("/login");
  const field = page.getByLabel("Mật khẩu", { exact: true });
  await expect(field).toHaveAttribute("type", "password");
  await field.fill("đường làng");
  await page.getByLabel("Hiện mật khẩu").check();
  await expect(field).toHaveAttribute("type", "text");
  await expect(field).toHaveValue("đường làng");
});

for (const forged of [
  "https://evil.example/desk",
  "//evil.example/desk",
  "/\\evil.example",
  "javascript:alert(1)",
  "/login/one-time/x",
]) {
  test(`a link to our page that asks for ${forged} leads to the desk`, async ({ page, product }) => {
    const person = await aPerson(product, "reporter");
    await page.goto(`/login?next=${encodeURIComponent(forged)}`);
    await fill(page, person.email, person.password);
    await expect(page).toHaveURL(`${product.url}/desk`);
  });
}

test("a person who is switched off is out at the next click, in every tab", async ({ page, product, context }) => {
  const person = await aPerson(product, "reporter");
  await signIn(page, person);
  const second = await context.newPage();
  await second.goto(INSIDE);
  await expect(second.getByRole("heading", { name: "Đổi mật khẩu" })).toBeVisible();
  await inDatabase(product, "update people set switched_off_at = now() where id = $1", [person.id]);
  for (const tab of [page, second]) {
    await tab.goto(INSIDE);
    await expect(tab.getByRole("heading", { name: "Đăng nhập" })).toBeVisible();
    await expect(tab.getByText("Phiên làm việc đã hết.")).toBeVisible();
  }
});

test("signing out ends the session for good, also for a copy of its cookie, and for the other tab", async ({
  page,
  product,
  context,
}) => {
  const person = await aPerson(product, "reporter");
  await signIn(page, person);
  const kept = await context.cookies();
  const second = await context.newPage();
  await second.goto(INSIDE);
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await expect(page).toHaveURL(`${product.url}/login`);
  await second.getByLabel("Mật khẩu hiện tại").fill(person.password);
  await second.getByLabel("Mật khẩu mới").fill("mưa rơi trên mái tôn");
  await second.getByRole("button", { name: "Đổi mật khẩu" }).click();
  await expect(problem(second)).toHaveText(/Phiên làm việc đã hết/);
  await context.addCookies(kept);
  await page.goto(INSIDE);
  await expect(page.getByRole("heading", { name: "Đăng nhập" })).toBeVisible();
});

test("a new password ends the sessions of all browsers, and only the new one lets in", async ({
  page,
  product,
  browser,
}) => {
  const person = await aPerson(product, "editor");
  await signIn(page, person);
  const other = await browser.newPage({ baseURL: product.url });
  await signIn(other, person);
  await page.goto(INSIDE);
  await page.getByLabel("Mật khẩu hiện tại").fill(person.password);
  await page.getByLabel("Mật khẩu mới").fill("matkhau12345");
  await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
  await expect(problem(page)).toHaveText(/dễ đoán/);
  await page.getByLabel("Mật khẩu hiện tại").fill(person.password);
  await page.getByLabel("Mật khẩu mới").fill("mưa rơi trên mái tôn");
  await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
  await expect(page.getByText("Mật khẩu đã được đặt.")).toBeVisible();
  await other.goto(INSIDE);
  await expect(other.getByRole("heading", { name: "Đăng nhập" })).toBeVisible();
  await fill(other, person.email, person.password);
  await expect(problem(other)).toHaveText(WRONG);
  await signIn(other, { ...person, password: "mưa rơi trên mái tôn" });
  await other.close();
});

test("what is missing or wrong when a password is changed is said at its field, and the first such field is gone to", async ({
  page,
  product,
}) => {
  const person = await aPerson(product, "editor");
  await signIn(page, person);
  await page.goto(INSIDE);
  const [present, wanted] = [page.getByLabel("Mật khẩu hiện tại"), page.getByLabel("Mật khẩu mới")];
  const change = page.getByRole("button", { name: "Đổi mật khẩu" });
  await change.click();
  await expect(present).toBeFocused();
  await expect(present).toHaveAccessibleDescription("Cần nhập mật khẩu hiện tại.");
  await expect(wanted).toHaveAccessibleDescription(/Mật khẩu cần ít nhất 12 ký tự/);
  await present.fill("không phải");
  await wanted.fill("mưa rơi trên mái tôn");
  await change.click();
  await expect(problem(page)).toHaveText("Mật khẩu hiện tại không đúng.");
  await expect(present).toBeFocused();
  await expect(present).toHaveAccessibleDescription("Mật khẩu hiện tại không đúng.");
  await present.fill(person.password);
  await wanted.fill("matkhau12345");
  await change.click();
  await expect(wanted).toBeFocused();
  await expect(wanted).toHaveAccessibleDescription(/dễ đoán/);
});

test("a cookie that somebody made up, or another install's, is nobody's", async ({ page, context, product }) => {
  await context.addCookies([{ name: "next-auth.session-token", value: "eyJhbGciOiJub25lIn0.e30.", url: product.url }]);
  await page.goto(INSIDE);
  await expect(page.getByRole("heading", { name: "Đăng nhập" })).toBeVisible();
});

test("a link that is wrong says so and leads to the sign-in page", async ({ page }) => {
  await page.goto("/login/one-time#khong-co");
  await expect(page.getByRole("status")).toHaveText(/không đúng/);
  await page.getByRole("link", { name: "Đến trang đăng nhập" }).click();
  await expect(page.getByRole("heading", { name: "Đăng nhập" })).toBeVisible();
});

test("the sign-in page fits a phone of 320 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto("/login");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
