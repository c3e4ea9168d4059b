import { carryOut } from "#features/moves/commands.ts";
import { publishedPaper } from "#features/moves/testing-root.ts";
import { ask } from "./fixtures/ask.ts";
import { test as demo, expect as demoExpect } from "./fixtures/base.ts";
import { fromMenu } from "./fixtures/desk.ts";
import { sticksOut } from "./fixtures/looks.ts";
import { expect, test } from "./fixtures/root.ts";
import { expectSaving } from "./fixtures/writing.ts";

demo.describe("with scripts off", () => {
  demo.use({ javaScriptEnabled: false });

  demo("a reader narrows papers, looks for words among them, and reads one with what replaced it", async ({ page }) => {
    await page.goto("/van-ban");
    const form = page.getByRole("search", { name: "Tìm và lọc văn bản" });
    await form.getByLabel("Hiệu lực").selectOption({ label: "Hết hiệu lực" });
    await form.getByLabel("Loại văn bản").selectOption({ label: "Quyết định" });
    await form.getByRole("button", { name: "Tìm" }).click();
    await demoExpect(page).toHaveURL(/\/van-ban\?loai=quyet-dinh&hieu-luc=het-hieu-luc$/);
    await demoExpect(page.getByRole("article")).toHaveCount(1);
    await form.getByLabel("Tìm văn bản").fill("18/2024/qd-ubnd");
    await form.getByRole("button", { name: "Tìm" }).click();
    await demoExpect(page.getByText("Có 1 văn bản.")).toBeVisible();
    await page.getByRole("article").getByRole("link").click();
    await demoExpect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Ban hành Quy chế sử dụng nhà văn hóa các tổ dân phố",
    );
    await demoExpect(page.getByText("Hết hiệu lực từ ngày 01/10/2026.")).toBeVisible();
    await page.getByRole("link", { name: "Quyết định số 41/2026/QĐ-UBND" }).click();
    await demoExpect(page.getByText("Thay thế", { exact: true })).toBeVisible();
  });

  for (const width of [320, 1440])
    demo(`nothing of papers sticks out at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto("/van-ban");
      demoExpect(await sticksOut(page)).toEqual([]);
      await page.getByRole("article").first().getByRole("link").click();
      await page.waitForURL(/\/van-ban\/./);
      await demoExpect(page.getByRole("contentinfo")).toBeVisible();
      demoExpect(await sticksOut(page)).toEqual([]);
    });
});

test("an editor enters a paper that replaces another, an approver signs it, and readers find both as they stand", async ({
  office,
  page: reader,
  root,
  rootDesk,
}) => {
  test.slow();
  const old = await publishedPaper(root, { reference: "1/2020/QĐ-UBND", abstract: "Quy chế chợ cũ", slug: "cho-cu" });
  const oldPath = `/van-ban/cho-cu-${old}`;
  await reader.goto(office.url + oldPath);
  await expect(reader.getByText("Còn hiệu lực")).toBeVisible();
  const [editor, approver] = [await rootDesk("editor"), await rootDesk("approver")];
  const { page } = editor;
  await fromMenu(page, "Văn bản");
  await page.getByRole("button", { name: "Nhập văn bản mới" }).click();
  await page.waitForURL(/\/desk\/documents\/\d+$/);
  const number = Number(/\d+$/.exec(page.url())?.[0]);
  await page.getByRole("textbox", { name: "Trích yếu nội dung" }).fill("Quy chế chợ mới");
  await page.getByLabel("Số, ký hiệu").fill("77/2026/QĐ-UBND");
  await page.getByRole("combobox", { name: /Cơ quan ban hành/ }).fill("Ủy ban nhân dân phường");
  await page.getByLabel("Ngày ban hành").fill("2026-11-01");
  await page.getByLabel("Ngày có hiệu lực").fill("2026-10-01");
  const replaces = page.getByRole("combobox", { name: "Thay thế văn bản" });
  await expect
    .poll(async () => {
      await replaces.fill("");
      await replaces.fill("quy che cho cu");
      const offered = page.getByRole("option", { name: /1\/2020/ });
      return offered.waitFor({ timeout: 1_500 }).then(
        () => true,
        () => false,
      );
    })
    .toBe(true);
  await page.getByRole("option", { name: /1\/2020/ }).click();
  await expect(page.getByRole("list", { name: "Các văn bản được thay thế" })).toContainText("Quy chế chợ cũ");
  await page.getByRole("textbox", { name: "Nội dung văn bản và tệp" }).click();
  await page.keyboard.type("Chợ mở cửa từ 5 giờ sáng.");
  await expectSaving(page, "clean");

  // A gap leads to its field.
  await page.getByRole("heading", { name: "Nội dung còn thiếu" }).click();
  await page.getByRole("button", { name: /Ngày có hiệu lực trước ngày ban hành/ }).click();
  await expect(page.getByLabel("Ngày có hiệu lực")).toBeFocused();
  await page.getByLabel("Ngày có hiệu lực").fill("2026-11-15");
  await editor.submit();

  await approver.page.goto(`/desk/documents/${number}/review`);
  await expect(approver.preview.getByRole("heading", { level: 1 })).toHaveText("Quy chế chợ mới");
  await expect(approver.preview.getByRole("link", { name: "Quyết định số 1/2020/QĐ-UBND" })).toBeVisible();
  await approver.press("Duyệt và đăng ngay");
  await approver.page.waitForURL(/done=approve_and_publish/);

  await expect.poll(async () => (await ask(office.host, oldPath)).body.toString()).toContain("77/2026/QĐ-UBND");
  await reader.reload();
  await expect(reader.getByText("Hết hiệu lực từ ngày 15/11/2026.")).toBeVisible();
  await reader.getByRole("link", { name: "Quyết định số 77/2026/QĐ-UBND" }).click();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Quy chế chợ mới");
  const data = await reader.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(data ?? "{}")["@graph"][0]).toMatchObject({
    ...{ "@type": "Legislation", legislationIdentifier: "77/2026/QĐ-UBND", legislationDate: "2026-11-01" },
    legislationLegalForce: "https://schema.org/InForce",
  });
  await expect(reader.locator('meta[name="DC.creator"]')).toHaveAttribute("content", "Ủy ban nhân dân phường");

  await carryOut(root.approver, "withdraw", number, { reason: "error" });
  await expect.poll(async () => (await ask(office.host, `/van-ban/x-${number}`)).status).toBe(410);
  await expect.poll(async () => (await ask(office.host, oldPath)).body.toString()).toContain("Còn hiệu lực");
});
