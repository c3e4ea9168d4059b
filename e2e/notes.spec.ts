import { published } from "#features/moves/testing.ts";
import { expect, test } from "./fixtures/root.ts";

test("an update tells readers what has joined, signed like all of it; the next one leaves it where it stands", async ({
  office,
  page: reader,
  rootDesk,
}) => {
  test.slow();
  const article = await published(office, { headline: "Hội thao phường", slug: "hoi-thao" });
  const path = `${office.url}/dang-doan-the/hoi-thao-${article}`;
  const [editor, approver] = [await rootDesk("editor"), await rootDesk("approver")];
  const outWith = async (press: string, done: string, label: string, words: string) => {
    await editor.page.goto(`/desk/documents/${article}/review`);
    await editor.press(press);
    await editor.page.waitForURL(new RegExp(`done=${done}`));
    await editor.page.getByLabel(label).fill(words);
    await editor.submit();
    await approver.page.goto(`/desk/documents/${article}/review`);
    await expect(approver.page.locator("ins", { hasText: words }).first()).toBeVisible();
    await expect(approver.preview.getByRole("complementary").filter({ hasText: words })).toBeVisible();
    await approver.press("Duyệt và đăng ngay");
    await approver.page.waitForURL(/done=approve_and_publish/);
    await expect.poll(async () => (await reader.goto(path)) && reader.getByText(words).count()).toBe(1);
  };
  await outWith("Cập nhật bài", "revise", "Lời cập nhật", "Thêm ý kiến của phường.");
  await outWith("Đính chính", "correct", "Lời đính chính", "Số đội là 12.");
  const notes = reader.getByRole("complementary", { name: "Đính chính và cập nhật" }).getByRole("listitem");
  await expect(notes).toHaveText([
    /^Đính chính lúc \d\d:\d\d ngày [\d/]+: Số đội là 12\.$/,
    /^Cập nhật lúc \d\d:\d\d ngày [\d/]+: Thêm ý kiến của phường\.$/,
  ]);
  await reader.goto(`${office.url}/dinh-chinh`);
  await expect(reader.getByText("Số đội là 12.")).toBeVisible();
  await expect(reader.getByText("Thêm ý kiến của phường.")).toHaveCount(0);
});
