import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, type Product, test } from "./fixtures/base.ts";
import { collapse, importAs } from "./fixtures/import-as.ts";
import { signIn } from "./fixtures/sign-in.ts";

const FIXTURE = "features/importing/fixtures/hop-giao-ban-thang-tam.txt";
const OLD_URL = "https://cu.phuong.example/tin-tuc/giao-ban-thang-8.aspx?id=417";
const OLD_PATH = "/tin-tuc/giao-ban-thang-8.aspx?id=417";

/** The newest import, as somebody of the demo sees it. */
async function openImport(page: Page, product: Product, name: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, { email: `${name}@demo.example`, password: product.demoPassword }, "/desk/batches");
  await page
    .getByRole("link", { name: /^Đợt nhập số/ })
    .first()
    .click();
}

test("an old page is imported, looked at, confirmed by an approver, and stands at its old date", async ({
  page,
  product,
  request,
}) => {
  const [said] = await importAs(product, "reporter@demo.example", FIXTURE, "--live", "--old-url", OLD_URL);
  if (!said) throw new Error("the import said nothing");
  expect(said).toMatchObject({ file: FIXTURE, state: "imported" });
  const plainly = { maxRedirects: 0, failOnStatusCode: false };
  expect((await request.get(said.url, plainly)).status()).toBe(404);
  expect((await request.get(OLD_PATH, plainly)).status()).toBe(404);

  await openImport(page, product, "reporter");
  await expect(page.getByText("Người nhập không tự xác nhận")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Xác nhận và đăng/ })).toHaveCount(0);

  await openImport(page, product, "approver");
  await expect(page.getByText("19/08/2022 | 08:05")).toBeVisible();
  await expect(page.getByText(OLD_PATH)).toBeVisible();
  await expect(page.getByText("Ảnh thứ 1 chưa có tệp ảnh")).toBeVisible();
  await page.getByRole("button", { name: "Xác nhận và đăng 1 bài" }).click();
  const asked = page.getByRole("dialog", { name: "Xác nhận và đăng 1 bài?" });
  await expect(asked).toContainText("Việc duyệt được ghi dưới tên Y Khiêm Niê");
  await asked.getByRole("button", { name: "Thôi" }).click();
  expect((await request.get(said.url, plainly)).status()).toBe(404);
  await page.getByRole("button", { name: "Xác nhận và đăng 1 bài" }).click();
  await asked.getByRole("button", { name: "Xác nhận và đăng 1 bài" }).click();
  await expect(page.getByText("Đã đăng 1 bài.")).toBeVisible();

  const moved = await request.get(OLD_PATH, plainly);
  expect(moved.status()).toBe(308);
  expect(new URL(moved.headers().location ?? "", product.url).href).toBe(said.url);

  await page.goto(said.url);
  // biome-ignore lint/performance/useDomNodeTextContent: what a reader copies, blocks apart
  const shown = collapse(await page.locator("main").innerText());
  const [, written = ""] = readFileSync(FIXTURE, "utf8").split("1.342");
  // There is no picture yet: readers are spared a caption over nothing.
  const caption = "Đội dân phòng phường Sen Hồ vớt bèo ở cửa cống số 3 - phía đình làng";
  expect(shown).not.toContain(caption);
  expect(shown).toContain("Ngày đăng 19/08/2022 | 08:05 | Lượt xem: 1.342");
  expect(shown).toContain(collapse(written.replace(caption, "")));

  // Once its section has it, at its old date, every list was told of it.
  await expect.poll(async () => (await request.get("/dang-doan-the")).text()).toContain(new URL(said.url).pathname);
  for (const list of ["/", "/dang-doan-the"]) {
    await page.goto(list);
    await expect(page.locator("main h2 a, main h3 a").first()).not.toHaveText(/Phường Sen Hồ họp giao ban/);
  }

  const [again] = await importAs(product, "reporter@demo.example", FIXTURE, "--live");
  expect(again).toMatchObject({ state: "unchanged", number: said.number, url: said.url });
});
