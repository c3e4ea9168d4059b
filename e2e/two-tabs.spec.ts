import type { Page } from "@playwright/test";
import { start } from "#features/moves/commands.ts";
import { published, storyOf } from "#features/moves/testing.ts";
import { aSentence, aWeek, typeAtRoot } from "#features/moves/testing-root.ts";
import { proposeName } from "#features/renaming/commands.ts";
import { isoDayOf, mondayOf } from "#lib/dates.ts";
import { deskOn } from "./fixtures/desk.ts";
import { inDatabase } from "./fixtures/people.ts";
import { expect, test } from "./fixtures/root.ts";
import { expectSaving } from "./fixtures/writing.ts";

const PARTY = "Tin tức / Đảng - đoàn thể";
const UP = "Chuyển bài ở Tin nổi bật, vị trí 2 lên";

/** Two tabs of one person's browser on one text. */
async function both(first: Page, documentId: number): Promise<[Page, Page]> {
  const second = await first.context().newPage();
  for (const page of [first, second]) {
    const key = page.waitForResponse(/\/api\/journal-key$/);
    await page.goto(`/desk/documents/${documentId}`);
    await (await key).finished();
    await expectSaving(page, "clean");
  }
  return [first, second];
}

for (const [kind, begun, field] of [
  ["week", aWeek(mondayOf(isoDayOf(new Date()))), "note"],
  ["front", { title: "Trang chủ" }, "title"],
] as const)
  test(`of two tabs of one person the second is told that the first has saved, and neither text is lost: a ${kind}`, async ({
    office,
    pageOf,
    product,
    root,
  }) => {
    const id = await start(root.editor, kind);
    await typeAtRoot(root.editor, id, begun);
    const [first, second] = await both(await pageOf(office, root.editor), id);
    const words = (page: Page) => page.locator(`[data-field=${field}]`).locator("textarea, input").first();
    const saved = async () => (await storyOf(root.editor, id)).buffer?.content[field];
    await words(first).fill("Gõ ở thẻ thứ nhất");
    await expectSaving(first, "clean");
    await words(second).fill("Gõ ở thẻ thứ hai");
    await expectSaving(second, "conflict");
    const dialog = second.getByRole("dialog", { name: "đã được sửa ở nơi khác" });
    for (const one of ["Gõ ở thẻ thứ nhất", "Gõ ở thẻ thứ hai"]) await expect(dialog).toContainText(one);
    expect(await saved()).toBe("Gõ ở thẻ thứ nhất");
    await dialog.getByRole("button", { name: "Dùng bản ở đây" }).click();
    await expectSaving(second, "clean");
    expect(await saved()).toBe("Gõ ở thẻ thứ hai");
    // The other one has become a version.
    const [{ kept }] = await inDatabase(
      product,
      `select count(*)::integer as kept from revisions where document_id = $1 and content ->> $2 = 'Gõ ở thẻ thứ nhất'`,
      [id, field],
    );
    expect(kept).toBe(1);
    await words(first).fill("Gõ tiếp ở thẻ thứ nhất");
    await expectSaving(first, "conflict");
    await first.getByRole("dialog").getByRole("button", { name: "Dùng bản kia" }).click();
    await expect(words(first)).toHaveValue("Gõ ở thẻ thứ hai");
    await expectSaving(first, "clean");
  });

test("of two tabs of one person on presses the second is told what the first has done, and does nothing over it", async ({
  office,
  pageOf,
  product,
  root,
}) => {
  for (const headline of ["Bài một", "Bài hai"]) await published(office, { headline });
  await proposeName(office.admin, { sectionId: office.party, base: 0 }, { name: "Đoàn thể", slug: "" });
  const choosing = await pageOf(office, root.editor);
  const agreeing = await pageOf(office, root.approver);
  const [another, beside] = [await choosing.context().newPage(), await agreeing.context().newPage()];
  for (const page of [choosing, another]) await page.goto("/desk/fronts/home");
  for (const page of [agreeing, beside]) {
    await page.goto("/desk/sections");
    await page.getByRole("button", { name: /^Đồng ý đổi tên/ }).click();
  }
  for (const page of [choosing, another]) await page.getByRole("button", { name: UP }).click({ noWaitAfter: true });
  await expect(another.getByText("vừa đổi trang này")).toBeVisible();
  const agree = (page: Page) => page.getByRole("dialog").getByRole("button", { name: "Đồng ý" }).click();
  await agree(agreeing);
  await expect(agreeing.getByRole("dialog")).toHaveCount(0);
  await agree(beside);
  await expect(beside.getByRole("dialog").getByRole("alert")).toContainText("vừa đồng ý đổi tên chuyên mục này");
  const [done] = await inDatabase(
    product,
    `select (select count(*)::integer from front_choices where site_id = $1) as chosen,
      (select count(*)::integer from office_events where site_id = $1 and kind = 'section_renamed') as renamed`,
    [office.siteId],
  );
  expect(done).toEqual({ chosen: 1, renamed: 1 });
});

