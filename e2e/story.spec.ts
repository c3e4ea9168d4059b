import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aHeadline, expect, test } from "./fixtures/desk.ts";
import { collapse, importAs } from "./fixtures/import-as.ts";
import { move } from "./fixtures/typing.ts";

const FIXTURE = "features/importing/fixtures/hop-giao-ban-thang-tam.txt";

/** A page of an older portal as a file of its own, and the words that readers have to find again, in order. */
async function aFile(headline: string) {
  const lines = (await readFile(FIXTURE, "utf8")).split("\n");
  const folder = await mkdtemp(join(tmpdir(), "toa-soan-story-"));
  const path = join(folder, "bai.txt");
  lines[2] = headline;
  await writeFile(path, lines.join("\n"));
  const [standfirst = "", ...paragraphs] = lines.slice(5).map(collapse).filter(Boolean);
  return { path, standfirst, paragraphs, remove: () => rm(folder, { recursive: true, force: true }) };
}

const CAPTION = "Đội dân phòng phường Sen Hồ vớt bèo ở cửa cống số 3 - phía đình làng";

test("a text file goes through two people to readers, is corrected, withdrawn and given back", async ({
  desk,
  product,
  browser,
}) => {
  test.slow();
  const [reporter, approver] = [await desk("reporter"), await desk("approver")];
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: product.url });
  const reader = await plain.newPage();
  const headline = aHeadline("Phường họp giao ban, bàn việc giữ nước hồ sạch");
  const file = await aFile(headline);
  const [said] = await importAs(product, reporter.email, file.path);
  if (!said) throw new Error("the import said nothing");
  expect(said).toMatchObject({ state: "imported" });
  const { number } = said;

  await reporter.page.goto("/desk");
  await reporter.page.getByRole("link", { name: headline }).first().click();
  await reporter.submit();

  await approver.review(number);
  await expect(approver.preview.getByRole("heading", { name: headline })).toBeVisible();
  await approver.press("Trả lại", { reason: "Sai họ tên, chức danh", words: "Ghi rõ nơi họp." });
  await expect(approver.page.getByText("Đã trả lại cho người viết.")).toBeVisible();

  await (await reporter.openText(number)).click();
  await expect(reporter.page.getByText("Ghi rõ nơi họp.").first()).toBeVisible();
  await move(reporter.page, "Control+Home");
  await reporter.page.keyboard.type("Họp tại nhà văn hóa. ");
  await reporter.submit();

  await approver.review(number);
  await expect(approver.page.locator("ins")).toHaveText(/Họp tại nhà văn hóa\./);
  await expect(approver.page.getByText(/^Mã kiểm tra nội dung: [0-9a-f]{12}$/)).toBeVisible();
  await approver.press("Duyệt và đăng ngay");
  await approver.page.waitForURL(/done=approve_and_publish/);

  await reader.goto(said.url);
  // biome-ignore lint/performance/useDomNodeTextContent: what a reader copies, blocks apart
  const words = async () => collapse(await reader.locator("main").innerText());
  // There is no picture yet: readers are spared a caption over nothing.
  const [first = "", ...rest] = file.paragraphs.filter((text) => text !== CAPTION);
  expect(await words()).toContain([file.standfirst, `Họp tại nhà văn hóa. ${first}`, ...rest].join(" "));
  expect(await words()).toContain("Ngày đăng 19/08/2022 | 08:05 | Lượt xem: 1.342");

  await reporter.review(number);
  await reporter.press("Đính chính");
  await reporter.page.waitForURL(/done=correct/);
  await reporter.page.getByLabel("Lời đính chính").fill("Bản trước ghi sai nơi họp.");
  await reporter.page.locator(".body-text[contenteditable=true]").click();
  await move(reporter.page, "Control+Home");
  for (const _ of "Họp tại nhà văn hóa. ") await reporter.page.keyboard.press("Delete");
  await reporter.page.keyboard.type("Họp tại trụ sở phường. ");
  await reporter.submit();
  await reader.reload();
  expect(await words()).toContain("Họp tại nhà văn hóa. ");
  await approver.review(number);
  await approver.press("Duyệt và đăng ngay");
  await approver.page.waitForURL(/done=approve_and_publish/);
  await expect.poll(async () => (await reader.goto(said.url)) && words()).toContain("Họp tại trụ sở phường.");
  expect(await words()).toMatch(/Đính chính lúc \d\d:\d\d ngày [\d/]+: Bản trước ghi sai nơi họp\./);
  expect(await words()).not.toContain("nhà văn hóa.");

  await approver.press("Gỡ bài", { reason: "Có sai sót", words: "Rà soát lại số liệu." });
  await expect(approver.page.getByText("Đã gỡ bài.")).toBeVisible();
  await expect.poll(async () => (await reader.goto(said.url))?.status()).toBe(410);
  expect(await words()).not.toContain("trụ sở phường");
  await approver.press("Đăng lại");
  await approver.page.waitForURL(/done=restore/);
  await expect.poll(async () => (await reader.goto(said.url))?.status()).toBe(200);
  expect(await words()).toContain("Họp tại trụ sở phường.");
  await plain.close();
  await file.remove();
});
