import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { originalKey } from "#features/files/storage.ts";
import { docmOf, docxOf, pdfOf } from "#features/renditions/testing-documents.ts";
import { ask } from "./fixtures/ask.ts";
import { expect, publicPath, test } from "./fixtures/desk.ts";
import { type Given, give } from "./fixtures/giving.ts";
import { expectSaving } from "./fixtures/writing.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const hashOf = ({ buffer }: Given) => createHash("sha256").update(buffer).digest("hex");

/** Documents of a test's own: the same bytes would be the file of another one. */
const aPdf = (name: string, ...lines: string[]): Given => ({
  ...{ name, mimeType: "application/pdf" },
  buffer: pdfOf({ pages: [[...lines, crypto.randomUUID()], ["Điều 2"]] }),
});
const aDocx = (name: string, ...lines: string[]): Given => ({
  ...{ name, mimeType: DOCX },
  buffer: docxOf([...lines, crypto.randomUUID()]),
});

test("a PDF and a DOCX go from their reporter to readers, and are gone with their article", async ({
  desk,
  product,
}) => {
  test.slow();
  const [reporter, approver] = [await desk("reporter"), await desk("approver")];
  const { page } = reporter;
  const [pdf, docx] = [aPdf("Quyết định 12.pdf", "Quyết định số 12"), aDocx("Mẫu đơn.docx", "Đơn đăng ký")];
  const number = await reporter.write();
  await give(page.locator(".body-text > p").last(), "below", pdf, docx);
  const attachments = page.locator(".attachment-edited");
  await expect(attachments).toHaveCount(2);
  // What is typed goes on behind them.
  await page.keyboard.type("Hạn nộp đơn là cuối tháng.");
  await expect(attachments.nth(0)).toContainText(/PDF · \d+ KB · 2 trang/, { timeout: 60_000 });
  await expect(attachments.nth(1)).toContainText(/Word · \d+ KB/);
  await attachments.nth(1).getByLabel("Tên tệp (bạn đọc thấy)").fill("Mẫu đơn đăng ký trồng sen");
  await attachments.nth(1).getByLabel("Tóm tắt nội dung tệp").fill("Điền tên chủ hộ và diện tích.");
  await expectSaving(page, "clean");
  const gaps = page.locator("details").filter({ hasText: "Nội dung còn thiếu" });
  await expect(gaps).not.toContainText("Tệp đính kèm", { timeout: 60_000 });
  await reporter.submit();

  // Nobody who guesses has it before.
  const site = new URL(product.url).host;
  const paths = [`/_tep/${hashOf(pdf)}/quyet-dinh-12.pdf`, `/_tep/${hashOf(docx)}/mau-don.docx`] as const;
  const statuses = async () => Promise.all(paths.map(async (path) => (await ask(site, path)).status));
  expect(await statuses()).toEqual([404, 404]);

  await approver.review(number);
  const shown = approver.preview.locator(".attachments a");
  await expect(shown).toHaveText(["Quyết định 12", "Mẫu đơn đăng ký trồng sen"]);
  const forStaff = await approver.page.request.get((await shown.first().getAttribute("href")) ?? "");
  expect([forStaff.status(), (await forStaff.body()).equals(pdf.buffer)]).toEqual([200, true]);
  expect(forStaff.headers()).toMatchObject({
    "content-security-policy": expect.stringContaining("sandbox"),
    "content-disposition": expect.stringMatching(/^attachment; /),
    "x-content-type-options": "nosniff",
  });
  await approver.press("Duyệt và đăng ngay");
  await approver.page.waitForURL(/done=approve_and_publish/);

  const reader = await approver.page.context().browser()?.newContext({ baseURL: product.url });
  if (!reader) throw new Error("a browser is there");
  const readers = await reader.newPage();
  await readers.goto(await publicPath(approver));
  await expect(readers.locator(".attachments li").first()).toContainText(/PDF · \d+ KB · 2 trang/);
  await expect(readers.locator(".attachments li").nth(1)).toContainText("Điền tên chủ hộ và diện tích.");
  const links = await readers.locator(".attachments a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  expect(links).toEqual([expect.stringMatching(/^\/tep\/\d+\/quyet-dinh-12$/), ...paths]);
  const saved = readers.waitForEvent("download");
  await readers.getByRole("link", { name: "Tải về: Quyết định 12" }).click();
  expect((await saved).suggestedFilename()).toBe("Quyết định 12.pdf");
  const part = await ask(site, paths[1], { headers: { range: "bytes=0-1" } });
  expect([part.status, part.body.toString(), part.headers["content-type"]]).toEqual([206, "PK", DOCX]);
  await reader.close();

  await approver.press("Gỡ bài", { reason: "Có sai sót", words: "Sai tệp." });
  await expect(approver.page.getByText("Đã gỡ bài.")).toBeVisible();
  await expect.poll(statuses, { timeout: 1_500 }).toEqual([404, 404]);
  expect((await ask(site, links[0] ?? "")).status).toBe(404);
});

test("a file with macros, and one that is called or stamped a state secret, come into no text that readers get", async ({
  desk,
  product,
}) => {
  test.slow();
  const { page, write, press } = await desk("reporter");
  const isKept = (given: Given) => existsSync(join(product.dataDir, "files", originalKey(hashOf(given))));
  await write();
  const attachment = page.locator(".attachment-edited");
  const choose = async (given: Given) => {
    const opened = page.waitForEvent("filechooser");
    await attachment.getByRole("button", { name: /^Chọn tệp/ }).click();
    await (await opened).setFiles(given);
  };
  const macros = { name: "bang-luong.docm", mimeType: "", buffer: docmOf() };
  await give(page.locator(".body-text > p").last(), "below", macros);
  await expect(attachment).toContainText("Tệp có macro", { timeout: 60_000 });

  const named = aPdf("Báo cáo TỐI MẬT.pdf", "Kết quả");
  await choose(named);
  await expect(attachment.getByRole("alert")).toContainText("Tên tệp mang dấu độ mật");
  expect(isKept(named)).toBe(false);

  const hidden = {
    ...aDocx("thong-bao.docx"),
    buffer: docxOf(["a"], [{ name: "word/vbaProject.bin", body: crypto.randomUUID() }]),
  };
  await choose(hidden);
  await expect(attachment).toContainText("Tệp có macro", { timeout: 60_000 });

  const stamped = aPdf("bao-cao.pdf", "MẬT", "Kết quả");
  await choose(stamped);
  await expect(attachment).toContainText("không có bản nào được giữ lại", { timeout: 60_000 });
  await expect.poll(() => isKept(stamped)).toBe(false);
  await expectSaving(page, "clean");
  const gaps = page.locator("details").filter({ hasText: "Nội dung còn thiếu" });
  await expect(gaps).toContainText("Tệp đính kèm thứ 1 không dùng được vì tệp có lỗi: chọn tệp khác hoặc bỏ tệp này.");
  await press("Gửi duyệt");
  await page.waitForURL(/done=submit/);
});
