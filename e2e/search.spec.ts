import { carryOut } from "#features/moves/commands.ts";
import { published } from "#features/moves/testing.ts";
import { ask } from "./fixtures/ask.ts";
import { test as demo, expect as demoExpect } from "./fixtures/base.ts";
import { expect, test } from "./fixtures/office.ts";

demo.describe("with scripts off", () => {
  demo.use({ javaScriptEnabled: false });

  demo("a reader types without accents, narrows what is found, and reads it", async ({ page }) => {
    await page.goto("/tim-kiem");
    const form = page.getByRole("search", { name: "Tìm và lọc" });
    await form.getByLabel("Từ cần tìm").fill("giao ban cong tac");
    await form.getByRole("button", { name: "Tìm" }).click();
    await demoExpect(page.getByRole("heading", { level: 2 }).first()).toContainText("giao ban công tác quý III");
    await demoExpect(page.getByRole("heading", { level: 2 }).first().locator("mark").first()).toHaveText(
      "giao ban công tác",
    );
    await form.getByLabel("Chuyên mục").selectOption({ label: "– Đảng - đoàn thể" });
    await form.getByLabel("Loại").selectOption({ label: "Thông báo" });
    await form.getByRole("button", { name: "Tìm" }).click();
    await demoExpect(page).toHaveURL(/chuyen-muc=dang-doan-the&loai=thong-bao/);
    await demoExpect(page.getByText("Không có bài nào chứa tất cả các từ này.")).toBeVisible();
    await form.getByLabel("Loại").selectOption({ label: "Tất cả loại" });
    await form.getByRole("button", { name: "Tìm" }).click();
    await page.getByRole("heading", { level: 2 }).first().getByRole("link").click();
    await demoExpect(page.getByRole("heading", { level: 1 })).toContainText("giao ban công tác quý III");
  });

  demo("where a slip was made, the page says that it shows what was meant", async ({ page }) => {
    await page.goto("/tim-kiem?q=l%E1%BB%8Bch+ti%C3%AAm+chungr");
    await demoExpect(page.getByText("Dưới đây là kết quả cho: lịch tiêm chung")).toBeVisible();
    await demoExpect(page.getByRole("heading", { level: 2 }).first()).toContainText("Lịch tiêm chủng mở rộng");
    await page.getByRole("link", { name: "lịch tiêm chung" }).click();
    await demoExpect(page.getByLabel("Từ cần tìm")).toHaveValue("lịch tiêm chung");
    await demoExpect(page.getByText("Dưới đây là kết quả cho:")).toHaveCount(0);
  });
});

demo(
  "whoever types is offered titles, chooses one by keyboard and is led there; Escape takes them away",
  async ({ page }) => {
    await page.goto("/tim-kiem");
    const field = page.getByRole("combobox", { name: "Từ cần tìm" });
    await field.pressSequentially("noi quy cho");
    const option = page.getByRole("option", { name: /nội quy chợ Bến Nứa/ });
    await demoExpect(option).toBeVisible();
    await demoExpect(field).toHaveAttribute("aria-expanded", "true");
    await field.press("Escape");
    await demoExpect(option).toHaveCount(0);
    await field.press("Backspace");
    await demoExpect(option).toBeVisible();
    await field.press("ArrowDown");
    await demoExpect(option).toHaveAttribute("aria-selected", "true");
    await demoExpect(field).toHaveAttribute("aria-activedescendant", (await option.getAttribute("id")) ?? "");
    await field.press("Enter");
    await demoExpect(page.getByRole("heading", { level: 1 })).toContainText("nội quy chợ Bến Nứa");
  },
);

demo("what somebody types becomes no markup, is in no title and is not for search engines", async ({ page }) => {
  await page.goto(`/tim-kiem?q=${encodeURIComponent('"><img src=x onerror=alert(1)> cá cược')}`);
  await demoExpect(page.getByRole("combobox", { name: "Từ cần tìm" })).toHaveValue(
    '"><img src=x onerror=alert(1)> cá cược',
  );
  await demoExpect(page.locator('img[src="x"]')).toHaveCount(0);
  await demoExpect(page).toHaveTitle(/^Tìm kiếm - /);
  await demoExpect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
});

test("what is published is found within a second or so, and what is withdrawn at once is not", async ({ office }) => {
  const word = `khinh${Date.now()}khí`.replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "");
  const search = () => ask(office.host, `/tim-kiem?q=${encodeURIComponent(word)}`).then(({ body }) => String(body));
  expect(await search()).not.toContain("<mark>");
  const id = await published(office, { headline: `Bay ${word} trên hồ` });
  await expect.poll(search).toContain(`<mark>${word}</mark>`);
  await carryOut(office.approver, "withdraw", id, { reason: "expired" });
  expect(await search()).not.toContain("<mark>");
});
