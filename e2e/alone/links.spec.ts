import { move } from "../fixtures/typing.ts";
import { expect, test } from "./alone.ts";

test("a link is asked for by keys, made whole, and refused when it would run", async ({ alone: { page, write } }) => {
  await write("Xem");
  await move(page, "Shift+Home");
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe("Xem");
  await page.keyboard.press("Control+k");
  const address = page.getByRole("dialog").getByLabel("Địa chỉ", { exact: true });
  await address.fill("javascript:alert(1)");
  await address.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "Địa chỉ này không dùng được." })).toBeVisible();
  await address.fill("sen-ho.example/ke-hoach");
  await address.press("Enter");
  await expect(page.locator(".body-text a[href='https://sen-ho.example/ke-hoach']")).toHaveText("Xem");
  await expect(page.locator(".body-text")).toBeFocused();
});

test("a link within the site is a plain path for readers, one that leads away says so", async ({
  alone: { page, write, readersBody },
}) => {
  await write("Xem ");
  const { origin } = new URL(page.url());
  for (const [typed, kept] of [
    [`${origin}/thong-bao`, "/thong-bao"],
    ["/van-hoa", "/van-hoa"],
    ["https://bao.example/tin", "https://bao.example/tin"],
  ] as const) {
    await page.keyboard.press("Control+k");
    const address = page.getByRole("dialog").getByLabel("Địa chỉ", { exact: true });
    await address.fill(typed);
    await address.press("Enter");
    const link = page.locator(`.body-text a[href='${kept}']`);
    await expect(link).toHaveCount(1);
    await expect(link).not.toHaveAttribute("target");
    await expect(page.locator(".body-text")).toBeFocused();
    await page.keyboard.type(" ");
  }
  const html = await readersBody();
  expect(html).toContain('<a href="/thong-bao">');
  expect(html).toContain('<a href="/van-hoa">');
  expect(html).toMatch(/<a (?=[^>]*rel="external")[^>]*href="https:\/\/bao\.example\/tin"/);
});