test("what was carried out though nobody heard of it is not carried out again by a second press", async ({
  office,
  pageOf,
  product,
  root,
}) => {
  for (const headline of ["Bài một", "Bài hai"]) await published(office, { headline });
  const banner = await start(root.approver, "banner");
  await typeAtRoot(root.approver, banner, aSentence("flood", ["tổ 5, đường Trần Phú", "114"]));
  const [admin, choosing, approver] = [
    ...[await pageOf(office, office.admin), await pageOf(office, root.editor), await pageOf(office, root.approver)],
  ] as [Page, Page, Page];
  /** The next answer to what a page sends is lost on its way. */
  const losesAnswer = async (page: Page) => {
    const network = await page.context().newCDPSession(page);
    let isLost = false;
    network.on("Fetch.requestPaused", async ({ requestId, request }) => {
      const loses = !isLost && request.method === "POST";
      isLost ||= loses;
      if (loses) await network.send("Fetch.failRequest", { requestId, errorReason: "ConnectionReset" });
      // A page that is left gives up what it has asked for.
      else
        await network.send("Fetch.continueRequest", { requestId }).catch((error: Error) => {
          if (!error.message.includes("Invalid InterceptionId")) throw error;
        });
    });
    await network.send("Fetch.enable", { patterns: [{ urlPattern: "*", requestStage: "Response" }] });
  };
  const count = async (what: string, value: number = office.siteId) =>
    (await inDatabase(product, `select count(*)::integer as n from ${what}`, [value]))[0].n;

  await admin.goto("/desk/sections");
  await admin.getByRole("button", { name: `Đổi tên chuyên mục ${PARTY}` }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Tên chuyên mục").fill("Đoàn thể");
  await losesAnswer(admin);
  const propose = () => dialog.getByRole("button", { name: "Gửi đề nghị" }).click();
  await propose();
  await expect(dialog.getByRole("alert")).toContainText("chưa biết việc vừa bấm đã được thực hiện hay chưa");
  await propose();
  await expect(dialog.getByRole("alert")).toContainText("Admin vừa đề nghị một tên cho chuyên mục này");
  await expect(dialog.getByLabel("Tên chuyên mục")).toHaveValue("Đoàn thể");
  expect(await count("office_events where site_id = $1 and kind = 'section_name_proposed'")).toBe(1);

  await choosing.goto("/desk/fronts/home");
  await losesAnswer(choosing);
  await choosing.getByRole("button", { name: UP }).click();
  await expect(choosing.getByText("chưa biết việc vừa bấm").first()).toBeVisible();
  await choosing.getByRole("button", { name: UP }).click();
  await expect(choosing.getByText("vừa đổi trang này").first()).toBeVisible();
  expect(await count("front_choices where site_id = $1")).toBe(1);

  await approver.goto(`/desk/documents/${banner}/review`);
  await losesAnswer(approver);
  await deskOn(approver).press("Đăng khẩn", { words: "Nước lên trong đêm." });
  const asked = approver.getByRole("dialog");
  await expect(asked.getByRole("alert")).toContainText("chưa biết việc vừa bấm");
  await expect(asked.locator("textarea")).toHaveValue("Nước lên trong đêm.");
  await asked.getByRole("button", { name: "Đăng khẩn", exact: true }).click();
  await expect(asked.getByRole("alert")).not.toContainText("chưa biết việc vừa bấm");
  expect(await count("events where document_id = $1 and kind = 'went_live'", banner)).toBe(1);
});
