import { carryOut } from "#features/moves/commands.ts";
import { published } from "#features/moves/testing.ts";
import { aSentence, publishedBanner, publishedTranslation } from "#features/moves/testing-root.ts";
import { ask } from "./fixtures/ask.ts";
import { call, saidIn } from "./fixtures/by-name.ts";
import { inDatabase } from "./fixtures/people.ts";
import { expect, test } from "./fixtures/root.ts";
import { cookieOf } from "./fixtures/sessions.ts";
import { expectSaving } from "./fixtures/writing.ts";

test("an editor writes the English sister of an article, an approver signs it, and readers go from one to the other", async ({
  office,
  page: reader,
  rootDesk,
}) => {
  test.slow();
  const article = await published(office, { headline: "Hội thao phường", slug: "hoi-thao" });
  const [editor, approver] = [await rootDesk("editor"), await rootDesk("approver")];
  const { page } = editor;
  await page.goto(`/desk/documents/${article}/review`);
  const panel = page.locator("details").filter({ has: page.getByText("Bản tiếng Anh", { exact: true }) });
  await panel.locator("summary").click();
  await panel.getByRole("button", { name: "Viết bản tiếng Anh" }).click();
  await page.waitForURL(new RegExp(`/desk/documents/(?!${article}\\b)\\d+$`));
  const number = Number(/\d+$/.exec(page.url())?.[0]);
  await expect(page.getByRole("link", { name: "Hội thao phường" })).toBeVisible();
  await page.getByRole("textbox", { name: "Tiêu đề tiếng Anh" }).fill("Ward sports day");
  await page.getByRole("textbox", { name: "Sapo tiếng Anh" }).fill("Four hundred people ran around the lake.");
  await expectSaving(page, "clean");
  await editor.submit();

  await approver.page.goto(`/desk/documents/${number}/review`);
  await expect(approver.preview.getByRole("heading", { level: 1 })).toHaveText("Ward sports day");
  await expect(approver.preview.getByRole("link", { name: "Read this in Vietnamese" })).toBeVisible();
  await approver.press("Duyệt và đăng ngay");
  await approver.page.waitForURL(/done=approve_and_publish/);

  const path = `/en/ward-sports-day-${number}`;
  const vietnamese = `/dang-doan-the/hoi-thao-${article}`;
  await expect.poll(async () => (await ask(office.host, vietnamese)).body.toString()).toContain(path);
  await reader.goto(`${office.url}${vietnamese}`);
  await expect(reader.locator("html")).toHaveAttribute("lang", "vi");
  const both = async () =>
    Object.fromEntries(
      await reader
        .locator("link[rel=alternate][hreflang]")
        .evaluateAll((links) =>
          links.map((link) => [link.getAttribute("hreflang"), new URL(link.getAttribute("href") ?? "").pathname]),
        ),
    );
  const expected = { vi: vietnamese, en: path, "x-default": vietnamese };
  expect(await both()).toEqual(expected);
  await reader.getByRole("link", { name: "Read this in English" }).click();
  await expect(reader.locator("html")).toHaveAttribute("lang", "en");
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Ward sports day");
  expect(await both()).toEqual(expected);
  await reader.getByRole("link", { name: "English home" }).first().click();
  await reader.getByRole("link", { name: "Ward sports day" }).click();
  await reader.getByRole("link", { name: "Read this in Vietnamese" }).click();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Hội thao phường");
});

test("a mistake in an English text is corrected with a note in English, and what the article says of itself stands there in English", async ({
  office,
  page: reader,
  root,
  rootDesk,
}) => {
  test.slow();
  const validUntil = "2026-01-07T01:00:00.000Z";
  const article = await published(office, { kind: "notice", validUntil, aiLabel: "Có dùng AI để tóm tắt" });
  const number = await publishedTranslation(root, article);
  const path = `${office.url}/en/ward-sports-day-${number}`;
  const [editor, approver] = [await rootDesk("editor"), await rootDesk("approver")];
  await editor.page.goto(`/desk/documents/${number}/review`);
  await editor.press("Đính chính");
  await editor.page.waitForURL(/done=correct/);
  const note = editor.page.getByLabel("Lời đính chính bằng tiếng Anh");
  await expect(note).toHaveAttribute("lang", "en");
  await note.fill("An earlier version said Monday; it is Tuesday.");
  await editor.submit();
  await approver.page.goto(`/desk/documents/${number}/review`);
  await expect(approver.preview.getByRole("complementary", { name: "Correction" })).toContainText("it is Tuesday");
  await approver.press("Duyệt và đăng ngay");
  await approver.page.waitForURL(/done=approve_and_publish/);

  await expect.poll(async () => (await reader.goto(path)) && reader.getByText("it is Tuesday").count()).toBe(1);
  const told = reader.getByRole("complementary", { name: "Correction" });
  await expect(told).toHaveText(
    /^Corrected \d+ \w+ \d{4}, \d\d:\d\d: An earlier version said Monday; it is Tuesday\.$/,
  );
  await expect(reader.getByText("This notice ceased to be valid on 7 January 2026, 08:00.")).toBeVisible();
  await expect(reader.getByText("Có dùng AI để tóm tắt")).toHaveAttribute("lang", "vi");
  await expect(reader.locator("meta[property='og:type']")).toHaveAttribute("content", "article");
  await reader.goto(`${office.url}/en`);
  await expect(reader.getByRole("article").filter({ hasText: "Ward sports day" })).toContainText("No longer valid");

  // What was wrong is listed in English, and each list leads to the other.
  await reader.getByRole("contentinfo").getByRole("link", { name: "Corrections" }).click();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Corrections");
  const listed = reader.getByRole("article").filter({ hasText: "it is Tuesday" });
  await expect(listed.getByText(/^Corrected \d+ \w+ \d{4}, \d\d:\d\d$/)).toBeVisible();
  await expect(listed.getByRole("link")).toHaveAttribute("href", path.replace(office.url, ""));
  await reader.getByRole("link", { name: "Corrections in Vietnamese" }).click();
  await expect(reader).toHaveURL(`${office.url}/dinh-chinh`);
});

