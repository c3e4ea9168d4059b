import type { Product } from "./fixtures/base.ts";
import { call, saidIn } from "./fixtures/by-name.ts";
import { expect, type OwnSite, test } from "./fixtures/office.ts";
import { aPerson } from "./fixtures/people.ts";
import { cookieOf } from "./fixtures/sessions.ts";

const PASSWORD = "gà gáy ba lần thì dậy";

/** The address that an administrator gets for a reporter, from where it may be handed on. */
async function linkFor(product: Product, office: OwnSite) {
  const admin = await aPerson(product, "administrator", office.siteId);
  const reporter = await aPerson(product, "reporter", office.siteId);
  const how = { host: office.host, cookie: await cookieOf(product, admin.id) };
  const answer = await call("resetWayIn", { personId: reporter.id }, how);
  const link = /"link":"([^"]+)"/.exec(answer.body.toString())?.[1] ?? "";
  const { pathname, hash } = new URL(link);
  return { reporter, address: pathname + hash, token: hash.slice(1) };
}

test("the secret of a link stands in no address that a server is asked for, and in no Referer", async ({
  page,
  product,
  office,
}) => {
  const { address, token } = await linkFor(product, office);
  const seen: string[] = [];
  page.on("request", (request) => seen.push(request.url(), request.headers().referer ?? ""));
  await page.goto(office.url + address);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Đặt mật khẩu" }).click();
  await expect(page.getByText("Mật khẩu đã được đặt.")).toBeVisible();
  expect(page.url()).not.toContain(token);
  expect(seen.length).toBeGreaterThan(5);
  expect(seen.filter((one) => one.split("#")[0]?.includes(token))).toEqual([]);
});

test("looking at a link does not use it up; setting a password does, for whoever tries it again", async ({
  page,
  product,
  office,
}) => {
  const { address, token, reporter } = await linkFor(product, office);
  for (let i = 0; i < 3; i++) {
    await page.goto("/login");
    await page.goto(office.url + address);
    await expect(page.getByText(`Cho tài khoản ${reporter.name} (${reporter.email}).`)).toBeVisible();
  }
  const set = (password: string) =>
    call("setPasswordByLink", { token, password }, { host: office.host, path: "/login/one-time" });
  const twice = await Promise.all([set(PASSWORD), set(`${PASSWORD} hai`)]);
  expect(twice.map(saidIn).sort()).toEqual(["not_found", "yes"]);
  expect(saidIn(await set(PASSWORD))).toBe("not_found");
  await page.reload();
  await expect(page.getByText(/đã được dùng/)).toBeVisible();
});

test("another link pasted into the same window is the one that counts", async ({ page, product, office }) => {
  const [first, second] = [await linkFor(product, office), await linkFor(product, office)];
  await page.goto(office.url + first.address);
  await expect(page.getByText(first.reporter.email)).toBeVisible();
  await page.goto(office.url + second.address);
  await expect(page.getByText(second.reporter.email)).toBeVisible();
  await expect(page.getByText(first.reporter.email)).toHaveCount(0);
});