test("the lists of corrections say to machines that they are sisters, and so does each to the other's readers", async ({
  page: reader,
  product,
}) => {
  const sisters = async () =>
    reader
      .locator("link[rel=alternate][hreflang]")
      .evaluateAll((links) => links.map((link) => `${link.getAttribute("hreflang")} ${link.getAttribute("href")}`));
  await reader.goto(`${product.url}/dinh-chinh`);
  const all = await sisters();
  expect(all.map((one) => one.replace(/ https?:\/\/[^/]+/, " "))).toEqual([
    "vi /dinh-chinh",
    "en /en/corrections",
    "x-default /dinh-chinh",
  ]);
  await reader.getByRole("link", { name: "Corrections in English" }).click();
  await expect(reader).toHaveURL(`${product.url}/en/corrections`);
  await expect(reader.getByText("there are four.")).toBeVisible();
  expect(await sisters()).toEqual(all);
  await expect(reader.locator("meta[property='og:image']")).toHaveCount(1);
});

test("a fixed sentence above English pages is English, and words of one's own are marked as Vietnamese", async ({
  office,
  page: reader,
  root,
}) => {
  await publishedBanner(root, aSentence("fire", ["chợ Bến Đá", "114"]));
  await publishedBanner(root, { words: "Chợ Bến Đá đóng cửa sớm." });
  const shown = async () => {
    await reader.goto(`${office.url}/en`);
    return reader.getByRole("region", { name: "Emergency notices" }).locator(".banner").allInnerTexts();
  };
  await expect.poll(async () => (await shown()).length).toBe(2);
  const [fire, own] = await shown();
  expect(fire).toContain("There is a large fire in chợ Bến Đá. Keep away from the area; for rescue call 114.");
  expect(fire).not.toContain("Có hiệu lực");
  expect(own).toContain("Chợ Bến Đá đóng cửa sớm.");
  await expect(reader.getByText("Chợ Bến Đá đóng cửa sớm.")).toHaveAttribute("lang", "vi");
  await expect(reader.getByText("chợ Bến Đá", { exact: true })).toHaveAttribute("lang", "vi");
});

test("what readers may not have in Vietnamese they have not in English either, and are told so in English", async ({
  office,
  root,
}) => {
  const article = await published(office, { headline: "Hội thao phường" });
  const number = await publishedTranslation(root, article);
  const path = `/en/ward-sports-day-${number}`;
  const status = async (at: string) => (await ask(office.host, at)).status;
  await expect.poll(() => status(path)).toBe(200);
  await carryOut(office.editor, "hide", article, { reason: "Chờ kiểm tra" });
  await expect.poll(() => status(path), { intervals: [50] }).toBe(503);
  expect((await ask(office.host, "/en")).body.toString()).not.toContain("Ward sports day");
  await carryOut(office.approver, "withdraw", article, { reason: "error" });
  await expect.poll(() => status(path), { intervals: [50] }).toBe(410);
  const gone = (await ask(office.host, path)).body.toString();
  expect(gone).toContain('<html lang="en"');
  expect(gone).toContain("This has been taken down");
  const unknown = await ask(office.host, "/en/nothing");
  expect(unknown.status).toBe(404);
  expect(unknown.body.toString()).toContain("This page cannot be found");
  await carryOut(office.approver, "restore", article, {});
  await expect.poll(() => status(path), { intervals: [50] }).toBe(200);
});

test("a sister that is begun by a stranger, of garbage or of what is not there is none, and twice is once", async ({
  office,
  product,
  root,
}) => {
  const article = await published(office);
  const begun = async (original: string, personId?: number) =>
    saidIn(
      await call(
        "beginEnglish",
        { original },
        {
          host: office.host,
          path: `/desk/documents/${article}`,
          ...(personId === undefined ? {} : { cookie: await cookieOf(product, personId) }),
        },
      ),
    );
  expect(await begun(String(article))).toBe("signed_out");
  for (const { personId } of [office.reporter, office.admin, office.editor])
    expect(await begun(String(article), personId)).toBe("not_allowed");
  for (const original of ["mấy chữ", "", "9".repeat(40)])
    expect([original, await begun(original, root.editor.personId)]).toEqual([original, "bad_input"]);
  expect(await begun("999999", root.editor.personId)).toBe("not_found");
  await Promise.all([begun(String(article), root.editor.personId), begun(String(article), root.approver.personId)]);
  expect(await inDatabase(product, "select id from documents where sister_of_id = $1", [article])).toHaveLength(1);
});
